import type { PackSource } from '../../packs/pack-source';
import type { Area } from '../../places/map-shapes';
import type { PackedMap } from '../../places/packed-map';
import type { Kind, Language, Question, RefusalReason } from '../../questions/question';
import type { LeftOut } from '../../questions/question-set';
import type { LostEdit } from '../../questions/saved-set/edited-question';
import type { EditWarning } from '../../questions/saved-set/edit-warnings';
import type { SavedSet, SetItem, SetWish } from '../../questions/saved-set/saved-set';
import type { Change, Conflict } from '../back/reconcile';
import type { FormatId, Shape, WriteOptions } from '../format';
import type { Loss } from '../loss';

/*
 * What a teacher's desk has done beside the page: everything that reads a pack or writes a file. Requests and answers are plain data, so
 * that they go to a worker and back.
 */

/** A pack as the desk is given it, once. */
export interface DeskPack {
  readonly source: PackSource;
  /** Exact shapes of the base map that answer questions of the pack, by name. */
  readonly areas: Readonly<Record<string, Area>>;
  /** Null: no map can be drawn, and nothing is asked on one. */
  readonly map: PackedMap | null;
}

/** What can be chosen of a pack. */
export interface DeskSurvey {
  readonly title: string;
  readonly storylines: readonly { readonly id: string; readonly title: string; readonly facts: number }[];
  /** Those with a question, with how many facts have one. */
  readonly kinds: readonly { readonly kind: Kind; readonly facts: number }[];
  readonly forms: readonly string[];
}

/** A question of a set as the desk shows it. */
export type ItemView =
  | {
      readonly is: 'question';
      readonly generated: Question;
      readonly question: Question;
      readonly edited: boolean;
      readonly lost: readonly LostEdit[];
      readonly warnings: readonly EditWarning[];
      /** Other forms in which the same fact can be asked. */
      readonly otherForms: readonly string[];
    }
  | { readonly is: 'gone'; readonly why: 'unknown' | RefusalReason };

export interface Drawn {
  readonly items: readonly SetItem[];
  /** Why there are fewer than wanted; empty where there are not. */
  readonly leftOut: Readonly<Partial<Record<LeftOut, number>>>;
}

/** What a format is, without its writer. */
export interface FormatInfo {
  readonly id: FormatId;
  readonly label: string;
  readonly extension: string;
  readonly mimeType: string;
  readonly shapes: readonly Shape[];
  readonly printsVersions: boolean;
  /** Whether the answers may stand behind each question. */
  readonly answersInline: boolean;
}

/** Losses that read alike, with the places in the set of the questions they concern; none: all of them. */
export interface LossGroup {
  readonly kind: Loss['kind'];
  readonly said: string;
  readonly places: readonly number[];
}

/** What a file would have of a set. */
export interface PreflightView {
  /** Of a timeline or calendar: events. */
  readonly taken: number;
  readonly all: number;
  readonly groups: readonly LossGroup[];
  /** Shapes that the set has, in the order of `SHAPES`. */
  readonly shapes: readonly Shape[];
}

export interface DeskFile {
  readonly name: string;
  readonly mimeType: string;
  readonly bytes: Uint8Array;
  /** The loss report as text. */
  readonly report: string;
}

/** What came back from elsewhere, against the set. */
export type Returning =
  | {
      readonly ok: true;
      readonly format: string;
      readonly changes: readonly Change[];
      readonly conflicts: readonly Conflict[];
      readonly missing: number;
      readonly unknown: number;
    }
  | { readonly ok: false; readonly why: 'no-format' | 'no-set' | 'unreadable'; readonly detail: string };

/** Each kind of request with its answer. */
export interface DeskWorks {
  readonly pack: { readonly ask: { readonly pack: DeskPack }; readonly answer: null };
  readonly survey: { readonly ask: { readonly pack: string; readonly language: Language }; readonly answer: DeskSurvey };
  readonly draw: {
    readonly ask: {
      readonly set: SavedSet;
      readonly wish: SetWish;
      readonly kept: readonly SetItem[];
      readonly without: readonly string[];
    };
    readonly answer: Drawn;
  };
  /** Another question like one of the set; `without` names facts that were refused before. None where nothing is left. */
  readonly another: {
    readonly ask: { readonly set: SavedSet; readonly at: number; readonly without: readonly string[] };
    readonly answer: Drawn;
  };
  readonly views: {
    readonly ask: { readonly set: Pick<SavedSet, 'pack' | 'language'>; readonly items: readonly SetItem[] };
    readonly answer: readonly ItemView[];
  };
  readonly formats: { readonly ask: object; readonly answer: readonly FormatInfo[] };
  readonly preflight: {
    readonly ask: { readonly set: SavedSet; readonly format: FormatId; readonly options: WriteOptions; readonly words: Language };
    readonly answer: PreflightView;
  };
  readonly write: {
    readonly ask: { readonly set: SavedSet; readonly format: FormatId; readonly options: WriteOptions };
    readonly answer: readonly DeskFile[];
  };
  readonly share: { readonly ask: { readonly set: SavedSet }; readonly answer: string };
  readonly back: {
    readonly ask: { readonly set: SavedSet; readonly base: SavedSet | null; readonly text: string };
    readonly answer: Returning;
  };
  readonly changed: {
    readonly ask: { readonly set: SavedSet; readonly changes: readonly Change[] };
    /** `left`: changes that the questions have no place for. */
    readonly answer: { readonly items: readonly SetItem[]; readonly left: number };
  };
} // prettier-ignore

export type DeskWork = keyof DeskWorks;

/** A request: its kind and what it is about. */
export type DeskTask = { readonly [W in DeskWork]: { readonly is: W } & DeskWorks[W]['ask'] }[DeskWork];
