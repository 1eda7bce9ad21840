/**
 * A date as four day numbers: what is known of when something began and when it ended.
 *
 * A day number counts days since 1970-01-01 in the proleptic Gregorian calendar; it may be negative.
 * `-Infinity` and `Infinity` stand for a side that is not known.
 * Invariants: `earliestStart <= latestStart`, `earliestEnd <= latestEnd`,
 * `earliestStart <= earliestEnd`, `latestStart <= latestEnd`.
 */
export interface Span {
  readonly earliestStart: number;
  readonly latestStart: number;
  readonly earliestEnd: number;
  readonly latestEnd: number;
}

/**
 * The four answers to "which came first?". `overlaps`: they certainly shared a day.
 * `unknown`: the sources allow more than one of the other three.
 */
export type Order = 'before' | 'after' | 'overlaps' | 'unknown';

/**
 * Compares two spans by their bounds alone (an event's `after` list and a date's `?` are the index's business).
 * A is before B only when A's latest end lies before B's earliest start.
 */
export function compareSpans(a: Span, b: Span): Order {
  if (a.latestEnd < b.earliestStart) return 'before';
  if (b.latestEnd < a.earliestStart) return 'after';
  if (a.latestStart <= b.earliestEnd && b.latestStart <= a.earliestEnd) return 'overlaps';
  return 'unknown';
}

/** Whether the two may share a day: false only when they certainly do not. */
export function mayTouch(a: Span, b: Span): boolean {
  return a.earliestStart <= b.latestEnd && b.earliestStart <= a.latestEnd;
}

/** The span of what was either then or then: as early as the earlier, as late as the later. */
export function joined(a: Span, b: Span): Span {
  return {
    earliestStart: Math.min(a.earliestStart, b.earliestStart),
    latestStart: Math.max(a.latestStart, b.latestStart),
    earliestEnd: Math.min(a.earliestEnd, b.earliestEnd),
    latestEnd: Math.max(a.latestEnd, b.latestEnd),
  };
}
