import { toDayNumber } from './calendar';
import { coarsen, dayPartOf } from './date-part';
import type { Language } from './language';
import { readTypedDate, type TypedDate } from './typed-date';
import { sayDate, sayWithoutYear } from './words';

/** What is understood of a date while it is typed. */
export type TypedReading =
  | { readonly is: 'nothing' }
  /** Not understood, or not yet. */
  | { readonly is: 'unread' }
  /** `yearOpen`: no year was typed, or only its last two digits: the nearest that fits will be taken. */
  | { readonly is: 'date'; readonly text: string; readonly yearOpen: boolean }
  /** 5/6/1944. `typed` is what says the same without a doubt. */
  | { readonly is: 'which-month'; readonly dayFirst: Sure; readonly monthFirst: Sure };

interface Sure {
  readonly text: string;
  readonly typed: string;
}

/** Two times so far apart that a year left open cannot be the same near both; neither has to do with any question. */
const NEAR = [toDayNumber(1000, 6, 15), toDayNumber(2000, 6, 15)] as const;

/** Reads a date as it is typed and says what was understood, before it is given as an answer. It knows no question and gives none away. */
export function sayTypedDate(typed: string, language: Language): TypedReading {
  if (typed.trim() === '') return { is: 'nothing' };
  const [far, near] = NEAR.map((day) => readTypedDate(typed, day));
  if (far == null || near == null) return { is: 'unread' };
  if (far.kind === 'dates' && near.kind === 'dates') {
    const text = say(far.dates, near.dates, language);
    return text === null ? { is: 'unread' } : { is: 'date', ...text };
  }
  if (far.kind !== 'which-month' || near.kind !== 'which-month') return { is: 'unread' };
  const dayFirst = say(far.dayFirst, near.dayFirst, language);
  const monthFirst = say(far.monthFirst, near.monthFirst, language);
  // Points are day first wherever they are used.
  const [first = '', second = '', ...year] = typed.trim().split(/[./-]\s?/);
  if (dayFirst === null || monthFirst === null) return { is: 'unread' };
  return {
    is: 'which-month',
    dayFirst: { text: dayFirst.text, typed: [first, second, ...year].join('.') },
    monthFirst: { text: monthFirst.text, typed: [second, first, ...year].join('.') },
  };
}

function say(
  far: readonly TypedDate[],
  near: readonly TypedDate[],
  language: Language,
): { readonly text: string; readonly yearOpen: boolean } | null {
  const [one, other] = [far[0], near[0]];
  if (one === undefined || other === undefined) return null;
  const [part, otherPart] = [one, other].map(({ first, precision }) => coarsen(dayPartOf(first), precision));
  if (part === undefined || otherPart === undefined) return null;
  if (one.first === other.first) return { text: sayDate(part, language), yearOpen: false };
  const years = new Set(near.map(({ first }) => (dayPartOf(first).year + 10_000) % 100));
  const [digits] = years.size === 1 ? years : [];
  const short = sayWithoutYear(otherPart, language);
  return { text: digits === undefined ? short : `${short} ’${String(digits).padStart(2, '0')}`, yearOpen: true };
}
