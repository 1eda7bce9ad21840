import type { Order, Span } from '../time/span';
import type { Pack, PackEvent, Place, Storyline, Source } from './pack';

/**
 * The queries that the generator, the checker and the app put to a pack. Built once per pack by `indexPack`;
 * every query afterwards is a look-up or a scan of a short list. Unknown ids throw a RangeError: a valid pack has none.
 */
export interface PackIndex {
  readonly pack: Pack;

  event(id: string): PackEvent;
  hasEvent(id: string): boolean;
  place(id: string): Place;
  storyline(id: string): Storyline;
  hasStoryline(id: string): boolean;
  source(id: string): Source;

  /** Events of a storyline, in the pack's order. */
  eventsOf(storylineId: string): readonly PackEvent[];

  /** Whether `outer` contains `inner`, directly or through others; a place does not contain itself. */
  contains(outerPlaceId: string, innerPlaceId: string): boolean;
  /** Same place, or one contains the other. */
  related(a: string, b: string): boolean;
  /** All containers of a place, nearest first, without itself. */
  containersOf(placeId: string): readonly string[];
  /** The members of the event's `where` that contain no other member; what is asked when there is exactly one. */
  mostSpecificPlaces(event: PackEvent): readonly string[];
  /** Events whose `where` names the place or one inside it (twins, sensitive and show-only ones included). */
  eventsAtOrInside(placeId: string): readonly PackEvent[];
  /** Events whose `where` names the place, one inside it or one that contains it. */
  eventsRelatedTo(placeId: string): readonly PackEvent[];

  /** The event's four days; null when undated. */
  span(event: PackEvent): Span | null;
  /**
   * Order of two events by their dates (never decided by a `?` date) and by `after`, directly or through others
   * (also through a mix of both: A ended before B by date, B before C by `after`).
   */
  order(a: string, b: string): Order;
  /** Whether one is the other's parent or ancestor (`partOf`), or its twin (`sameAs`, either direction, directly or through others). */
  kin(a: string, b: string): boolean;
  /** All twins of an event through `sameAs`, either direction, without itself. */
  twinsOf(eventId: string): readonly string[];
}
