import { fuzzDays } from './fuzz';
import { fraction } from './hash';
import type { MemoryRecord } from './record';
import type { ReviewOrder } from './study-settings';

/** Siblings (facts of one event) are kept this many days apart, where their intervals allow it. */
export const SIBLING_SPREAD_DAYS = 5;
/** How long before its time a learning step may be asked when nothing else is left. */
export const LEARN_AHEAD_MS = 20 * 60_000;

/** Why a fact is asked. `exam`: the plan for an exam asks it, due or not; `cram`: the learner wants to go over it, and nothing is scheduled. */
export type Reason = 'due' | 'new' | 'learning' | 'changed' | 'again' | 'exam' | 'cram';

/** A fact that is due, with what decides about its turn. */
export interface DueFact {
  readonly fact: string;
  readonly reason: Reason;
  /** The higher, the earlier among those with the same reason. */
  readonly urgency: number;
  /** Days the review may wait. */
  readonly slack: number;
}

export interface DueInput {
  /** Records due on `day` or before. */
  readonly due: readonly MemoryRecord[];
  /** The fact that asks a memory; empty where the pack's facts are not at hand. */
  readonly askedBy: ReadonlyMap<string, string>;
  readonly day: number;
  readonly nowMs: number;
  readonly order: ReviewOrder;
  readonly seed: number;
  /** Whether the learner lets a fact be asked today: not suspended, not buried. */
  readonly mayAsk: (fact: string) => boolean;
}

export interface DueFacts {
  /** Learning steps whose time has come, changed facts, reviews; each kind by urgency. */
  readonly ready: readonly DueFact[];
  /** Learning steps that may be asked before their time, the earliest first. */
  readonly ahead: readonly DueFact[];
  /** UTC milliseconds of the first of `ahead`; null: there is none. */
  readonly aheadMs: number | null;
  /** UTC milliseconds of the next learning step later than those; null: there is none. */
  readonly waitingMs: number | null;
  /** How many are due, but put aside by the learner. */
  readonly aside: number;
}

/** Due records as questions: the pairs of one chain are one question, as urgent as its most urgent pair. */
export function dueFacts({ due, askedBy, day, nowMs, order, seed, mayAsk }: DueInput): DueFacts {
  const aside = new Set<string>();
  const ready = new Map<string, DueFact>();
  const ahead = new Map<string, DueFact>();
  const urgencyOf = urgencyBy(order, askedBy, day, seed);
  let waitingMs: number | null = null;
  for (const record of due) {
    // Without the pack's facts at hand the plan goes by what asked it last; with them, what the pack asks no more is left out.
    const fact = askedBy.size === 0 ? record.asked : askedBy.get(record.fact);
    if (fact === undefined || record.due === null || record.due > day) continue;
    if (!mayAsk(fact)) {
      aside.add(fact);
      continue;
    }
    const urgency = urgencyOf(record, fact, record.due);
    if (record.dueMs !== null && record.dueMs > nowMs && record.lastDay === day) {
      if (record.dueMs <= nowMs + LEARN_AHEAD_MS) {
        const soonest = Math.max(-record.dueMs, ahead.get(fact)?.urgency ?? -Infinity);
        ahead.set(fact, { fact, reason: 'learning', urgency: soonest, slack: 0 });
      } else waitingMs = Math.min(waitingMs ?? Infinity, record.dueMs);
      continue;
    }
    const reason = record.state === 'changed' ? 'changed' : record.dueMs === null ? 'due' : 'learning';
    const slack =
      reason === 'due'
        ? Math.max(0, Math.min(SIBLING_SPREAD_DAYS - 1, Math.floor(fuzzDays(record.interval)) - (day - record.due)))
        : 0;
    const other = ready.get(fact);
    if (!other || rank(reason) > rank(other.reason) || (reason === other.reason && urgency > other.urgency)) {
      ready.set(fact, { fact, reason, urgency, slack: Math.min(slack, other?.slack ?? slack) });
    }
  }
  for (const fact of ready.keys()) ahead.delete(fact);
  const byUrgency = (a: DueFact, b: DueFact): number =>
    rank(b.reason) - rank(a.reason) ||
    b.urgency - a.urgency ||
    fraction('due', seed, a.fact) - fraction('due', seed, b.fact);
  const early = [...ahead.values()].sort(byUrgency);
  const [first] = early;
  return {
    ready: [...ready.values()].sort(byUrgency),
    ahead: early,
    aheadMs: first === undefined ? null : -first.urgency,
    waitingMs,
    aside: aside.size,
  };
}

type Urgency = (record: MemoryRecord, fact: string, due: number) => number;

function urgencyBy(order: ReviewOrder, askedBy: ReadonlyMap<string, string>, day: number, seed: number): Urgency {
  switch (order) {
    case 'overdue':
      return (record, _fact, due) => (day - due) / Math.max(1, record.interval);
    case 'due':
      return (_record, _fact, due) => day - due;
    case 'forgotten':
      // Under one set of weights recall falls with elapsed days over stability: no forgetting curve is needed to compare two.
      return ({ memory, lastDay }) => (memory === null ? Infinity : (day - lastDay) / memory.stability);
    case 'random':
      return (_record, fact) => fraction('random', seed, fact);
    case 'pack': {
      const place = new Map([...new Set(askedBy.values())].map((fact, index) => [fact, index]));
      return (_record, fact) => -(place.get(fact) ?? place.size);
    }
  }
}

function rank(reason: Reason): number {
  return reason === 'learning' ? 2 : reason === 'changed' ? 1 : 0;
}
