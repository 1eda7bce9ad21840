import { language } from './language.svelte';

/** English as this program writes it, as in `intl-words.ts`; apart from it, for the first page needs none of these. */
const TAGS = { en: 'en-GB', uk: 'uk' } as const;

/** A share of 0 … 1 in percent, to one digit. */
export function sayPercentTenths(share: number): string {
  return new Intl.NumberFormat(TAGS[language()], { style: 'percent', maximumFractionDigits: 1 }).format(share);
}

/** A number to three digits after the point. */
export function sayThousandths(value: number): string {
  const digits = { minimumFractionDigits: 3, maximumFractionDigits: 3 };
  return new Intl.NumberFormat(TAGS[language()], digits).format(value);
}

/** `Monday`: 1 Monday … 7 Sunday. */
export function sayWeekday(weekday: number): string {
  // The first of January 2024 was a Monday.
  const day = Date.UTC(2024, 0, weekday);
  return new Intl.DateTimeFormat(TAGS[language()], { weekday: 'long', timeZone: 'UTC' }).format(day);
}
