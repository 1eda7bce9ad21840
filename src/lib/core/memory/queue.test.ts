import { describe, expect, it } from 'vitest';
import { pairsOfChain } from './memory-key';
import { LEARN_AHEAD_MS } from './due-facts';
import { EMPTY_PLAN, estimateMinutes, planDay } from './queue';
import type { DayInput, StudyFact } from './queue';
import type { MemoryRecord, RecordState } from './record';

const DAY = 1000;
const NOW = 5_000_000;

function single(fact: string): StudyFact {
  return { fact, memories: [{ fact, answer: 'x' }] };
}
function chain(...events: readonly string[]): StudyFact {
  return {
    fact: `s:sequence:${[...events].sort().join('+')}`,
    memories: pairsOfChain(events).map((fact) => ({ fact, answer: 'before' })),
  };
}
function record(fact: string, change: Partial<MemoryRecord> = {}): MemoryRecord {
  const state: RecordState = 'review';
  return {
    key: `p:${fact}`, pack: 'p', fact, asked: fact, answer: 'x', state, memory: { stability: 5, difficulty: 5 }, step: 0, reps: 2, lapses: 0,
    firstDay: 900, lastDay: 990, lastMs: 0, lastEntry: 'e', interval: 10, due: DAY, dueMs: null, ...change,
  }; // prettier-ignore
}
type Change = Partial<Omit<DayInput, 'rules'> & DayInput['rules']>;
function plan({ newPerDay = 10, reviewsPerDay = 200, reviewOrder = 'overdue', newOrder = 'pack', ...change }: Change) {
  const known = new Set([...(change.due ?? []), ...(change.recent ?? [])].map(({ key }) => key));
  return planDay({
    pack: 'p',
    facts: [],
    due: [],
    recent: [],
    isKnown: (key) => known.has(key),
    day: DAY,
    nowMs: NOW,
    rules: { newPerDay, reviewsPerDay, reviewOrder, newOrder },
    ease: 'usual',
    extra: { fresh: 0, reviews: 0 },
    seed: 1,
    ...change,
  });
}
const asked = (change: Change): readonly string[] => plan(change).items.map(({ fact }) => fact);

describe('planDay', () => {
  it('asks nothing of nothing', () => {
    expect(plan({})).toEqual(EMPTY_PLAN);
  });

  it('asks learning steps first, then changed facts, then reviews, the most overdue for its interval first', () => {
    const due = [
      record('a:date', { due: DAY - 2, interval: 20 }),
      record('b:date', { due: DAY - 2, interval: 4 }),
      record('c:date', { state: 'changed', memory: null }),
      record('d:date', { state: 'relearning', dueMs: NOW - 1, lastDay: DAY }),
    ];
    expect(asked({ due })).toEqual(['d:date', 'c:date', 'b:date', 'a:date']);
  });

  it('keeps the daily limit, counting what was new today, and a chain once however many pairs it has', () => {
    const today = { firstDay: DAY, lastDay: DAY, due: DAY + 3 };
    const facts = ['a', 'b', 'c', 'd', 'e'].map((event) => single(`${event}:date`)).concat(chain('x', 'y', 'z'));
    const recent = [
      record('a:date', today),
      record('x+y:before', today),
      record('y+z:before', { ...today, asked: 'other' }),
    ];
    expect(plan({ facts, recent, newPerDay: 4 })).toMatchObject({
      fresh: 2,
      items: [
        { fact: 'b:date', reason: 'new' },
        { fact: 'c:date', reason: 'new' },
      ],
    });
    expect(plan({ facts, recent, newPerDay: 0 }).items).toEqual([]);
  });

  it('asks nothing that its learner put aside, neither a review, a learning step nor anything new, and says how much was due', () => {
    const facts = ['a', 'b', 'c', 'd'].map((event) => single(`${event}:date`));
    const due = [record('a:date'), record('b:date', { state: 'learning', dueMs: NOW - 1, lastDay: DAY })];
    const mayAsk = (fact: string): boolean => fact === 'd:date';
    expect(plan({ facts, due, mayAsk })).toMatchObject({
      items: [{ fact: 'd:date', reason: 'new' }],
      due: 0,
      aside: 2,
    });
    expect(plan({ due, mayAsk }).items).toEqual([]);
  });

  it('keeps confused facts on different days, whichever comes first', () => {
    const apart = (fact: string): readonly string[] =>
      fact === 'a:date' ? ['b:date'] : fact === 'b:date' ? ['a:date'] : [];
    const due = [record('a:date'), record('b:date', { due: DAY - 3 }), record('c:date')];
    expect(plan({ due, apart })).toMatchObject({ postponed: 1 });
    expect(asked({ due, apart })).not.toContain('a:date');
    const today = record('b:date', { lastDay: DAY, due: DAY + 9 });
    expect(asked({ due: [record('a:date')], recent: [today], apart })).toEqual([]);
    expect(asked({ due: [record('a:date')], recent: [{ ...today, lastDay: DAY - 1 }], apart })).toEqual(['a:date']);
    const facts = ['a', 'b', 'c'].map((event) => single(`${event}:date`));
    expect(asked({ facts, apart })).toEqual(['a:date', 'c:date']);
  });

  it('spreads new facts among reviews', () => {
    const facts = ['n1', 'n2', 'r1', 'r2', 'r3', 'r4'].map((event) => single(`${event}:date`));
    const due = ['r1', 'r2', 'r3', 'r4'].map((event) => record(`${event}:date`));
    const reasons = plan({ facts, due }).items.map(({ reason }) => reason);
    expect(reasons).toEqual(['due', 'due', 'new', 'due', 'due', 'new']);
  });

  it('asks one of the facts of an event a day, and the other facts of that event on another', () => {
    const facts = [single('a:date'), single('a:place'), single('b:date')];
    expect(asked({ facts })).toHaveLength(2);
    const answeredToday = record('a:date', { lastDay: DAY, due: DAY + 4 });
    expect(asked({ facts, recent: [answeredToday] })).toEqual(['b:date']);
    const due = [record('a:date', { due: DAY - 5 }), record('a:place', { due: DAY - 1 })];
    expect(plan({ facts, due, newPerDay: 0 })).toMatchObject({ items: [{ fact: 'a:date' }], postponed: 1, due: 1 });
  });

  it('lets what a clock set ahead wrote into a day to come hold up none of its siblings today', () => {
    const facts = ['a:date', 'a:place', 'b:date'].map(single);
    const ahead = [record('b:date', { lastDay: DAY + 365, due: DAY + 700 })];
    expect(asked({ facts: [...facts, single('b:place')], recent: ahead, newPerDay: 9 })).toContain('b:place');
  });

  it('takes a chain for a sibling of each of its events', () => {
    const facts = [single('a:date'), single('b:date'), single('z:date'), chain('a', 'b', 'c')];
    const chainDue = record('a+b:before', { due: DAY - 9, interval: 2 });
    expect(asked({ facts, due: [chainDue, record('b:date')] })).toEqual(
      expect.arrayContaining(['s:sequence:a+b+c', 'z:date']),
    );
    expect(asked({ facts, due: [chainDue, record('b:date')] })).toHaveLength(2);
  });

  it('lets a review with days to spare wait for five days after a sibling, and no longer than it can', () => {
    const facts = [single('a:date'), single('a:place')];
    const sibling = record('a:place', { lastDay: DAY - 2, due: DAY + 30 });
    const waiting = (due: number, interval: number): number =>
      asked({ facts, due: [record('a:date', { due, interval })], recent: [sibling], newPerDay: 0 }).length;
    expect(waiting(DAY, 100)).toBe(0);
    expect(waiting(DAY - 6, 100)).toBe(1);
    expect(waiting(DAY, 3)).toBe(1);
  });

  it('counts the due pairs of one chain as one question, by the chain the pack asks now', () => {
    const facts = [chain('a', 'b', 'c', 'd')];
    const due = [
      record('a+b:before', { asked: 's:sequence:a+b' }),
      record('c+d:before', { due: DAY - 3, interval: 1 }),
    ];
    expect(plan({ facts, due })).toMatchObject({ due: 1, items: [{ fact: 's:sequence:a+b+c+d', reason: 'due' }] });
  });

  it('leaves out what the pack asks no more', () => {
    expect(asked({ facts: [single('a:date')], due: [record('gone:date')], newPerDay: 0 })).toEqual([]);
  });

  it('asks a learning step a little early when nothing else is left, and names the time of a later one', () => {
    const soon = record('a:date', { state: 'learning', dueMs: NOW + LEARN_AHEAD_MS, lastDay: DAY });
    const later = record('b:date', { state: 'learning', dueMs: NOW + LEARN_AHEAD_MS + 1, lastDay: DAY });
    const facts = ['a', 'b', 'c'].map((event) => single(`${event}:date`));
    expect(plan({ facts, due: [soon, later] })).toMatchObject({
      items: [{ fact: 'c:date' }, { fact: 'a:date', reason: 'learning' }],
      nextLearningMs: NOW + LEARN_AHEAD_MS + 1,
    });
  });

  it('asks yesterday’s unfinished learning step today, whatever the clock said', () => {
    const left = record('a:date', { state: 'learning', dueMs: NOW + 99_999_999, lastDay: DAY - 1, due: DAY - 1 });
    expect(plan({ facts: [single('a:date')], due: [left] }).items).toEqual([{ fact: 'a:date', reason: 'learning' }]);
  });

  it('tells when an early learning step is really due, the soonest first', () => {
    const step = (fact: string, minutes: number): MemoryRecord =>
      record(fact, { state: 'learning', dueMs: NOW + minutes * 60_000, lastDay: DAY });
    const due = [step('a:date', 12), step('b:date', 3), step('c+d:before', 9), step('d+e:before', 2)];
    const facts = [single('a:date'), single('b:date'), chain('c', 'd', 'e')];
    const { items, aheadMs } = plan({ facts, due });
    expect(items.map(({ fact }) => fact)).toEqual(['s:sequence:c+d+e', 'b:date', 'a:date']);
    expect(aheadMs).toBe(NOW + 120_000);
  });

  describe('limits', () => {
    const facts = Array.from('abcdefghijklmnopqrstuvwxyz', (event) => single(`${event}:date`));
    const due = Array.from('abcdef', (event) => record(`${event}:date`, { due: DAY - 1 }));
    const reviewed = record('y:date', { lastDay: DAY, due: DAY + 3 });

    it('leave reviews for another day, and say how many', () => {
      expect(plan({ facts, due, reviewsPerDay: 4 })).toMatchObject({ due: 4, heldReviews: 2 });
      expect(plan({ facts, due, reviewsPerDay: 4, recent: [reviewed] })).toMatchObject({ due: 3, heldReviews: 3 });
      expect(plan({ facts, due, reviewsPerDay: 0 })).toMatchObject({ due: 0, heldReviews: 6 });
    });

    it('do not touch learning steps', () => {
      const step = record('a:date', { state: 'relearning', dueMs: NOW, lastDay: DAY });
      expect(plan({ facts, due: [step], reviewsPerDay: 0, newPerDay: 0 })).toMatchObject({ due: 1 });
    });

    it('are topped up by what the learner asked for today', () => {
      const extra = { fresh: 2, reviews: 1 };
      const topped = { facts, due, reviewsPerDay: 4, newPerDay: 3, extra };
      expect(plan(topped)).toMatchObject({ due: 5, heldReviews: 1, fresh: 5, heldFresh: 10 });
      const introduced = record('z:date', { firstDay: DAY, lastDay: DAY, due: DAY + 3 });
      expect(plan({ ...topped, recent: [introduced] })).toMatchObject({ due: 5, fresh: 4 });
    });

    it('count no fact that only changed today as reviewed', () => {
      const changed = record('y:date', { state: 'changed', memory: null, lastDay: DAY });
      expect(plan({ facts, due, reviewsPerDay: 6, recent: [changed] })).toMatchObject({ due: 6, heldReviews: 0 });
    });

    it.each([
      ['usual', 6, 10],
      ['fewer', 3, 5],
      ['none', 0, 0],
    ] as const)('on a day with %s leave %d reviews and %d new facts', (ease, reviews, fresh) => {
      expect(plan({ facts, due, ease, reviewsPerDay: 6 })).toMatchObject({ due: reviews, fresh });
      const more = plan({ facts, due, ease, reviewsPerDay: 6, extra: { fresh: 1, reviews: 1 } });
      expect(more).toMatchObject({ due: Math.min(6, reviews + 1), fresh: fresh + 1 });
    });
  });

  it.each([
    ['overdue', 'cbad'],
    ['due', 'abcd'],
    ['forgotten', 'dabc'],
    ['pack', 'dcba'],
  ] as const)('asks reviews in the order "%s"', (reviewOrder, order) => {
    const card = (event: string, late: number, interval: number, stability: number): MemoryRecord =>
      record(`${event}:date`, {
        due: DAY - late,
        interval,
        lastDay: DAY - late - interval,
        memory: { stability, difficulty: 5 },
      });
    const due = [card('a', 9, 90, 50), card('b', 8, 40, 90), card('c', 7, 5, 90), card('d', 0, 50, 2)]; // prettier-ignore
    const facts = Array.from('dcba', (event) => single(`${event}:date`));
    expect(asked({ facts, due }).length).toBe(4);
    expect(asked({ facts, due, reviewOrder }).map((fact) => fact.charAt(0)).join('')).toBe(order); // prettier-ignore
  });

  it('asks in an order by chance that is another each day, where that is wished', () => {
    const facts = Array.from('abcdefghij', (event) => single(`${event}:date`));
    const due = Array.from('abcde', (event) => record(`${event}:date`));
    const by = (seed: number): readonly string[] =>
      asked({ facts, due, seed, reviewOrder: 'random', newOrder: 'random' });
    expect(by(1)).toEqual(by(1));
    expect(by(1)).not.toEqual(by(2));
    expect([...by(1)].sort()).toEqual([...asked({ facts, due })].sort());
  });

  it('offers a chain after every few single facts', () => {
    const facts = [
      ...Array.from({ length: 12 }, (_, i) => single(`e${String(i).padStart(2, '0')}:date`)),
      chain('x', 'y', 'z'),
      chain('u', 'v', 'w'),
    ];
    const kinds = asked({ facts }).map((fact) => (fact.includes('sequence') ? 'chain' : 'single'));
    expect(kinds.join(' ')).toBe('single single single single chain single single single single chain');
  });

  it('is the same each time, and another with another seed', () => {
    const facts = Array.from({ length: 30 }, (_, i) => [
      single(`e${String(i)}:date`),
      single(`e${String(i)}:place`),
    ]).flat();
    expect(asked({ facts })).toEqual(asked({ facts }));
    expect(asked({ facts, seed: 2 })).not.toEqual(asked({ facts, seed: 3 }));
  });
});

it.each([
  [0, 0],
  [1, 1],
  [10, 3],
  [40, 10],
])('takes for %d questions %d minutes', (questions, minutes) => {
  expect(estimateMinutes(questions)).toBe(minutes);
});
