import type { Point, PlaceKind, Status } from '../../../packs/pack';
import type { ForeignDate, ForeignRow, ForeignSource, RowFault, Spot } from '../foreign';

/** A place with its words cleaned and its containers told apart, nearest first. */
export interface DraftPlace {
  readonly spot: Spot;
  readonly name: string | null;
  readonly kind: PlaceKind | null;
  readonly containers: readonly { readonly name: string; readonly kind: PlaceKind }[];
  readonly point: Point | null;
}

/** A row on its way to an event: words without markup and dates, all that is known of it beside the pack's ids. */
export interface RowDraft {
  readonly row: ForeignRow;
  readonly name: string | null;
  readonly clause: string | null;
  readonly placeless: string | null;
  readonly note: string | null;
  readonly according: string | null;
  readonly status: Status;
  readonly date: ForeignDate | null;
  readonly places: readonly DraftPlace[];
  /** Null: the storyline of all that have none. */
  readonly storyline: string | null;
  readonly source: ForeignSource | null;
}

/** A row drafted, with what is wrong with it (then it becomes no event) and what is worth saying. */
export interface DraftedRow {
  readonly draft: RowDraft;
  readonly faults: readonly RowFault[];
  readonly remarks: readonly RowFault[];
}
