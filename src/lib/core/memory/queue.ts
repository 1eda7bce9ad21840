import { SIBLING_SPREAD_DAYS, dueFacts } from './due-facts';
import type { Reason } from './due-facts';
import { memoryKey } from './memory-key';
import { pickNew } from './new-facts';
import type { MemoryRecord } from './record';
import { Siblings } from './siblings';
import type { DayEase, PackSettings } from './study-settings';

/** So many facts are offered at once to who wants more than the day's limit. */
export const MORE_AT_ONCE = 10;

/** Something that can be asked, and the memories behind it: one, or one for each neighbouring pair of a chain. */
export interface StudyFact {
  readonly fact: string;
  readonly memories: readonly { readonly fact: string; readonly answer: string }[];
}

export interface PlannedFact {
  readonly fact: string;
  readonly reason: Reason;
}

/** What a learner asked for on top of the day's limits, on one study day and of one pack. */
export interface Extra {
  readonly fresh: number;
  readonly reviews: number;
}

export interface DayInput {
  readonly pack: string;
  /** Everything that may be asked, in the pack's order. */
  readonly facts: readonly StudyFact[];
  /** Records due on `day` or before. */
  readonly due: readonly MemoryRecord[];
  /** Records answered on one of the last `SIBLING_SPREAD_DAYS` days, `day` included. */
  readonly recent: readonly MemoryRecord[];
  /** Whether a memory exists. */
  readonly isKnown: (key: string) => boolean;
  readonly day: number;
  readonly nowMs: number;
  /** Limits of the pack; what was answered today is counted in `recent`. */
  readonly rules: Pick<PackSettings, 'newPerDay' | 'reviewsPerDay' | 'reviewOrder' | 'newOrder'>;
  /** What kind of day it is. */
  readonly ease: DayEase;
  readonly extra: Extra;
  /** Whether the learner lets a fact be asked today: not suspended, not buried. Absent: every one. */
  readonly mayAsk?: (fact: string) => boolean;
  /** Facts that are confused with a fact, and are not asked on one day with it. Absent: none. */
  readonly apart?: (fact: string) => readonly string[];
  /** Given: a plan for an exam says what is asked instead of what is due and new. Absent or null: there is none. */
  readonly exam?: ExamDay | null;
  /** Any number: the order of what is equally urgent hangs on it. */
  readonly seed: number;
}

/** What a plan for an exam has for today. */
export interface ExamDay {
  /** What to ask today, the most worthwhile first, and what else would gain something. */
  readonly today: readonly string[];
  readonly more: readonly string[];
  /** Questions that fit into what the plan leaves of the day's time. */
  readonly room: number;
  /** Days until it. */
  readonly inDays: number;
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
  /** Beyond today's limits: reviews that are due, and new facts, of which no more than `MORE_AT_ONCE` are counted. */
  readonly heldReviews: number;
  readonly heldFresh: number;
  /** What was answered today beyond the limits, what the learner asked for included: lowered limits, another device. */
  readonly over: Extra;
  readonly ease: DayEase;
  /** Nothing of what may be asked was ever answered. */
  readonly untouched: boolean;
  /** How many of `items`, at their end, are learning steps before their time. */
  readonly ahead: number;
  /** UTC milliseconds at which the first of the early learning steps in `items` is really due; null when there is none. */
  readonly aheadMs: number | null;
  /** UTC milliseconds of the next learning step that is not in `items`; null when there is none. */
  readonly nextLearningMs: number | null;
}

/** Plans a study day. Deterministic: same input, same plan. */
export function planDay(input: DayInput): DayPlan {
  const plan = planByRules(input);
  return input.exam == null ? plan : planByExam(input, input.exam, plan);
}

/**
 * The same day by the plan for an exam: learning steps stay where they are, between them comes what the plan asks, and then what would come
 * anyway while there is time: a plan with time to spare would put everything off to its last weeks, and nobody knows what becomes of those.
 * Siblings are kept on different days only while there are days enough; what is confused, always.
 */
function planByExam(input: DayInput, exam: ExamDay, usual: DayPlan): DayPlan {
  const { facts, recent, day, mayAsk = () => true, apart = () => [] } = input;
  const steps = usual.items.filter(({ reason }) => reason === 'learning');
  const siblings = new Siblings(day, apart);
  const askedBy = askedByOf(facts);
  for (const record of recent) siblings.take(askedBy.get(record.fact) ?? record.asked, record.lastDay);
  for (const { fact } of steps) siblings.take(fact, day);
  const isStep = new Set(steps.map(({ fact }) => fact));
  const known = new Set(
    facts
      .filter(({ memories }) => memories.some(({ fact }) => input.isKnown(memoryKey(input.pack, fact))))
      .map(({ fact }) => fact),
  );
  const items: PlannedFact[] = [];
  const isTaken = new Set(isStep);
  const isPutOff = (fact: string): boolean =>
    exam.inDays > SIBLING_SPREAD_DAYS ? siblings.clash(fact, 1) : siblings.isConfusedToday(fact);
  const take = (fact: string): void => {
    siblings.take(fact, day);
    isTaken.add(fact);
    items.push({ fact, reason: known.has(fact) ? 'exam' : 'new' });
  };
  let postponed = 0;
  for (const fact of exam.today) {
    if (isStep.has(fact) || !mayAsk(fact)) continue;
    if (isPutOff(fact)) postponed += 1;
    else take(fact);
  }
  // The time of what was put off goes to what else would gain most.
  let freed = postponed;
  for (const fact of exam.more) {
    if (freed === 0) break;
    if (isTaken.has(fact) || !mayAsk(fact) || isPutOff(fact)) continue;
    take(fact);
    freed -= 1;
  }
  const planned = items.length;
  for (const item of usual.items) {
    if (items.length >= planned + exam.room) break;
    if (isTaken.has(item.fact) || siblings.clash(item.fact, 1)) continue;
    siblings.take(item.fact, day);
    isTaken.add(item.fact);
    items.push(item);
  }
  const fresh = items.filter(({ reason }) => reason === 'new').length;
  const early = usual.aheadMs === null ? [] : steps.slice(-usual.ahead);
  return {
    ...usual,
    items: [...steps.slice(0, steps.length - early.length), ...items, ...early],
    due: steps.length + items.length - fresh,
    changed: 0,
    fresh,
    postponed,
    heldReviews: exam.more.filter((fact) => mayAsk(fact) && !isTaken.has(fact)).length,
    heldFresh: 0,
    over: { fresh: 0, reviews: 0 },
  };
}

function askedByOf(facts: readonly StudyFact[]): ReadonlyMap<string, string> {
  return new Map(facts.flatMap((item) => item.memories.map((memory) => [memory.fact, item.fact] as const)));
}

function planByRules(input: DayInput): DayPlan {
  const { facts, due, recent, day, nowMs, seed, rules, mayAsk = () => true, apart = () => [] } = input;
  const askedBy = askedByOf(facts);
  const left = limitsLeft(input, askedBy);
  const siblings = new Siblings(day, apart);
  for (const record of recent) siblings.take(askedBy.get(record.fact) ?? record.asked, record.lastDay);

  const found = dueFacts({ due, askedBy, day, nowMs, order: rules.reviewOrder, seed, mayAsk });
  const { ready, ahead, aheadMs, waitingMs, aside } = found;
  const steps = ready.filter((candidate) => candidate.reason === 'learning');
  for (const { fact } of [...steps, ...ahead]) siblings.take(fact, day);
  const reviews: PlannedFact[] = [];
  let postponed = 0;
  let heldReviews = 0;
  for (const { fact, reason, slack } of ready) {
    if (reason === 'learning') continue;
    if (siblings.clash(fact, 1 + slack)) postponed += 1;
    else if (reviews.length >= left.reviews) heldReviews += 1;
    else {
      siblings.take(fact, day);
      reviews.push({ fact, reason });
    }
  }

  const isKnown = (memory: { readonly fact: string }): boolean => input.isKnown(memoryKey(input.pack, memory.fact));
  const freshLeft = Math.max(0, left.fresh);
  const fresh = pickNew(facts, rules.newOrder, seed, freshLeft + MORE_AT_ONCE, (item) => {
    if (item.memories.some(isKnown) || !mayAsk(item.fact) || siblings.clash(item.fact, 1)) return false;
    siblings.take(item.fact, day);
    return true;
  });
  const today = fresh.slice(0, freshLeft).map((fact): PlannedFact => ({ fact, reason: 'new' }));
  const plain = ({ fact, reason }: PlannedFact): PlannedFact => ({ fact, reason });
  return {
    items: [...steps.map(plain), ...mix(reviews, today), ...ahead.map(plain)],
    due: steps.length + ahead.length + reviews.filter((item) => item.reason === 'due').length,
    changed: reviews.filter((item) => item.reason === 'changed').length,
    fresh: today.length,
    postponed,
    aside,
    heldReviews,
    heldFresh: fresh.length - today.length,
    over: { fresh: Math.max(0, -left.fresh), reviews: Math.max(0, -left.reviews) },
    ease: input.ease,
    untouched: !facts.some((item) => item.memories.some(isKnown)),
    ahead: ahead.length,
    aheadMs,
    nextLearningMs: waitingMs,
  };
}

/** A plan with nothing in it. */
export const EMPTY_PLAN: DayPlan = {
  items: [], due: 0, changed: 0, fresh: 0, postponed: 0, aside: 0, heldReviews: 0, heldFresh: 0, over: { fresh: 0, reviews: 0 }, ease: 'usual', untouched: true,
  ahead: 0, aheadMs: null, nextLearningMs: null,
}; // prettier-ignore

/** Minutes that so many questions take, at least 1; 0 for none. */
export function estimateMinutes(questions: number, secondsEach = 15): number {
  return questions === 0 ? 0 : Math.max(1, Math.round((questions * secondsEach) / 60));
}

/** What a kind of day leaves of a daily limit: half of it, rounded up, or nothing. */
export function limitOn(ease: DayEase, limit: number): number {
  return ease === 'usual' ? limit : ease === 'fewer' ? Math.ceil(limit / 2) : 0;
}

/**
 * How much of the limits is left, below zero where more was answered: what was first asked today counts as new, what was known before and asked today as a review, and
 * the pairs of one chain count once.
 */
function limitsLeft({ recent, day, rules, ease, extra }: DayInput, askedBy: ReadonlyMap<string, string>): Extra {
  const today = recent.filter((record) => record.lastDay === day);
  const asked = (records: readonly MemoryRecord[]): Set<string> =>
    new Set(records.map((record) => askedBy.get(record.fact) ?? record.asked));
  const introduced = asked(today.filter((record) => record.firstDay === day));
  const reviewed = asked(today.filter((record) => record.firstDay < day && record.state !== 'changed'));
  return {
    fresh: limitOn(ease, rules.newPerDay) + extra.fresh - introduced.size,
    reviews: limitOn(ease, rules.reviewsPerDay) + extra.reviews - reviewed.size,
  };
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
