import { describe, expect, it } from 'vitest';
import { createScheduler } from './fsrs';
import type { Grade } from './fsrs';
import { fuzzDays, fuzzInterval, fuzzRange } from './fuzz';
import { DEFAULT_PARAMETERS, nameParameters } from './parameters';
import type { Parameters } from './parameters';
import type { MemoryRecord } from './record';
import { applyChange, review } from './review';
import type { Review } from './review';

const anki = schedulerOf({ learningSteps: [1, 10], relearningSteps: [10] });

function schedulerOf(change: Partial<Parameters> = {}) {
  return createScheduler(nameParameters({ ...DEFAULT_PARAMETERS, ...change }));
}

function answer(change: Partial<Review>): Review {
  return {
    pack: 'p',
    fact: 'e:date',
    asked: 'e:date',
    answer: '2022-03-02',
    grade: 3,
    guess: 0,
    entry: 'x',
    day: 100,
    utcMs: 0,
    ...change,
  };
}

describe('review', () => {
  it('gives the oracle intervals when each review is exactly due, within the reach of fuzz', () => {
    const grades: readonly Grade[] = [3, 3, 3, 3, 3, 3, 1, 1, 3, 3, 3, 3, 3];
    const expected = [0, 2, 11, 46, 163, 498, 0, 0, 2, 4, 7, 12, 21];
    // The oracle has no fuzz: the plain interval of each memory is compared, and the next review comes after exactly that.
    let record: MemoryRecord | null = null;
    let day = 0;
    const plain = grades.map((grade, index) => {
      const { record: next } = review(record, answer({ grade, day, entry: String(index) }), anki);
      if (next.memory === null) throw new Error('an answer leaves a memory');
      const interval = next.state === 'review' ? anki.interval(next.memory) : 0;
      expect(Math.abs(next.interval - interval)).toBeLessThanOrEqual(Math.ceil(fuzzDays(interval)));
      day += interval;
      record = next;
      return interval;
    });
    expect(plain).toEqual(expected);
  });

  it.each([
    ['Again on a new fact starts the steps', [1], 'learning', 0, 1],
    ['Hard on a new fact waits between the first two', [2], 'learning', 0, 6],
    ['Good on a new fact goes to the second step', [3], 'learning', 1, 10],
    ['Good on the last step leaves', [3, 3], 'review', 0, null],
    ['Again on the last step starts over', [3, 1], 'learning', 0, 1],
    ['Easy leaves at once', [4], 'review', 0, null],
    ['a lapse has steps of its own', [4, 1], 'relearning', 0, 10],
    ['Hard in relearning waits half as long again', [4, 1, 2], 'relearning', 0, 15],
    ['Good in relearning leaves', [4, 1, 3], 'review', 0, null],
  ] as const)('%s', (_, grades, state, step, minutes) => {
    const record = grades.reduce<MemoryRecord | null>(
      (before, grade, index) => review(before, answer({ grade, day: 100 + index, utcMs: 5 }), anki).record,
      null,
    );
    expect(record).toMatchObject({ state, step, dueMs: minutes === null ? null : 5 + minutes * 60_000 });
  });

  it('without steps everything is due by study day', () => {
    const { record } = review(null, answer({ grade: 1 }), schedulerOf({ learningSteps: [], relearningSteps: [] }));
    expect(record).toMatchObject({ state: 'review', dueMs: null, interval: 1, due: 101 });
  });

  it('weights a right choice: the first answer among three at p = .75', () => {
    const scheduler = schedulerOf();
    const { record, weight, before } = review(null, answer({ guess: 1 / 3 }), scheduler);
    expect(weight).toBeCloseTo(0.75, 12);
    expect(before).toBeNull();
    expect(record.memory?.stability).toBeCloseTo(Math.exp(0.75 * Math.log(2.3065) + 0.25 * Math.log(0.212)), 6);
  });

  it('takes a clock set back as the same day', () => {
    const scheduler = schedulerOf();
    const first = review(null, answer({ day: 200 }), scheduler).record;
    const sameDay = review(first, answer({ day: 200, entry: 'y' }), scheduler).record;
    const earlier = review(first, answer({ day: 190, entry: 'y' }), scheduler).record;
    expect(earlier.memory).toEqual(sameDay.memory);
  });

  it('learns a fact anew whose answer is another one', () => {
    const scheduler = schedulerOf();
    const learnt = review(null, answer({ grade: 4 }), scheduler).record;
    const anew = review(learnt, answer({ answer: '2022-03-03', day: 120, entry: 'y' }), scheduler);
    expect(anew.before).toBeNull();
    expect(anew.record).toMatchObject({
      reps: 2,
      firstDay: 100,
      memory: review(null, answer({}), scheduler).record.memory,
    });
  });

  it('never schedules beyond the longest interval, Easy and fuzz included', () => {
    const scheduler = schedulerOf({ maximumIntervalDays: 20 });
    let record: MemoryRecord | null = null;
    for (let i = 0; i < 12; i += 1)
      record = review(record, answer({ grade: 4, day: i * 20, fact: `e${String(i)}:date` }), scheduler).record;
    expect(record?.interval).toBe(20);
  });
});

describe('applyChange', () => {
  const scheduler = schedulerOf();
  const learnt = review(null, answer({ grade: 4 }), scheduler).record;
  const at = { day: 130, utcMs: 9, entry: 'c' };

  it('forgets the old answer and falls due that day', () => {
    expect(applyChange(learnt, '2022-04', at)).toMatchObject({
      state: 'changed',
      memory: null,
      due: 130,
      answer: '2022-04',
      reps: 1,
    });
  });
  it('lets a fact rest that is asked no more, and brings it back as it was', () => {
    const resting = applyChange(learnt, null, at);
    expect(resting.due).toBeNull();
    expect(applyChange(resting, learnt.answer, at)).toEqual(learnt);
  });
});

describe('fuzz', () => {
  it.each([
    [1, 0],
    [2, 0],
    [7, 1.675],
    [20, 2.975],
    [100, 6.975],
  ])('of %d days reaches %d days', (interval, reach) => {
    expect(fuzzDays(interval)).toBeCloseTo(reach, 9);
  });

  it('stays in reach, uses all of it, and is the same each time', () => {
    const drawn = Array.from({ length: 2000 }, (_, index) =>
      fuzzInterval(fuzzRange(100, 40, 36_500), `p:e${String(index)}:date`, 3),
    );
    expect(Math.min(...drawn)).toBe(93);
    expect(Math.max(...drawn)).toBe(107);
    expect(fuzzInterval(fuzzRange(100, 40, 36_500), 'p:e7:date', 3)).toBe(drawn[7]);
  });

  it('keeps keys and repetitions apart that would join to the same text', () => {
    const pairs = Array.from(
      { length: 50 },
      (_, i) =>
        [
          fuzzInterval(fuzzRange(300, 0, 36_500), `p:e${String(i)}`, 11),
          fuzzInterval(fuzzRange(300, 0, 36_500), `p:e${String(i)}1`, 1),
        ] as const,
    );
    expect(pairs.some(([a, b]) => a !== b)).toBe(true);
  });

  it('never shortens an interval to what has passed already, where it grew', () => {
    const drawn = Array.from({ length: 500 }, (_, i) => fuzzInterval(fuzzRange(10, 9, 36_500), String(i), 1));
    expect(Math.min(...drawn)).toBe(10);
  });
});
