import type { Language } from '../../time/language';
import type { When } from '../../time/when';
import { shortCredit } from '../credit';
import type { ExportEvent, ExportSet } from '../export-set';
import { footerOf } from './printed-test';
import { axisOf, type Axis } from './timeline-axis';
import type { Tick } from './timeline-ticks';

/**
 * How much is known of when something was: on one day; from a day to another; once, some time between two days (a month, a year, one of
 * several dates); no later or no earlier than a day.
 */
export type Mark = 'day' | 'lasting' | 'within' | 'until' | 'since';

export interface PosterEvent {
  readonly id: string;
  readonly headline: string;
  /** In words, with what is not sure about it. */
  readonly date: string;
  readonly place: string | null;
  readonly according: string | null;
  /** Where storylines have no axis of their own. */
  readonly storyline: string | null;
  readonly mark: Mark;
  /** Written as about then, or as not sure. */
  readonly isAbout: boolean;
  /** Column of its storyline, counted from 0. */
  readonly lane: number;
  /** Where it begins and ends on the axis, 0 (top) … 1. */
  readonly from: number;
  readonly to: number;
  /** Where its words stand, 0 … 1, top and bottom: they never overlap. */
  readonly top: number;
  readonly bottom: number;
}

export interface PosterPage {
  readonly events: readonly PosterEvent[];
  readonly ticks: readonly Tick[];
  readonly breaks: Axis['breaks'];
}

/** So many storylines can have an axis each; more are named with every event. */
export const MOST_LANES = 5;

export interface TimelinePoster {
  readonly title: string;
  readonly credit: string;
  readonly footer: string;
  /** Titles of the storylines by lane; empty where there is only one, or too many. */
  readonly lanes: readonly string[];
  readonly marks: readonly Mark[];
  readonly hasAbout: boolean;
  readonly pages: readonly PosterPage[];
}

/** Lines of text that a page has room for, and letters in a line beside so many axes. */
export interface PosterRoom {
  readonly lines: number;
  readonly letters: (axes: number) => number;
}

interface Placed {
  readonly event: ExportEvent;
  readonly mark: Mark;
  readonly first: number;
  readonly last: number;
  readonly lines: number;
}

/** The events of a set on an axis from top to bottom, in the order of time, on as many pages as they need. */
export function timelinePoster(set: ExportSet, room: PosterRoom): TimelinePoster {
  const storylines = [...new Set(set.events.flatMap(({ storyline }) => storyline ?? []))];
  const lanes = storylines.length > 1 && storylines.length <= MOST_LANES ? storylines : [];
  const isNamed = storylines.length > MOST_LANES;
  const letters = room.letters(Math.max(1, lanes.length));
  const placed = set.events.flatMap((event) => place(event, letters, isNamed)).sort(inTime);
  return {
    title: set.title,
    credit: shortCredit(set),
    footer: footerOf(set, null),
    lanes,
    marks: [...new Set(placed.map(({ mark }) => mark))],
    hasAbout: placed.some(({ event }) => isAbout(event.when)),
    pages: parted(placed, room).map((page) => pageOf(page, { lanes, isNamed, language: set.language })),
  };
}

function place(event: ExportEvent, letters: number, isNamed: boolean): Placed[] {
  const { earliestStart, latestStart, earliestEnd, latestEnd } = event.when.span;
  const mark = markOf(event.when);
  const first = [earliestStart, latestStart, earliestEnd, latestEnd].find(Number.isFinite);
  const last = [latestEnd, earliestEnd, latestStart, earliestStart].find(Number.isFinite);
  if (first === undefined || last === undefined) return [];
  const linesOf = (...texts: readonly (string | null)[]): number =>
    Math.max(1, Math.ceil(texts.reduce((sum, text) => sum + (text === null ? 0 : text.length + 3), 0) / letters));
  // Small letters above, the headline below, and some white between two events.
  const lines = 0.85 * linesOf(event.date, event.place, isNamed ? event.storyline : null) + linesOf(event.headline, event.according === null ? null : `according to ${event.according}`) + 0.5;
  // A bound stands where it bounds.
  const [from, to] = mark === 'until' ? [last, last] : mark === 'since' ? [first, first] : [first, last];
  return [{ event, mark, first: from, last: to, lines }];
} // prettier-ignore

/** What is known of a date. */
export function markOf({ form, span }: When): Mark {
  switch (form.kind) {
    case 'until':
      return 'until';
    case 'since':
      return 'since';
    case 'interval':
      return 'lasting';
    case 'within':
      return form.from === null ? 'until' : form.to === null ? 'since' : 'within';
    case 'oneOf':
      return 'within';
    case 'date':
      return form.date.precision === 'day' && span.earliestStart === span.latestEnd ? 'day' : 'within';
  }
}

function isAbout({ approximate, uncertain }: When): boolean {
  return approximate || uncertain;
}

function inTime(a: Placed, b: Placed): number {
  return a.first - b.first || a.last - b.last || (a.event.id < b.event.id ? -1 : 1);
}

/** Pages that are filled alike: the last one is not left with a single event. */
function parted(placed: readonly Placed[], { lines: most }: PosterRoom): Placed[][] {
  const all = placed.reduce((sum, { lines }) => sum + lines, 0);
  const fair = all / Math.max(1, Math.ceil(all / most));
  const pages: Placed[][] = [];
  let [filled, goal] = [0, fair];
  for (const one of placed) {
    const page = pages.at(-1);
    const onPage = page?.reduce((sum, { lines }) => sum + lines, 0) ?? 0;
    if (page === undefined || onPage + one.lines > most || filled + one.lines / 2 > goal) {
      pages.push([one]);
      if (page !== undefined) goal = Math.max(goal, filled) + fair;
    } else page.push(one);
    filled += one.lines;
  }
  return pages;
}

interface PosterStyle {
  readonly lanes: readonly string[];
  readonly isNamed: boolean;
  readonly language: Language;
}

function pageOf(page: readonly Placed[], { lanes, isNamed, language }: PosterStyle): PosterPage {
  const axis = axisOf(page, language);
  const lines = page.reduce((sum, one) => sum + one.lines, 0);
  let used = 0;
  const events = page.map(({ event, mark, first, last, lines: own }): PosterEvent => {
    const top = used / lines;
    used += own;
    return {
      id: event.id, headline: event.headline, date: event.date, place: event.place, according: event.according,
      storyline: isNamed ? event.storyline : null, mark, isAbout: isAbout(event.when), lane: Math.max(0, lanes.indexOf(event.storyline ?? '')),
      from: axis.at(first), to: axis.at(last), top, bottom: used / lines,
    };
  });
  return { events, ticks: axis.ticks, breaks: axis.breaks };
} // prettier-ignore
