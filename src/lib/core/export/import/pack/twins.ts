import type { RowFault } from '../foreign';
import { rowFaults } from '../row-faults';
import type { RowDraft } from './draft';

/** A drafted row with the places it turned out to have. */
export interface Telling {
  readonly draft: RowDraft;
  /** Keys of places, in order, each once. */
  readonly where: readonly object[];
}

/** What the rows that tell of one event come to: the first is asked, the others stand on it. */
export interface Twins {
  /** Row → the row that it tells again. */
  readonly sameAs: ReadonlyMap<Telling, Telling>;
  /** Other dates that the rows of one event give. */
  readonly conflicts: ReadonlyMap<Telling, readonly string[]>;
  /** Places of all rows of one event. */
  readonly where: ReadonlyMap<Telling, readonly object[]>;
  readonly remarks: readonly RowFault[];
  /** Rows that cannot stand beside the first. */
  readonly faults: ReadonlyMap<Telling, readonly RowFault[]>;
}

/**
 * Rows that tell of the same event: the file calls it by the same name of its own (a Wikidata item), or words and date are the same
 * and the places do not differ. Two dates of one item are a conflict between sources, and neither is asked.
 */
export function findTwins(tellings: readonly Telling[]): Twins {
  const first = new Map<string, Telling>();
  const sameAs = new Map<Telling, Telling>();
  const conflicts = new Map<Telling, string[]>();
  const where = new Map<Telling, readonly object[]>();
  const faults = new Map<Telling, readonly RowFault[]>();
  const remarks = rowFaults();
  for (const telling of tellings) {
    const { row, date } = telling.draft;
    const key = keyOf(telling.draft);
    const earlier = key === null ? undefined : first.get(key);
    if (key === null || earlier === undefined) {
      if (key !== null) first.set(key, telling);
      continue;
    }
    const line = `line ${String(earlier.draft.row.spot.line)}`;
    const other = earlier.draft.date;
    if (date !== null && other !== null && date.calendar !== other.calendar) {
      const fault = { spot: row.spot, message: `dates the event of ${line} in another calendar`, expected: 'one calendar', received: date.calendar };
      faults.set(telling, [fault]);
      continue;
    }
    const places = where.get(earlier) ?? earlier.where;
    if (row.identity === null && places.length > 0 && telling.where.length > 0 && !sameSet(places, telling.where)) {
      remarks.add(row.spot, `has the name and date of ${line}, but another place: told as an event of its own`);
      continue;
    }
    sameAs.set(telling, earlier);
    where.set(earlier, [...new Set([...places, ...telling.where])]);
    const differs = date !== null && other !== null && date.when !== other.when;
    const known = conflicts.get(earlier) ?? [];
    if (differs && !known.includes(date.when)) conflicts.set(earlier, [...known, date.when]);
    remarks.add(row.spot, differs ? `gives another date for the event of ${line}: neither is asked` : `tells the event of ${line} again`, null, differs ? date.when : null);
  }
  return { sameAs, conflicts, where, remarks: remarks.faults, faults };
} // prettier-ignore

function keyOf({ row, name, clause, date }: RowDraft): string | null {
  if (row.identity !== null) return JSON.stringify([row.identity]);
  if (date === null) return null;
  return JSON.stringify([(name ?? clause ?? '').toLowerCase(), date.when]);
}

function sameSet(a: readonly object[], b: readonly object[]): boolean {
  return a.length === b.length && a.every((each) => b.includes(each));
}
