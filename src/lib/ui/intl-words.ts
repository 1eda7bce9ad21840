import { language } from './language.svelte';

/** English as this program writes it: the day before the month, as in its stems. */
const TAGS = { en: 'en-GB', uk: 'uk' } as const;

function tag(): string {
  return TAGS[language()];
}

/** `Wednesday, 25 November 2026`: the day that the learner's device has at a moment. */
export function sayLongDay(ms: number): string {
  return new Intl.DateTimeFormat(tag(), {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  }).format(ms);
}

/** `25 November 2026 at 17:40`. */
export function sayMoment(ms: number): string {
  return new Intl.DateTimeFormat(tag(), { dateStyle: 'long', timeStyle: 'short' }).format(ms);
}

/** `25 Nov, 17:40`, where there is little room and the year is clear. */
export function sayShortMoment(ms: number): string {
  return new Intl.DateTimeFormat(tag(), { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' }).format(
    ms,
  );
}

/** `17:40`. */
export function sayTime(ms: number): string {
  return new Intl.DateTimeFormat(tag(), { timeStyle: 'short' }).format(ms);
}

/** A share of 0 … 1 in whole percent. */
export function sayPercent(share: number): string {
  return new Intl.NumberFormat(tag(), { style: 'percent', maximumFractionDigits: 0 }).format(share);
}

/** Bytes in megabytes, from a thousand of them on in gigabytes, to one digit. */
export function sayMegabytes(bytes: number): string {
  const [unit, size] = bytes < 1e9 ? (['megabyte', 1e6] as const) : (['gigabyte', 1e9] as const);
  return new Intl.NumberFormat(tag(), { style: 'unit', unit, maximumFractionDigits: 1 }).format(bytes / size);
}

/** Kilometres: whole ones from ten on, below that to one digit, below one in steps of a hundred metres. */
export function sayKm(km: number): string {
  const digits = km < 10 ? 1 : 0;
  return new Intl.NumberFormat(tag(), { style: 'unit', unit: 'kilometer', maximumFractionDigits: digits }).format(km);
}

/** A whole number with the language's grouping. */
export function sayNumber(value: number): string {
  return new Intl.NumberFormat(tag()).format(value);
}

/** `Monday`. @param weekday ISO: 1 Monday … 7 Sunday */
export function sayWeekday(weekday: number): string {
  // 2018-01-01 was a Monday.
  return new Intl.DateTimeFormat(tag(), { weekday: 'long', timeZone: 'UTC' }).format(Date.UTC(2018, 0, weekday));
}

/** `2 March 2022`: the day of a moment in UTC, as dates of history are kept. */
export function sayDay(ms: number): string {
  return new Intl.DateTimeFormat(tag(), { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(ms);
}
