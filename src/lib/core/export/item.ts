import type { Frame, Point } from '../packs/pack';
import type { Question } from '../questions/question';

/** What every task has; all texts are plain, clean and as long as the target takes them. */
interface Head {
  /** The question that it was made from, or the one that stands in for it. */
  readonly question: Question;
  /** The id of the set's own question: what the file is read back by. */
  readonly id: string;
  readonly stem: string;
  /** Empty where the target has no room for it. */
  readonly explanation: string;
  /** One citation a source; empty where the target has no room for them. */
  readonly sources: readonly string[];
}

export interface ItemOption {
  readonly id: string;
  readonly text: string;
  readonly right: boolean;
  /** Why it is wrong; empty for the right one, and where nothing is known. */
  readonly why: string;
}

export interface ChoiceItem extends Head {
  readonly shape: 'choice';
  readonly options: readonly ItemOption[];
  /** The right one's text. */
  readonly answer: string;
}

/** A year to be typed as a number: negative before our era, counted as history does (−480 is 480 BC). */
export interface YearRange {
  readonly from: number;
  readonly to: number;
}

export interface TypedItem extends Head {
  readonly shape: 'typed';
  /** All accepted spellings, the one to show first. */
  readonly answers: readonly string[];
  /** Null unless a year is asked. */
  readonly year: YearRange | null;
  /** Most spellings that people use are understood by the app but cannot all be listed. */
  readonly answer: string;
}

export interface OrderedThing {
  readonly id: string;
  readonly text: string;
}

export interface OrderItem extends Head {
  readonly shape: 'order';
  /** As shown to the learner. */
  readonly shown: readonly OrderedThing[];
  /** Earliest first. */
  readonly ordered: readonly OrderedThing[];
  /** The right order as one text. */
  readonly answer: string;
}

export interface MapItem extends Head {
  readonly shape: 'map';
  readonly point: Point;
  readonly radiusKm: number;
  /** GeoJSON or null. */
  readonly area: unknown;
  readonly frame: Frame;
  /** The place's name where the set knows it, else its coordinates. */
  readonly answer: string;
}

export interface MatchItem extends Head {
  readonly shape: 'match';
  /** A thing and its position, earliest first. */
  readonly pairs: readonly { readonly thing: OrderedThing; readonly position: string }[];
  readonly answer: string;
}

export type Item = ChoiceItem | TypedItem | OrderItem | MapItem | MatchItem;
export type ItemOf<S extends Item['shape']> = Extract<Item, { readonly shape: S }>;
