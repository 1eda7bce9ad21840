import { describe, expect, it, vi } from 'vitest';
import { buildPack, type EventDraft } from '../../../../tests/samples/build-pack';
import { makePack } from '../../../../tests/samples/made-pack';
import { indexPack } from '../packs/index-pack';
import { answeredInSet, answersAnother, statementsOf } from './bank/answers-another';
import { parseFact } from './facts';
import { createGenerator } from './generator';
import type { Question } from './question';
import { areSiblings, makeSet, type SetWanted } from './question-set';

// A pack is surveyed whole, which a busy machine stretches.
vi.setConfig({ testTimeout: 60_000 });

const pack = makePack({ seed: 5, events: 400 });
const generator = createGenerator(indexPack(pack), { language: 'en' });
const { context } = generator;
const wanted = (change: Partial<SetWanted>): SetWanted => ({ kinds: [], forms: [], fact: null, count: 20, ...change });
const set = (change: Partial<SetWanted>, seed = 1) => makeSet(generator, wanted(change), seed);
const tally = (questions: readonly Question[], by: (question: Question) => string): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const question of questions) counts[by(question)] = (counts[by(question)] ?? 0) + 1;
  return counts;
};
const eventsOf = ({ fact }: Question): readonly string[] => {
  const read = parseFact(fact);
  return read === null ? [] : read.kind === 'sequence' ? read.events : [read.event];
};

describe('a set', () => {
  it('has as many as are wanted, and says nothing then', () => {
    const { questions, leftOut } = set({});
    expect(questions).toHaveLength(20);
    expect(leftOut).toEqual({});
  });

  it('is the same for the same seed, and another for another', () => {
    const ids = (seed: number): string[] => set({}, seed).questions.map(({ id }) => id);
    expect(ids(7)).toEqual(ids(7));
    expect(ids(7)).not.toEqual(ids(8));
  });

  it('spreads evenly over forms', () => {
    const counts = Object.values(tally(set({ count: 40 }).questions, ({ kind, form }) => `${kind}/${form}`));
    expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
  });

  it('goes with questions that are kept, asks none of their events again and nothing that is not wanted', () => {
    const kept = set({ count: 10 }).questions;
    const without = set({ count: 5 }, 9).questions.map(({ fact }) => fact);
    const { questions } = makeSet(generator, { ...wanted({ count: 15 }), kept, without }, 3);
    expect(questions).toHaveLength(15);
    const events = [...kept, ...questions].flatMap(eventsOf);
    expect(new Set(events).size).toBe(events.length);
    expect(questions.filter(({ fact }) => without.includes(fact))).toEqual([]);
    expect(answeredInSet(context, [...kept, ...questions])).toEqual([]);
    const counts = Object.values(tally([...kept, ...questions], ({ kind, form }) => `${kind}/${form}`));
    expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
  });

  it('keeps to a mix of kinds', () => {
    const { questions } = set({ count: 24, mix: { date: 2, place: 1, event: 1 } });
    expect(tally(questions, ({ kind }) => kind)).toEqual({ date: 12, place: 6, event: 6 });
  });

  it.each([
    ['easy', 0, 0.4],
    ['hard', 0.6, 1],
  ])('keeps to a band of difficulty: %s', (_, low, high) => {
    const { questions } = set({ difficulty: [low, high] });
    expect(questions.length).toBeGreaterThan(5);
    expect(questions.filter(({ difficulty }) => difficulty < low || difficulty > high)).toEqual([]);
  });

  it('keeps to storylines', () => {
    const { questions } = set({ storylines: ['line-3', 'line-4'], count: 8 });
    const lines = new Set(questions.flatMap(eventsOf).map((id) => context.index.event(id).storyline));
    expect([...lines].sort()).toEqual(['line-3', 'line-4']);
  });

  it.each([1, 2, 3])('asks no event twice, answers nothing and sets no siblings side by side (seed %i)', (seed) => {
    const { questions } = set({ count: 60 }, seed);
    const events = questions.flatMap(eventsOf);
    expect(new Set(events).size).toBe(events.length);
    expect(answeredInSet(context, questions)).toEqual([]);
    const days = questions.map((question) =>
      eventsOf(question).flatMap((id) => context.index.event(id).when?.span ?? []),
    );
    expect(days.slice(1).filter((next, i) => areSiblings(days[i] ?? [], next))).toEqual([]);
  });

  it('says why it is shorter than wanted', () => {
    const { questions, leftOut } = set({ count: 10_000 });
    expect(questions.length).toBeLessThan(10_000);
    expect(leftOut['asked-already']).toBeGreaterThan(0);
    expect(set({ difficulty: [0.99, 0.991] }).leftOut['not-in-band']).toBeGreaterThan(0);
  });
});

const EVENTS: readonly EventDraft[] = [
  { id: 'siege', clause: 'soldiers stormed the walls of Arden', placeless: 'soldiers stormed the walls of a town', when: '1901-03-12', where: ['arden'] },
  { id: 'fire', clause: 'fire destroyed the harbour', placeless: 'fire destroyed the harbour', when: '1901-03-02', where: ['birk'] },
  { id: 'flood', clause: 'a flood drove people out of Corva', placeless: 'a flood drove people out', when: '1901-03-09', where: ['corva'] },
  { id: 'fair', clause: 'the fair of Dorn opened', placeless: 'a fair opened', when: '1901-03-15', where: ['dorn'] },
  { id: 'talks', name: 'the talks at Elm', placeless: 'envoys met', when: '1901-03-20', where: ['elm'] },
  { id: 'treaty', name: 'the treaty of Farrow', placeless: 'envoys signed a treaty', when: '1901-03-23', where: ['farrow'] },
]; // prettier-ignore

describe('L5: one question answers another', () => {
  const small = createGenerator(indexPack(buildPack({ events: EVENTS })), { language: 'en' });
  const ask = (fact: string, form = 'choice'): Question => {
    const made = small.question(fact, form, 1);
    if (made?.type !== 'question') throw new Error(JSON.stringify(made));
    return made;
  };
  const date = ask('siege:date');
  const place = ask('siege:place');
  const order = ask('story:sequence:fair+fire+siege', 'order');
  const byDate = ask('siege:event-by-date');
  const byPlace = ask('siege:event-by-place');
  const fireDate = ask('fire:date');
  const firePlace = ask('fire:place');

  it.each([
    ['a place question shows the date', place, date, true],
    ['a date question whose text names the place', date, place, true],
    ['a date question that shows the place beside the text', fireDate, firePlace, true],
    ['an order whose option names the place', order, place, true],
    ['an order shows no date', order, date, false],
    ['a date tells nothing of an order', date, order, false],
    ['an event by its place shows the dates of its options', byPlace, date, true],
    ['an event by its date is one of several', byDate, date, false],
    ['a place question gives the event of that day away', place, byDate, true],
    ['a date question that names the place gives the event there away', date, byPlace, true],
    ['another event', fireDate, date, false],
  ])('%s', (_, one, other, answers) => {
    expect(answersAnother(small.context, statementsOf(small.context, one), other)).toBe(answers);
  });

  it('a pair that bounds a stretch tells its order', () => {
    const bounded: Question = { ...order, form: 'between', bounds: ['fire', 'siege'] };
    const pair: Question = { ...order, key: order.options.filter(({ value }) => value !== 'fair').map(({ id, value }) => [value, id] as const).sort().map(([, id]) => id) }; // prettier-ignore
    expect(answersAnother(small.context, statementsOf(small.context, bounded), pair)).toBe(true);
    expect(answersAnother(small.context, statementsOf(small.context, bounded), order)).toBe(false);
  });

  it('is listed for a set', () => {
    expect(answeredInSet(small.context, [date, place])).toEqual([
      `${date.id} answers ${place.id}`,
      `${place.id} answers ${date.id}`,
    ]);
  });
});
