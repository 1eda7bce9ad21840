import { isCivilDate, toDayNumber } from '../time/calendar';
import { weekdayOf } from './statistics/streak';

/** Days planned to be free, both included, as local dates: `2026-12-24`. */
export interface RestSpan {
  readonly from: string;
  readonly to: string;
}

/** When a learner plans not to study: such a day breaks no streak. */
export interface RestPlan {
  /** 0 Monday … 6 Sunday. */
  readonly weekdays: readonly number[];
  readonly spans: readonly RestSpan[];
}

/** Longest span, in days: half a year. */
export const LONGEST_REST = 183;

/** The study day of a local date; null: it is none. A study day bears the date on which it begins. */
export function studyDayOfDate(date: string): number | null {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(date) ?? [];
  const civil = { year: Number(year), month: Number(month), day: Number(day) };
  return year !== undefined && isCivilDate(civil) ? toDayNumber(civil.year, civil.month, civil.day) : null;
}

/** Whether a span can be planned: two dates in order, not too far apart. */
export function isRestSpan(span: RestSpan): boolean {
  const [from, to] = [studyDayOfDate(span.from), studyDayOfDate(span.to)];
  return from !== null && to !== null && from <= to && to - from < LONGEST_REST;
}

/** Whether a study day is planned to be free. Spans that are none count for nothing. */
export function restDays({ weekdays, spans }: RestPlan): (day: number) => boolean {
  const free = new Set(weekdays);
  const bounds = spans
    .filter(isRestSpan)
    .map(({ from, to }) => [studyDayOfDate(from) ?? 0, studyDayOfDate(to) ?? 0] as const);
  return (day) => free.has(weekdayOf(day)) || bounds.some(([from, to]) => from <= day && day <= to);
}
