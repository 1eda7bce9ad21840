import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildPack, type EventDraft, type PlaceDraft } from '../../../../../tests/samples/build-pack';
import { indexPack } from '../../packs/index-pack';
import { createGenerator } from '../generator';
import type { Option, Proof, Question } from '../question';
import { createChecker } from './checker';

const EVENTS: readonly EventDraft[] = [
  { id: 'siege', clause: 'soldiers stormed the walls of Arden', placeless: 'soldiers stormed the walls of a town', when: '1901-03-12', where: ['arden'] },
  { id: 'ball', clause: 'the mayor of Arden gave a ball', when: '1901-03-10', where: ['arden'] },
  { id: 'fire', clause: 'fire destroyed the harbour of Birk', placeless: 'fire destroyed a harbour', when: '1901-03-02', where: ['birk'] },
  { id: 'flood', clause: 'a flood drove people out of Corva', placeless: 'a flood drove people out of a town', when: '1901-03-09', where: ['corva'] },
  { id: 'fair', clause: 'the fair of Dorn opened', placeless: 'a fair opened', when: '1901-03-15', where: ['dorn'] },
  { id: 'rumour', clause: 'bandits plundered Farrow', placeless: 'bandits plundered a town', when: '1901-03-18', where: ['farrow'], status: 'attributed', according: 'a pedlar' },
  { id: 'talks', clause: 'envoys met at Elm', when: '1901-03-20/1901-03-25', where: ['elm'] },
]; // prettier-ignore

type Changes = Readonly<Record<string, Partial<EventDraft>>>;

/** Towns a degree apart on one map; nothing else lies under a finger on any of them. */
const MAP = { file: 'map.json', frames: { all: [9, 48, 17, 52] } } as const;
const PLACES = ['arden', 'birk', 'corva', 'dorn', 'elm', 'farrow'].map((id, i) => ({
  id,
  point: [10 + i, 50] as const,
}));

function packOf(changes: Changes = {}, places: readonly PlaceDraft[] = PLACES) {
  return buildPack({ events: EVENTS.map((event) => ({ ...event, ...changes[event.id] })), places, map: MAP });
}

function ask(fact: string, form = 'choice'): Question {
  const made = createGenerator(indexPack(packOf()), { language: 'en' }).question(fact, form, 1);
  if (made?.type !== 'question') throw new Error(JSON.stringify(made));
  return made;
}

/** In the wording that a test takes apart: which one the generator draws is not its business. */
const worded = (question: Question, stem: string): Question => ({ ...question, stem });

const DATE = worded(ask('siege:date'), 'On which day did this happen: soldiers stormed the walls of Arden?');
const PLACE = worded(
  ask('siege:place'),
  'Where did this happen on 12 March 1901: soldiers stormed the walls of a town?',
);
const ORDER = ask('story:sequence:fair+fire+flood', 'order');
const FIRST = ask('story:sequence:fair+fire+flood', 'first');
const LAST = ask('story:sequence:fair+fire+flood', 'last');
const BETWEEN = ask('story:sequence:fair+fire+flood', 'between');
const THEN = ask('siege:event-by-date');
const THERE = ask('siege:event-by-place');
const NAMED = ask('siege:place', 'typed');
const MAPPED = ask('siege:place', 'map');
const TYPED = worded(ask('siege:date', 'typed'), 'On which day did this happen: soldiers stormed the walls of Arden?');
const TYPED_END = ask('talks:date-ended', 'typed');
const CLAIM = worded(
  ask('rumour:date'),
  'According to a pedlar, on which day did this happen: bandits plundered Farrow?',
);
const CLAIMED_ORDER = ask('story:sequence:fire+rumour+siege', 'order');
const BEGAN = worded(ask('talks:date-began'), 'On which day did this begin: envoys met at Elm?');
const GOOD = [
  DATE,
  TYPED,
  TYPED_END,
  PLACE,
  ORDER,
  FIRST,
  LAST,
  BETWEEN,
  THEN,
  THERE,
  NAMED,
  MAPPED,
  CLAIM,
  CLAIMED_ORDER,
  BEGAN,
];

const wrongIn = ({ options, key }: Question): Option => options.find(({ id }) => !key.includes(id)) ?? fail();
const keyIn = ({ options, key }: Question): Option => options.find(({ id }) => id === key[0]) ?? fail();
function fail(): never {
  throw new Error('a question without such an option');
}

function withOption(question: Question, target: Option, change: Partial<Option>): Question {
  return { ...question, options: question.options.map((option) => (option === target ? { ...option, ...change } : option)) };
} // prettier-ignore
/** With its first wrong option changed. */
const withWrong = (question: Question, change: Partial<Option>): Question =>
  withOption(question, wrongIn(question), change);
const withProof = (question: Question, change: Partial<Proof>): Question => ({
  ...question,
  proof: { ...question.proof, ...change },
});
/** With other words, in stem and dispatch. */
function retold(question: Question, text: string): Question {
  const before = question.dispatch?.text ?? fail();
  return { ...question, stem: question.stem.replace(before, text), dispatch: { place: null, date: question.dispatch?.date ?? null, text } };
} // prettier-ignore
const wrongSteps = (question: Question, steps: Proof['others'][string]): Question =>
  withProof(question, { others: { ...question.proof.others, [wrongIn(question).id]: steps } });

interface Bad {
  readonly rule: string;
  readonly story: string;
  readonly question: unknown;
  readonly pack?: Changes;
  readonly places?: readonly PlaceDraft[];
}

const { stem: _stem, ...NO_STEM } = DATE;

const BAD: readonly Bad[] = [
  { rule: 'format', story: 'a missing field', question: NO_STEM },
  { rule: 'format', story: 'a seed that is none', question: { ...DATE, seed: 1.5 } },
  { rule: 'format', story: 'a seed too large', question: { ...DATE, seed: 2 ** 32 } },
  { rule: 'format', story: 'a language without words', question: { ...DATE, language: 'de' } },
  { rule: 'format', story: 'a difficulty above 1', question: { ...DATE, difficulty: 2 } },
  { rule: 'format', story: 'a step of proof that is none', question: withProof(DATE, { key: [{ rule: 'certain' }] as never }) },
  { rule: 'format', story: 'a form that the program does not have', question: { ...DATE, form: 'guess' } },
  { rule: 'format', story: 'a form named like a method', question: { ...DATE, kind: 'constructor', form: 'name' } },
  { rule: 'format', story: 'an id of another fact', question: { ...DATE, id: PLACE.id } },
  { rule: 'format', story: 'an id without its hash', question: { ...DATE, id: 'sample:siege:date:choice:' } },
  { rule: 'format', story: 'a key that is no option', question: { ...DATE, key: ['z'] } },
  { rule: 'format', story: 'options out of letter', question: { ...DATE, options: [...DATE.options].reverse() } },
  { rule: 'format', story: 'an option that is no date', question: withWrong(DATE, { value: '1901-3-5' }) },
  { rule: 'format', story: 'an option that is about a date', question: withWrong(DATE, { value: '1901-03-05~' }) },
  { rule: 'format', story: 'a place that the pack does not have', question: withWrong(PLACE, { value: 'atlantis' }) },
  { rule: 'format', story: 'an answer to type in a choice', question: { ...DATE, accept: { from: '1901-03-12', to: '1901-03-12', unit: 'day' } } },
  { rule: 'format', story: 'ties in a choice', question: { ...FIRST, ties: [['a', 'b']] } },
  { rule: 'format', story: 'bounds of no between', question: { ...FIRST, bounds: ['fire', 'fair'] } },
  { rule: 'format', story: 'options beside what is typed', question: { ...TYPED, options: DATE.options } },
  { rule: 'format', story: 'a key beside what is typed', question: { ...TYPED, key: ['a'] } },
  { rule: 'format', story: 'nothing accepted', question: { ...TYPED, accept: null } },
  { rule: 'format', story: 'something else accepted', question: { ...TYPED, accept: { names: ['Arden'], rivals: [] } } },
  { rule: 'format', story: 'a between without bounds', question: { ...BETWEEN, bounds: undefined } },
  { rule: 'format', story: 'a point where a name is typed', question: { ...NAMED, accept: MAPPED.accept } },
  { rule: 'format', story: 'a name where a point is shown', question: { ...MAPPED, accept: NAMED.accept } },
  { rule: 'pack', story: 'a question of another pack', question: { ...DATE, pack: 'another' } },
  { rule: 'fact', story: 'an event that the pack does not have', question: { ...DATE, fact: 'sige:date' } },
  { rule: 'fact', story: 'a fact of another kind', question: { ...DATE, fact: 'siege:place' } },
  { rule: 'fact', story: 'a fact that is none', question: { ...DATE, fact: 'siege' } },
  { rule: 'fact', story: 'a sequence in another order than the code units', question: { ...ORDER, fact: 'story:sequence:fire+fair+flood' } },
  { rule: 'fact', story: 'a storyline that the pack does not have', question: { ...ORDER, fact: 'tale:sequence:fair+fire+flood' } },
  { rule: 'fact', story: 'other events than the fact names', question: { ...ORDER, fact: 'story:sequence:fair+fire+siege' } },
  { rule: 'format', story: 'an event that the pack does not have', question: withWrong(THEN, { value: 'sige' }) },
  { rule: 'fact', story: 'a bound that the pack does not have', question: { ...BETWEEN, bounds: ['sige', 'talks'] } },
  { rule: 'eligible', story: 'a sensitive event to choose', question: THEN, pack: { [wrongIn(THEN).value]: { sensitive: true } } },
  { rule: 'eligible', story: 'an event to choose that the pack does not let be one', question: THEN, pack: { [wrongIn(THEN).value]: { ask: ['date'] } } },
  { rule: 'eligible', story: 'a country on the map', question: MAPPED, places: PLACES.map((place) => (place.id === 'arden' ? { ...place, kind: 'country', within: [] } : place)) },
  { rule: 'eligible', story: 'a sensitive bound', question: BETWEEN, pack: Object.fromEntries((BETWEEN.bounds ?? []).map((id) => [id, { sensitive: true }])) },
  { rule: 'eligible', story: 'a sensitive event', question: DATE, pack: { siege: { sensitive: true } } },
  { rule: 'eligible', story: 'a sensitive event in a sequence', question: ORDER, pack: { flood: { sensitive: true } } },
  { rule: 'eligible', story: 'another telling', question: DATE, pack: { siege: { sameAs: ['ball'] } } },
  { rule: 'eligible', story: 'a plan', question: DATE, pack: { siege: { dates: 'plan' } } },
  { rule: 'eligible', story: 'the place of a statement', question: PLACE, pack: { siege: { dates: 'statement', according: 'a monk' } } },
  { rule: 'eligible', story: 'a kind that the pack does not allow', question: DATE, pack: { siege: { ask: ['place'] } } },
  { rule: 'eligible', story: 'an event that is shown only', question: ORDER, pack: { fire: { ask: [] } } },
  { rule: 'eligible', story: 'a statement among events', question: ORDER, pack: { fire: { dates: 'statement', according: 'a monk' } } },
  { rule: 'eligible', story: 'events that the pack keeps apart', question: ORDER, pack: { fire: { avoid: { events: ['fair'] } } } },
  { rule: 'wording', story: 'an option that says another date', question: withWrong(DATE, { text: '1 March 1901' }) },
  { rule: 'wording', story: 'an option in another language', question: withWrong(DATE, { text: '5 березня 1901 року' }) },
  { rule: 'wording', story: 'a place under another name', question: withWrong(PLACE, { text: 'Atlantis' }) },
  { rule: 'wording', story: 'an event told otherwise', question: withOption(ORDER, keyIn(ORDER), { text: 'nothing happened' }) },
  { rule: 'wording', story: 'the words of another event', question: retold(DATE, 'the mayor of Arden gave a ball') },
  { rule: 'wording', story: 'a stem without the words', question: { ...DATE, stem: 'On which day did this happen?' } },
  { rule: 'wording', story: 'a stem that asks for the month', question: { ...DATE, stem: DATE.stem.replace('day', 'month').replace('On', 'In') } },
  { rule: 'wording', story: 'a stem that asks for the last', question: { ...FIRST, stem: 'Which of these events happened last?' } },
  { rule: 'wording', story: 'an event to choose that is told already', question: { ...THEN, dispatch: { place: null, date: '12 March 1901', text: 'soldiers stormed the walls of Arden' } } },
  { rule: 'wording', story: 'the place beside the date of an event', question: { ...THEN, dispatch: { place: 'Arden', date: '12 March 1901', text: null } } },
  { rule: 'wording', story: 'an event to choose told otherwise', question: withWrong(THEN, { text: 'nothing happened' }) },
  { rule: 'wording', story: 'an event told with its place', question: withWrong(THERE, { text: `Fire destroyed the harbour of Birk (2 March 1901)`, value: 'fire' }) },
  { rule: 'wording', story: 'a last that is asked as a first', question: { ...LAST, stem: FIRST.stem } },
  { rule: 'wording', story: 'bounds that are not told', question: { ...BETWEEN, stem: 'Which of these happened between the two?' } },
  { rule: 'wording', story: 'a place asked for with its name shown', question: { ...PLACE, dispatch: { ...PLACE.dispatch, place: 'Arden' } } },
  { rule: 'wording', story: 'a date asked for with the date shown', question: { ...DATE, dispatch: { ...DATE.dispatch, date: '12 March 1901' } } },
  { rule: 'wording', story: 'another place in the dateline', question: { ...DATE, dispatch: { ...DATE.dispatch, place: 'Birk' } } },
  { rule: 'wording', story: 'no explanation', question: { ...DATE, explanation: ' ' } },
  { rule: 'sources', story: 'no source', question: { ...DATE, sources: [] } },
  { rule: 'sources', story: 'a passage that is not cited', question: { ...DATE, sources: DATE.sources.map((source) => ({ ...source, paragraph: 7 })) } },
  { rule: 'sources', story: 'a source under another title', question: { ...DATE, sources: DATE.sources.map((source) => ({ ...source, title: 'Lies' })) } },
  { rule: 'K1', story: 'another date as the key', question: { ...DATE, key: [wrongIn(DATE).id] } },
  { rule: 'K1', story: 'a key that the pack has changed', question: DATE, pack: { siege: { when: '1901-03-13' } } },
  { rule: 'K1', story: 'another event as the key', question: { ...THEN, key: [wrongIn(THEN).id] } },
  { rule: 'K1', story: 'a name that the place does not have', question: { ...NAMED, accept: { names: ['Arden', 'Ardenne'], rivals: [] } } },
  { rule: 'K1', story: 'its own name not accepted', question: NAMED, places: PLACES.map((place) => (place.id === 'arden' ? { ...place, name: 'Ardenne' } : place)) },
  { rule: 'K1', story: 'another point', question: { ...MAPPED, accept: { ...MAPPED.accept, point: [10.5, 50] } } },
  { rule: 'K1', story: 'another radius', question: { ...MAPPED, accept: { ...MAPPED.accept, radiusKm: 20 } } },
  { rule: 'K1', story: 'a point that no source confirms', question: MAPPED, places: PLACES.map(({ id }) => ({ id })) },
  { rule: 'K1', story: 'an area that the map does not have', question: { ...MAPPED, accept: { ...MAPPED.accept, area: { type: 'MultiPolygon', coordinates: [[[[9.5, 49.5], [10.5, 49.5], [10, 50.5], [9.5, 49.5]]]] } } } },
  { rule: 'K1', story: 'another day accepted', question: { ...TYPED, accept: { from: '1901-03-12', to: '1901-03-13', unit: 'day' } } },
  { rule: 'K1', story: 'the other end accepted', question: { ...TYPED_END, accept: { from: '1901-03-20', to: '1901-03-20', unit: 'day' } } },
  { rule: 'K1', story: 'the first one called the last', question: { ...LAST, key: [LAST.options.find(({ value }) => value === 'fire')?.id] } },
  { rule: 'K1', story: 'a key outside its bounds', question: { ...BETWEEN, key: [wrongIn(BETWEEN).id] } },
  { rule: 'K1', story: 'another place as the key', question: { ...PLACE, key: [wrongIn(PLACE).id] } },
  { rule: 'K1', story: 'the order the wrong way round', question: { ...ORDER, key: [...ORDER.key].reverse() } },
  { rule: 'K1', story: 'an order of two out of three', question: { ...ORDER, key: ORDER.key.slice(1) } },
  { rule: 'K1', story: 'the last one called the first', question: { ...FIRST, key: [FIRST.options.find(({ value }) => value === 'fair')?.id] } },
  { rule: 'K2', story: 'two keys', question: { ...DATE, key: ['a', 'b'] } },
  { rule: 'K2', story: 'a date that may be true', question: withWrong(BEGAN, { value: '1901-03-23', text: '23 March 1901' }) },
  { rule: 'K2', story: 'the date of another telling', question: withWrong(DATE, { value: '1901-03-05', text: '5 March 1901' }), pack: { fire: { sameAs: ['siege'], when: '1901-03-05' } } },
  { rule: 'K2', story: 'a place where something happened then', question: PLACE, pack: Object.fromEntries(['fire', 'flood', 'fair', 'talks', 'rumour'].map((id) => [id, { when: '1901-03-12' }])) },
  { rule: 'K2', story: 'a place to be avoided', question: PLACE, pack: { siege: { avoid: { places: PLACE.options.map(({ value }) => value) } } } },
  { rule: 'K2', story: 'an event at two places', question: PLACE, pack: { siege: { where: ['arden', 'birk'] } } },
  { rule: 'K2', story: 'another event in the same words', question: DATE, pack: { ball: { clause: 'soldiers stormed the walls of Arden' } } },
  { rule: 'K2', story: 'another event in the same words, undated, nobody knows where', question: DATE, pack: { ball: { clause: 'Soldiers stormed the walls of Arden', when: null, where: [] } } },
  { rule: 'K2', story: 'another place for the same words', question: PLACE, pack: { rumour: { placeless: 'soldiers stormed the walls of a town', when: '1901-03' } } },
  { rule: 'K2', story: 'a time that is not the event’s', question: { ...PLACE, dispatch: { ...PLACE.dispatch, date: '13 March 1901' } } },
  { rule: 'K2', story: 'a time that the stem does not say', question: { ...PLACE, stem: PLACE.stem.replace(' on 12 March 1901', '') } },
  { rule: 'K2', story: 'a first that may be the second', question: FIRST, pack: { fire: { when: '1901-03' } } },
  { rule: 'K2', story: 'an event that may have been then', question: THEN, pack: { [wrongIn(THEN).value]: { when: '1901-03' } } },
  { rule: 'K2', story: 'an event told like one that was then', question: THEN, pack: { ball: { clause: EVENTS.find(({ id }) => id === wrongIn(THEN).value)?.clause ?? '', when: '1901-03-12' } } },
  { rule: 'K2', story: 'a stem without the time', question: { ...THEN, stem: 'Which of these events happened then?' } },
  { rule: 'K2', story: 'a stem without the place', question: { ...THERE, stem: 'Which of these events happened there?' } },
  { rule: 'K2', story: 'an event that was there', question: THERE, pack: { [wrongIn(THERE).value]: { where: ['arden'] } } },
  { rule: 'K2', story: 'an event that was nobody knows where', question: THERE, pack: { [wrongIn(THERE).value]: { where: [] } } },
  { rule: 'K2', story: 'an event at the time of another that was there', question: THERE, pack: { [wrongIn(THERE).value]: { when: '1901-03-10' } } },
  { rule: 'K2', story: 'an event without its date where the place is asked', question: withWrong(THERE, { text: wrongIn(THERE).text.replace(/ \(.*/u, '') }) },
  { rule: 'K2', story: 'a name that another place bears too', question: NAMED, places: [...PLACES, { id: 'new-arden', name: 'Arden' }] },
  { rule: 'K2', story: 'a frame beside the place', question: { ...MAPPED, accept: { ...MAPPED.accept, frame: [11, 48, 17, 52] } } },
  { rule: 'K2', story: 'a neighbour under the same finger', question: MAPPED, places: [...PLACES, { id: 'mill', point: [10.02, 50] }] },
  { rule: 'K2', story: 'a last that may be the first', question: LAST, pack: { fair: { when: '1901-03' } } },
  { rule: 'K2', story: 'another option between the bounds', question: { ...BETWEEN, bounds: ['fire', 'talks'] } },
  { rule: 'K2', story: 'the same words somewhere, perhaps here', question: TYPED, pack: { flood: { clause: 'soldiers stormed the walls of Arden', where: [] } } },
  { rule: 'K3', story: 'a bound that is part of an option', question: BETWEEN, pack: Object.fromEntries((BETWEEN.bounds ?? []).map((id) => [id, { partOf: 'fair' }])) },
  { rule: 'K3', story: 'two events on one day', question: ORDER, pack: { fire: { when: '1901-03-09' } } },
  { rule: 'K3', story: 'an event and its part', question: ORDER, pack: { fire: { partOf: 'fair' } } },
  { rule: 'K3', story: 'two tellings', question: ORDER, pack: { fire: { sameAs: ['fair'] } } },
  { rule: 'K3', story: 'an undated event', question: ORDER, pack: { fire: { when: null } } },
  { rule: 'K3', story: 'a bound', question: ORDER, pack: { fire: { when: '../1901-03-02' } } },
  { rule: 'K3', story: 'an uncertain date', question: ORDER, pack: { fire: { when: '1901-03-02?' } } },
  { rule: 'K3', story: 'a state seen', question: ORDER, pack: { fire: { dates: 'observation' } } },
  { rule: 'K3', story: 'a tie of what has an order', question: { ...ORDER, ties: [['a', 'b']] } },
  { rule: 'K4', story: 'a day where the month is known', question: DATE, pack: { siege: { when: '1901-03' } } },
  { rule: 'K4', story: 'a day to be typed where the month is known', question: TYPED, pack: { siege: { when: '1901-03' } } },
  { rule: 'K4', story: 'a bound', question: DATE, pack: { siege: { when: '../1901-03-12' } } },
  { rule: 'K4', story: 'about a day', question: DATE, pack: { siege: { when: '1901-03-12~' } } },
  { rule: 'K4', story: 'perhaps a day', question: PLACE, pack: { siege: { when: '1901-03-12?' } } },
  { rule: 'K4', story: 'no date', question: DATE, pack: { siege: { when: null } } },
  { rule: 'K4', story: 'a state seen on a day', question: DATE, pack: { siege: { dates: 'observation' } } },
  { rule: 'K5', story: 'an old day without a calendar', question: DATE, pack: { siege: { when: '1501-03-12' } } },
  { rule: 'K5', story: 'a day before the calendar beside one after it', question: withWrong(DATE, { value: '1582-10-10', text: '10 October 1582' }), pack: { siege: { when: '1582-10-20' } } },
  { rule: 'K6', story: 'a date on which sources disagree', question: DATE, pack: { siege: { conflicts: ['1901-03-30'] } } },
  { rule: 'K6', story: 'a disagreement told by the twin', question: DATE, pack: { ball: { sameAs: ['siege'], conflicts: ['1901-03-30'] } } },
  { rule: 'K6', story: 'an event of a sequence on which sources disagree', question: ORDER, pack: { fire: { conflicts: ['1901-03-01'] } } },
  { rule: 'K7', story: 'an end that is not said', question: { ...BEGAN, stem: BEGAN.stem.replace('begin', 'happen') } },
  { rule: 'K7', story: 'one date for what lasted', question: DATE, pack: { siege: { when: '1901-03-12/1901-03-14' } } },
  { rule: 'K7', story: 'an end of what did not last', question: BEGAN, pack: { talks: { when: '1901-03-20' } } },
  { rule: 'K8', story: 'a stem without the claimant', question: { ...CLAIM, stem: CLAIM.stem.replace('According to a pedlar, on', 'On') } },
  { rule: 'K8', story: 'an explanation without the claimant', question: { ...CLAIM, explanation: 'Bandits plundered Farrow.' } },
  { rule: 'K8', story: 'an event to choose without its claimant', question: withWrong(THEN, { value: 'rumour', text: 'Bandits plundered Farrow' }) },
  { rule: 'K8', story: 'an option without the claimant', question: { ...CLAIMED_ORDER, options: CLAIMED_ORDER.options.map((o) => ({ ...o, text: o.text.replace(', according to a pedlar', '') })) } },
  { rule: 'K8', story: 'another claimant', question: { ...CLAIM, according: 'a monk' } },
  { rule: 'K8', story: 'a claimant of what is stated', question: { ...DATE, according: 'a monk' } },
  { rule: 'K8', story: 'a report of nobody', question: DATE, pack: { siege: { status: 'reported' } } },
  { rule: 'K8', story: 'what is disputed', question: DATE, pack: { siege: { status: 'disputed' } } },
  { rule: 'K9', story: 'the country of the key', question: withWrong(PLACE, { value: 'land', text: 'Land' }) },
  { rule: 'K9', story: 'a place of another telling', question: PLACE, pack: Object.fromEntries(['fire', 'flood', 'fair', 'talks', 'rumour'].map((id) => [id, { sameAs: ['siege'] }])) },
  { rule: 'K10', story: 'the date of another event at the place', question: withWrong(DATE, { value: '1901-03-10', text: '10 March 1901' }) },
  { rule: 'K10', story: 'a date that some source gives for another event at the place', question: withWrong(DATE, { value: '1901-03-05', text: '5 March 1901' }), pack: { ball: { conflicts: ['1901-03-05'] } } },
  { rule: 'K10', story: 'the date of an event in the country', question: withWrong(DATE, { value: '1901-03-09', text: '9 March 1901' }), pack: { flood: { where: ['land'] } } },
  { rule: 'K10', story: 'a date to be avoided', question: withWrong(DATE, { value: '1901-03-05', text: '5 March 1901' }), pack: { siege: { avoid: { dates: ['1901-03-05'] } } } },
  { rule: 'L1', story: 'the month in the stem', question: { ...DATE, stem: DATE.stem.replace('On which day', 'On which day of the March campaign') } },
  { rule: 'L1', story: 'a year that one option does not lie in', question: withWrong({ ...DATE, stem: DATE.stem.replace('On which day', 'On which day of 1901') }, { value: '1902-03-05', text: '5 March 1902' }) },
  { rule: 'L1', story: 'the year of a date that is typed', question: { ...TYPED, stem: TYPED.stem.replace('On which day', 'On which day of 1901') } },
  { rule: 'L1', story: 'a year in an option of a sequence', question: withOption(ORDER, keyIn(ORDER), { text: `${keyIn(ORDER).text} of 1901` }) },
  { rule: 'L3', story: 'the place in an event to choose', question: withWrong(THERE, { text: `${wrongIn(THERE).text} near Arden` }) },
  { rule: 'L3', story: 'the place beside what is typed', question: retold(NAMED, 'soldiers stormed the walls of Arden') },
  { rule: 'L3', story: 'the place in the words', question: retold(PLACE, 'soldiers stormed the walls of Arden') },
  { rule: 'L1', story: 'the month in an event to choose', question: withWrong(THEN, { text: `${wrongIn(THEN).text} in March` }) },
  { rule: 'L4', story: 'a cue in an option', question: { ...ORDER, options: ORDER.options.map((o) => ({ ...o, text: `${o.text} again` })) } },
  { rule: 'O1', story: 'two options', question: { ...DATE, options: DATE.options.slice(0, 2) } },
  { rule: 'O1', story: 'one date twice', question: withWrong(DATE, { value: DATE.options.find((o) => o !== wrongIn(DATE))?.value ?? '' }) },
  { rule: 'O1', story: 'a month among days', question: withWrong(DATE, { value: '1901-04', text: 'April 1901' }) },
  { rule: 'O8', story: 'no reason', question: withWrong(DATE, { why: '' }) },
  { rule: 'O8', story: 'a key that is not marked', question: withOption(DATE, keyIn(DATE), { why: 'on that day it rained' }) },
  { rule: 'proof', story: 'no step for the key', question: withProof(DATE, { key: [] }) },
  { rule: 'proof', story: 'no step for a wrong option', question: withProof(DATE, { others: {} }) },
  { rule: 'proof', story: 'a step for no option', question: withProof(DATE, { others: { ...DATE.proof.others, z: [] } }) },
  { rule: 'proof', story: 'a date that the pack does not give', question: withProof(DATE, { key: [{ rule: 'dated', event: 'siege', when: '1901-03-13' }] }) },
  { rule: 'proof', story: 'the date of another event', question: withProof(DATE, { key: [{ rule: 'dated', event: 'ball', when: '1901-03-10' }] }) },
  { rule: 'proof', story: 'a step about another option', question: wrongSteps(DATE, [{ rule: 'disjoint-date', event: 'siege', when: '1901-03-12', option: '1890-01-01' }]) },
  { rule: 'proof', story: 'another place', question: withProof(PLACE, { key: [{ rule: 'located', event: 'siege', place: 'birk' }] }) },
  { rule: 'proof', story: 'places left out', question: wrongSteps(PLACE, [{ rule: 'unrelated-place', event: 'siege', place: wrongIn(PLACE).value, eventPlaces: [] }]) },
  { rule: 'proof', story: 'no look at what happened there then', question: wrongSteps(PLACE, [{ rule: 'unrelated-place', event: 'siege', place: wrongIn(PLACE).value, eventPlaces: ['arden'] }]) },
  { rule: 'proof', story: 'another time', question: wrongSteps(PLACE, [{ rule: 'no-event-then', place: wrongIn(PLACE).value, shown: '1 March 1901' }]) },
  { rule: 'proof', story: 'a reason that was elsewhere', question: wrongSteps(PLACE, [{ rule: 'dated-otherwise', place: wrongIn(PLACE).value, event: 'ball', when: '1901-03-10' }]) },
  { rule: 'proof', story: 'a reason that may not be told', question: PLACE, pack: Object.fromEntries(['fire', 'flood', 'fair', 'talks', 'rumour'].map((id) => [id, { ask: [] }])) },
  { rule: 'proof', story: 'an order that is none', question: withProof(ORDER, { key: [{ rule: 'before', earlier: 'fair', later: 'fire' }] }) },
  { rule: 'proof', story: 'an order of other events', question: withProof(ORDER, { key: [...ORDER.proof.key, { rule: 'before', earlier: 'ball', later: 'siege' }] }) },
  { rule: 'proof', story: 'a pair that no steps lead over', question: withProof(ORDER, { key: ORDER.proof.key.slice(1) }) },
  { rule: 'proof', story: 'an event that nothing puts at another time', question: withProof(THEN, { others: {} }) },
  { rule: 'proof', story: 'an event dated otherwise', question: wrongSteps(THEN, [{ rule: 'disjoint-date', event: wrongIn(THEN).value, when: '1901-03-01', option: '1901-03-12' }]) },
  { rule: 'proof', story: 'an event at other places', question: wrongSteps(THERE, [{ rule: 'unrelated-place', place: 'arden', event: wrongIn(THERE).value, eventPlaces: ['elm'] }]) },
  { rule: 'proof', story: 'a last without its step', question: withProof(LAST, { key: LAST.proof.key.slice(1) }) },
  { rule: 'proof', story: 'a between without one of its steps', question: withProof(BETWEEN, { key: BETWEEN.proof.key.slice(1) }) },
  { rule: 'proof', story: 'an option that nothing puts outside', question: wrongSteps(BETWEEN, [{ rule: 'before', earlier: 'fire', later: 'fair' }]) },
  { rule: 'proof', story: 'a first without its step', question: withProof(FIRST, { key: FIRST.proof.key.slice(1) }) },
]; // prettier-ignore

describe('the checker', () => {
  const checker = createChecker(packOf());

  it.each(GOOD.map((question) => [question.id, question] as const))('finds nothing wrong with %s', (_, question) => {
    // As it comes from a line of text, not from the generator's hands.
    expect(checker.check(JSON.parse(JSON.stringify(question)))).toEqual([]);
  });

  it.each(BAD.map((bad) => [bad.rule, bad.story, bad] as const))('%s: %s', (rule, _, { question, pack, places }) => {
    const violations = createChecker(packOf(pack, places)).check(question);
    expect(violations.map((violation) => violation.rule)).toContain(rule);
  });

  it('names the question and says what is wrong with it', () => {
    const bad = withWrong(DATE, { value: '1901-03-10', text: '10 March 1901' });
    expect(checker.check(bad)).toContainEqual({ id: DATE.id, rule: 'K10', detail: '1901-03-10 is a date of ball at the place' });
  }); // prettier-ignore

  it('takes ties where dates overlap, and then either order', () => {
    const events = createChecker(packOf({ fire: { when: '1901-03-09' } }));
    const id = (value: string): string => ORDER.options.find((option) => option.value === value)?.id ?? fail();
    const tied = { ...ORDER, ties: [[id('fire'), id('flood')]] };
    const steps = ['fire', 'flood'].map((earlier) => ({ rule: 'before', earlier, later: 'fair' }));
    const key = [id('flood'), id('fire'), id('fair')];
    const proof = { key: steps, others: {} };
    expect(events.check({ ...tied, proof })).toEqual([]);
    expect(events.check({ ...tied, key, proof })).toEqual([]);
    expect(events.check({ ...tied, key: [...key].reverse(), proof }).map(({ rule }) => rule)).toContain('K1');
  });

  it('orders by `after`, directly, through others and mixed with dates', () => {
    const changed = { fire: { when: '1901-03-01/1901-03-31' }, flood: { when: '1901-03' }, fair: { when: '1901-03' } };
    const rules = (changes: Changes): string[] => createChecker(packOf(changes)).check(ORDER).map(({ rule }) => rule); // prettier-ignore
    expect(rules(changed)).toContain('K3');
    expect(rules({ ...changed, flood: { ...changed.flood, after: ['fire'] }, fair: { ...changed.fair, after: ['flood'] } })).toEqual([]);
    // The fire came before the siege by `after`, and the siege before the flood and the fair by date.
    expect(rules({ fire: { when: '1901-03' }, siege: { when: '1901-03-05', after: ['fire'] } })).toEqual([]);
  }); // prettier-ignore

  it.each([null, undefined, 7, 'question', [], {}, { type: 'question' }, { ...DATE, options: null }, { ...DATE, proof: { key: [null], others: [] } }])(
    'never throws: %j',
    (value) => {
      expect(checker.check(value).map(({ rule }) => rule)).toContain('format');
    },
  ); // prettier-ignore

  it('takes a field that was added to the contract since', () => {
    expect(checker.check({ ...DATE, hint: 'it rained' })).toEqual([]);
  });

  it('never throws, whatever stands in a field', () => {
    const fields = Object.keys(DATE);
    fc.assert(
      fc.property(fc.constantFrom(...GOOD), fc.constantFrom(...fields), fc.jsonValue(), (question, field, value) => {
        for (const violation of checker.check({ ...question, [field]: value })) expect(violation.detail).not.toBe('');
      }),
    );
  });

  it('speaks the language of the question', () => {
    const events = EVENTS.map((event) => ({ ...event, translations: { uk: { clause: `українською про ${event.id}`, according: 'торговець' } } }));
    const index = indexPack(buildPack({ events }));
    const generator = createGenerator(index, { language: 'uk' });
    const made = generator.facts().flatMap(({ fact, forms }) => forms.map((key) => generator.question(fact.id, key.split('/')[1] ?? '', 1)));
    const own = createChecker(index.pack);
    expect(made.length).toBeGreaterThan(5);
    expect(made.flatMap((question) => own.check(question))).toEqual([]);
    expect(made.flatMap((question) => own.check({ ...question, language: 'en' })).length).toBeGreaterThan(made.length);
  }); // prettier-ignore
});
