import type { MemoryRecord } from '../record';

/** Facts that a pack asks and that belong together: the memories of one storyline. */
export interface FactGroup {
  readonly group: string;
  /** Without the pack; each counts once. */
  readonly facts: Iterable<string>;
}

export interface GroupKnowledge {
  readonly group: string;
  readonly total: number;
  /** How many have been asked at least once. */
  readonly met: number;
  /** How many would be recalled now, on average: the sum of their probabilities. */
  readonly expected: number;
}

/**
 * How much of each group is in memory today. A fact never asked, or whose answer has changed, counts as not known.
 *
 * @param recall probability that a memory is recalled today, 0 … 1; null: there is none
 */
export function knowledgeOf(
  groups: readonly FactGroup[],
  records: readonly MemoryRecord[],
  recall: (record: MemoryRecord) => number | null,
): readonly GroupKnowledge[] {
  const byFact = new Map(records.map((record) => [record.fact, record]));
  return groups.map(({ group, facts }) => {
    const all = [...new Set(facts)];
    const met = all.flatMap((fact) => byFact.get(fact) ?? []);
    return {
      group,
      total: all.length,
      met: met.length,
      expected: met.reduce((sum, record) => sum + (recall(record) ?? 0), 0),
    };
  });
}

/** Bounds in days between which stabilities are counted. */
export const STABILITY_EDGES = [0, 1, 7, 21, 90, 365, Infinity] as const;

export interface StabilityBin {
  /** Days: low ≤ stability < high. */
  readonly low: number;
  readonly high: number;
  readonly facts: number;
}

/** How long memories last: after its stability in days a fact is recalled with a probability of .9. */
export function stabilitiesOf(records: readonly MemoryRecord[]): readonly StabilityBin[] {
  const bins = STABILITY_EDGES.slice(0, -1).map((low, index) => ({
    low,
    high: STABILITY_EDGES[index + 1] ?? Infinity,
    facts: 0,
  }));
  for (const { memory } of records) {
    const bin = memory === null ? undefined : bins.findLast(({ low }) => memory.stability >= low);
    if (bin !== undefined) bin.facts += 1;
  }
  return bins;
}
