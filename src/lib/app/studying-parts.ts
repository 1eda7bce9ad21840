import type { Scheduler } from '$lib/core/memory/fsrs';
import type { Schedulers } from '$lib/core/memory/rebuild';
import type { Retune } from './retuning';
import type { SettingsOfPack } from '$lib/core/memory/study-settings';
import type { Breathe } from './in-pauses';
import type { Scope } from '$lib/core/memory/session-state';
import type { Clock, FactInfo, Judge, Lore, Persistence, QuestionSource, StudyStore } from './ports';

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
  /** Settings as they hold for the pack. */
  readonly settings: SettingsOfPack;
  /** `cram`: whatever is asked, nothing is scheduled. */
  readonly mode: 'study' | 'cram';
  readonly scope: Scope;
  /** The scope in words; null: the whole pack. */
  readonly about: string | null;
  /** What of the pack the scope takes in; null: all of it. */
  readonly within: ((info: FactInfo) => boolean) | null;
  /** Calls back at a moment in UTC milliseconds, or as soon after it as the device is awake; returns what calls it off. Absent: never. */
  readonly wakeAt?: (utcMs: number, call: () => void) => () => void;
  /** Lets what is more urgent have its turn in long work. */
  readonly breathe: Breathe;
  /** Runs work when the learner is reading and nothing else is at hand; absent: never. */
  readonly whenIdle?: (work: () => void) => void;
  readonly app: string;
}
