import type { Source, Tone } from '../packs/pack';
import type { Frame, Point } from '../packs/pack';
import type { CitedSource, Language, Question } from '../questions/question';
import type { When } from '../time/when';
import type { MapPicture } from './map/map-picture';

/** The pack that a set was made from: its name and its licence go into every file. */
export interface PackCredit {
  readonly id: string;
  readonly version: number;
  /** In the set's language. */
  readonly title: string;
  readonly licence: string;
  readonly tone: Tone;
  readonly sources: readonly Source[];
}

/** An event that a question of the set asks about, for targets that show events instead of asking. */
export interface ExportEvent {
  readonly id: string;
  /** As it stands alone, a capital first. */
  readonly headline: string;
  readonly note: string | null;
  readonly when: When;
  /** The date in words, with its qualifiers. */
  readonly date: string;
  readonly place: string | null;
  readonly point: Point | null;
  readonly storyline: string | null;
  readonly according: string | null;
  readonly sources: readonly CitedSource[];
}

/** Pictures of the base map, drawn when a target wants one. */
export type DrawMap = (frame: Frame) => MapPicture;

/** A set of questions on its way out, complete without its pack. */
export interface ExportSet {
  /** Kebab-case; the same for the same set, whatever is changed in it. */
  readonly id: string;
  readonly title: string;
  /** Raised whenever something in the set is edited: 0 … 9999. */
  readonly revision: number;
  readonly language: Language;
  readonly seed: number;
  readonly pack: PackCredit;
  readonly questions: readonly Question[];
  /** Question id → other forms of the same fact, proved like it, that may stand in for it. */
  readonly alternatives: Readonly<Record<string, readonly Question[]>>;
  readonly events: readonly ExportEvent[];
  /** Null where the pack has no base map, or nobody has read it: then nothing is asked on a map. */
  readonly drawMap: DrawMap | null;
}
