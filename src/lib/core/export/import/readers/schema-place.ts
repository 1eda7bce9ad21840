import type { PlaceKind } from '../../../packs/pack';
import type { ForeignPlace } from '../foreign';
import { entryOf, fieldOf, firstEntry, itemsOf, spotOf, textOf, type JsonPlace } from '../json/json-file';
import { readPoint } from '../places/read-point';
import type { RowFaults } from '../row-faults';

/** Types of schema.org that are kinds of places here. */
const KINDS: ReadonlyMap<string, PlaceKind> = new Map([
  ['Country', 'country'],
  ['State', 'region'],
  ['AdministrativeArea', 'region'],
  ['City', 'city'],
  ['Airport', 'airport'],
  ['RiverBodyOfWater', 'river'],
  ['Reservoir', 'reservoir'],
  ['Museum', 'building'],
  ['PlaceOfWorship', 'building'],
  ['StadiumOrArena', 'building'],
]);

/** The local names of a node's types: `http://schema.org/Event` and `schema:Event` are `Event`. */
export function typesOf(node: JsonPlace | null): readonly string[] {
  return itemsOf(firstEntry(node, ['@type', 'type'])).flatMap((type) => {
    const text = textOf(type);
    return text === null ? [] : [text.replace(/^.*[/:#]/u, '')];
  });
}

/** A text of JSON-LD: plain, `{ "@value": … }`, or the first of a list of such. */
export function wordsOf(place: JsonPlace | null): ReturnType<typeof fieldOf> {
  const [first] = itemsOf(place);
  if (first === undefined) return null;
  return fieldOf(first.node.kind === 'object' ? firstEntry(first, ['@value', 'name']) : first);
}

/** The `location` of an event: a Place, an address, a name, or several of them. What happened online happened nowhere. */
export function readLocations(location: JsonPlace | null, resolve: (node: JsonPlace) => JsonPlace, faults: RowFaults): readonly ForeignPlace[] {
  return itemsOf(location).flatMap((each): ForeignPlace[] => {
    const node = resolve(each);
    if (typesOf(node).includes('VirtualLocation')) return [];
    const spot = spotOf(each);
    const plain = fieldOf(node);
    if (plain !== null) return [{ spot, name: plain.text, kind: null, region: null, country: null, point: null }];
    const isAddress = typesOf(node).includes('PostalAddress');
    const address = isAddress ? node : entryOf(node, 'address');
    const name = wordsOf(isAddress ? null : entryOf(node, 'name')) ?? wordsOf(entryOf(address, 'addressLocality')) ?? fieldOf(address);
    const geo = entryOf(node, 'geo');
    const [lat, lon] = [geo ?? node, geo ?? node].map((holder, index) => fieldOf(entryOf(holder, index === 0 ? 'latitude' : 'longitude')));
    const point = lat == null || lon == null ? null : faults.take(lat, readPoint(lat.text, lon.text));
    if (name === null && point === null) return [];
    const kind = typesOf(node).flatMap((type) => KINDS.get(type) ?? [])[0] ?? null;
    const region = wordsOf(entryOf(address, 'addressRegion'))?.text ?? null;
    const country = wordsOf(entryOf(address, 'addressCountry'))?.text ?? null;
    // Two letters are a code, not a name.
    const named = country !== null && country.trim().length > 3 ? country : null;
    return [{ spot, name: name?.text ?? null, kind, region, country: named, point }];
  });
} // prettier-ignore
