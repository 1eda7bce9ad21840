import { mayTouch, type Span } from '../../time/span';

/** Things with days, to be asked which of them touch a time without looking at all of them. */
export interface Timeline<T extends { readonly span: Span }> {
  /** Whether any may share a day with the span. */
  touches(span: Span): boolean;
  /** One that may share a day with the span and is accepted; null if there is none. The same one every time. */
  find(span: Span, accepts: (entry: T) => boolean): T | null;
}

/**
 * Entries by their start, with the latest end of all up to each: whether any touches a time is one look, and nearly always the answer is no.
 * Which one it is, is looked up in an implicit interval tree over them, made when first asked for: the latest end of every stretch of 2ᵏ,
 * so that a stretch that ended before the time is passed over whole (M. de Berg et al., Computational Geometry, 3rd ed. 2008, §10.1; here
 * as an array). O(log n) a look-up, and O(log n) for each entry that touches and is not accepted.
 */
export function createTimeline<T extends { readonly span: Span }>(entries: readonly T[]): Timeline<T> {
  return new SortedTimeline(entries);
}

class SortedTimeline<T extends { readonly span: Span }> implements Timeline<T> {
  readonly #sorted: readonly T[];
  readonly #starts: number[] = [];
  /** The latest end of all entries up to each. */
  readonly #ends: number[] = [];
  #tree: Float64Array | null = null;

  constructor(entries: readonly T[]) {
    this.#sorted = entries.toSorted((a, b) => a.span.earliestStart - b.span.earliestStart);
    let latest = -Infinity;
    for (const { span } of this.#sorted) {
      latest = Math.max(latest, span.latestEnd);
      this.#starts.push(span.earliestStart);
      this.#ends.push(latest);
    }
  }

  touches(span: Span): boolean {
    const begun = this.#begunBy(span.latestEnd);
    return begun > 0 && (this.#ends[begun - 1] ?? -Infinity) >= span.earliestStart;
  }

  find(span: Span, accepts: (entry: T) => boolean): T | null {
    if (!this.touches(span)) return null;
    this.#tree ??= latestEnds(this.#sorted);
    return this.#search(this.#tree, 1, 0, this.#tree.length / 2, span, accepts);
  }

  /** How many have begun by a day. */
  #begunBy(day: number): number {
    const starts = this.#starts;
    let low = 0;
    let high = starts.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((starts[middle] ?? Infinity) <= day) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #search(
    tree: Float64Array,
    node: number,
    first: number,
    width: number,
    span: Span,
    accepts: (entry: T) => boolean,
  ): T | null {
    if ((tree[node] ?? -Infinity) < span.earliestStart) return null;
    const entry = this.#sorted[first];
    if (entry === undefined || entry.span.earliestStart > span.latestEnd) return null;
    if (width === 1) return mayTouch(entry.span, span) && accepts(entry) ? entry : null;
    const half = width / 2;
    return (
      this.#search(tree, 2 * node, first, half, span, accepts) ??
      this.#search(tree, 2 * node + 1, first + half, half, span, accepts)
    );
  }
}

/** The latest end of every stretch of 2ᵏ entries, that of all at 1, the halves of what stands at i at 2i and 2i + 1. */
function latestEnds(sorted: readonly { readonly span: Span }[]): Float64Array {
  const size = 2 ** Math.ceil(Math.log2(Math.max(1, sorted.length)));
  const latest = new Float64Array(2 * size).fill(-Infinity);
  for (const [i, { span }] of sorted.entries()) latest[size + i] = span.latestEnd;
  for (let node = size - 1; node >= 1; node--) {
    latest[node] = Math.max(latest[2 * node] ?? -Infinity, latest[2 * node + 1] ?? -Infinity);
  }
  return latest;
}
