import type { Calendar } from '../time/when';
import type { AskKind, DateOf, Frame, PlaceKind, Point, Status, Tone } from './pack';

/** Absent and null mean the same in a pack's document. */
type Maybe<T> = T | null | undefined;

/** Whether a key of a document says nothing. */
export function isAbsent(value: unknown): value is null | undefined {
  return value === null || value === undefined;
}

/** The words of an event as a document gives them. */
export interface WordingSource {
  readonly name?: Maybe<string>;
  readonly clause?: Maybe<string>;
  readonly placeless?: Maybe<string>;
  readonly dateless?: Maybe<string>;
  readonly according?: Maybe<string>;
  readonly note?: Maybe<string>;
}

export interface EventSource extends WordingSource {
  readonly id: string;
  readonly when?: Maybe<string>;
  readonly calendar?: Maybe<Calendar>;
  readonly dates?: Maybe<DateOf>;
  readonly where?: readonly string[];
  readonly storyline: string;
  readonly status: Status;
  readonly sensitive?: boolean;
  readonly partOf?: Maybe<string>;
  readonly after?: readonly string[];
  readonly sameAs?: readonly string[];
  readonly conflicts?: readonly string[];
  readonly avoid?: Maybe<{
    readonly dates?: readonly string[];
    readonly places?: readonly string[];
    readonly events?: readonly string[];
  }>;
  readonly ask?: Maybe<readonly AskKind[]>;
  readonly sources: readonly {
    readonly source: string;
    readonly section?: Maybe<string>;
    readonly paragraph?: Maybe<number>;
  }[];
  readonly translations?: Readonly<Record<string, WordingSource>>;
}

export interface PlaceSource {
  readonly id: string;
  readonly name: string;
  readonly names?: Readonly<Record<string, string>>;
  readonly aliases?: readonly string[];
  readonly kind: PlaceKind;
  readonly within?: readonly string[];
  readonly point?: Maybe<Point>;
  readonly radiusKm?: Maybe<number>;
  readonly area?: Maybe<string>;
}

export interface StorylineSource {
  readonly id: string;
  readonly title: string;
  readonly translations?: Titles;
}

type Titles = Readonly<Record<string, { readonly title?: Maybe<string> }>>;

/**
 * A checked pack as one document: only what was written, defaults left out, dates as text. It is plain JSON, which is what
 * the build puts into a chunk, a device stores and `revivePack` turns into a `Pack`.
 */
export interface PackSource {
  readonly format: 'dateline-pack/1';
  readonly id: string;
  readonly version: number;
  readonly title: string;
  readonly language: string;
  readonly licence: string;
  readonly tone?: Maybe<Tone>;
  readonly map?: Maybe<{ readonly file: string; readonly frames?: Maybe<Readonly<Record<string, Frame>>> }>;
  /** How the events were drawn from the sources, a text a paragraph. */
  readonly method?: Maybe<readonly string[]>;
  readonly translations?: Readonly<
    Record<string, { readonly title?: Maybe<string>; readonly method?: Maybe<readonly string[]> }>
  >;
  readonly sources?: readonly {
    readonly id: string;
    readonly title: string;
    readonly publisher?: Maybe<string>;
    readonly url?: Maybe<string>;
    readonly licence?: Maybe<string>;
  }[];
  readonly storylines?: readonly StorylineSource[];
  readonly places?: readonly PlaceSource[];
  readonly events?: readonly EventSource[];
}
