import { mayTouch, type Span } from '../../../time/span';
import type { Case } from '../case';
import { nameIn } from '../giveaways';
import { checkNoBounds, checkOneKey, checkOptions } from '../options';
import { checkProof } from '../proof';
import { checkStem, type ByLanguage } from '../sentence';
import { shownTime } from '../shown-time';
import { unless, type Finding } from '../violation';
import { folded, holds, spellings, wordsOf } from '../words';

const ASKS: ByLanguage<RegExp> = { en: /\b(?:where|which place)\b/iu, uk: /(?<!\p{L})де(?!\p{L})|якому місці/iu };

/** "Where did this happen on …: …?" with places as options. */
export function checkPlaceChoice(subject: Case): readonly Finding[] {
  const { question, events, evidence, keys, distractors } = subject;
  const [event] = events;
  const { placeless } = wordsOf(evidence.pack, event, question.language);
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
    ...unless(question.dispatch?.place === null, 'wording', 'dispatch.place: the place is what is asked'),
    ...(shown === null ? [{ rule: 'K2', detail: 'the time shown is not that of the event: it makes no place false' } as const] : []),
    ...unless(shown === null || shown.said.some((said) => holds(question.stem, said)), 'K2', 'the stem does not say the time that the dateline shows'),
    ...checkStem(subject, placeless == null ? [] : [placeless], ASKS),
    ...keys.flatMap(({ value }) => {
      const place = evidence.places.get(value);
      const name = place === undefined ? null : nameIn(`${question.stem} / ${question.dispatch?.text ?? ''}`, place);
      return unless(name === null, 'L3', `“${name ?? ''}” stands in the question`);
    }),
    ...checkUniqueWords(subject, shown?.span ?? null),
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
  const where = evidence.tellings(event.id).flatMap((id) => evidence.events.get(id)?.where ?? []);
  const related = [...new Set(where)].filter((id) => evidence.related(id, value));
  const key = keys[0] === undefined ? undefined : evidence.places.get(keys[0].value);
  const names = new Set(key === undefined || key === place ? [] : spellings(key).map(folded));
  const then = shown === null ? [] : evidence.occupancy.within(value, shown);
  const others = then.filter(
    ({ event: { id, dates } }) => id !== event.id && dates !== 'statement' && dates !== 'plan',
  );
  return [
    ...unless(related.length === 0, 'K9', `${value} contains, lies in or is ${related.join(', ')}`),
    ...unless(!spellings(place).some((name) => names.has(folded(name))), 'K9', `${value} is another name of the key`),
    ...unless(!event.avoid.places.includes(value), 'K2', `${value} is to be avoided`),
    ...unless(others.length === 0, 'K2', `${value} may be true: ${[...new Set(others.map((other) => other.event.id))].join(', ')}`),
  ]; // prettier-ignore
}

/** Another event in the same words elsewhere, perhaps at the time shown (rule K2). */
function checkUniqueWords({ question, events: [event], evidence }: Case, shown: Span | null): readonly Finding[] {
  const tellings = evidence.tellings(event.id);
  const places = evidence.specific(event);
  return evidence.toldAs(question.dispatch?.text ?? '', 'placeless', question.language).flatMap((other) => {
    if (tellings.includes(other.id)) return [];
    const there = evidence.specific(other);
    const same = there.length === 1 && there[0] === places[0];
    const then = other.when === null || shown === null || mayTouch(other.when.span, shown);
    return unless(same || !then, 'K2', `${other.id} is told in the same words`);
  });
}
