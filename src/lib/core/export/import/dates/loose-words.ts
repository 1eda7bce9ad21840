import { isFiller, monthOf, romanNumber, seasonOf, splitEra } from '../../../time/typed-words';

/** Words of a date, taken apart; what is not said is null. Years are as written, the era beside them. */
export interface LooseDate {
  readonly year: number | null;
  /** The year is cut short to two digits. */
  readonly shortYear: number | null;
  readonly season: number | null;
  readonly month: number | null;
  readonly day: number | null;
  readonly century: number | null;
  readonly decade: number | null;
  readonly era: 'bc' | 'ad' | null;
}

const NOTHING = { year: null, shortYear: null, season: null, month: null, day: null, century: null, decade: null };

const CENTURY =
  /^(\d{1,2}|[ivxіх]+)\s?(?:st|nd|rd|th|-?(?:ше|ге|тє|те|ме|е|го|му))?\s(?:century|cent\.?|століття|столітті|сторіччя|сторіччі|ст\.?)$/u;
const DECADE = /^(\d{2,3}0)(?:'?s|-?(?:ті|і|х|их))$/u;

/**
 * Takes one date in English or Ukrainian words apart: `14 October 1066`, `October 14, 1066`, `березень 2022`, `spring 2022`,
 * `16th century`, `the 1560s`, `480 BC`, `14`. Lower case, dashes as hyphens. Null: no date. What a year of two digits means is not guessed.
 */
export function looseDate(text: string): LooseDate | null {
  const [rest, era] = splitEra(text);
  const plain = rest
    .replace(/^(?:in |the |у |в )+/u, '')
    .replace(/ (?:роки|роках|років|рр\.?)$/u, '')
    .trim();
  const century = CENTURY.exec(plain)?.[1];
  if (century !== undefined) {
    const number = /^\d/.test(century) ? Number(century) : romanNumber(century);
    return number === null || number === 0 ? null : { ...NOTHING, century: number, era };
  }
  const decade = DECADE.exec(plain)?.[1];
  if (decade !== undefined) return { ...NOTHING, decade: Number(decade), era };
  return looseDay(rest, era);
}

function looseDay(text: string, era: LooseDate['era']): LooseDate | null {
  const words = text
    .replace(/\.(?=\s|$)|,/gu, ' ')
    .replace(/(\d)(?:st|nd|rd|th|-?го)(?=\s|$)/gu, '$1')
    .split(/\s+/u)
    .filter((word) => word !== '' && !isFiller(word));
  const numbers = words.filter((word) => /^\d{1,4}$/.test(word));
  const [name, ...others] = words.filter((word) => !numbers.includes(word));
  const [first, second, ...more] = numbers;
  if (others.length > 0 || more.length > 0) return null;
  if (name === undefined) {
    if (first === undefined) return null;
    // The tail of March 2–5, 2022.
    if (second !== undefined)
      return first.length > 2 ? null : { ...NOTHING, day: Number(first), ...yearOf(second, era), era };
    return { ...NOTHING, ...(isYear(first, era) ? { year: Number(first) } : { day: Number(first) }), era };
  }
  const season = seasonOf(name);
  if (season !== null) {
    if (second !== undefined) return null;
    return { ...NOTHING, season, ...yearOf(first, era), era };
  }
  const month = monthOf(name);
  if (month === null) return null;
  if (first === undefined) return { ...NOTHING, month, era };
  if (second !== undefined) {
    const [day, year] = first.length > 2 ? [second, first] : [first, second];
    return { ...NOTHING, month, day: Number(day), ...yearOf(year, era), era };
  }
  return isYear(first, era)
    ? { ...NOTHING, month, year: Number(first), era }
    : { ...NOTHING, month, day: Number(first), era };
}

/** With its era a year of any length is whole; without, it needs three digits. */
function isYear(number: string, era: LooseDate['era']): boolean {
  return era !== null || number.length > 2;
}

function yearOf(number: string | undefined, era: LooseDate['era']): Partial<LooseDate> {
  if (number === undefined) return {};
  return isYear(number, era) ? { year: Number(number) } : { shortYear: Number(number) };
}
