import { describe, expect, it } from 'vitest';
import { buildPack, type EventDraft, type PlaceDraft } from '../../../../../tests/samples/build-pack';
import { indexPack } from '../../packs/index-pack';
import { createContext } from '../context';
import { createGenerator } from '../generator';
import type { Option, Question } from '../question';
import { readSubject } from './rule';
import { breachesOf, RULES } from './rules';

const EVENTS: readonly EventDraft[] = [
  { id: 'siege', clause: 'soldiers stormed the walls of Arden', placeless: 'soldiers stormed the walls of a town', when: '1901-03-12', where: ['arden'] },
  { id: 'ball', clause: 'the mayor of Arden gave a ball', when: '1901-03-10', where: ['arden'] },
  { id: 'fire', clause: 'fire destroyed the harbour of Birk', placeless: 'fire destroyed a harbour', when: '1901-03-02', where: ['birk'] },
  { id: 'flood', clause: 'a flood drove people out of Corva', placeless: 'a flood drove people out of a town', when: '1901-03-09', where: ['corva'] },
  { id: 'fair', clause: 'the fair of Dorn opened', placeless: 'a fair opened', when: '1901-03-15', where: ['dorn'] },
  { id: 'rumour', clause: 'bandits plundered Farrow', placeless: 'bandits plundered a town', when: '1901-03-18', where: ['farrow'], status: 'attributed', according: 'a pedlar' },
  { id: 'talks', clause: 'envoys met at Elm', when: '1901-03-20/1901-03-25', where: ['elm'] },
]; // prettier-ignore

/** Towns a degree apart on one map; nothing else lies under a finger on any of them. */
const MAP = { file: 'map.json', frames: { all: [9, 48, 17, 52] } } as const;
const PLACES = ['arden', 'birk', 'corva', 'dorn', 'elm', 'farrow'].map((id, i) => ({
  id,
  point: [10 + i, 50] as const,
}));

function contextOf(change: Partial<EventDraft> = {}, id = 'siege', places: readonly PlaceDraft[] = PLACES) {
  const events = EVENTS.map((event) => (event.id === id ? { ...event, ...change } : event));
  return createContext(indexPack(buildPack({ events, places, map: MAP })), 'en');
}

const good = contextOf();

function ask(fact: string, form = 'choice'): Question {
  const made = createGenerator(good.index, { language: 'en' }).question(fact, form, 1);
  if (made?.type !== 'question') throw new Error(JSON.stringify(made));
  return made;
}

const DATE = ask('siege:date');
const PLACE = ask('siege:place');
const ORDER = ask('story:sequence:fair+fire+flood', 'order');
const FIRST = ask('story:sequence:fair+fire+flood', 'first');
const CLAIM = ask('rumour:date');
const THEN = ask('siege:event-by-date');
const THERE = ask('siege:event-by-place');
const NAMED = ask('siege:place', 'typed');
const MAPPED = ask('siege:place', 'map');
const TYPED = ask('siege:date', 'typed');
const LAST = ask('story:sequence:fair+fire+flood', 'last');
const BETWEEN = ask('story:sequence:fair+fire+flood', 'between');
const BEGAN = ask('talks:date-began');

/** The question with its first distractor changed. */
function withDistractor(question: Question, change: Partial<Option>): Question {
  const target = question.options.find(({ id }) => !question.key.includes(id));
  return {
    ...question,
    options: question.options.map((option) => (option === target ? { ...option, ...change } : option)),
  };
}

const stem = (question: Question, text: string): Question => ({ ...question, stem: text });
const dispatch = (question: Question, text: string): Question => ({
  ...question,
  dispatch: { place: null, date: null, text },
});

interface Bad {
  readonly rule: string;
  readonly story: string;
  readonly question: Question;
  readonly context?: ReturnType<typeof contextOf>;
}

const BAD: readonly Bad[] = [
  { rule: 'K2', story: 'a distractor that is true as well', question: withDistractor(DATE, { value: '1901-03-12' }) },
  { rule: 'K2', story: 'a place where something did happen then', question: withDistractor(PLACE, { value: 'dorn' }), context: contextOf({ when: '1901-03-12' }, 'fair') },
  { rule: 'K2', story: 'two keys', question: { ...FIRST, key: ['a', 'b'] } },
  { rule: 'K2', story: 'options beside a typed date', question: { ...TYPED, options: DATE.options, key: DATE.key } },
  { rule: 'K2', story: 'a typed date that takes another day', question: { ...TYPED, accept: { from: '1901-03-11', to: '1901-03-12', unit: 'day' } } },
  { rule: 'K2', story: 'the same words somewhere, perhaps here', question: TYPED, context: contextOf({ clause: 'soldiers stormed the walls of Arden', where: [] }, 'flood') },
  { rule: 'K2', story: 'a last that may be the one before', question: LAST, context: contextOf({ when: '1901-03' }, 'flood') },
  { rule: 'K2', story: 'a key that may lie outside its bounds', question: BETWEEN, context: contextOf({ when: '1901-03' }, 'fair') },
  { rule: 'K2', story: 'another option between the bounds', question: { ...BETWEEN, bounds: ['fire', 'talks'] } },
  { rule: 'K2', story: 'no bounds', question: { ...BETWEEN, bounds: undefined } as unknown as Question },
  { rule: 'K2', story: 'another event as the key', question: { ...THEN, key: THEN.options.filter(({ why }) => why !== 'key').slice(0, 1).map(({ id }) => id) } },
  { rule: 'K2', story: 'an event that may have been then', question: withDistractor(THEN, { value: 'fire' }), context: contextOf({ when: '1901-03' }, 'fire') },
  { rule: 'K2', story: 'an event told like one that was then', question: withDistractor(THEN, { value: 'fire' }), context: contextOf({ clause: 'fire destroyed the harbour of Birk', when: '1901-03-12' }, 'flood') },
  { rule: 'K2', story: 'another time in the dateline', question: { ...THEN, dispatch: { place: null, date: '13 March 1901', text: null } } },
  { rule: 'K2', story: 'an event that was there', question: withDistractor(THERE, { value: 'fire' }), context: contextOf({ where: ['arden'] }, 'fire') },
  { rule: 'K2', story: 'an event that was nobody knows where', question: withDistractor(THERE, { value: 'fire' }), context: contextOf({ where: [] }, 'fire') },
  { rule: 'K2', story: 'an event at the time of another that was there', question: withDistractor(THERE, { value: 'fire' }), context: contextOf({ when: '1901-03-10' }, 'fire') },
  { rule: 'K2', story: 'a sensitive event', question: withDistractor(THEN, { value: 'fire' }), context: contextOf({ sensitive: true }, 'fire') },
  { rule: 'K2', story: 'a name of another place', question: { ...NAMED, accept: { names: ['Arden', 'Birk'], rivals: [] } } },
  { rule: 'K2', story: 'a name that another place bears too', question: NAMED, context: contextOf({}, 'siege', [...PLACES, { id: 'new-arden', name: 'Arden' }]) },
  { rule: 'K2', story: 'much the same elsewhere on that day', question: NAMED, context: contextOf({ placeless: 'soldiers stormed the walls of another town', when: '1901-03-12' }, 'rumour') },
  { rule: 'K2', story: 'another point', question: { ...MAPPED, accept: { point: [11, 50], radiusKm: 2, area: null, frame: [9, 48, 17, 52] } } },
  { rule: 'K2', story: 'a neighbour under the same finger', question: MAPPED, context: contextOf({}, 'siege', [...PLACES, { id: 'mill', point: [10.02, 50] }]) },
  { rule: 'K2', story: 'no point', question: { ...MAPPED, accept: null } },
  { rule: 'K3', story: 'a bound that is an option', question: { ...BETWEEN, bounds: ['flood', 'talks'] } },
  { rule: 'K3', story: 'two events of a sequence on one day', question: ORDER, context: contextOf({ when: '1901-03-09' }, 'fire') },
  { rule: 'K3', story: 'an event and its part', question: ORDER, context: contextOf({ partOf: 'fair' }, 'fire') },
  { rule: 'K3', story: 'the key the wrong way round', question: { ...ORDER, key: [...ORDER.key].reverse() } },
  { rule: 'K3', story: 'ties in a generated sequence', question: { ...ORDER, ties: [['a', 'b']] } },
  { rule: 'K4', story: 'a day asked where only the month is known', question: DATE, context: contextOf({ when: '1901-03' }) },
  { rule: 'K4', story: 'a bound asked as a date', question: DATE, context: contextOf({ when: '../1901-03-12' }) },
  { rule: 'K4', story: 'a day to be typed where only the month is known', question: TYPED, context: contextOf({ when: '1901-03' }) },
  { rule: 'K5', story: 'an old day to be typed without a calendar', question: TYPED, context: contextOf({ when: '1501-03-12' }) },
  { rule: 'K5', story: 'a year 0', question: withDistractor(DATE, { text: '2 March 0' }) },
  { rule: 'K5', story: 'an old day without a calendar', question: DATE, context: contextOf({ when: '1501-03-12' }) },
  { rule: 'K6', story: 'a date on which sources disagree', question: DATE, context: contextOf({ conflicts: ['1901-03-11'] }) },
  { rule: 'K7', story: 'no word on which end is asked', question: stem(BEGAN, 'On which day did this happen: envoys met at Elm?') },
  { rule: 'K8', story: 'a claim without its claimant', question: stem(CLAIM, 'On which day did this happen: bandits plundered Farrow?') },
  { rule: 'K8', story: 'an explanation without the claimant', question: { ...CLAIM, explanation: 'Bandits plundered Farrow.' } },
  { rule: 'K8', story: 'a bound without its claimant', question: { ...BETWEEN, bounds: ['siege', 'rumour'], stem: BETWEEN.stem.replace(', according to a pedlar', '') } },
  { rule: 'K8', story: 'an event to choose without its claimant', question: withDistractor(THEN, { value: 'rumour', text: 'Bandits plundered Farrow' }) },
  { rule: 'K9', story: 'the country of the key', question: withDistractor(PLACE, { value: 'land' }) },
  { rule: 'K10', story: 'the date of another event at the place', question: withDistractor(DATE, { value: '1901-03-10' }) },
  { rule: 'K10', story: 'a date to be avoided', question: withDistractor(DATE, { value: '1901-03-05' }), context: contextOf({ avoid: { dates: ['1901-03-05'] } }) },
  { rule: 'L1', story: 'the month in the stem', question: stem(DATE, 'On which day of the March campaign were the walls of Arden stormed?') },
  { rule: 'L1', story: 'a year that not every option lies in', question: withDistractor(stem(DATE, 'On which day of 1901 was Arden stormed?'), { value: '1902-03-05' }) },
  { rule: 'L1', story: 'the year of a date that is typed', question: stem(TYPED, 'On which day of 1901 was Arden stormed?') },
  { rule: 'L2', story: 'a dated name that leaves one option', question: { ...stem(DATE, 'On which day of the 1901 war was Arden stormed?'), options: DATE.options.map((o) => (o.why === 'key' ? o : { ...o, value: '1902-03-05' })) } },
  { rule: 'L3', story: 'the key in the stem', question: dispatch(PLACE, 'soldiers stormed the walls of Arden') },
  { rule: 'L1', story: 'a month in an event to choose', question: withDistractor(THEN, { text: 'Fire destroyed the harbour in March' }) },
  { rule: 'L3', story: 'the place in the title of the claimant', question: { ...PLACE, according: 'the mayor of Arden' } },
  { rule: 'L3', story: 'the place in an event to choose', question: withDistractor(THERE, { text: 'Fire destroyed Arden' }) },
  { rule: 'L3', story: 'the place beside a map', question: dispatch(MAPPED, 'soldiers stormed the walls of Arden') },
  { rule: 'L4', story: 'a cue word in an option', question: { ...ORDER, options: ORDER.options.map((o) => ({ ...o, text: `${o.text} again` })) } },
  { rule: 'L4', story: 'a cue word in a bound', question: stem({ ...BETWEEN, bounds: ['siege', 'talks'] }, 'Which of these happened between the siege and this: the ball began again?'), context: contextOf({ clause: 'the ball began again' }, 'talks') },
  { rule: 'O1', story: 'options where the date is typed', question: { ...TYPED, options: DATE.options } },
  { rule: 'O1', story: 'two options', question: { ...DATE, options: DATE.options.slice(0, 2) } },
  { rule: 'O1', story: 'options of two precisions', question: withDistractor(DATE, { value: '1901-04', text: 'April 1901' }) },
  { rule: 'O1', story: 'a country among towns', question: withDistractor(PLACE, { value: 'land', text: 'Land' }) },
  { rule: 'O1', story: 'a statement among events', question: withDistractor(THEN, { value: 'fair' }), context: contextOf({ dates: 'statement', according: 'a monk' }, 'fair') },
  { rule: 'O2', story: 'dates out of order', question: { ...DATE, options: [...DATE.options].reverse() } },
  { rule: 'O2', story: 'places out of order', question: { ...PLACE, options: [...PLACE.options].reverse() } },
  { rule: 'O4', story: "a date far beyond the pack's span", question: withDistractor(DATE, { value: '1901-06-05' }) },
  { rule: 'O6', story: 'a last resort among the options', question: withDistractor(DATE, { text: 'None of the above' }) },
  { rule: 'O6', story: 'a negative stem', question: stem(DATE, 'On which day did soldiers not storm the walls of Arden?') },
  { rule: 'O8', story: 'a distractor without a reason', question: withDistractor(DATE, { why: '' }) },
  { rule: 'O8', story: 'a distractor without a proof', question: { ...DATE, proof: { ...DATE.proof, others: {} } } },
  { rule: 'S1', story: 'no question', question: stem(DATE, 'Soldiers stormed the walls of Arden.') },
  { rule: 'S2', story: 'a pronoun that points nowhere', question: dispatch(DATE, 'they stormed the walls of Arden') },
  { rule: 'S3', story: 'too many words', question: stem(DATE, `On which day did this happen: ${'soldiers and '.repeat(14)}others stormed Arden?`) },
  { rule: 'S4', story: 'two articles', question: stem(DATE, 'On which day did the the storming of Arden take place?') },
  { rule: 'S5', story: 'two questions in one', question: stem(DATE, 'On which day and in which town did soldiers storm the walls?') },
]; // prettier-ignore

/** A question of every form, a claim, and one end of something long. */
const GOOD = [DATE, TYPED, PLACE, ORDER, FIRST, LAST, BETWEEN, THEN, THERE, NAMED, MAPPED, CLAIM, BEGAN];

describe('the rules', () => {
  it.each(GOOD.map((question) => [question.id, question] as const))('%s keeps them all', (_, question) => {
    expect(breachesOf(good, question)).toEqual([]);
  });

  it.each(BAD.map((bad) => [bad.rule, bad.story, bad] as const))('%s catches %s', (rule, _, { question, context }) => {
    expect(breachesOf(context ?? good, question).map((breach) => breach.rule)).toContain(rule);
  });

  it.each(RULES.map((rule) => [rule.id, rule] as const))('%s has good questions to say nothing of', (_, rule) => {
    const subjects = GOOD.flatMap((question) => readSubject(good, question) ?? []).filter((one) => rule.applies(one));
    expect(subjects.length).toBeGreaterThan(0);
    expect(subjects.flatMap((subject) => rule.violations(subject))).toEqual([]);
  });

  it('have a bad question each', () => {
    const tried = new Set(BAD.map(({ rule }) => rule));
    expect(RULES.map(({ id }) => id).filter((id) => !tried.has(id))).toEqual([]);
  });

  it('take no question about what is not in the pack', () => {
    expect(breachesOf(good, { ...DATE, fact: 'nothing:date' })).not.toEqual([]);
  });
});
