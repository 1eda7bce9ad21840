import { weekday } from '../time/calendar';
import { studyDayOfDate } from '../time/study-day';
import type { SettingProblem } from './parameters';

/** Days planned to be free, both included, as local dates: `2026-12-24`. */
export interface RestSpan {
  readonly from: string;
  readonly to: string;
}

/** When a learner plans not to study: such a day breaks no streak. */
export interface RestPlan {
  /** 1 Monday … 7 Sunday. */
  readonly weekdays: readonly number[];
  readonly spans: readonly RestSpan[];
}

/** Longest span, in days: half a year. */
export const LONGEST_REST = 183;

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
  return (day) => free.has(weekday(day)) || bounds.some(([from, to]) => from <= day && day <= to);
}

/** Most spans that are kept. */
export const MOST_RESTS = 100;

/** What is wrong with a list of spans; null when it may be used as it stands. */
export function checkRestDays(value: unknown): SettingProblem | null {
  const fits = Array.isArray(value) && value.length <= MOST_RESTS && value.every(isPlannable);
  return fits
    ? null
    : {
        field: 'restDays',
        message: 'no list of rest days',
        expected: `at most ${String(MOST_RESTS)} spans of dates in order, each of at most ${String(LONGEST_REST)} days`,
        received: value === undefined ? 'nothing' : JSON.stringify(value),
      };
}

function isPlannable(span: unknown): boolean {
  if (typeof span !== 'object' || span === null || !('from' in span) || !('to' in span)) return false;
  return typeof span.from === 'string' && typeof span.to === 'string' && isRestSpan({ from: span.from, to: span.to });
}
