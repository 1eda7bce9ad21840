import type { PackEvent } from '../../packs/pack';
import type { When } from '../../time/when';
import type { Evidence } from './evidence';
import { precisionOf } from './occupancy';
import { unless, type Finding } from './violation';

type Kind = 'date' | 'place' | 'sequence' | 'event';

/** What in the pack forbids to ask an event for a kind, by the rule that it would break. */
export function eligibilityOf(event: PackEvent, kind: Kind, evidence: Evidence): readonly Finding[] {
  const { id } = event;
  const conflicts = evidence.tellings(id).flatMap((each) => evidence.events.get(each)?.conflicts ?? []);
  const claimed = event.status === 'attributed' || event.status === 'reported' || event.dates === 'statement';
  return [
    ...unless(!event.sensitive, 'eligible', `${id} is sensitive: only shown`),
    ...unless(event.sameAs.length === 0, 'eligible', `${id} is another telling of ${event.sameAs.join(', ')}`),
    ...unless(event.dates !== 'plan', 'eligible', `${id} is a plan, not an event`),
    ...unless(
      kind !== 'place' || event.dates !== 'statement',
      'eligible',
      `${id} is a statement: its place is not asked`,
    ),
    ...unless(
      event.ask === null || event.ask.includes(kind),
      'eligible',
      `the pack does not let ${id} be asked by ${kind}`,
    ),
    ...unless(event.status !== 'disputed', 'K8', `${id} is disputed`),
    ...unless(!claimed || event.according !== null, 'K8', `${id} is a claim, but nobody is named`),
    ...unless(conflicts.length === 0, 'K6', `sources give ${textsOf(conflicts)} for ${id} too`),
    ...(kind === 'sequence' ? orderable(event) : dated(event, kind)),
  ];
}

function dated(event: PackEvent, kind: Kind): readonly Finding[] {
  const { id, when } = event;
  if (when === null) return [{ rule: 'K4', detail: `${id} has no date` }];
  const asDate = kind === 'date' || kind === 'event';
  const unknownDay = kind === 'date' && when.calendar === 'unknown' && hasDay(when);
  return [
    ...unless(precisionOf(when) !== null, 'K4', `${id} is known only as ${when.text}, a bound`),
    ...unless(
      !asDate || event.dates !== 'observation',
      'K4',
      `${id} is a state seen on a day: it may have begun before`,
    ),
    ...unless(!when.approximate && !when.uncertain, 'K4', `${id} is known only as ${when.text}, not exactly`),
    ...unless(!unknownDay, 'K5', `${when.text} is a day before 15 October 1582, and its calendar is not given`),
  ];
}

/** In a sequence every event has a date of its own; `~` may stay, since it is widened. */
function orderable({ id, when, dates }: PackEvent): readonly Finding[] {
  if (when === null) return [{ rule: 'K3', detail: `${id} has no date` }];
  return [
    ...unless(precisionOf(when) !== null, 'K3', `${id} is known only as ${when.text}, a bound`),
    ...unless(dates !== 'observation', 'K3', `${id} is a state seen on a day: it may have begun before`),
    ...unless(!when.uncertain, 'K3', `${when.text} is uncertain and decides no order`),
  ];
}

/** Whether an event may be told as the reason why an option is wrong. */
export function mayBeReason(event: PackEvent, evidence: Evidence): boolean {
  if (event.ask?.length === 0) return false;
  return eligibilityOf({ ...event, ask: null }, 'date', evidence).length === 0;
}

function hasDay({ form }: When): boolean {
  const parts = form.kind === 'date' ? [form.date] : form.kind === 'interval' ? [form.from, form.to] : [];
  return parts.some(({ precision }) => precision === 'day');
}

function textsOf(dates: readonly When[]): string {
  return dates.map(({ text }) => text).join(', ');
}
