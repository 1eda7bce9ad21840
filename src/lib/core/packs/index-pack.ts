import { indexKin } from './index-kin';
import { indexOrder } from './index-order';
import { indexPlaces } from './index-places';
import type { Pack, PackEvent } from './pack';
import type { PackIndex } from './pack-index';

/** Builds the index of a valid pack. Costs one pass over its lists; the rest is worked out on first need. */
export function indexPack(pack: Pack): PackIndex {
  const event = finder('event', pack.events);
  const place = finder('place', pack.places);
  const storyline = finder('storyline', pack.storylines);
  const source = finder('source', pack.sources);
  const places = indexPlaces(pack, place.get);
  const kin = indexKin(pack.events);

  const byStoryline = new Map<string, PackEvent[]>(pack.storylines.map(({ id }) => [id, []]));
  for (const each of pack.events) byStoryline.get(each.storyline)?.push(each);

  return {
    pack,
    event: event.get,
    hasEvent: event.has,
    place: place.get,
    storyline: storyline.get,
    hasStoryline: storyline.has,
    source: source.get,
    eventsOf: (id) => byStoryline.get(storyline.get(id).id) ?? [],
    contains: places.contains,
    related: (a, b) => a === b || places.contains(a, b) || places.contains(b, a),
    containersOf: places.containersOf,
    mostSpecificPlaces: places.mostSpecific,
    eventsAtOrInside: places.atOrInside,
    eventsRelatedTo: places.relatedTo,
    span: (each) => each.when?.span ?? null,
    order: indexOrder(pack.events),
    kin(a, b) {
      event.get(a);
      event.get(b);
      if (!kin.hasKin(a) || !kin.hasKin(b)) return false;
      return kin.isAncestor(a, b) || kin.isAncestor(b, a) || kin.twinsOf(a).includes(b);
    },
    twinsOf: (id) => kin.twinsOf(event.get(id).id),
  };
}

function finder<T extends { readonly id: string }>(
  noun: string,
  items: readonly T[],
): { readonly get: (id: string) => T; readonly has: (id: string) => boolean } {
  const byId = new Map(items.map((item) => [item.id, item]));
  return {
    get(id) {
      const found = byId.get(id);
      if (found === undefined) throw new RangeError(`no ${noun} ${id} in this pack`);
      return found;
    },
    has: (id) => byId.has(id),
  };
}
