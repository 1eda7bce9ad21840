import type { PackEvent } from '../packs/pack';
import type { PackIndex } from '../packs/pack-index';
import type { When } from '../time/when';
import type { Kind, RefusalReason } from './question';

/** Why an event is not asked for a kind: the reason and the detail a person reads. */
export interface Objection {
  readonly reason: RefusalReason;
  readonly detail: string;
}

type Check = (index: PackIndex, event: PackEvent, kind: Kind) => string | null;

/**
 * The reasons that the pack's data alone decide, in the order of the contract: the first that applies is given.
 * Reasons that hang on words (`no-wording`, `leak`, `not-unique`) and on other events (`no-order`, `too-few-distractors`)
 * come after these and are found by the forms.
 */
const CHECKS: readonly (readonly [RefusalReason, Check])[] = [
  ['sensitive', (_, event) => (event.sensitive ? 'shown with its source, never asked' : null)],
  ['duplicate', (_, event) => (event.sameAs.length > 0 ? `another telling of ${event.sameAs.join(', ')}` : null)],
  ['not-an-event', notAnEvent],
  ['disputed', (_, event) => (event.status === 'disputed' ? 'the source itself doubts it' : null)],
  ['no-claimant', noClaimant],
  ['source-conflict', sourceConflict],
  ['no-date', (_, event, kind) => (kind !== 'sequence' && event.when === null ? 'the sources give no date' : null)],
  ['bounded-date', boundedDate],
  ['approximate-date', approximateDate],
  ['calendar', unknownCalendar],
  ['excluded-by-pack', excludedByPack],
  ['no-place', (_, event, kind) => (kind === 'place' && event.where.length === 0 ? 'no place is given' : null)],
];

/** The first reason in the data not to ask an event for a kind; null if the data allow it. */
export function objectionTo(index: PackIndex, event: PackEvent, kind: Kind): Objection | null {
  for (const [reason, check] of CHECKS) {
    const detail = check(index, event, kind);
    if (detail !== null) return { reason, detail };
  }
  return null;
}

function notAnEvent(_: PackIndex, event: PackEvent, kind: Kind): string | null {
  if (event.dates === 'plan') return 'a plan or forecast; it need not have come about';
  if (event.dates === 'statement' && kind === 'place') return 'a statement; where it was made is not asked';
  return null;
}

function noClaimant(_: PackIndex, event: PackEvent): string | null {
  if (event.according !== null) return null;
  if (event.status === 'reported') return 'reported, but by whom is not known';
  if (event.status === 'attributed') return 'attributed, but to whom is not said';
  if (event.dates === 'statement') return 'a statement, but whose is not said';
  return null;
}

function sourceConflict(index: PackIndex, event: PackEvent): string | null {
  const twins = index.twinsOf(event.id);
  if (twins.length === 0 && event.conflicts.length === 0) return null;
  const dates = [event, ...twins.map((id) => index.event(id))].flatMap((one) => one.conflicts);
  if (dates.length === 0) return null;
  const texts = [event.when, ...dates].flatMap((when) => (when === null ? [] : [when.text]));
  return [...new Set(texts)].join(', ');
}

/** Dates and places hang on a date that is certain; a sequence with a bounded event is `no-order` instead. */
function boundedDate(_: PackIndex, event: PackEvent, kind: Kind): string | null {
  if (kind === 'sequence' || event.when === null) return null;
  if (isBound(event)) return `known only as ${event.when.text}`;
  if (event.dates === 'observation' && (kind === 'date' || kind === 'event'))
    return 'a state seen on that day; it may have begun earlier and lasted longer';
  return null;
}

function approximateDate(_: PackIndex, event: PackEvent, kind: Kind): string | null {
  if (kind === 'sequence' || event.when === null) return null;
  return event.when.approximate || event.when.uncertain ? `known only as ${event.when.text}` : null;
}

function unknownCalendar(_: PackIndex, event: PackEvent, kind: Kind): string | null {
  if (kind !== 'date' || event.when?.calendar !== 'unknown') return null;
  const form = event.when.form;
  const parts = form.kind === 'date' ? [form.date] : form.kind === 'interval' ? [form.from, form.to] : [];
  return parts.some((part) => part.precision === 'day')
    ? `${event.when.text} is a day before 15 October 1582, and its calendar is not given`
    : null;
}

function excludedByPack(_: PackIndex, event: PackEvent, kind: Kind): string | null {
  if (event.ask === null || event.ask.includes(kind)) return null;
  return event.ask.length === 0 ? 'the pack shows it only' : `the pack allows only ${event.ask.join(', ')}`;
}

/** Whether the event's date is only a bound: it says no later, no earlier, or somewhere between. */
export function isBound(event: PackEvent): boolean {
  return event.when !== null && saysOnlyBound(event.when);
}

function saysOnlyBound({ form: { kind } }: When): boolean {
  return kind === 'until' || kind === 'since' || kind === 'within' || kind === 'oneOf';
}

/** Every date that some source gives for the event, bounds aside: where they disagree, any of them may be the true one. */
export function datesGiven(event: PackEvent): readonly When[] {
  return [event.when, ...event.conflicts].filter((when) => when !== null).filter((when) => !saysOnlyBound(when));
}

/** Whether the event may stand behind a distractor: told as true or with its claimant, dated for certain, and not show-only. */
export function mayGiveReason(index: PackIndex, event: PackEvent): boolean {
  if (event.ask?.length === 0 || event.dates === 'observation') return false;
  return CHECKS.every(([reason, check]) => reason === 'excluded-by-pack' || check(index, event, 'date') === null);
}
