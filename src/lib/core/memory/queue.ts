import { fuzzDays } from './fuzz';
import { fraction } from './hash';
import { eventsOfFact, memoryKey } from './memory-key';
import type { MemoryRecord } from './record';

/** Siblings (facts of one event) are kept this many days apart, where their intervals allow it. */
export const SIBLING_SPREAD_DAYS = 5;
/** How long before its time a learning step may be asked when nothing else is left. */
export const LEARN_AHEAD_MS = 20 * 60_000;
/** One chain is offered after so many facts of single events. */
const SINGLES_TO_A_CHAIN = 4;

/** Something that can be asked, and the memories behind it: one, or one for each neighbouring pair of a chain. */
export interface StudyFact {
  readonly fact: string;
  readonly memories: readonly { readonly fact: string; readonly answer: string }[];
}

export type Reason = 'due' | 'new' | 'learning' | 'changed' | 'again';

export interface PlannedFact {
  readonly fact: string;
  readonly reason: Reason;
}

export interface DayInput {
  readonly pack: string;
  /** Everything the pack asks, in the pack's order. */
  readonly facts: readonly StudyFact[];
  /** Records due on `day` or before. */
  readonly due: readonly MemoryRecord[];
  /** Records answered on one of the last `SIBLING_SPREAD_DAYS` days, `day` included. */
  readonly recent: readonly MemoryRecord[];
  /** Whether a memory exists. */
  readonly isKnown: (key: string) => boolean;
  readonly day: number;
  readonly nowMs: number;
  /** New facts a day and pack; those of today are already counted in `recent`. */
  readonly newPerDay: number;
  /** Whether the learner lets a fact be asked today: not suspended, not buried. Absent: every one. */
  readonly mayAsk?: (fact: string) => boolean;
  /** Facts that are confused with a fact, and are not asked on one day with it. Absent: none. */
  readonly apart?: (fact: string) => readonly string[];
  /** Any number: the order of what is equally urgent hangs on it. */
  readonly seed: number;
}

/** What is to be asked today. */
export interface DayPlan {
  /** In the order to ask: learning steps first, then reviews by urgency with new facts spread among them, early learning steps last. */
  readonly items: readonly PlannedFact[];
  /** Of them: reviews and learning steps; facts whose answer changed; new facts. */
  readonly due: number;
  readonly changed: number;
  readonly fresh: number;
  /** Due, but left for another day because a sibling, or what it is confused with, is asked or was asked too shortly before. */
  readonly postponed: number;
  /** Due, but suspended or buried by the learner. */
  readonly aside: number;
  /** UTC milliseconds of the next learning step that is not in `items`; null when there is none. */
  readonly nextLearningMs: number | null;
}

interface Candidate extends PlannedFact {
  readonly urgency: number;
  /** Days the review may wait. */
  readonly slack: number;
}

/** How many new facts may still be introduced today. Counts what was first asked on `day`; the pairs of one chain count once. */
function newLeft(
  recent: readonly MemoryRecord[],
  askedBy: ReadonlyMap<string, string>,
  day: number,
  newPerDay: number,
): number {
  const first = recent.filter((record) => record.firstDay === day);
  const introduced = new Set(first.map((record) => askedBy.get(record.fact) ?? record.asked));
  return Math.max(0, newPerDay - introduced.size);
}

/** Plans a study day. Deterministic: same input, same plan. */
export function planDay(input: DayInput): DayPlan {
  const { facts, due, recent, day, nowMs, seed, mayAsk = () => true, apart = () => [] } = input;
  const askedBy = new Map(facts.flatMap((item) => item.memories.map((memory) => [memory.fact, item.fact] as const)));
  const taken = new Map<string, { fact: string; day: number }[]>();
  const today = new Set<string>();
  const take = (fact: string, on: number): void => {
    if (on === day) today.add(fact);
    for (const event of eventsOfFact(fact)) taken.set(event, [...(taken.get(event) ?? []), { fact, day: on }]);
  };
  for (const record of recent) take(askedBy.get(record.fact) ?? record.asked, record.lastDay);
  const clashes = (fact: string, within: number): boolean =>
    apart(fact).some((other) => today.has(other)) ||
    eventsOfFact(fact).some((event) =>
      (taken.get(event) ?? []).some((other) => other.fact !== fact && day - other.day < within),
    );

  const { ready, ahead, waiting, aside } = dueCandidates(due, askedBy, day, nowMs, seed, mayAsk);
  const steps = ready.filter((candidate) => candidate.reason === 'learning');
  for (const { fact } of [...steps, ...ahead]) take(fact, day);
  let postponed = 0;
  const reviews = ready.filter((candidate) => {
    if (candidate.reason === 'learning') return false;
    if (clashes(candidate.fact, 1 + candidate.slack)) {
      postponed += 1;
      return false;
    }
    take(candidate.fact, day);
    return true;
  });

  const fresh = pickNew(facts, seed, newLeft(recent, askedBy, day, input.newPerDay), (item) => {
    const known = item.memories.some((memory) => input.isKnown(memoryKey(input.pack, memory.fact)));
    if (known || !mayAsk(item.fact) || clashes(item.fact, 1)) return false;
    take(item.fact, day);
    return true;
  });
  const plain = ({ fact, reason }: PlannedFact): PlannedFact => ({ fact, reason });
  return {
    items: [...steps.map(plain), ...mix(reviews.map(plain), fresh), ...ahead.map(plain)],
    due: steps.length + ahead.length + reviews.filter((item) => item.reason === 'due').length,
    changed: reviews.filter((item) => item.reason === 'changed').length,
    fresh: fresh.length,
    postponed,
    aside,
    nextLearningMs: waiting,
  };
}

/** Minutes that so many questions take, at least 1; 0 for none. */
export function estimateMinutes(questions: number, secondsEach = 15): number {
  return questions === 0 ? 0 : Math.max(1, Math.round((questions * secondsEach) / 60));
}

/** Due records as questions: the pairs of one chain are one question, as urgent as its most urgent pair. */
function dueCandidates(
  due: readonly MemoryRecord[],
  askedBy: ReadonlyMap<string, string>,
  day: number,
  nowMs: number,
  seed: number,
  mayAsk: (fact: string) => boolean,
) {
  const aside = new Set<string>();
  const ready = new Map<string, Candidate>();
  const ahead = new Map<string, Candidate>();
  let waiting: number | null = null;
  for (const record of due) {
    // Without the pack's facts at hand the plan goes by what asked it last; with them, what the pack asks no more is left out.
    const fact = askedBy.size === 0 ? record.asked : askedBy.get(record.fact);
    if (fact === undefined || record.due === null || record.due > day) continue;
    if (!mayAsk(fact)) {
      aside.add(fact);
      continue;
    }
    const urgency = (day - record.due) / Math.max(1, record.interval);
    if (record.dueMs !== null && record.dueMs > nowMs && record.lastDay === day) {
      if (record.dueMs <= nowMs + LEARN_AHEAD_MS)
        ahead.set(fact, { fact, reason: 'learning', urgency: -record.dueMs, slack: 0 });
      else waiting = Math.min(waiting ?? Infinity, record.dueMs);
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
  const byUrgency = (a: Candidate, b: Candidate): number =>
    rank(b.reason) - rank(a.reason) ||
    b.urgency - a.urgency ||
    fraction('due', seed, a.fact) - fraction('due', seed, b.fact);
  return {
    ready: [...ready.values()].sort(byUrgency),
    ahead: [...ahead.values()].sort(byUrgency),
    waiting,
    aside: aside.size,
  };
}

function rank(reason: Reason): number {
  return reason === 'learning' ? 2 : reason === 'changed' ? 1 : 0;
}

/**
 * New facts in the order in which they are offered: as the pack tells them, each event by one of its facts first, and a chain after
 * every few of them. `accept` says whether a fact may be asked today and is called once for each that is looked at.
 */
function pickNew(
  facts: readonly StudyFact[],
  seed: number,
  count: number,
  accept: (item: StudyFact) => boolean,
): readonly PlannedFact[] {
  if (count === 0) return [];
  const isChain = (item: StudyFact): boolean => eventsOfFact(item.fact).length > 1;
  const eventOf = (item: StudyFact): string => eventsOfFact(item.fact)[0] ?? item.fact;
  const chains = facts.filter(isChain);
  const singles = facts.filter((item) => !isChain(item));
  const place = new Map<string, number>();
  for (const [index, item] of singles.entries()) if (!place.has(eventOf(item))) place.set(eventOf(item), index);
  singles.sort(
    (a, b) =>
      (place.get(eventOf(a)) ?? 0) - (place.get(eventOf(b)) ?? 0) ||
      fraction('new', seed, a.fact) - fraction('new', seed, b.fact),
  );

  const picked: PlannedFact[] = [];
  const pickChain = (): boolean => {
    const index = chains.findIndex(accept);
    const [chain] = index === -1 ? [] : chains.splice(index, 1);
    if (chain) picked.push({ fact: chain.fact, reason: 'new' });
    return chain !== undefined;
  };
  let sinceChain = 0;
  for (const item of singles) {
    if (picked.length < count && sinceChain === SINGLES_TO_A_CHAIN) {
      pickChain();
      sinceChain = 0;
    }
    if (picked.length >= count) return picked;
    if (!accept(item)) continue;
    picked.push({ fact: item.fact, reason: 'new' });
    sinceChain += 1;
  }
  while (picked.length < count && pickChain());
  return picked;
}

/** Spreads new facts evenly among the reviews. */
function mix(reviews: readonly PlannedFact[], fresh: readonly PlannedFact[]): readonly PlannedFact[] {
  const total = reviews.length + fresh.length;
  const mixed: PlannedFact[] = [];
  let newOnes = 0;
  for (let i = 0; i < total; i += 1) {
    const wanted = Math.floor(((i + 1) * fresh.length) / total);
    const item = wanted > newOnes ? fresh[newOnes] : reviews[i - newOnes];
    if (item === undefined) continue;
    if (item.reason === 'new') newOnes += 1;
    mixed.push(item);
  }
  return mixed;
}
