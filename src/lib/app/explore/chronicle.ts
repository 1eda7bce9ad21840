import type { PackEvent } from '$lib/core/packs/pack';
import { byAnchor, markOf } from '$lib/core/packs/timeline/mark';
import { placeName, wordsOf } from '../told-words';
import type { CardPlace } from './event-card';
import type { Choice, PackTales, Tale } from './pack-tales';

/** An event as the chronicle of its storyline tells it. */
export interface Entry {
  readonly tale: Tale;
  readonly note: string | null;
  /** Share of the storyline's time that has passed, 0 … 1; null: undated. */
  readonly along: number | null;
  /** Places with a confirmed point that the story has come to and was not at in the entry before; empty: it stayed. */
  readonly arrived: readonly CardPlace[];
}

/** One storyline from its beginning to its end. */
export interface Chronicle {
  readonly title: string;
  readonly entries: readonly Entry[];
  readonly next: Choice | null;
}

/** Tells a storyline in the order of time; what has no date keeps its place in the pack. Null: the pack has no such storyline. */
export function chronicleOf(tales: PackTales, storyline: string): Chronicle | null {
  const at = tales.storylines.findIndex(({ id }) => id === storyline);
  const told = tales.storylines[at];
  if (told === undefined) return null;
  const events = inOrder(tales.index.eventsOf(storyline).filter(({ sameAs }) => sameAs.length === 0));
  const anchors = events.map((event) => markOf(event)?.anchor ?? null);
  const dated = anchors.filter((anchor) => anchor !== null);
  const [first, last] = [Math.min(...dated), Math.max(...dated)];
  let before: ReadonlySet<string> = new Set();
  const entries = events.map((event, index) => {
    const places = confirmed(tales, event);
    const arrived = places.filter(({ id }) => !before.has(id));
    if (places.length > 0) before = new Set(places.map(({ id }) => id));
    const anchor = anchors[index] ?? null;
    return {
      tale: tales.tale(event),
      note: wordsOf(tales.index.pack, event, tales.language).note,
      along: anchor === null ? null : last === first ? 0.5 : (anchor - first) / (last - first),
      arrived: arrived.length > 0 ? places : [],
    };
  });
  return { title: told.title, entries, next: tales.storylines[at + 1] ?? null };
}

/** Dated events by their dates; an undated one goes with the dated one before it in the pack. */
function inOrder(events: readonly PackEvent[]): readonly PackEvent[] {
  const groups: { readonly mark: ReturnType<typeof markOf>; readonly events: PackEvent[] }[] = [];
  for (const event of events) {
    const mark = markOf(event);
    const group = groups.at(-1);
    if (mark !== null || group === undefined) groups.push({ mark, events: [event] });
    else group.events.push(event);
  }
  return groups
    .toSorted((a, b) => (a.mark === null ? -1 : b.mark === null ? 1 : byAnchor(a.mark, b.mark)))
    .flatMap((group) => group.events);
}

function confirmed({ index, language }: PackTales, event: PackEvent): readonly CardPlace[] {
  return index
    .mostSpecificPlaces(event)
    .map((id) => index.place(id))
    .filter(({ point }) => point !== null)
    .map(({ id, point, radiusKm, area }) => ({ id, name: placeName(index, id, language), point, radiusKm, area }));
}
