import type { Language } from '$lib/core/questions/question';

/** The twelve months, as a button shows them and as a typed date says them after a day. */
export function monthsOf(language: Language): readonly { readonly short: string; readonly inDate: string }[] {
  const tag = language === 'en' ? 'en-GB' : 'uk';
  const short = new Intl.DateTimeFormat(tag, { month: 'short', timeZone: 'UTC' });
  const whole = new Intl.DateTimeFormat(tag, { day: 'numeric', month: 'long', timeZone: 'UTC' });
  return Array.from({ length: 12 }, (_, month) => {
    const date = new Date(Date.UTC(2001, month, 5));
    const inDate = whole.formatToParts(date).find(({ type }) => type === 'month')?.value ?? '';
    return { short: short.format(date).replace('.', ''), inDate };
  });
}

/** A typed date with its month put in, or put in place of another: the day before it, the year after it, whatever stood there first. */
export function withMonth(typed: string, month: string, months: readonly string[]): string {
  const words = typed.split(/[\s,.]+/).filter((word) => word !== '' && !months.includes(word));
  const day = words.find((word) => /^\d{1,2}$/.test(word));
  const rest = words.filter((word) => word !== day);
  return [...(day === undefined ? [] : [day]), month, ...rest, ''].join(' ');
}
