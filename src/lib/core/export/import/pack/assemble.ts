import type { EventSource, PackSource } from '../../../packs/pack-source';
import type { ForeignFile, RowFault } from '../foreign';
import { gatherPlaces, type Found } from '../places/gather-places';
import { idGiver, slugOf } from '../text/slug';
import type { RowDraft } from './draft';
import { gatherSources } from './sources';
import { findTwins, type Telling } from './twins';

/** What stands above the events of a pack. */
export interface PackHead {
  readonly id: string;
  readonly title: string;
  readonly language: string;
  readonly licence: string;
}

export interface Assembled {
  readonly pack: PackSource;
  /** Of rows that became no event. */
  readonly faults: readonly RowFault[];
  readonly remarks: readonly RowFault[];
}

/** Makes one pack of drafted rows, each of which is sound by itself: places, storylines, sources and ids in common. */
export function assemblePack(drafts: readonly RowDraft[], file: ForeignFile, fileTitle: string, head: PackHead): Assembled {
  const faults: RowFault[] = [];
  const gathered = gatherPlaces(drafts.flatMap(({ places }) => places));
  const tellings = drafts.flatMap((draft): (Telling & { readonly where: readonly Found[] })[] => {
    const where = new Set<Found>();
    const before = faults.length;
    for (const place of draft.places) {
      const resolved = gathered.resolve(place);
      if ('found' in resolved) where.add(resolved.found);
      else faults.push({ spot: place.spot, ...resolved, received: place.name });
    }
    return faults.length > before ? [] : [{ draft, where: [...where] }];
  });
  const twins = findTwins(tellings);
  faults.push(...[...twins.faults.values()].flat());
  const told = uniqueIds(tellings.filter((telling) => !twins.faults.has(telling)), faults);

  const whereOf = (telling: Telling): readonly Found[] => (twins.where.get(telling) ?? telling.where) as readonly Found[];
  const { places, idOf } = gathered.list(new Set(told.flatMap(whereOf)));
  const sources = gatherSources(file, fileTitle);
  const storylines = gatherStorylines(head.title);
  const ids = giveIds(told);
  const events = told.map((telling) => {
    const { draft } = telling;
    const twin = twins.sameAs.get(telling);
    const twinId = twin === undefined ? undefined : ids.get(twin);
    return eventOf(draft, {
      id: ids.get(telling) ?? '',
      where: whereOf(telling).map(idOf),
      storyline: storylines.idOf(draft.storyline),
      source: sources.cite(draft),
      sameAs: twinId === undefined ? [] : [twinId],
      conflicts: twins.conflicts.get(telling) ?? [],
    });
  });
  const pack: PackSource = {
    format: 'dateline-pack/1',
    id: head.id,
    version: 1,
    title: head.title,
    language: head.language,
    licence: head.licence,
    sources: sources.list(),
    storylines: storylines.list(),
    ...(places.length === 0 ? {} : { places }),
    events,
  };
  return { pack, faults, remarks: twins.remarks };
} // prettier-ignore

/** Ids that authors chose may stand twice; the second row is no event then. */
function uniqueIds<T extends Telling>(tellings: readonly T[], faults: RowFault[]): readonly T[] {
  const chosen = new Map<string, Telling>();
  return tellings.filter((telling) => {
    const { id } = telling.draft.row;
    const earlier = id === null ? undefined : chosen.get(id.text.trim());
    if (id === null) return true;
    if (earlier === undefined) {
      chosen.set(id.text.trim(), telling);
      return true;
    }
    const line = String(earlier.draft.row.spot.line);
    faults.push({ spot: id, message: `is the id of the event of line ${line} already`, expected: 'an id of its own', received: id.text.trim() }); // prettier-ignore
    return false;
  });
}

/** Chosen ids first, so that no made one takes theirs. */
function giveIds(tellings: readonly Telling[]): ReadonlyMap<Telling, string> {
  const give = idGiver();
  const ids = new Map<Telling, string>();
  for (const telling of tellings) {
    const chosen = telling.draft.row.id?.text.trim();
    if (chosen !== undefined) ids.set(telling, give(chosen));
  }
  for (const telling of tellings) {
    const { name, clause, row } = telling.draft;
    if (row.id === null) ids.set(telling, give(slugOf(name ?? clause ?? '') ?? 'event'));
  }
  return ids;
}

function gatherStorylines(fallback: string): {
  readonly idOf: (title: string | null) => string;
  readonly list: () => readonly { readonly id: string; readonly title: string }[];
} {
  const give = idGiver();
  const known = new Map<string, { readonly id: string; readonly title: string }>();
  return {
    idOf: (given) => {
      const title = given ?? fallback;
      const key = title.toLowerCase();
      const found = known.get(key) ?? { id: give(slugOf(title) ?? 'storyline'), title };
      known.set(key, found);
      return found.id;
    },
    list: () => [...known.values()],
  };
}

interface Ties {
  readonly id: string;
  readonly where: readonly string[];
  readonly storyline: string;
  readonly source: string;
  readonly sameAs: readonly string[];
  readonly conflicts: readonly string[];
}

/** An event with its keys in the order of the format's description, and none that says nothing. */
function eventOf(draft: RowDraft, { id, where, storyline, source, sameAs, conflicts }: Ties): EventSource {
  const { name, clause, placeless, date, according, note, row } = draft;
  return {
    id,
    ...(name === null ? {} : { name }),
    ...(clause === null ? {} : { clause }),
    ...(placeless === null ? {} : { placeless }),
    ...(date === null ? {} : { when: date.when }),
    ...(date?.calendar == null || isDefault(date.when, date.calendar) ? {} : { calendar: date.calendar }),
    ...(where.length === 0 ? {} : { where }),
    storyline,
    status: draft.status,
    ...(according === null ? {} : { according }),
    ...(row.sensitive ? { sensitive: true } : {}),
    ...(sameAs.length === 0 ? {} : { sameAs }),
    ...(conflicts.length === 0 ? {} : { conflicts }),
    sources: [row.section === null || draft.source !== null ? { source } : { source, section: row.section }],
    ...(note === null ? {} : { note }),
  };
}

/** Plainly after the reform of 1582 a Gregorian date need not say so. */
function isDefault(when: string, calendar: string): boolean {
  return calendar === 'gregorian' && !/\[?-|\.\.$/.test(when) ? Number(/\d{4}/.exec(when)?.[0] ?? 0) > 1582 : false;
}
