import type { Scheduler } from '$lib/core/memory/fsrs';
import type { SettingProblem } from '$lib/core/memory/parameters';
import { restDays } from '$lib/core/memory/rest-days';
import type { RestPlan } from '$lib/core/memory/rest-days';
import type { RestSpan } from '$lib/core/memory/rest-span';
import { studyDayAfter } from '$lib/core/time/study-day';
import type { Clock, StorageProblem, Stored } from './ports';
import { readHistory, readPacks } from './statistics-reading';
import type { ReadingParts } from './statistics-reading';
import { viewOf } from './statistics-view';
import type { Horizon, Period, StatisticsView, StudiedPack, StudyRead } from './statistics-view';

export type StatisticsPhase =
  /** `entries`: how many of the log have been read. */
  | { readonly is: 'loading'; readonly entries: number }
  /** Nothing was answered yet. */
  | { readonly is: 'empty' }
  | { readonly is: 'ready'; readonly read: StudyRead }
  | { readonly is: 'failed'; readonly problem: StorageProblem };

export interface StatisticsParts extends ReadingParts {
  readonly clock: Clock;
  readonly scheduler: Scheduler;
  readonly rolloverHour: number;
  readonly rest: RestPlan;
  /** Keeps the planned days; null: done, else why not. */
  readonly saveRest: (spans: readonly RestSpan[]) => Promise<SettingProblem | null>;
}

/** A learner's progress in figures. The log is read once, in pieces; filters work on what was read. */
export class Statistics {
  phase: StatisticsPhase = $state.raw({ is: 'loading', entries: 0 });
  /** Null: all packs. */
  pack: string | null = $state(null);
  period: Period = $state('all');
  horizon: Horizon = $state(30);
  rest: RestPlan = $state.raw({ weeks: [], spans: [] });

  readonly view: StatisticsView | null = $derived(
    this.phase.is === 'ready'
      ? viewOf(this.phase.read, {
          pack: this.pack,
          period: this.period,
          horizon: this.horizon,
          isRest: restDays(this.rest),
        })
      : null,
  );
  /** Packs that something was learnt of. */
  readonly packs: readonly StudiedPack[] = $derived(this.phase.is === 'ready' ? this.phase.read.packs : []);

  readonly #parts: StatisticsParts;
  readonly #stopListening: () => void;
  #closed = false;
  /** Another tab wrote while this one was reading. */
  #stale = false;
  #loading = false;

  constructor(parts: StatisticsParts) {
    this.#parts = parts;
    this.rest = parts.rest;
    this.#stopListening = parts.store.onChange(() => void this.load());
  }

  /** Reads everything; again whenever another tab has written. */
  async load(): Promise<void> {
    this.#stale = true;
    if (this.#loading) return;
    this.#loading = true;
    while (this.#stale && !this.#closed) {
      this.#stale = false;
      const read = await this.#read();
      if (read === null) break;
      this.phase = !read.ok
        ? { is: 'failed', problem: read.problem }
        : read.value.history.answers.length === 0
          ? { is: 'empty' }
          : { is: 'ready', read: read.value };
    }
    this.#loading = false;
  }

  /** Plans days to be free, or takes them off the plan; false: they could not be kept. */
  async planRest(spans: readonly RestSpan[]): Promise<boolean> {
    const problem = await this.#parts.saveRest(spans);
    if (problem === null) this.rest = { ...this.rest, spans };
    return problem === null;
  }

  close(): void {
    this.#closed = true;
    this.#stopListening();
  }

  /** Null: the page has gone meanwhile. */
  async #read(): Promise<Stored<StudyRead> | null> {
    const { store, clock, rolloverHour, scheduler } = this.#parts;
    const lastDay = await store.lastDay();
    if (!lastDay.ok) return lastDay;
    const { day: today } = studyDayAfter(lastDay.value, clock.now(), rolloverHour);
    const history = await readHistory(this.#parts, (entries) => {
      if (this.phase.is === 'loading') this.phase = { is: 'loading', entries };
      return !this.#closed;
    });
    if (!history?.ok) return history;
    const packs = await readPacks(this.#parts, history.value);
    if (!packs.ok) return packs;
    return {
      ok: true,
      value: {
        today,
        history: history.value,
        packs: packs.value,
        recall: ({ memory, lastDay: last }) =>
          memory === null ? null : scheduler.retrievability(memory, Math.max(0, today - last)),
      },
    };
  }
}
