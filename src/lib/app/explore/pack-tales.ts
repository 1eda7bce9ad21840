import type { PackIndex } from '$lib/core/packs/pack-index';
import type { PackEvent, Status } from '$lib/core/packs/pack';
import { layLanes, type Lane } from '$lib/core/packs/timeline/lanes';
import { byAnchor, markOf, type Mark } from '$lib/core/packs/timeline/mark';
import type { CivilCalendar } from '$lib/core/time/calendar';
import { sayWhen } from '$lib/core/time/words';
import type { Language } from '$lib/core/questions/question';
import { isTold, placeName, placeWords, storylineTitles, titleOfPack, wordsOf } from '../told-words';

/** Which events are looked at; null: all of them. `conflict`: those whose sources disagree on the date. */
export interface TaleFilter {
  readonly storyline: string | null;
  readonly place: string | null;
  readonly status: Status | 'conflict' | null;
}

export const EVERYTHING: TaleFilter = { storyline: null, place: null, status: null };

/** An event in a line: what, where, when, and who says so. */
export interface Tale {
  readonly id: string;
  readonly text: string;
  readonly according: string | null;
  /** Null: undated, or sources disagree: see `dates`. */
  readonly date: string | null;
  /** All the dates that sources give, where they disagree; else empty. */
  readonly dates: readonly string[];
  readonly place: string | null;
  readonly status: Status;
  readonly sensitive: boolean;
  readonly storyline: string;
}

export interface Choice {
  readonly id: string;
  readonly title: string;
  readonly count: number;
}

/** A pack as one walks through it: its events in the order of time, told in the learner's language. */
export class PackTales {
  readonly title: string;
  readonly storylines: readonly Choice[];
  /** Dated events first to last, then those without a date. */
  readonly events: readonly PackEvent[];
  /** In which the scale counts its days. */
  readonly calendar: CivilCalendar;

  readonly index: PackIndex;
  readonly language: Language;
  readonly #marks: readonly Mark[];
  readonly #undated: readonly PackEvent[];
  readonly #tales = new Map<string, Tale>();

  constructor(index: PackIndex, language: Language) {
    const { pack } = index;
    this.index = index;
    this.language = language;
    this.title = titleOfPack(pack, language);
    const told = pack.events.filter(isTold);
    this.#marks = told.flatMap((event) => markOf(event) ?? []).sort(byAnchor);
    this.#undated = told.filter(({ when }) => when === null);
    this.events = [...this.#marks.map(({ event }) => event), ...this.#undated];
    const counts = new Map<string, number>();
    for (const { storyline } of told) counts.set(storyline, (counts.get(storyline) ?? 0) + 1);
    const titles = storylineTitles(index, language);
    this.storylines = pack.storylines
      .map(({ id }) => ({ id, title: titles.get(id) ?? id, count: counts.get(id) ?? 0 }))
      .filter(({ count }) => count > 0);
    const julian = told.filter(({ calendar }) => calendar === 'julian').length;
    this.calendar = julian > told.length / 2 ? 'julian' : 'gregorian';
  }

  /** Places at which or inside which something happened, by name. */
  places(): readonly Choice[] {
    const { index, language } = this;
    return index.pack.places
      .map(({ id }) => ({
        id,
        title: placeName(index, id, language),
        count: index.eventsAtOrInside(id).filter(isTold).length,
      }))
      .filter(({ count }) => count > 0)
      .sort((a, b) => a.title.localeCompare(b.title, language));
  }

  /** How many events have each status; what none has is left out. */
  statuses(): readonly { readonly id: Status | 'conflict'; readonly count: number }[] {
    const all = ['stated', 'attributed', 'reported', 'disputed', 'conflict'] as const;
    return all.map((id) => ({ id, count: this.events.filter(statusFits(id)).length })).filter(({ count }) => count > 0);
  }

  /** The events that a filter lets through, in the order of time, those without a date at the end. */
  chosen(filter: TaleFilter): readonly PackEvent[] {
    return this.events.filter(this.#fits(filter));
  }

  /** The timeline of what a filter lets through. */
  lanes(filter: TaleFilter): readonly Lane[] {
    const fits = this.#fits(filter);
    return layLanes(
      this.storylines,
      this.#marks.filter(({ event }) => fits(event)),
    );
  }

  /** How many that a filter lets through have no date, and so stand on no timeline. */
  undated(filter: TaleFilter): number {
    return this.#undated.filter(this.#fits(filter)).length;
  }

  /** An event in a line; worked out when it is looked at. */
  tale(event: PackEvent): Tale {
    let tale = this.#tales.get(event.id);
    if (tale === undefined) {
      tale = this.#tell(event);
      this.#tales.set(event.id, tale);
    }
    return tale;
  }

  #tell(event: PackEvent): Tale {
    const { index, language } = this;
    const { text, according } = wordsOf(index.pack, event, language);
    const { when, conflicts } = event;
    const said = when === null ? [] : [when, ...conflicts].map((one) => sayWhen(one, language));
    return {
      id: event.id,
      text: sentence(text),
      according,
      date: conflicts.length > 0 ? null : (said[0] ?? null),
      dates: conflicts.length > 0 ? [...new Set(said)] : [],
      place: placeWords(index, event, language),
      status: event.status,
      sensitive: event.sensitive,
      storyline: event.storyline,
    };
  }

  #fits({ storyline, place, status }: TaleFilter): (event: PackEvent) => boolean {
    const { index } = this;
    const known = place === null || index.pack.places.some(({ id }) => id === place);
    const there = new Set(place === null || !known ? [] : index.eventsAtOrInside(place).map(({ id }) => id));
    const fits = status === null ? null : statusFits(status);
    return (event) =>
      (storyline === null || event.storyline === storyline) &&
      (place === null || there.has(event.id)) &&
      (fits === null || fits(event));
  }
}

function statusFits(status: Status | 'conflict'): (event: PackEvent) => boolean {
  return status === 'conflict' ? ({ conflicts }) => conflicts.length > 0 : (event) => event.status === status;
}

/** Clauses begin with a small letter where their first word is no name. */
function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
