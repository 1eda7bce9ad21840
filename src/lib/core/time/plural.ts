import type { Language } from './language';

/**
 * The forms of a counted word: one day, two days → `{ one: 'day', many: 'days' }`; Ukrainian also has a form for two to
 * four: `{ one: 'день', few: 'дні', many: 'днів' }`. Without `few`, `many` stands for it.
 */
export interface PluralForms {
  readonly one: string;
  readonly few?: string;
  readonly many: string;
}

/** The form that goes with a whole number (CLDR plural rules of English and Ukrainian for integers; the sign does not count). */
export function plural(n: number, language: Language, forms: PluralForms): string {
  const count = Math.abs(n);
  if (language === 'en') return count === 1 ? forms.one : forms.many;
  const lastTwo = count % 100;
  if (lastTwo >= 11 && lastTwo <= 14) return forms.many;
  const last = count % 10;
  if (last === 1) return forms.one;
  return last >= 2 && last <= 4 ? (forms.few ?? forms.many) : forms.many;
}
