import type { Scheduler } from '$lib/core/memory/fsrs';
import { studyDayAfter } from '$lib/core/time/study-day';
import type { CareDesk } from './care-desk';
import type { Undoing } from './deciding';
import type { StudyPlace } from './scope';
import { knowPack } from './knowing';
import type { KnownPack } from './knowing';
import type { Outline } from './outline';
import type { Clock, FactInfo, PackSummary, StorageProblem, StudyStore } from './ports';

export type PackPagePhase =
  | { readonly is: 'loading' }
  | ({ readonly is: 'ready' } & KnownPack)
  | { readonly is: 'failed'; readonly problem: StorageProblem };

export interface PackPageParts {
  readonly pack: PackSummary;
  readonly outline: Outline;
  readonly facts: readonly FactInfo[];
  /** Worked out when somebody looks: a pack may have thousands of events. */
  readonly places: () => readonly StudyPlace[];
  readonly store: StudyStore;
  readonly desk: CareDesk;
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
  #day: number | null = null;

  constructor(parts: PackPageParts) {
    this.#parts = parts;
    this.pack = parts.pack;
    this.outline = parts.outline;
  }

  /** Where something is asked. */
  places(): readonly StudyPlace[] {
    return this.#parts.places();
  }

  async load(): Promise<void> {
    const { store, clock, rolloverHour, facts, outline, scheduler } = this.#parts;
    const [lastDay, records] = [await store.lastDay(), await store.recordsOf(this.pack.id)];
    const care = await store.careOf(this.pack.id);
    if (!lastDay.ok) this.phase = { is: 'failed', problem: lastDay.problem };
    else if (!records.ok) this.phase = { is: 'failed', problem: records.problem };
    else if (!care.ok) this.phase = { is: 'failed', problem: care.problem };
    else {
      const { day } = studyDayAfter(lastDay.value, clock.now(), rolloverHour);
      this.#day = day;
      this.phase = { is: 'ready', ...knowPack(outline, facts, records.value, care.value, scheduler, day) };
    }
  }

  /** Takes back what was decided about a fact, on whichever device that was. */
  async takeBack(fact: string, undoing: Undoing): Promise<void> {
    const { desk } = this.#parts;
    const problem = await desk.takeBack(this.pack, fact, undoing);
    if (problem === null) await this.load();
    else this.phase = { is: 'failed', problem };
  }

  /** Study day of today; null while nothing is read. */
  today(): number | null {
    return this.#day;
  }
}
