import type { Span } from '../time/span';
import type { When } from '../time/when';

/**
 * What dates may say about the order of an event: null when they may say nothing. A `?` date decides no order; where
 * sources give several dates, only what all of them agree on does, so the span is their hull.
 */
export function orderingSpan(event: { readonly when: When | null; readonly conflicts: readonly When[] }): Span | null {
  if (event.when === null) return null;
  const all = [event.when, ...event.conflicts];
  if (all.some((when) => when.uncertain)) return null;
  return all.map((when) => when.span).reduce(hull);
}

function hull(a: Span, b: Span): Span {
  return {
    earliestStart: Math.min(a.earliestStart, b.earliestStart),
    latestStart: Math.max(a.latestStart, b.latestStart),
    earliestEnd: Math.min(a.earliestEnd, b.earliestEnd),
    latestEnd: Math.max(a.latestEnd, b.latestEnd),
  };
}
