import { language } from '../language.svelte';

/** English as this program writes it: the day before the month. */
const TAGS = { en: 'en-GB', uk: 'uk' } as const;
const DAY_MS = 86_400_000;
/** A Monday. */
const MONDAY = 4;

/** A study day bears the date on which it begins: no zone has a part in it any more. */
function say(day: number, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(TAGS[language()], { ...options, timeZone: 'UTC' }).format(day * DAY_MS);
}

/** `25 Nov 2026`. */
export function sayStudyDay(day: number): string {
  return say(day, { day: 'numeric', month: 'short', year: 'numeric' });
}

/** `25 Nov`. */
export function sayShortDay(day: number): string {
  return say(day, { day: 'numeric', month: 'short' });
}

/** `Nov`. */
export function sayMonthOf(day: number): string {
  return say(day, { month: 'short' });
}

/** Day of the month, 1 … 31. */
export function dateOf(day: number): number {
  return new Date(day * DAY_MS).getUTCDate();
}

/** `Mon`; 0 is Monday. */
export function sayShortWeekday(weekday: number): string {
  return say(MONDAY + weekday, { weekday: 'short' });
}

/** `09:00`, the full hour of a clock of 24. */
export function sayHour(hour: number): string {
  return `${String(hour).padStart(2, '0')}:00`;
}

/** Milliseconds as `2 h 5 min`, `12 min` or `8 s`. */
export function sayDuration(milliseconds: number): string {
  const unit = (value: number, name: 'hour' | 'minute' | 'second'): string =>
    new Intl.NumberFormat(TAGS[language()], { style: 'unit', unit: name, unitDisplay: 'short', maximumFractionDigits: 0 }).format(value);
  if (milliseconds < 60_000) return unit(Math.round(milliseconds / 1000), 'second');
  const minutes = Math.round(milliseconds / 60_000);
  if (minutes < 60) return unit(minutes, 'minute');
  const rest = minutes % 60;
  return `${unit(Math.floor(minutes / 60), 'hour')}${rest === 0 ? '' : ` ${unit(rest, 'minute')}`}`;
} // prettier-ignore

/** A number to so many digits after the point. */
export function sayDigits(value: number, digits: number): string {
  return new Intl.NumberFormat(TAGS[language()], { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(value);
} // prettier-ignore

/** `81–93 %`: bounds of 0 … 1 in whole percent. */
export function sayRange({ low, high }: { readonly low: number; readonly high: number }): string {
  const format = new Intl.NumberFormat(TAGS[language()], { style: 'percent', maximumFractionDigits: 0 });
  return format.formatRange(low, high);
}
