import type { DatePart } from '../when';
import type { DateWords } from './date-words';

export const EN_MONTHS = [
  'January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December',
] as const; // prettier-ignore
export const EN_SEASONS = ['spring', 'summer', 'autumn', 'winter'] as const;

/** Years before 100 need their era, else they read like a day or a count. */
const ERA_BELOW = 100;

function year(value: number): readonly string[] {
  if (value <= 0) return [String(1 - value), 'BC'];
  return value < ERA_BELOW ? ['AD', String(value)] : [String(value)];
}

/** A winter has two years: 2022/23, 1999/2000, 481/480 BC. */
function winterYears(first: number): readonly string[] {
  const next = first + 1;
  if (next <= 0) return [`${String(1 - first)}/${String(1 - next)}`, 'BC'];
  if (first <= 0) return ['1 BC/AD 1'];
  if (next < ERA_BELOW) return ['AD', `${String(first)}/${String(next)}`];
  const short = next % 100 === 0 ? String(next) : String(next % 100).padStart(2, '0');
  return [`${String(first)}/${short}`];
}

/** `000X` holds the year 0, which history calls 1 BC; `150X` would sound like the whole century. */
function years(first: number, length: number): string {
  const last = first + length - 1;
  if (first === 0) return `the years 1 BC to AD ${String(last)}`;
  if (first < ERA_BELOW) return `the years AD ${String(first)}–${String(last)}`;
  if (length === 10 && first % 100 === 0) return `the years ${String(first)}–${String(last)}`;
  return `the ${String(first)}s`;
}

function tokens(part: DatePart): readonly string[] {
  const month = EN_MONTHS[(part.month ?? 1) - 1] ?? '';
  switch (part.precision) {
    case 'day':
      return [String(part.day), month, ...year(part.year)];
    case 'month':
      return [month, ...year(part.year)];
    case 'season':
      return [
        EN_SEASONS[(part.season ?? 1) - 1] ?? '',
        ...(part.season === 4 ? winterYears(part.year) : year(part.year)),
      ];
    case 'year':
      return year(part.year);
    case 'decade':
      return [years(part.year, 10)];
    case 'century':
      return [years(part.year, 100)];
  }
}

export const EN: DateWords = {
  tokens,
  on: (part) => `${part.precision === 'day' ? 'on' : 'in'} ${tokens(part).join(' ')}`,
  about: (of) => `about ${of}`,
  perhaps: (words) => `perhaps ${words}`,
  fromTo: (from, to) => `from ${from} to ${to}`,
  by: (of) => `by ${of}`,
  since: (of) => `from ${of} on`,
  between: (from, to) => `some time between ${from} and ${to}`,
  notBefore: (of) => `no earlier than ${of}`,
  notAfter: (of) => `no later than ${of}`,
  or: (alternatives) => `${alternatives.slice(0, -1).join(', ')} or ${alternatives.at(-1) ?? ''}`,
  units: {
    day: { one: 'day', many: 'days' },
    month: { one: 'month', many: 'months' },
    season: { one: 'season', many: 'seasons' },
    year: { one: 'year', many: 'years' },
    decade: { one: 'decade', many: 'decades' },
    century: { one: 'century', many: 'centuries' },
  },
};
