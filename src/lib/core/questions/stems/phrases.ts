import type { Precision } from '../../time/when';
import type { DateEnd } from '../facts';
import type { Language } from '../question';
import { en } from './en';
import { uk } from './uk';

/**
 * What is said of an event. `clause` and `name` go into different templates, so that a sentence is right by construction:
 * a clause stands after a colon or "that", a noun phrase is a subject.
 */
export interface Told {
  readonly text: string;
  readonly as: 'clause' | 'name';
  /** The claimant, for attributed and reported claims and for statements. */
  readonly according: string | null;
  /** The date is that of a statement: `text` is what was said. */
  readonly statement: boolean;
}

/**
 * The sentences of one language. A template never inflects what a pack gives it: names stand in the nominative, after a colon, in
 * brackets or as subject of a verb that agrees with anything.
 *
 * A stem has several wordings that ask the same, so that a bank does not read like a form (rule B3): `variant`, any whole number from
 * 0 on, takes one of them. The text always stands in it letter for letter, never first.
 */
export interface Phrases {
  /** Asks when. `place` is context that the text itself does not name; null adds none. */
  askDate(told: Told, unit: Precision, end: DateEnd, place: string | null, variant?: number): string;
  /** Asks where. `on` is the date as an adverbial; `observed`: a state seen then. */
  askPlace(told: Told, on: string, observed: boolean, variant?: number): string;
  /** Asks for the order of events (or statements) of a storyline; a null title is left out. */
  askOrder(title: string | null, statements: boolean, variant?: number): string;
  askFirst(title: string | null, statements: boolean, variant?: number): string;
  askLast(title: string | null, statements: boolean, variant?: number): string;
  /** Asks which event happened after one and before another, each told in its own words. */
  askBetween(title: string | null, statements: boolean, after: Told, before: Told, variant?: number): string;
  /** Asks which event happened then; `on` is the date as an adverbial. */
  askEventThen(on: string, statements: boolean, variant?: number): string;
  /** Asks which event happened at a place. */
  askEventThere(place: string, variant?: number): string;
  /** An event as an option of its own, with its claimant. */
  option(told: Told): string;
  /** The same with its date as a dateline shows it, where the place is asked for. */
  optionThen(told: Told, date: string): string;
  /** Why a date is wrong: what happened then. */
  happenedThen(told: Told, unit: Precision): string;
  /** Why a date is wrong: how far off it is; `units` is negative for too early. */
  offBy(units: number, unit: Precision, end: DateEnd): string;
  /** Why a place is wrong: what happened there, and when (`on`, an adverbial). */
  happenedThere(told: Told, on: string): string;
  /** Why a place is wrong: nothing is known to have happened there at that time. */
  nothingThere: string;
  /** Why an event was not the first: its date, or, where none may be shown, that another came before it. */
  dated(on: string | null): string;
  /** Why an event was not the last, in the same way. */
  datedEarlier(on: string | null): string;
  /** Why an event did not lie between two others, in the same way. */
  datedOutside(on: string | null): string;
  /** Why an event is wrong where one is asked by its date. */
  datedThen(on: string): string;
  /** Why an event is wrong where one is asked by its place: where it happened, or, where that is not one place, that it was not there. */
  wasElsewhere(place: string | null): string;
  /** A dispatch as a sentence for the explanation; place and date already in words, null left out. */
  dispatch(place: string | null, date: string | null, told: Told): string;
}

export const PHRASES: Readonly<Record<Language, Phrases>> = { en, uk };
