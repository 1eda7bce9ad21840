import { fraction } from './hash';
import { EMPTY_PLAN } from './queue';
import type { DayPlan, StudyFact } from './queue';
import { isKind } from './session-state';
import type { SessionKind, SessionState } from './session-state';

/**
 * What is left to go over when nothing is scheduled: every fact once, in an order by chance, and then all of them again. Due or not does
 * not matter.
 *
 * @param before the last session of the pack: what one of the same kind has asked is done with in this round
 * @param seed any number: the order hangs on it and on the round
 */
export function planCram(
  facts: readonly StudyFact[],
  kind: SessionKind,
  before: SessionState | null,
  seed: number,
): DayPlan {
  const asked = before !== null && isKind(before, kind) ? before.answered : [];
  const times = new Map<string, number>();
  for (const { item, decided } of asked) {
    if (item.attempt === 0 && decided === undefined) times.set(item.fact, (times.get(item.fact) ?? 0) + 1);
  }
  const round = Math.min(...facts.map(({ fact }) => times.get(fact) ?? 0));
  const left = facts.filter(({ fact }) => (times.get(fact) ?? 0) === round);
  const items = left
    .map(({ fact }) => ({ fact, chance: fraction('cram', seed, round, fact) }))
    .sort((a, b) => a.chance - b.chance)
    .map(({ fact }) => ({ fact, reason: 'cram' as const }));
  return { ...EMPTY_PLAN, items };
}
