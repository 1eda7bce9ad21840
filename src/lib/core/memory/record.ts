import type { FsrsMemory } from './fsrs';

/**
 * Where a fact stands. `learning` and `relearning` fall due by the clock, `review` by study day. `changed`: its answer is another
 * one than the one learnt, so it is learnt anew.
 */
export type RecordState = 'learning' | 'review' | 'relearning' | 'changed';

/** The stored memory of one fact. Small, because thousands are read at once; all of it follows from the log. */
export interface MemoryRecord {
  /** `memoryKey(pack, fact)`. */
  readonly key: string;
  readonly pack: string;
  /** `<event>:date`, `<earlier>+<later>:before` … */
  readonly fact: string;
  /** The fact it was last asked by; differs from `fact` for pairs, whose chain is asked. */
  readonly asked: string;
  /** The answer learnt: an EDTF date, a place id, `before`. */
  readonly answer: string;
  readonly state: RecordState;
  /** Null in state `changed`. */
  readonly memory: FsrsMemory | null;
  /** Which learning or relearning step comes next; 0 in the other states. */
  readonly step: number;
  /** Answers so far. */
  readonly reps: number;
  /** Reviews forgotten. */
  readonly lapses: number;
  /** Study day of the first answer. */
  readonly firstDay: number;
  /** Study day, UTC milliseconds and entry id of what was last applied: the replay order. */
  readonly lastDay: number;
  readonly lastMs: number;
  readonly lastEntry: string;
  /** Study days from `lastDay` to the next review; 0 while due by the clock. */
  readonly interval: number;
  /** Study day on which it is next due; null: the pack asks it no more (kept, in case it comes back). */
  readonly due: number | null;
  /** UTC milliseconds of the next learning step; null when due by study day. */
  readonly dueMs: number | null;
}
