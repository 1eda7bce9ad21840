import type { Calendar, When } from '../time/when';

/** What a place is. The list is closed: the default radius and the words of a stem hang on it. */
export const PLACE_KINDS = [
  'country', 'oblast', 'region', 'raion', 'city', 'town', 'village', 'district', 'airport', 'airbase', 'bridge',
  'river', 'reservoir', 'dam', 'plant', 'building', 'border-crossing', 'island', 'site',
] as const; // prettier-ignore
export type PlaceKind = (typeof PLACE_KINDS)[number];

export type Tone = 'grave' | 'plain';
export type DateOf = 'event' | 'statement' | 'observation' | 'plan';
export type Status = 'stated' | 'attributed' | 'reported' | 'disputed';
export type AskKind = 'date' | 'place' | 'sequence' | 'event';

/** Longitude, latitude in degrees, WGS 84. */
export type Point = readonly [number, number];
/** West, south, east, north in degrees. */
export type Frame = readonly [number, number, number, number];

export interface SourceRef {
  readonly source: string;
  readonly section: string | null;
  /** 1-based within the section; 0 is front matter. */
  readonly paragraph: number | null;
}

export interface Source {
  readonly id: string;
  readonly title: string;
  readonly publisher: string | null;
  readonly url: string | null;
  readonly licence: string | null;
}

export interface Storyline {
  readonly id: string;
  readonly title: string;
  /** Language tag → words. */
  readonly translations: Readonly<Record<string, { readonly title?: string }>>;
}

export interface Place {
  readonly id: string;
  readonly name: string;
  /** Language tag → name. */
  readonly names: Readonly<Record<string, string>>;
  readonly aliases: readonly string[];
  readonly kind: PlaceKind;
  /** Direct containers. */
  readonly within: readonly string[];
  readonly point: Point | null;
  /** Kilometres; the default of its kind where the pack gives none. */
  readonly radiusKm: number;
  /** layer/name of the base map. */
  readonly area: string | null;
}

/** The words of an event in one language. */
export interface Wording {
  readonly name?: string;
  readonly clause?: string;
  readonly placeless?: string;
  readonly dateless?: string;
  readonly according?: string;
  readonly note?: string;
}

export interface Avoid {
  readonly dates: readonly When[];
  readonly places: readonly string[];
  readonly events: readonly string[];
}

/** An event of a valid pack: defaults filled in, dates parsed. */
export interface PackEvent {
  readonly id: string;
  /** At least one of name and clause is there. */
  readonly name: string | null;
  readonly clause: string | null;
  readonly placeless: string | null;
  readonly dateless: string | null;
  readonly when: When | null;
  readonly calendar: Calendar;
  readonly dates: DateOf;
  readonly where: readonly string[];
  readonly storyline: string;
  readonly status: Status;
  readonly according: string | null;
  readonly sensitive: boolean;
  readonly partOf: string | null;
  readonly after: readonly string[];
  readonly sameAs: readonly string[];
  readonly conflicts: readonly When[];
  readonly avoid: Avoid;
  /** null: all that the rules allow. */
  readonly ask: readonly AskKind[] | null;
  readonly sources: readonly SourceRef[];
  readonly note: string | null;
  readonly translations: Readonly<Record<string, Wording>>;
}

/** A valid pack: every reference resolves, every date is read, `within`, `partOf` and `after` have no cycle. */
export interface Pack {
  readonly format: 'dateline-pack/1';
  readonly id: string;
  readonly version: number;
  readonly title: string;
  readonly language: string;
  readonly licence: string;
  readonly tone: Tone;
  readonly map: { readonly file: string; readonly frames: Readonly<Record<string, Frame>> } | null;
  /** How the events were drawn from the sources: paragraphs for a reader; empty where the pack does not say. */
  readonly method: readonly string[];
  readonly translations: Readonly<Record<string, { readonly title?: string; readonly method?: readonly string[] }>>;
  readonly sources: readonly Source[];
  readonly storylines: readonly Storyline[];
  readonly places: readonly Place[];
  readonly events: readonly PackEvent[];
}
