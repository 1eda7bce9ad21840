import { byId, problemIn, textIn, textsIn, type Draft, type DraftItem } from '../draft';
import { showText } from '../document';
import type { Problem } from '../problem';

/** Containers that others imply, and places that cannot be told apart. */
export function checkPlaces({ lists: { places } }: Draft): readonly Problem[] {
  const known = byId(places);
  return [...places.flatMap((place) => redundant(place, known)), ...namesakes(places)];
}

function redundant(place: DraftItem, known: ReadonlyMap<string, DraftItem>): readonly Problem[] {
  const members = textsIn(place, 'within');
  if (members.length < 2) return [];
  const around = members.map(({ text }) => containers(text, known));
  return members.flatMap(({ text, path }, index) => {
    const implying = members.find(({ text: other }, at) => at !== index && other !== text && around[at]?.has(text));
    // In a circle everything implies everything; the circle is the problem.
    if (implying === undefined || around[index]?.has(text) || around[index]?.has(implying.text)) return [];
    return [
      problemIn(place, path, {
        message: `is said already by ${implying.text}, which lies in it`,
        expected: 'direct containers only',
      }),
    ];
  });
}

function containers(id: string, known: ReadonlyMap<string, DraftItem>): ReadonlySet<string> {
  const seen = new Set<string>();
  const open = [id];
  for (let each = open.pop(); each !== undefined; each = open.pop()) {
    const place = known.get(each);
    for (const { text } of place === undefined ? [] : textsIn(place, 'within')) {
      if (seen.has(text)) continue;
      seen.add(text);
      open.push(text);
    }
  }
  return seen;
}

/** Namesakes are allowed where their kind or their containers tell them apart. */
function namesakes(places: readonly DraftItem[]): readonly Problem[] {
  const first = new Map<string, DraftItem>();
  return places.flatMap((place) => {
    const name = textIn(place, 'name');
    if (name === null) return [];
    const within = textsIn(place, 'within').map(({ text }) => text).sort(); // prettier-ignore
    const key = JSON.stringify([name.toLowerCase(), textIn(place, 'kind'), within]);
    const earlier = first.get(key);
    if (earlier === undefined) {
      first.set(key, place);
      return [];
    }
    if (earlier.id === place.id) return [];
    const message = `is the name of ${showText(earlier.id ?? '')} too, a place of the same kind in the same container`;
    return [problemIn(place, ['name'], { message, expected: 'a name, kind or container that tells them apart' })];
  });
}
