import type { Scheduler } from '$lib/core/memory/fsrs';
import type { Schedulers } from '$lib/core/memory/rebuild';
import type { Typing } from './form-choice';
import type { Retune } from './retuning';
import type { Clock, Judge, Lore, Persistence, QuestionSource, StudyStore } from './ports';

/** What a session is plugged together from. */
export interface StudyingParts {
  readonly source: QuestionSource;
  readonly store: StudyStore;
  readonly judge: Judge;
  /** Tells what a wrong answer stands for. */
  readonly lore: Lore;
  /** Lapses from which the learner is told that a fact is hard to keep. */
  readonly leechLapses: number;
  readonly clock: Clock;
  readonly persistence: Persistence;
  /** The scheduler of today's settings, and those of every entry in the log. */
  readonly scheduler: Scheduler;
  readonly schedulers: Schedulers;
  /** Brings memories up to the weights in use; absent: all were scheduled by the same. */
  readonly retune?: Retune;
  readonly newPerDay: number;
  readonly rolloverHour: number;
  /** Runs work when the learner is reading and nothing else is at hand; absent: never. */
  readonly whenIdle?: (work: () => void) => void;
  /** What the learner set about typing answers; absent: the form follows the memory. */
  readonly typing?: Typing;
  /** Questions a session, returning ones not counted. */
  readonly size: number;
  readonly app: string;
}
