import type { MapShapes } from '../../places/map-shapes';
import type { Pack, PackEvent, Place, Source } from '../../packs/pack';
import type { Language } from '../../time/language';
import { containmentOf, type Containment } from './containment';
import { gazetteerOf, type Gazetteer } from './gazetteer';
import { kinshipOf, type Kinship } from './kinship';
import { occupancyOf, type Occupancy } from './occupancy';
import { precedenceOf } from './precedence';
import { folded, nameOf, tellingsOf, wordsOf } from './words';

/** All that the checker knows: the pack, read once and on its own, so that a mistake of the generator's queries is not repeated here. */
export interface Evidence extends Containment, Gazetteer, Kinship {
  readonly pack: Pack;
  /** The shapes of the base map; null where nobody has read it. */
  readonly shapes: MapShapes | null;
  readonly events: ReadonlyMap<string, PackEvent>;
  readonly places: ReadonlyMap<string, Place>;
  readonly storylines: ReadonlySet<string>;
  readonly sources: ReadonlyMap<string, Source>;
  readonly occupancy: Occupancy;
  /** Whether one event certainly ended before another began. */
  before(earlier: string, later: string): boolean;
  /** Events that these words tell, as they stand for an event (`told`) or without its place (`placeless`). */
  toldAs(words: string, how: Telling, language: Language): readonly PackEvent[];
  placeName(place: string, language: Language): string | null;
}

export type Telling = 'told' | 'placeless';

/** Reads a valid pack. */
export function evidenceOf(pack: Pack, shapes: MapShapes | null): Evidence {
  const events = new Map(pack.events.map((event) => [event.id, event]));
  const places = new Map(pack.places.map((place) => [place.id, place]));
  const containment = containmentOf(places);
  const kinship = kinshipOf(events);
  return {
    pack,
    shapes,
    events,
    places,
    storylines: new Set(pack.storylines.map(({ id }) => id)),
    sources: new Map(pack.sources.map((source) => [source.id, source])),
    occupancy: occupancyOf(pack.events, containment),
    before: precedenceOf(events),
    toldAs: tellers(pack),
    placeName: (id, language) => {
      const place = places.get(id);
      return place === undefined ? null : nameOf(pack, place, language);
    },
    ...containment,
    ...gazetteerOf(places),
    ...kinship,
  };
}

function tellers(pack: Pack): Evidence['toldAs'] {
  const lists = new Map<string, Map<string, PackEvent[]>>();
  return (words, how, language) => {
    const key = `${how} ${language}`;
    let list = lists.get(key);
    if (list === undefined) {
      list = new Map();
      for (const event of pack.events) {
        const texts = how === 'told' ? tellingsOf(pack, event, language) : [wordsOf(pack, event, language).placeless];
        for (const text of new Set(texts.flatMap((each) => (each == null ? [] : [folded(each)])))) {
          const alike = list.get(text);
          if (alike === undefined) list.set(text, [event]);
          else alike.push(event);
        }
      }
      lists.set(key, list);
    }
    return list.get(folded(words)) ?? [];
  };
}
