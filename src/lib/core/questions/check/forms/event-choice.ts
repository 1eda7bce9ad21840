import type { PackEvent } from '../../../packs/pack';
import { mayTouch, type Span } from '../../../time/span';
import type { Case } from '../case';
import { eligibilityOf } from '../eligibility';
import { monthIn, nameIn, yearsIn } from '../giveaways';
import { checkNoBounds, checkOneKey, checkOptions } from '../options';
import { checkProof } from '../proof';
import type { ByLanguage } from '../sentence';
import { shownTime, timesOf, type ShownTime } from '../shown-time';
import { unless, type Finding } from '../violation';
import { holds, tellingsOf, wordsOf } from '../words';

const ASKS: ByLanguage<RegExp> = {
  en: /\b(?:which|what)\b/iu,
  uk: /(?<!\p{L})(?:як(?:а|ий|е|у)|котр(?:а|ий|е|у)|що)(?!\p{L})/iu,
};

/** "Which of these events happened on …?" or "… here: …?", with events as options. */
export function checkEventChoice(subject: Case): readonly Finding[] {
  const { question, events, fact, keys, distractors, evidence } = subject;
  const [event] = events;
  const offered = distractors.flatMap(({ value }) => evidence.events.get(value) ?? []);
  const byDate = fact.kind === 'event' && fact.by === 'date';
  return [
    ...checkOptions(subject, 3, 4),
    ...checkOneKey(subject),
    ...checkNoBounds(subject),
    ...keys.flatMap(({ value }) => unless(value === event.id, 'K1', `the key is ${value}, the question is about ${event.id}`)),
    ...distractors.flatMap(({ value }) => unless(evidence.events.has(value), 'format', `no event ${value} in the pack`)),
    ...unless(question.dispatch !== null && question.dispatch.text === null, 'wording', 'dispatch.text: the event is what is asked'),
    ...unless(ASKS[question.language].test(question.stem), 'wording', `“${question.stem}” does not ask which`),
    ...unless(question.stem.trim().endsWith('?'), 'wording', 'the stem is no question'),
    ...offered.flatMap((other) => [
      ...eligibilityOf(other, 'event', evidence),
      ...unless(!evidence.kin(event.id, other.id), 'K3', `${event.id} and ${other.id} are one another's part or twin`),
      ...unless(!event.avoid.events.includes(other.id), 'eligible', `the pack keeps ${event.id} and ${other.id} apart`),
      ...unless((event.dates === 'statement') === (other.dates === 'statement'), 'O1', 'statements stand only among statements'),
    ]),
    ...(byDate ? checkByDate(subject, offered) : checkByPlace(subject, offered)),
    ...checkProof(subject, {
      key: [byDate ? 'dated' : 'located'],
      others: [byDate ? 'disjoint-date' : 'unrelated-place'],
      shown: null,
      spanOf: () => null,
    }),
  ]; // prettier-ignore
}

function checkByDate(subject: Case, offered: readonly PackEvent[]): readonly Finding[] {
  const { question } = subject;
  const shown = shownTime(subject);
  return [
    ...unless(question.dispatch?.place === null, 'wording', 'dispatch.place: only the date is shown'),
    ...unless(shown !== null, 'K2', 'the time shown is not that of the event: it makes no other false'),
    ...unless(shown === null || shown.said.some((said) => holds(question.stem, said)), 'K2', 'the stem does not say the time that the dateline shows'),
    ...question.options.flatMap((option) => checkDatelessWords(subject, option)),
    ...(shown === null ? [] : offered.flatMap((other) => checkNotThen(subject, other, shown))),
  ]; // prettier-ignore
}

function checkDatelessWords(
  { question: { language }, evidence }: Case,
  { text, value }: { readonly text: string; readonly value: string },
): readonly Finding[] {
  const event = evidence.events.get(value);
  if (event === undefined) return [];
  const told = tellingsOf(evidence.pack, event, language).some((words) => holds(text, words));
  const month = monthIn(text, language);
  const [year] = yearsIn(text);
  return [
    ...unless(told, 'wording', `“${text}” is not how the pack tells ${value}`),
    ...unless(month === null, 'L1', `“${month ?? ''}” in “${text}” tells when`),
    ...unless(year === undefined, 'L1', `${String(year)} in “${text}” tells when`),
  ];
}

/** The event was at another time, in every telling, and so was whatever else its words tell (rule K2). */
function checkNotThen({ question, evidence }: Case, other: PackEvent, shown: ShownTime): readonly Finding[] {
  const tellings = evidence.tellings(other.id).flatMap((id) => evidence.events.get(id) ?? []);
  const text = question.options.find(({ value }) => value === other.id)?.text ?? '';
  const words = tellingsOf(evidence.pack, other, question.language).filter((each) => holds(text, each));
  const alike = words
    .flatMap((each) => evidence.toldAs(each, 'told', question.language))
    .filter((each) => !tellings.includes(each));
  return [
    ...unless(!tellings.some((each) => mayBeThen(each, shown.span)), 'K2', `${other.id} may have been at the time shown`),
    ...alike.flatMap((each) => unless(each.when !== null && !mayBeThen(each, shown.span), 'K2', `${each.id} is told in the same words`)),
  ]; // prettier-ignore
}

function mayBeThen({ when, conflicts }: PackEvent, time: Span): boolean {
  return [when, ...conflicts].some((each) => each !== null && mayTouch(each.span, time));
}

function checkByPlace(subject: Case, offered: readonly PackEvent[]): readonly Finding[] {
  const { question, events, evidence } = subject;
  const [event] = events;
  const [id, ...more] = event.dates === 'statement' ? [] : evidence.specific(event);
  if (id === undefined || more.length > 0)
    return [{ rule: 'K2', detail: `${event.id} has not one most specific place` }];
  const name = evidence.placeName(id, question.language);
  return [
    ...unless(question.dispatch?.date === null, 'wording', 'dispatch.date: only the place is shown'),
    ...unless(question.dispatch?.place === name, 'wording', `dispatch.place: the one place of ${event.id} is ${name ?? 'not named'}`),
    ...unless(name !== null && holds(question.stem, name), 'K2', 'the stem does not say the place that the dateline shows'),
    ...question.options.flatMap((option) => checkPlacelessWords(subject, option, id)),
    ...offered.flatMap((other) => checkNotThere(subject, other, id)),
  ]; // prettier-ignore
}

function checkPlacelessWords(
  { question, evidence }: Case,
  { text, value }: { readonly text: string; readonly value: string },
  shown: string,
): readonly Finding[] {
  const event = evidence.events.get(value);
  if (event === undefined) return [];
  const { placeless } = wordsOf(evidence.pack, event, question.language);
  const where = question.options.flatMap((option) => evidence.events.get(option.value)?.where ?? []);
  // What contains every option's place tells none from another: the country of them all.
  const holdsAll = (id: string): boolean => [shown, ...where].every((each) => evidence.containers(each).has(id));
  const related = evidence.relatives(shown).filter((id) => !holdsAll(id));
  const named = related
    .flatMap((id) => evidence.places.get(id) ?? [])
    .map((place) => nameIn(text, place))
    .find((name) => name !== null);
  return [
    ...unless(placeless != null && holds(text, placeless), 'wording', `“${text}” is not how the pack tells ${value} without its place`),
    ...unless(named === undefined, 'L3', `“${named ?? ''}” in “${text}” gives the place away`),
  ]; // prettier-ignore
}

/** The event was elsewhere, in every telling, and at its time, which the option says, nothing else was here (rule K2). */
function checkNotThere({ question, evidence }: Case, other: PackEvent, shown: string): readonly Finding[] {
  const tellings = evidence.tellings(other.id).flatMap((id) => evidence.events.get(id) ?? []);
  const related = tellings.flatMap(({ where }) => where).find((id) => evidence.related(id, shown));
  const text = question.options.find(({ value }) => value === other.id)?.text ?? '';
  const time = timesOf(other, question.language).find(({ label }) => holds(text, label));
  const there = time === undefined ? [] : evidence.occupancy.within(shown, time.span);
  const then = there.filter(({ event: { id, dates } }) => id !== other.id && dates !== 'statement' && dates !== 'plan');
  return [
    ...unless(other.where.length > 0, 'K2', `where ${other.id} was is not known`),
    ...unless(related === undefined, 'K2', `${other.id} was at ${related ?? ''}`),
    ...unless(time !== undefined, 'K2', `“${text}” does not say when it was`),
    ...unless(then.length === 0, 'K2', `${other.id} may be told of ${then[0]?.event.id ?? ''}`),
    ...unless(!other.avoid.places.includes(shown), 'K2', `the pack keeps ${other.id} and ${shown} apart`),
  ];
}
