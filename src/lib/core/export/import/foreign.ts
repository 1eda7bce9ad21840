import type { PlaceKind, Point, Status } from '../../packs/pack';
import type { Calendar } from '../../time/when';

/** Where something stands in a foreign file: line and column from 1, and the way to it in the words of its format. */
export interface Spot {
  readonly line: number;
  readonly column: number;
  readonly path: string;
}

/** A text as a foreign file gives it: HTML, entities and all. */
export interface Field extends Spot {
  readonly text: string;
}

/** What is wrong at a spot; `received` null where there is nothing to show. */
export interface RowFault {
  readonly spot: Spot;
  readonly message: string;
  readonly expected: string | null;
  readonly received: string | null;
}

/** A date in a form that a pack may use, and the calendar it is meant in; null: what the format of packs says by default. */
export interface ForeignDate {
  readonly when: string;
  readonly calendar: Calendar | null;
}

/** A place as a row names it. At least one of name and point is there. */
export interface ForeignPlace {
  readonly spot: Spot;
  readonly name: string | null;
  /** Null: by its name, else `site`. */
  readonly kind: PlaceKind | null;
  /** Named by the file as such, not taken from the name. */
  readonly region: string | null;
  readonly country: string | null;
  readonly point: Point | null;
}

/** What a row was taken from, where that is not the file as a whole. */
export interface ForeignSource {
  readonly title: string | null;
  readonly url: string | null;
  readonly spot: Spot;
}

/** A row of a foreign file: a line of a table, an entry of a list. It becomes an event, or its faults are listed. */
export interface ForeignRow {
  readonly spot: Spot;
  /** What the file calls the thing by, where that makes two rows tellings of one event: a Wikidata item, an `@id`. */
  readonly identity: string | null;
  /** An id that the file's author chose for the event, in kebab-case. */
  readonly id: Field | null;
  /** May hold a date, which is then taken out. */
  readonly headline: Field | null;
  readonly clause: Field | null;
  readonly placeless: Field | null;
  readonly note: Field | null;
  readonly date: ForeignDate | null;
  /** The date once more, in words for the reader: `c. 1400`. */
  readonly shownDate: Field | null;
  readonly places: readonly ForeignPlace[];
  readonly storyline: Field | null;
  readonly status: Status | null;
  readonly according: Field | null;
  readonly sensitive: boolean;
  readonly source: ForeignSource | null;
  /** Where in the file's own source it stands: `Q12345`. */
  readonly section: string | null;
  readonly faults: readonly RowFault[];
}

/** What a row has unless its reader says otherwise. */
export const EMPTY_ROW: Omit<ForeignRow, 'spot' | 'faults'> = {
  identity: null,
  id: null,
  headline: null,
  clause: null,
  placeless: null,
  note: null,
  date: null,
  shownDate: null,
  places: [],
  storyline: null,
  status: null,
  according: null,
  sensitive: false,
  source: null,
  section: null,
};

/** A foreign file as rows, with what it says about itself. */
export interface ForeignFile {
  readonly rows: readonly ForeignRow[];
  /** What keeps the file as a whole from being read. */
  readonly faults: readonly RowFault[];
  /** What was left out or understood in a way worth saying; no fault. */
  readonly remarks: readonly RowFault[];
  readonly title: string | null;
  /** Language tag of its texts. */
  readonly language: string | null;
  /** Licence of its content. */
  readonly licence: string | null;
  /** Where all of it comes from; null: the file itself. */
  readonly source: {
    readonly title: string;
    readonly publisher: string | null;
    readonly url: string;
    readonly licence: string | null;
  } | null;
}

export const EMPTY_FILE: ForeignFile = {
  rows: [],
  faults: [],
  remarks: [],
  title: null,
  language: null,
  licence: null,
  source: null,
};

/** A file that cannot be read at all. */
export function unreadable(spot: Spot, message: string, expected: string | null = null): ForeignFile {
  return { ...EMPTY_FILE, faults: [{ spot, message, expected, received: null }] };
}

/** The beginning of a file. */
export const START: Spot = { line: 1, column: 1, path: '(root)' };
