import { mayTouch, type Span } from '../../time/span';

/** Things with days, to be asked which of them touch a time without looking at all of them. */
export interface Timeline<T extends { readonly span: Span }> {
  /** One that may share a day with the span and is accepted; null if there is none. The same one every time. */
  find(span: Span, accepts: (entry: T) => boolean): T | null;
}

/**
 * An implicit interval tree: entries by their start, over them the latest end of every stretch of 2ᵏ, so that a stretch that ended
 * before the time is passed over whole (M. de Berg et al., Computational Geometry, 3rd ed. 2008, §10.1; here as an array).
 * O(log n) a look-up, and O(log n) for each entry that touches and is not accepted.
 */
export function createTimeline<T extends { readonly span: Span }>(entries: readonly T[]): Timeline<T> {
  const sorted = [...entries].sort((a, b) => a.span.earliestStart - b.span.earliestStart);
  const size = 2 ** Math.ceil(Math.log2(Math.max(1, sorted.length)));
  const latest = new Float64Array(2 * size).fill(-Infinity);
  for (const [i, { span }] of sorted.entries()) latest[size + i] = span.latestEnd;
  for (let node = size - 1; node >= 1; node--) {
    latest[node] = Math.max(latest[2 * node] ?? -Infinity, latest[2 * node + 1] ?? -Infinity);
  }

  const search = (node: number, first: number, width: number, span: Span, accepts: (entry: T) => boolean): T | null => {
    if ((latest[node] ?? -Infinity) < span.earliestStart) return null;
    const entry = sorted[first];
    if (entry === undefined || entry.span.earliestStart > span.latestEnd) return null;
    if (width === 1) return mayTouch(entry.span, span) && accepts(entry) ? entry : null;
    const half = width / 2;
    return search(2 * node, first, half, span, accepts) ?? search(2 * node + 1, first + half, half, span, accepts);
  };
  return { find: (span, accepts) => search(1, 0, size, span, accepts) };
}
