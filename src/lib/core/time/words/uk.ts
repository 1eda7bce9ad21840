import type { DatePart } from '../when';
import type { DateWords, Use } from './date-words';

export const UK_MONTHS = [
  'січень', 'лютий', 'березень', 'квітень', 'травень', 'червень', 'липень', 'серпень', 'вересень', 'жовтень', 'листопад', 'грудень',
] as const; // prettier-ignore
export const UK_MONTHS_OF = [
  'січня', 'лютого', 'березня', 'квітня', 'травня', 'червня', 'липня', 'серпня', 'вересня', 'жовтня', 'листопада', 'грудня',
] as const; // prettier-ignore
export const UK_MONTHS_IN = [
  'січні', 'лютому', 'березні', 'квітні', 'травні', 'червні', 'липні', 'серпні', 'вересні', 'жовтні', 'листопаді', 'грудні',
] as const; // prettier-ignore
export const UK_SEASONS = ['весна', 'літо', 'осінь', 'зима'] as const;
export const UK_SEASONS_OF = ['весни', 'літа', 'осені', 'зими'] as const;
export const UK_SEASONS_IN = ['навесні', 'влітку', 'восени', 'взимку'] as const;

/** Years before 100 need their era, else they read like a day or a count. */
const ERA_BELOW = 100;
const BC = 'до н. е.';
const AD = 'н. е.';

/** The word for the year in the case that the place in the sentence asks for. */
type YearWord = 'рік' | 'року' | 'році';

function year(value: number, word: YearWord): readonly string[] {
  if (value <= 0) return [String(1 - value), word, BC];
  return value < ERA_BELOW ? [String(value), word, AD] : [String(value), word];
}

/** A winter has two years: 2022/23 року, 481/480 року до н. е. */
function winterYears(first: number): readonly string[] {
  const next = first + 1;
  if (next <= 0) return [`${String(1 - first)}/${String(1 - next)}`, 'року', BC];
  if (first <= 0) return [`1 року ${BC} – 1 року ${AD}`];
  if (next < ERA_BELOW) return [`${String(first)}/${String(next)}`, 'року', AD];
  const short = next % 100 === 0 ? String(next) : String(next % 100).padStart(2, '0');
  return [`${String(first)}/${short}`, 'року'];
}

type YearsWord = 'роки' | 'років' | 'роках';
const DECADE_ENDING: Record<YearsWord, string> = { роки: 'ті', років: 'х', роках: 'х' };

/** A century is said by its first and last year: "XVI століття" would begin a year later, "1500-ті" may mean a decade. */
function years(first: number, length: number, word: YearsWord): readonly string[] {
  const last = first + length - 1;
  if (first === 0) return [`1 рік ${BC} – ${String(last)} рік ${AD}`];
  if (first < ERA_BELOW) return [`${String(first)}–${String(last)}`, word, AD];
  if (length === 100 || first % 100 === 0) return [`${String(first)}–${String(last)}`, word];
  return [`${String(first)}-${DECADE_ENDING[word]}`, word];
}

function tokens(part: DatePart, use: Use): readonly string[] {
  const month = (part.month ?? 1) - 1;
  const season = (part.season ?? 1) - 1;
  const alone = use === 'alone';
  switch (part.precision) {
    case 'day':
      return [String(part.day), UK_MONTHS_OF[month] ?? '', ...year(part.year, 'року')];
    case 'month':
      return [(alone ? UK_MONTHS : UK_MONTHS_OF)[month] ?? '', ...year(part.year, 'року')];
    case 'season':
      return [
        (alone ? UK_SEASONS : UK_SEASONS_OF)[season] ?? '',
        ...(part.season === 4 ? winterYears(part.year) : year(part.year, 'року')),
      ];
    case 'year':
      return year(part.year, alone ? 'рік' : 'року');
    case 'decade':
      return years(part.year, 10, alone ? 'роки' : 'років');
    case 'century':
      return years(part.year, 100, alone ? 'роки' : 'років');
  }
}

function on(part: DatePart): string {
  switch (part.precision) {
    case 'day':
      return tokens(part, 'of').join(' ');
    case 'month':
      return ['у', UK_MONTHS_IN[(part.month ?? 1) - 1] ?? '', ...year(part.year, 'року')].join(' ');
    case 'season':
      return [UK_SEASONS_IN[(part.season ?? 1) - 1] ?? '', ...tokens(part, 'of').slice(1)].join(' ');
    case 'year':
      return ['у', ...year(part.year, 'році')].join(' ');
    case 'decade':
      return ['у', ...years(part.year, 10, 'роках')].join(' ');
    case 'century':
      return ['у', ...years(part.year, 100, 'роках')].join(' ');
  }
}

export const UK: DateWords = {
  tokens,
  on,
  about: (of) => `близько ${of}`,
  perhaps: (words) => `можливо, ${words}`,
  fromTo: (from, to) => `з ${from} до ${to}`,
  by: (of) => `не пізніше ${of}`,
  since: (of) => `починаючи з ${of}`,
  between: (from, to) => `не раніше ${from} і не пізніше ${to}`,
  notBefore: (of) => `не раніше ${of}`,
  notAfter: (of) => `не пізніше ${of}`,
  or: (alternatives) => `${alternatives.slice(0, -1).join(', ')} або ${alternatives.at(-1) ?? ''}`,
  units: {
    day: { one: 'день', few: 'дні', many: 'днів' },
    month: { one: 'місяць', few: 'місяці', many: 'місяців' },
    season: { one: 'пора року', few: 'пори року', many: 'пір року' },
    year: { one: 'рік', few: 'роки', many: 'років' },
    decade: { one: 'десятиліття', many: 'десятиліть', few: 'десятиліття' },
    century: { one: 'століття', few: 'століття', many: 'століть' },
  },
};
