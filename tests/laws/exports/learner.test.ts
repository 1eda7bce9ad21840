import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sqlite } from '../../../src/lib/core/export/anki/sqlite';
import { factsFromAnki, guidOfFact, learnerPackage } from '../../../src/lib/core/export/anki/learner-package';
import { readPackage } from '../../../src/lib/core/export/anki/read-package';
import {
  factFromCard,
  reviewsOf,
  scheduleOf,
  type LearntAnswer,
  type LearntFact,
} from '../../../src/lib/core/export/anki/schedule';
import { zip } from '../../../src/lib/core/export/bytes/zip';
import { questionsOfFacts } from '../../../src/lib/core/export/questions-of-facts';
import { setOfQuestions } from '../../../src/lib/core/export/set-of-questions';
import { indexPack } from '../../../src/lib/core/packs/index-pack';
import { createGenerator } from '../../../src/lib/core/questions/generator';
import { buildPack } from '../../samples/build-pack';
import { smallSet } from '../../samples/export-set';
import { rawZstd } from '../../samples/raw-zstd';

const NOON = Date.UTC(2025, 2, 1, 12);

const learnt = (fact: string, more: Partial<LearntFact> = {}): LearntFact => ({
  fact, state: 'review', memory: { stability: 12.345678901234567, difficulty: 5.4321 }, reps: 4, lapses: 1, interval: 12, due: 20_200, dueMs: null, lastMs: NOON,
  ...more,
}); // prettier-ignore
const FACTS = ['town-taken:date', 'bridge-burnt:date', 'mill-built:place', 'oath:event-by-date'];
const MEMORIES = [
  learnt('town-taken:date'),
  learnt('bridge-burnt:date', { state: 'relearning', interval: 3, due: 20_148, dueMs: NOON + 600_000 }),
  learnt('mill-built:place', {
    state: 'learning',
    interval: 0,
    due: 20_148,
    dueMs: NOON + 60_000,
    memory: { stability: 0.4, difficulty: 9.9 },
  }),
];
const ANSWERS: LearntAnswer[] = [
  { fact: 'town-taken:date', utcMs: NOON - 86_400_000 * 12, grade: 3, milliseconds: 4200 },
  { fact: 'town-taken:date', utcMs: NOON, grade: 4, milliseconds: 90_000 },
  { fact: 'mill-built:place', utcMs: NOON, grade: 1, milliseconds: 3000 },
]; // prettier-ignore

async function goAndComeBack() {
  const read = await readPackage(learnerPackage(smallSet(), MEMORIES, ANSWERS).bytes);
  if (!read.ok) throw new Error(read.message);
  return { read, facts: factsFromAnki('small', FACTS, read.cards, read.began) };
}

describe("a learner's memory", () => {
  test('goes to Anki and comes back, its FSRS state bit for bit', async () => {
    const { facts } = await goAndComeBack();
    for (const { fact, state, memory, reps, lapses, interval } of MEMORIES)
      expect(facts.get(fact)).toMatchObject({ state, memory, reps, lapses, interval });
    expect(facts.get('town-taken:date')).toMatchObject({ due: 20_200, dueMs: null });
    expect(facts.get('bridge-burnt:date')).toMatchObject({ due: null, dueMs: NOON + 600_000 });
    // Never answered: it goes along as a new card.
    expect(facts.get('oath:event-by-date')).toMatchObject({ state: 'new', memory: null, reps: 0, due: null });
  });

  test('with the answers behind it; two at one millisecond stay two', async () => {
    const { facts } = await goAndComeBack();
    expect(facts.get('town-taken:date')?.answers).toEqual([
      { utcMs: NOON - 86_400_000 * 12, grade: 3, milliseconds: 4200 },
      { utcMs: NOON, grade: 4, milliseconds: 60_000 },
    ]);
    expect(facts.get('mill-built:place')?.answers).toEqual([{ utcMs: NOON + 1, grade: 1, milliseconds: 3000 }]);
  });

  test('is known by its fact, in whatever form it is asked', async () => {
    const { read } = await goAndComeBack();
    expect(read.cards.map(({ guid }) => guid)).toContain(guidOfFact('small', 'town-taken:date'));
    const other = learnerPackage(smallSet({ questions: smallSet().questions.map((each) => ({ ...each, id: `${each.id}-of-another-seed` })) }), MEMORIES, []);
    const again = await readPackage(other.bytes);
    expect(again.ok && again.cards.map(({ guid }) => guid)).toEqual(read.cards.map(({ guid }) => guid));
  }); // prettier-ignore

  test('to be learnt anew is a new card; what is asked no more lies far ahead', () => {
    expect(scheduleOf(learnt('x', { state: 'changed', memory: null }))).toBeNull();
    expect(scheduleOf(learnt('x', { due: null }))?.due).toBe(36_500);
  });

  test('any memory survives the way there and back', () => {
    const memory = fc.record({ stability: fc.double({ min: 0.001, max: 36_500, noNaN: true }), difficulty: fc.double({ min: 1, max: 10, noNaN: true }) });
    fc.assert(
      fc.property(memory, fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 15_000, max: 40_000 }), fc.nat(50), (known, interval, due, lapses) => {
        const schedule = scheduleOf(learnt('x', { memory: known, interval, due, lapses }));
        const card = { guid: '', reps: 4, reviews: [], ...schedule };
        const back = factFromCard({ ...card, type: schedule?.type ?? 0, due: schedule?.due ?? 0, interval: schedule?.interval ?? 0, lapses: schedule?.lapses ?? 0, data: schedule?.data ?? '' }, { seconds: 1_577_851_200, minutesWest: 0, rolloverHour: 4 });
        expect(back).toMatchObject({ state: 'review', memory: known, interval, due, lapses });
      }),
    );
  }); // prettier-ignore

  test('of a collection that began elsewhere: its days are counted from its own morning', () => {
    const card = { guid: '', type: 2, due: 10, interval: 5, reps: 1, lapses: 0, data: '', reviews: [] };
    // Four in the morning of 2 January 2021 in Kyiv is two o'clock UTC; in New York nine.
    expect(factFromCard(card, { seconds: Date.UTC(2021, 0, 2, 2) / 1000, minutesWest: -120, rolloverHour: 4 }).due).toBe(Date.UTC(2021, 0, 12) / 86_400_000);
    expect(factFromCard(card, { seconds: Date.UTC(2021, 0, 2, 9) / 1000, minutesWest: 300, rolloverHour: 4 }).due).toBe(Date.UTC(2021, 0, 12) / 86_400_000);
  }); // prettier-ignore

  test.each(['', '{}', '{"s":0,"d":5}', '{"s":1,"d":11}', '{"s":"1","d":5}', 'null', '{'])('data %j holds no memory', (data) => {
    const card = { guid: '', type: 2, due: 10, interval: 5, reps: 1, lapses: 0, data, reviews: [{ ms: 1, ease: 0, took: 0 }, { ms: 2, ease: 2, took: 5 }] };
    expect(factFromCard(card, { seconds: 0, minutesWest: 0, rolloverHour: 4 })).toMatchObject({ memory: null, answers: [{ utcMs: 2, grade: 2, milliseconds: 5 }] });
  }); // prettier-ignore

  test('answers are told in the order of time, with the days between them', () => {
    const answers = [...ANSWERS.slice(0, 2)].reverse();
    expect(reviewsOf(answers).map(({ ms, lastInterval, kind }) => [ms, lastInterval, kind])).toEqual([
      [NOON - 86_400_000 * 12, 0, 0],
      [NOON, 12, 1],
    ]);
  });
});

describe('a package as a new Anki exports it', () => {
  /** As much of schema 18 as is read, with the collation that no other program has. */
  const modern = (): Uint8Array => {
    const notes = 'CREATE TABLE notes (id integer primary key, guid text not null)';
    const cards = 'CREATE TABLE cards (id integer primary key, nid integer, type integer, due integer, ivl integer, reps integer, lapses integer, data text)';
    const revlog = 'CREATE TABLE revlog (id integer primary key, cid integer, ease integer, time integer)';
    return sqlite([
      { name: 'notetypes', sql: 'CREATE TABLE notetypes (id integer primary key, name text not null collate unicase)', rows: [{ id: 1, values: [null, 'Basic'] }] },
      { name: 'col', sql: 'CREATE TABLE col (id integer primary key, crt integer, conf text)', rows: [{ id: 1, values: [null, 1_577_851_200, '{"creationOffset":0}'] }] },
      { name: 'notes', sql: notes, rows: [{ id: 7, values: [null, guidOfFact('small', 'oath:event-by-date')] }] },
      { name: 'cards', sql: cards, rows: [{ id: 9, values: [null, 7, 2, 100, 8, 3, 0, '{"pos":1,"s":8.5,"d":4.25,"dr":0.9,"lrt":1700000000}'] }] },
      { name: 'revlog', sql: revlog, rows: [{ id: NOON, values: [null, 9, 3, 2500] }] },
    ]);
  }; // prettier-ignore

  test('is read as well, from the newest of its collections', async () => {
    const bytes = zip([['meta', Uint8Array.of(8, 3)], ['collection.anki21b', rawZstd(modern())], ['collection.anki2', sqlite([])]]); // prettier-ignore
    const read = await readPackage(bytes);
    if (!read.ok) throw new Error(read.message);
    expect(factsFromAnki('small', FACTS, read.cards, read.began).get('oath:event-by-date')).toEqual({
      state: 'review', memory: { stability: 8.5, difficulty: 4.25 }, reps: 3, lapses: 0, interval: 8, due: 18_362, dueMs: null,
      answers: [{ utcMs: NOON, grade: 3, milliseconds: 2500 }],
    }); // prettier-ignore
  });

  test.each([
    ['no archive', Uint8Array.of(1, 2, 3), /^cannot be read: /],
    ['no collection', zip([['media', '{}']]), /^holds no collection of Anki$/],
    ['a broken collection', zip([['collection.anki2', 'SQLite format 4']]), /^cannot be read: /],
  ])('%s is said', async (_name, bytes, message) => {
    const read = await readPackage(bytes);
    expect(read.ok ? '' : read.message).toMatch(message);
  });
});

describe('questions of the facts that a memory has', () => {
  const pack = buildPack({
    events: [
      { id: 'first-battle', when: '1750-03-02', where: ['town'], storyline: 'story', clause: 'the duke won a battle' },
      {
        id: 'second-battle',
        when: '1452-03-02',
        where: ['ford'],
        storyline: 'story',
        clause: 'the queen won a battle',
      },
      { id: 'treaty', when: '1755-05-05', where: ['hill'], storyline: 'story', clause: 'a peace was sworn' },
      { id: 'fair', when: '1760-05-05', where: ['dale'], storyline: 'story', clause: 'a fair was held' },
    ],
    places: [{ id: 'town' }, { id: 'ford' }, { id: 'hill' }, { id: 'dale' }],
  });
  const generator = createGenerator(indexPack(pack), { language: 'en' });

  test('one for each that can be asked; two neighbours of a sequence ask which came first', () => {
    const facts = ['first-battle:date', 'second-battle+treaty:before', 'gone:date', 'gone+treaty:before', 'nonsense'];
    const questions = questionsOfFacts(generator, facts, 1);
    expect(questions.map(({ fact, form }) => [fact, form])).toEqual([['first-battle:date', 'choice'], ['second-battle+treaty:before', 'first']]); // prettier-ignore
    const [, pair] = questions;
    expect(pair?.options.map(({ text }) => text)).toEqual(['The queen won a battle', 'A peace was sworn']);
    expect(pair?.key).toEqual(['a']);
    const set = setOfQuestions(generator, questions, { id: 'memory', seed: 1 });
    expect(learnerPackage(set, [learnt('second-battle+treaty:before')], []).losses).toEqual([]);
  });
});
