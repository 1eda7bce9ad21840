import type { Scheduler } from '$lib/core/memory/fsrs';
import { studyDayAfter } from '$lib/core/time/study-day';
import { knowPack } from './knowing';
import type { KnownPack } from './knowing';
import type { Clock, FactInfo, Outline, PackSummary, StorageProblem, StudyStore } from './ports';

export type PackPagePhase =
  | { readonly is: 'loading' }
  | ({ readonly is: 'ready' } & KnownPack)
  | { readonly is: 'failed'; readonly problem: StorageProblem };

export interface PackPageParts {
  readonly pack: PackSummary;
  readonly outline: Outline;
  readonly facts: readonly FactInfo[];
  readonly store: StudyStore;
  readonly clock: Clock;
  readonly scheduler: Scheduler;
  readonly rolloverHour: number;
}

/** A pack told storyline by storyline, with what its learner knows of it. */
export class PackPage {
  phase: PackPagePhase = $state.raw({ is: 'loading' });
  readonly pack: PackSummary;
  readonly outline: Outline;

  readonly #parts: PackPageParts;

  constructor(parts: PackPageParts) {
    this.#parts = parts;
    this.pack = parts.pack;
    this.outline = parts.outline;
  }

  async load(): Promise<void> {
    const { store, clock, rolloverHour, facts, outline, scheduler } = this.#parts;
    const [lastDay, records] = [await store.lastDay(), await store.recordsOf(this.pack.id)];
    if (!lastDay.ok) this.phase = { is: 'failed', problem: lastDay.problem };
    else if (!records.ok) this.phase = { is: 'failed', problem: records.problem };
    else {
      const { day } = studyDayAfter(lastDay.value, clock.now(), rolloverHour);
      this.phase = { is: 'ready', ...knowPack(outline, facts, records.value, scheduler, day) };
    }
  }
}
