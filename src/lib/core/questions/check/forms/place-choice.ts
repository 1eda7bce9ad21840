import type { Span } from '../../../time/span';
import type { Case } from '../case';
import { checkNoBounds, checkOneKey, checkOptions } from '../options';
import { checkProof } from '../proof';
import { shownTime } from '../shown-time';
import { unless, type Finding } from '../violation';
import { folded, spellings } from '../words';
import { checkPlaceWords } from './place-words';

/** "Where did this happen on …: …?" with places as options. */
export function checkPlaceChoice(subject: Case): readonly Finding[] {
  const { question, evidence, distractors } = subject;
  const shown = shownTime(subject);
  return [
    ...checkOptions(subject, 3, 4),
    ...checkOneKey(subject),
    ...checkNoBounds(subject),
    ...question.options.flatMap(({ text, value }) => {
      if (!evidence.places.has(value)) return [{ rule: 'format', detail: `no place ${value} in the pack` } as const];
      return unless(text === evidence.placeName(value, question.language), 'wording', `${value} is not called “${text}”`);
    }),
    ...checkKey(subject),
    ...distractors.flatMap(({ value }) => checkPlaceOption(subject, value, shown?.span ?? null)),
    ...checkPlaceWords(subject, shown),
    ...checkProof(subject, {
      key: ['located'],
      others: ['unrelated-place', 'no-event-then'],
      shown,
      spanOf: () => null,
    }),
  ]; // prettier-ignore
}

/** Recomputes the key: the one place of the event that contains no other of its places. */
function checkKey({ events: [event], evidence, keys }: Case): readonly Finding[] {
  const places = evidence.specific(event);
  if (places.length !== 1)
    return [{ rule: 'K2', detail: `${event.id} has ${String(places.length)} most specific places` }];
  return keys.flatMap(({ value }) =>
    unless(value === places[0], 'K1', `the key is ${value}, the pack says ${places[0] ?? ''}`),
  );
}

/** Why a place is false (rules K2 and K9). */
function checkPlaceOption(
  { events: [event], evidence, keys }: Case,
  value: string,
  shown: Span | null,
): readonly Finding[] {
  const place = evidence.places.get(value);
  if (place === undefined) return [];
  const related = event.where.filter((id) => evidence.related(id, value));
  // Another telling may name a place more loosely; what lies in that is not made true by it.
  const told = evidence.tellings(event.id).flatMap((id) => evidence.events.get(id)?.where ?? []);
  const twins = told.filter((id) => id === value || evidence.containers(id).has(value));
  const key = keys[0] === undefined ? undefined : evidence.places.get(keys[0].value);
  const names = new Set(key === undefined || key === place ? [] : spellings(key).map(folded));
  const then = shown === null ? [] : evidence.occupancy.within(value, shown);
  const others = then.filter(
    ({ event: { id, dates } }) => id !== event.id && dates !== 'statement' && dates !== 'plan',
  );
  return [
    ...unless(related.length === 0, 'K9', `${value} contains, lies in or is ${related.join(', ')}`),
    ...unless(twins.length === 0, 'K9', `another telling has it at ${[...new Set(twins)].join(', ')}`),
    ...unless(!spellings(place).some((name) => names.has(folded(name))), 'K9', `${value} is another name of the key`),
    ...unless(!event.avoid.places.includes(value), 'K2', `${value} is to be avoided`),
    ...unless(others.length === 0, 'K2', `${value} may be true: ${[...new Set(others.map((other) => other.event.id))].join(', ')}`),
  ]; // prettier-ignore
}
