import type { Schedulers } from '$lib/core/memory/rebuild';
import { createHistoryReader } from '$lib/core/memory/statistics/history';
import type { History } from '$lib/core/memory/statistics/history';
import type { FactInfo, PackShelf, Stored, StudyStore } from './ports';
import type { StudiedPack } from './statistics-view';

/** What a pack asks, and what its storylines are called. */
export interface PackFacts {
  readonly facts: readonly FactInfo[];
  /** By id, in the pack's order. */
  readonly titles: ReadonlyMap<string, string>;
}

export interface ReadingParts {
  readonly store: StudyStore;
  readonly shelf: Pick<PackShelf, 'list'>;
  readonly schedulers: Schedulers;
  /** What a pack asks; null: it is not here any more. */
  readonly packFacts: (pack: string) => Promise<Stored<PackFacts | null>>;
  /** Resolves after whatever else waits for the page had its turn. */
  readonly breathe: () => Promise<void>;
}

/** Entries read in one go: a few milliseconds on a slow phone. */
const PIECE = 250;

/**
 * Reads the log in pieces and replays it with breaths between.
 *
 * @param goOn told how many entries have been read; false stops, and the answer is null
 */
export async function readHistory(
  { store, schedulers, breathe }: ReadingParts,
  goOn: (entries: number) => boolean,
): Promise<Stored<History> | null> {
  const reader = createHistoryReader();
  let entries = 0;
  for (let from: number | null = -Infinity; from !== null;) {
    const piece: Awaited<ReturnType<StudyStore['logFrom']>> = await store.logFrom(from, PIECE);
    if (!piece.ok) return piece;
    reader.take(piece.value.entries);
    entries += piece.value.entries.length;
    if (!goOn(entries)) return null;
    from = piece.value.next;
  }
  const steps = reader.finish(schedulers);
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done === true) return { ok: true, value: step.value };
    await breathe();
    if (!goOn(entries)) return null;
  }
}

/** The packs that something was answered of, and what is in memory of each. */
export async function readPacks(
  { store, shelf, packFacts }: ReadingParts,
  history: History,
): Promise<Stored<readonly StudiedPack[]>> {
  const listed = await shelf.list();
  if (!listed.ok) return listed;
  const packs: StudiedPack[] = [];
  for (const id of new Set(history.answers.map(({ pack }) => pack))) {
    const [records, care, asked] = [await store.recordsOf(id), await store.careOf(id), await packFacts(id)];
    if (!records.ok) return records;
    if (!care.ok) return care;
    if (!asked.ok) return asked;
    packs.push({
      id,
      titles: listed.value.find((summary) => summary.id === id) ?? null,
      records: records.value,
      care: new Map(care.value.map((record) => [record.key, record])),
      storylines: asked.value === null ? [] : byStoryline(asked.value),
    });
  }
  return { ok: true, value: packs };
}

/** The memories behind a pack's facts, storyline by storyline; storylines that ask nothing are left out. */
function byStoryline({ facts, titles }: PackFacts): StudiedPack['storylines'] {
  return [...titles].flatMap(([group, title]) => {
    const own = facts.filter(({ storyline }) => storyline === group);
    return own.length === 0
      ? []
      : [{ group, title, facts: own.flatMap(({ memories }) => memories.map(({ fact }) => fact)) }];
  });
}
