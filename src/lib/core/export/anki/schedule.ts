import { CREATED, type CardSchedule, type ReviewLine } from './collection';

/** What a learner's memory knows of a fact, as far as a card can hold it. Days are study days: day numbers since 1970-01-01. */
export interface LearntFact {
  readonly fact: string;
  readonly state: 'learning' | 'review' | 'relearning' | 'changed';
  /** Null where it is to be learnt anew. */
  readonly memory: { readonly stability: number; readonly difficulty: number } | null;
  readonly reps: number;
  readonly lapses: number;
  /** Study days from the last answer to the next; 0 while due by the clock. */
  readonly interval: number;
  /** Study day on which it is due; null: asked no more. */
  readonly due: number | null;
  /** UTC milliseconds of the next step; null when due by study day. */
  readonly dueMs: number | null;
  /** UTC milliseconds of the last answer. */
  readonly lastMs: number;
}

/** An answer as Anki's log has it: when, how well (1 again … 4 easy), how long it took. */
export interface LearntAnswer {
  readonly fact: string;
  readonly utcMs: number;
  readonly grade: 1 | 2 | 3 | 4;
  readonly milliseconds: number;
}

const SECONDS_A_DAY = 86_400;
/** The study day on which collections of ours began. */
const FIRST_DAY = Math.floor(CREATED / SECONDS_A_DAY);
/** Anki's ease of a fresh card; with FSRS it counts only where FSRS is switched off. */
const FACTOR = 2500;
/** Anki counts no more time for an answer. */
const MOST_MS = 60_000;

/** A memory as a card's schedule; null for what is to be learnt anew, which is a new card. FSRS's numbers stand in `data`, in full. */
export function scheduleOf({ state, memory, reps, lapses, interval, due, dueMs, lastMs }: LearntFact): CardSchedule | null {
  if (memory === null || state === 'changed') return null;
  const data = JSON.stringify({ s: memory.stability, d: memory.difficulty, lrt: Math.floor(lastMs / 1000) });
  const shared = { interval, factor: FACTOR, reps, lapses, data };
  if (state === 'review' || dueMs === null) {
    // What the pack asks no more lies as far ahead as Anki allows.
    const day = due ?? FIRST_DAY + 36_500;
    return { ...shared, type: 2, due: day - FIRST_DAY, interval: Math.max(1, interval) };
  }
  return { ...shared, type: state === 'relearning' ? 3 : 1, due: Math.floor(dueMs / 1000) };
} // prettier-ignore

/** Answers as lines of Anki's log. Intervals are not told again: FSRS goes by times and grades. */
export function reviewsOf(answers: readonly LearntAnswer[]): readonly ReviewLine[] {
  return answers.toSorted((a, b) => a.utcMs - b.utcMs).map(({ utcMs, grade, milliseconds }, i, all) => {
    const before = all[i - 1];
    const days = before === undefined ? 0 : Math.floor((utcMs - before.utcMs) / (SECONDS_A_DAY * 1000));
    const took = Math.max(0, Math.min(MOST_MS, Math.round(milliseconds)));
    return { ms: utcMs, ease: grade, interval: 0, lastInterval: days, factor: before === undefined ? 0 : FACTOR, took, kind: before === undefined ? 0 : 1 };
  });
} // prettier-ignore

/** A card as a collection of Anki has it. */
export interface AnkiCard {
  readonly guid: string;
  readonly type: number;
  readonly due: number;
  readonly interval: number;
  readonly reps: number;
  readonly lapses: number;
  readonly data: string;
  readonly reviews: readonly { readonly ms: number; readonly ease: number; readonly took: number }[];
}

/** When a collection began: seconds, and minutes west of UTC where it says so; and when its days begin. */
export interface Began {
  readonly seconds: number;
  readonly minutesWest: number;
  readonly rolloverHour: number;
}

/** What Anki knows of a fact by now: `memory` is null where FSRS was not switched on there, and the answers tell all that is known. */
export interface FactFromAnki {
  readonly state: 'new' | 'learning' | 'review' | 'relearning';
  readonly memory: LearntFact['memory'];
  readonly reps: number;
  readonly lapses: number;
  readonly interval: number;
  readonly due: number | null;
  readonly dueMs: number | null;
  /** By time; those with grades that Anki gives for rescheduling are left out. */
  readonly answers: readonly { readonly utcMs: number; readonly grade: 1 | 2 | 3 | 4; readonly milliseconds: number }[];
}

const STATES = ['new', 'learning', 'review', 'relearning'] as const;

/** A card read back: the inverse of `scheduleOf` for a card that nobody has answered since. */
export function factFromCard({ type, due, interval, reps, lapses, data, reviews }: AnkiCard, began: Began): FactFromAnki {
  const state = STATES[type] ?? 'new';
  const day = Math.floor((began.seconds - began.minutesWest * 60) / SECONDS_A_DAY);
  const byDay = state === 'review';
  // A step longer than a day is due by day number, which is far smaller than any second of the epoch.
  const isDayStep = (state === 'learning' || state === 'relearning') && due < 1_000_000_000;
  return {
    state,
    memory: memoryIn(data),
    reps,
    lapses,
    interval: state === 'new' || interval < 0 ? 0 : interval,
    due: byDay || isDayStep ? day + due : null,
    dueMs: byDay || isDayStep || state === 'new' ? null : due * 1000,
    answers: reviews.flatMap(({ ms, ease, took }) => (ease >= 1 && ease <= 4 ? [{ utcMs: ms, grade: ease as 1 | 2 | 3 | 4, milliseconds: took }] : [])),
  };
} // prettier-ignore

function memoryIn(data: string): LearntFact['memory'] {
  try {
    const parsed: unknown = JSON.parse(data);
    if (typeof parsed !== 'object' || parsed === null || !('s' in parsed) || !('d' in parsed)) return null;
    const { s, d } = parsed;
    if (typeof s !== 'number' || typeof d !== 'number' || !(s > 0) || !(d >= 1 && d <= 10)) return null;
    return { stability: s, difficulty: d };
  } catch {
    return null;
  }
}
