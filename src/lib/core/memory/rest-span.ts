import { studyDayOfDate } from '../time/study-day';

/** Days planned to be free, both included, as local dates: `2026-12-24`. */
export interface RestSpan {
  readonly from: string;
  readonly to: string;
}

/** Longest span, in days: half a year. */
export const LONGEST_REST = 183;

/** Most spans that are kept. */
export const MOST_RESTS = 100;

/** Whether a span can be planned: two dates in order, not too far apart. */
export function isRestSpan(span: RestSpan): boolean {
  const [from, to] = [studyDayOfDate(span.from), studyDayOfDate(span.to)];
  return from !== null && to !== null && from <= to && to - from < LONGEST_REST;
}

/** Whether a study day lies in one of the spans. Spans that are none count for nothing. */
export function withinSpans(spans: readonly RestSpan[]): (day: number) => boolean {
  const bounds = spans
    .filter(isRestSpan)
    .map(({ from, to }) => [studyDayOfDate(from) ?? 0, studyDayOfDate(to) ?? 0] as const);
  return (day) => bounds.some(([from, to]) => from <= day && day <= to);
}

/** Whether something is a list of spans, each of which can be planned. */
export function areRestSpans(value: unknown): value is readonly RestSpan[] {
  return Array.isArray(value) && value.length <= MOST_RESTS && value.every(isPlannable);
}

function isPlannable(span: unknown): boolean {
  if (typeof span !== 'object' || span === null || !('from' in span) || !('to' in span)) return false;
  return typeof span.from === 'string' && typeof span.to === 'string' && isRestSpan({ from: span.from, to: span.to });
}
