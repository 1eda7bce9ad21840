import { describe, expect, it } from 'vitest';
import { buildPack, type EventDraft } from '../../../../tests/samples/build-pack';
import { indexPack } from '../packs/index-pack';
import { createGenerator } from './generator';
import type { Language } from './question';

/** Dated events elsewhere, so that a question about the one under test would find distractors. */
const OTHERS: readonly EventDraft[] = [
  {
    id: 'fire',
    clause: 'fire destroyed the harbour of Birk',
    when: '1901-03-02',
    where: ['birk'],
    placeless: 'fire destroyed a harbour',
  },
  { id: 'flood', clause: 'a flood drove people out of Corva', when: '1901-03-09', where: ['corva'] },
  { id: 'fair', clause: 'the fair of Dorn opened', when: '1901-03-15', where: ['dorn'] },
  { id: 'strike', clause: 'dockers of Elm went on strike', when: '1901-03-21', where: ['elm'] },
];

const EVENT: EventDraft = {
  id: 'siege',
  clause: 'soldiers stormed the walls of Arden',
  placeless: 'soldiers stormed the walls of a town',
  when: '1901-03-12',
  where: ['arden'],
};

function refusalsOf(
  change: Partial<EventDraft>,
  others: readonly EventDraft[] = OTHERS,
  language: Language = 'en',
  towns = 6,
) {
  const places = ['arden', 'birk', 'corva', 'dorn', 'elm', 'farrow'].slice(0, towns).map((id) => ({ id }));
  const index = indexPack(buildPack({ events: [{ ...EVENT, ...change }, ...others], places }));
  const generator = createGenerator(index, { language });
  const found = generator.refusals().filter(({ fact }) => fact.startsWith('siege:'));
  // One form alone is told apart: `sequence/between`.
  const name = (fact: string, form: string | undefined): string =>
    [fact.slice('siege:'.length), ...(form === undefined ? [] : [form])].join('/');
  return Object.fromEntries(found.map(({ fact, form, reason }) => [name(fact, form), reason]));
}

/**
 * Its chain holds all five events: too many for a question about one of them, and none is left to lie around another. Nobody says
 * where its towns lie.
 */
const ONE_CHAIN_OF_FIVE = {
  'sequence/first': 'no-order',
  'sequence/last': 'no-order',
  'sequence/between': 'no-order',
  'place/map': 'no-point',
};

const all = (reason: string) => ({ date: reason, place: reason, sequence: reason, event: reason });

describe('an ordinary event', () => {
  it('is asked when, where and in what order', () => {
    expect(refusalsOf({})).toEqual(ONE_CHAIN_OF_FIVE);
  });
});

describe('what the data forbid, the first reason that applies', () => {
  it.each<[string, Partial<EventDraft>, Record<string, string>]>([
    ['sensitive before all', { sensitive: true, status: 'disputed', when: null, ask: [] }, all('sensitive')],
    ['another telling', { sameAs: ['fire'] }, all('duplicate')],
    ['a plan', { dates: 'plan' }, all('not-an-event')],
    ['disputed in the text', { status: 'disputed' }, all('disputed')],
    ['reported by nobody named', { status: 'reported' }, all('no-claimant')],
    ['a statement by nobody named', { dates: 'statement' }, { ...all('no-claimant'), place: 'not-an-event' }],
    ['sources disagree', { conflicts: ['1901-04-01'] }, all('source-conflict')],
    ['undated', { when: null }, { date: 'no-date', place: 'no-date', sequence: 'no-order', event: 'no-date' }],
    [
      'an upper bound',
      { when: '../1901-03-12' },
      { date: 'bounded-date', place: 'bounded-date', sequence: 'no-order' },
    ],
    ['a lower bound', { when: '1901-03-12/..' }, { date: 'bounded-date', place: 'bounded-date', sequence: 'no-order' }],
    [
      'some time within',
      { when: '[1901-03-12..1901-03-13]' },
      { date: 'bounded-date', place: 'bounded-date', sequence: 'no-order' },
    ],
    [
      'one of two',
      { when: '[1901-03-12,1901-03-22]' },
      { date: 'bounded-date', place: 'bounded-date', sequence: 'no-order' },
    ],
    ['a state seen', { dates: 'observation' }, { date: 'bounded-date', sequence: 'no-order', event: 'bounded-date' }],
    [
      'about then',
      { when: '1901-03-12~' },
      { date: 'approximate-date', place: 'approximate-date', event: 'approximate-date' },
    ],
    [
      'perhaps then',
      { when: '1901-03-12?' },
      { date: 'approximate-date', place: 'approximate-date', sequence: 'no-order' },
    ],
    ['show only', { ask: [] }, all('excluded-by-pack')],
    [
      'the place only',
      { ask: ['place'] },
      { date: 'excluded-by-pack', sequence: 'excluded-by-pack', event: 'excluded-by-pack' },
    ],
    ['nowhere', { where: [] }, { place: 'no-place' }],
    ['in two places', { where: ['arden', 'birk'] }, { place: 'not-unique' }],
    ['no wording without the place', { placeless: null }, { place: 'no-wording' }],
    [
      'a placeless wording with a form of its name',
      { placeless: "soldiers stormed the Ardeners' walls" },
      { place: 'leak' },
    ],
    [
      'a placeless wording that names the place',
      { placeless: 'soldiers stormed the walls of Arden town' },
      { place: 'leak' },
    ],
    [
      // Story: "according to the mayor of Arden, where did this happen?" was let out; the checker caught it.
      'a claimant with the place in the title',
      { status: 'attributed', according: 'the mayor of Arden' },
      { place: 'leak' },
    ],
    [
      'a clause that tells the month',
      { clause: 'soldiers stormed Arden in March' },
      { date: 'leak', sequence: 'leak' },
    ],
    ['a clause with a cue', { clause: 'soldiers stormed Arden again' }, { sequence: 'leak' }],
    ['a clause that points nowhere', { clause: 'they stormed Arden' }, { date: 'no-wording', sequence: 'no-wording' }],
    [
      'a stem too long to read',
      { clause: `soldiers ${'with ladders and ropes and torches '.repeat(4)}stormed the walls of Arden` },
      { date: 'no-wording' },
    ],
    [
      'the words of another event there',
      { clause: 'fire destroyed the harbour of Birk', where: ['birk'] },
      { date: 'not-unique' },
    ],
  ])('%s', (_, change, expected) => {
    expect(refusalsOf(change)).toMatchObject(expected);
  });

  it('a day before October 1582 needs a calendar; its month serves to ask where', () => {
    const old = (when: string): EventDraft[] =>
      OTHERS.map((event) => ({ ...event, when: event.when?.replace('1901', when) ?? null }));
    expect(refusalsOf({ when: '1066-03-12' }, old('1066')).date).toBe('calendar');
    expect(
      refusalsOf(
        { when: '1066-03-12', calendar: 'julian' },
        old('1066').map((e) => ({ ...e, calendar: 'julian' })),
      ),
    ).toEqual(ONE_CHAIN_OF_FIVE);
  });

  it('a kind of its own: only the words of its language will do', () => {
    expect(refusalsOf({}, OTHERS, 'uk')).toEqual(all('no-wording'));
  });

  it('alone in its pack it has nothing to stand beside', () => {
    expect(refusalsOf({}, [], 'en', 2)).toEqual({
      'place/choice': 'too-few-distractors',
      'place/map': 'no-point',
      sequence: 'no-order',
      event: 'too-few-distractors',
    });
  });
});
