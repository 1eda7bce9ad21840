import type { Scheduler } from '$lib/core/memory/fsrs';
import type { MemoryRecord } from '$lib/core/memory/record';
import { studyDayAfter } from '$lib/core/time/study-day';
import type { Clock, FactInfo, Outline, OutlineEvent, PackSummary, StorageProblem, StudyStore } from './ports';

/** How well a fact sits. `mature`: its interval is three weeks or more, the usual line in this field. */
export type Knowledge = 'new' | 'learning' | 'young' | 'mature' | 'changed';

export interface KnownFact {
  readonly fact: string;
  readonly kind: FactInfo['kind'];
  readonly knowledge: Knowledge;
  /** Probability of recall today, 0 … 1; null where there is no memory. */
  readonly recall: number | null;
  /** Study days from today; 0 and less: due. Null: not scheduled. */
  readonly dueIn: number | null;
}

export interface PageEvent extends OutlineEvent {
  /** What is asked of it and how well it sits; empty: it is shown only. */
  readonly facts: readonly KnownFact[];
}

export interface PageStoryline {
  readonly id: string;
  readonly title: string;
  readonly events: readonly PageEvent[];
  /** Its chains. */
  readonly sequences: readonly KnownFact[];
}

export type PackPagePhase =
  | { readonly is: 'loading' }
  | { readonly is: 'ready'; readonly storylines: readonly PageStoryline[]; readonly tally: Readonly<Record<Knowledge, number>> }
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

const MATURE_DAYS = 21;

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
    const { store, clock, rolloverHour, facts, outline } = this.#parts;
    const lastDay = await store.lastDay();
    const records = await store.recordsOf(this.pack.id);
    if (!lastDay.ok || !records.ok) {
      const failed = !lastDay.ok ? lastDay : records;
      if (!failed.ok) this.phase = { is: 'failed', problem: failed.problem };
      return;
    }
    const { day } = studyDayAfter(lastDay.value, clock.now(), rolloverHour);
    const byFact = new Map(records.value.map((record) => [record.fact, record]));
    const known = new Map(facts.map((info) => [info.fact, this.#know(info, byFact, day)]));
    const of = (wanted: (info: FactInfo) => boolean): readonly KnownFact[] =>
      facts.flatMap((info) => (wanted(info) ? (known.get(info.fact) ?? []) : []));
    const storylines = outline.storylines.map(({ id, title, events }) => ({
      id,
      title,
      events: events.map((event) => ({ ...event, facts: of((info) => info.kind !== 'sequence' && info.events.includes(event.id)) })),
      sequences: of((info) => info.kind === 'sequence' && info.storyline === id),
    }));
    const tally: Record<Knowledge, number> = { new: 0, learning: 0, young: 0, mature: 0, changed: 0 };
    for (const { knowledge } of known.values()) tally[knowledge] += 1;
    this.phase = { is: 'ready', storylines, tally };
  }

  /** A chain is known as well as the worst known of its pairs. */
  #know(info: FactInfo, byFact: ReadonlyMap<string, MemoryRecord>, day: number): KnownFact {
    const stale = (record: MemoryRecord): boolean => info.memories.some((memory) => memory.fact === record.fact && memory.answer !== record.answer);
    const records = info.memories.flatMap((memory) => byFact.get(memory.fact) ?? []);
    const dues = records.flatMap((record) => record.due ?? []);
    const recalls = records.flatMap((record) => (record.memory === null ? [] : this.#parts.scheduler.retrievability(record.memory, Math.max(0, day - record.lastDay))));
    return {
      fact: info.fact,
      kind: info.kind,
      knowledge: records.some((record) => record.state === 'changed' || stale(record)) ? 'changed' : knowledgeOf(records),
      recall: recalls.length === 0 ? null : Math.min(...recalls),
      dueIn: dues.length === 0 ? null : Math.min(...dues) - day,
    };
  }
}

function knowledgeOf(records: readonly MemoryRecord[]): Knowledge {
  if (records.length === 0) return 'new';
  if (records.some((record) => record.state !== 'review')) return 'learning';
  return records.every((record) => record.interval >= MATURE_DAYS) ? 'mature' : 'young';
}
