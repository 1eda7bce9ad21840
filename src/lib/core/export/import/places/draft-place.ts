import type { Field, ForeignPlace } from '../foreign';
import type { DraftPlace } from '../pack/draft';
import { kindByName, splitPlaceName } from './place-words';

/** A place with its containers: those that the file names as such, else those that its name surely carries. */
export function draftPlace(place: ForeignPlace, clean: (field: Field | null) => string | null): DraftPlace {
  const { spot, point } = place;
  const words = (text: string | null): string | null => clean(text === null ? null : { ...spot, text });
  const written = words(place.name);
  const named = [
    ...containerOf(words(place.region), kindOfRegion),
    ...containerOf(words(place.country), () => 'country' as const),
  ].filter((container) => container.name !== written);
  if (written === null) return { spot, name: null, kind: null, containers: [], point };
  const { name, containers } =
    named.length > 0 ? { name: written, containers: named } : splitPlaceName(written);
  const byName = kindByName(name);
  // Luxembourg in Luxembourg is the city.
  const kind = place.kind ?? (byName === 'country' && containers.length > 0 ? null : byName);
  return { spot, name, kind, containers, point };
} // prettier-ignore

function containerOf(name: string | null, kind: (name: string) => DraftPlace['containers'][number]['kind']): DraftPlace['containers'] {
  return name === null ? [] : [{ name, kind: kind(name) }];
} // prettier-ignore

function kindOfRegion(name: string): 'region' | 'oblast' | 'raion' {
  const kind = kindByName(name);
  return kind === 'oblast' || kind === 'raion' ? kind : 'region';
}
