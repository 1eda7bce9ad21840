import type { Draw } from '../hash';

/** Something that could stand beside the key. */
export interface Candidate<T> {
  readonly value: T;
  /** Lower is better. */
  readonly cost: number;
  /** Backed by an event of the pack, not only by its nearness: enough of these make a fourth option (rule O1). */
  readonly good: boolean;
  /** Legal, but few learners would believe it: at most one of these stands in a question, where the candidates allow that. */
  readonly strange?: boolean;
  /** Characters by which its text is longer than the key's; negative: shorter. Absent: not known. */
  readonly excess?: number;
}

/** How much luck may outweigh cost, so that another seed brings other distractors. */
const JITTER = 1.5;

/** How much dearer a candidate may be that is taken for its length alone: a date of another decade tells more than a short text. */
const MOST_DEARER = 3;

/**
 * Picks distractors so that the key takes a drawn rank among the options (rule O3): as many from before it and after it as the
 * rank wants, or the nearest rank that the candidates allow. Three options, or four where three good distractors exist (rule O1).
 *
 * @param earlier candidates that would stand before the key
 * @param later candidates that would stand after it
 * @returns the chosen ones, in no particular order; null if there are fewer than two candidates
 */
export function chooseAround<T>(
  draw: Draw,
  earlier: readonly Candidate<T>[],
  later: readonly Candidate<T>[],
): readonly T[] | null {
  if (earlier.length + later.length < 2) return null;
  const strange = countStrange(earlier) + countStrange(later);
  const mustSpare = strange > 0 && strange < earlier.length + later.length;
  return mustSpare ? chooseFrom(draw, ...sparing(draw, earlier, later)) : chooseFrom(draw, earlier, later);
}

function countStrange(candidates: readonly Candidate<unknown>[]): number {
  let count = 0;
  for (const { strange } of candidates) if (strange === true) count++;
  return count;
}

/** The same sides with the one strange candidate that is cheapest, and all that are not. */
function sparing<T>(
  draw: Draw,
  earlier: readonly Candidate<T>[],
  later: readonly Candidate<T>[],
): readonly [readonly Candidate<T>[], readonly Candidate<T>[]] {
  const [kept] = cheapest(
    draw,
    [...earlier, ...later].filter(({ strange }) => strange === true),
    1,
  );
  const mayStand = (one: Candidate<T>): boolean => one.strange !== true || one === kept;
  return [earlier.filter(mayStand), later.filter(mayStand)];
}

function chooseFrom<T>(draw: Draw, earlier: readonly Candidate<T>[], later: readonly Candidate<T>[]): readonly T[] {
  // Four only where every rank could be filled with good ones, or the rank would tell which side of the pack the key lies on.
  const wanted = countGood(earlier) >= 3 && countGood(later) >= 3 ? 3 : 2;
  const rank = draw.below(wanted + 1);
  const before = Math.max(Math.min(rank, earlier.length), wanted - later.length);
  const chosen = [cheapest(draw, earlier, before), cheapest(draw, later, wanted - before)];
  // In one of so many questions the key may be the longest option; in the others it is not, where the candidates allow that (rule O5).
  if (draw.below(wanted + 1) > 0) lengthen(chosen, [earlier, later]);
  return chosen.flat().map(({ value }) => value);
}

/** Puts a longer candidate in a shorter one's place, on the same side of the key, if otherwise the key stood out by its length. */
function lengthen<T>(chosen: Candidate<T>[][], sides: readonly (readonly Candidate<T>[])[]): void {
  const all = chosen.flat();
  const excess = ({ excess: its = 0 }: Candidate<T>): number => its;
  if (all.some((one) => excess(one) > 0) || all.every((one) => excess(one) === 0)) return;
  let best: { readonly side: Candidate<T>[]; readonly by: Candidate<T> } | null = null;
  for (const [i, side] of chosen.entries()) {
    const out = side.find((one) => excess(one) < 0);
    if (out === undefined) continue;
    for (const by of sides[i] ?? []) {
      if (excess(by) < 0 || side.includes(by) || by.cost > out.cost + MOST_DEARER) continue;
      if (best === null || isBetter(by, best.by)) best = { side, by };
    }
  }
  if (best === null) return;
  const out = best.side.findIndex((one) => excess(one) < 0);
  best.side.splice(out, 1, best.by);
}

/** Longer than the key before as long, then cheaper. */
function isBetter(a: Candidate<unknown>, b: Candidate<unknown>): boolean {
  const longer = Number((a.excess ?? 0) > 0) - Number((b.excess ?? 0) > 0);
  return longer !== 0 ? longer > 0 : a.cost < b.cost;
}

function countGood(candidates: readonly Candidate<unknown>[]): number {
  let count = 0;
  for (const { good } of candidates) if (good) count++;
  return count;
}

function cheapest<T>(draw: Draw, candidates: readonly Candidate<T>[], count: number): Candidate<T>[] {
  const costs = candidates.map(({ cost }) => cost + (draw.below(1024) / 1024) * JITTER);
  const chosen: Candidate<T>[] = [];
  // Three of a dozen: looking for the least three times is less than sorting.
  while (chosen.length < count) {
    let least = -1;
    let lowest = Infinity;
    for (let i = 0; i < costs.length; i++) {
      const cost = costs[i] ?? Infinity;
      if (cost >= lowest) continue;
      least = i;
      lowest = cost;
    }
    const candidate = candidates[least];
    if (candidate === undefined) break;
    chosen.push(candidate);
    costs[least] = Infinity;
  }
  return chosen;
}
