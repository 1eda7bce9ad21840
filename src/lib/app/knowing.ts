import { mayBeAsked } from '$lib/core/memory/care';
import type { CareRecord } from '$lib/core/memory/care';
import { isOpen } from '$lib/core/memory/confusion';
import type { Scheduler } from '$lib/core/memory/fsrs';
import type { Flag } from '$lib/core/memory/log';
import type { MemoryRecord } from '$lib/core/memory/record';
import type { Outline, OutlineEvent } from './outline';
import type { FactInfo } from './ports';

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
  readonly aside: Aside;
}

/** What a learner decided about a fact, and whether it is mixed up with something. */
export interface Aside {
  readonly suspended: boolean;
  /** Not before tomorrow. */
  readonly buried: boolean;
  readonly flags: readonly Flag[];
  readonly confused: boolean;
}

export interface KnownEvent extends OutlineEvent {
  /** What is asked of it and how well it sits. */
  readonly facts: readonly KnownFact[];
  /** A question of order asks it together with others. */
  readonly inSequence: boolean;
}

export interface KnownStoryline {
  readonly id: string;
  readonly title: string;
  readonly events: readonly KnownEvent[];
  /** Its chains. */
  readonly sequences: readonly KnownFact[];
}

export interface KnownPack {
  readonly storylines: readonly KnownStoryline[];
  readonly tally: Readonly<Record<Knowledge, number>>;
}

const MATURE_DAYS = 21;

/** Lays what a learner knows over a pack's outline. `day` is today's study day. */
export function knowPack(
  outline: Outline,
  facts: readonly FactInfo[],
  records: readonly MemoryRecord[],
  care: readonly CareRecord[],
  scheduler: Scheduler,
  day: number,
): KnownPack {
  const cared = new Map(care.map((record) => [record.fact, record]));
  const byFact = new Map(records.map((record) => [record.fact, record]));
  const known = facts.map((info) => ({
    info,
    fact: { ...knowFact(info, byFact, scheduler, day), aside: asideOf(info, cared, day) },
  }));
  const tally: Record<Knowledge, number> = { new: 0, learning: 0, young: 0, mature: 0, changed: 0 };
  for (const { fact } of known) tally[fact.knowledge] += 1;
  const chained = new Set(facts.flatMap(({ kind, events }) => (kind === 'sequence' ? events : [])));
  const storylines = outline.storylines.map(({ id, title, events }) => ({
    id,
    title,
    events: events.map((event) => ({
      ...event,
      inSequence: chained.has(event.id),
      facts: known
        .filter(({ info }) => info.kind !== 'sequence' && info.events.includes(event.id))
        .map(({ fact }) => fact),
    })),
    sequences: known.filter(({ info }) => info.kind === 'sequence' && info.storyline === id).map(({ fact }) => fact),
  }));
  return { storylines, tally };
}

/** A chain is known as well as the worst known of its pairs. */
function knowFact(
  info: FactInfo,
  byFact: ReadonlyMap<string, MemoryRecord>,
  scheduler: Scheduler,
  day: number,
): Omit<KnownFact, 'aside'> {
  const found = info.memories.flatMap((memory) => {
    const record = byFact.get(memory.fact);
    return record === undefined
      ? []
      : [{ record, changed: record.state === 'changed' || record.answer !== memory.answer }];
  });
  const records = found.map(({ record }) => record);
  const dues = records.flatMap((record) => record.due ?? []);
  const recalls = records.flatMap((record) =>
    record.memory === null ? [] : scheduler.retrievability(record.memory, Math.max(0, day - record.lastDay)),
  );
  return {
    fact: info.fact,
    kind: info.kind,
    knowledge: found.some(({ changed }) => changed) ? 'changed' : knowledgeOf(records),
    recall: recalls.length === 0 ? null : Math.min(...recalls),
    dueIn: dues.length === 0 ? null : Math.min(...dues) - day,
  };
}

function asideOf(info: FactInfo, cared: ReadonlyMap<string, CareRecord>, day: number): Aside {
  const care = cared.get(info.fact) ?? null;
  return {
    suspended: care?.suspended ?? false,
    buried: !mayBeAsked(care === null ? null : { ...care, suspended: false }, day),
    flags: care?.flags ?? [],
    confused: info.memories.some(({ fact }) => (cared.get(fact)?.confusions ?? []).some(isOpen)),
  };
}

function knowledgeOf(records: readonly MemoryRecord[]): Knowledge {
  if (records.length === 0) return 'new';
  if (records.some((record) => record.state !== 'review')) return 'learning';
  return records.every((record) => record.interval >= MATURE_DAYS) ? 'mature' : 'young';
}
