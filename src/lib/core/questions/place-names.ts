import { foldName, soundKey } from '../places/fold';
import type { Place } from '../packs/pack';
import { perContext, type Context } from './context';
import type { Objection } from './eligibility';
import { spellingsOf } from './leaks';

/** What is accepted where a place is typed. */
export interface AcceptedNames {
  readonly names: readonly string[];
  /** Folded, in the order of code units. */
  readonly rivals: readonly string[];
}

/** Folded names of every place, in the order of code units, each with the places that bear it. */
const bearers = perContext((context) => {
  const places = new Map<string, Set<string>>();
  for (const place of context.index.pack.places) {
    for (const name of new Set(spellingsOf(place).map(foldName))) {
      const known = places.get(name);
      if (known === undefined) places.set(name, new Set([place.id]));
      else known.add(place.id);
    }
  }
  const sorted = [...places.keys()].filter((name) => name !== '').sort();
  return { places, rivalsOf: sorted.length > MOST_NAMES ? nearRivals(sorted) : () => sorted };
});

/** Up to so many names every other one is a rival; of more only those that a slip could make of the name (docs/decisions, rivals of a large pack). */
const MOST_NAMES = 1500;

/**
 * Names that may lie one slip apart, by spelling or by sound: one slip leaves the beginning or the end as it is.
 * Every name that `matchesName` could take for another is among them.
 */
export function nearRivals(sorted: readonly string[]): (names: readonly string[]) => readonly string[] {
  const byEnds = new Map<string, string[]>();
  for (const name of sorted) {
    for (const key of endsOf(name)) {
      const list = byEnds.get(key);
      if (list === undefined) byEnds.set(key, [name]);
      else list.push(name);
    }
  }
  return (names) => [...new Set(names.flatMap(endsOf).flatMap((key) => byEnds.get(key) ?? []))].sort();
}

function endsOf(name: string): string[] {
  const sound = soundKey(name);
  return [`^${name.slice(0, 2)}`, `${name.slice(-3)}$`, `~^${sound.slice(0, 2)}`, `~${sound.slice(-3)}$`];
}

/** Ids of the places that bear a name, however it is spelled. */
export function bearersOf(context: Context, name: string): readonly string[] {
  return [...(bearers(context).places.get(foldName(name)) ?? [])];
}

/**
 * Names that are accepted for a place, its name first, and those of the pack's other places, containers too: who types "Kyiv Oblast"
 * for Kyiv has named another place. An alias that another place bears as well is no answer; a name that another bears makes the
 * question ambiguous.
 */
export function acceptedNames(context: Context, place: Place): AcceptedNames | Objection {
  const { rivalsOf } = bearers(context);
  const shared = sharedNameOf(context, place);
  if (shared !== null) return shared;
  const names = [...new Set(spellingsOf(place))].filter((name) => !isShared(context, name));
  const own = new Set(names.map(foldName));
  return { names, rivals: rivalsOf([...own]).filter((name) => !own.has(name)) };
}

function isShared(context: Context, name: string): boolean {
  return (bearers(context).places.get(foldName(name))?.size ?? 0) > 1;
}

/** What stands against typing a place: another place bears its name in some language. Null if none does. */
export function sharedNameOf(context: Context, place: Place): Objection | null {
  const shared = [place.name, ...Object.values(place.names)].find((name) => isShared(context, name));
  if (shared === undefined) return null;
  return { reason: 'not-unique', detail: `another place of the pack is called ${shared} as well` };
}
