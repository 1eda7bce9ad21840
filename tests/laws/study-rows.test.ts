import { readFileSync } from 'node:fs';
import { createEmptyCard, FSRS, FSRSAlgorithm, generatorParameters, Rating } from 'ts-fsrs';
import { describe, expect, it } from 'vitest';
import { readBackup, writeBackup } from '$lib/core/memory/backup';
import { rebuildCare } from '$lib/core/memory/care';
import { createScheduler } from '$lib/core/memory/fsrs';
import { fraction } from '$lib/core/memory/hash';
import type { AnswerEntry, LogEntry } from '$lib/core/memory/log';
import { DEFAULT_PARAMETERS, checkParameters, nameParameters } from '$lib/core/memory/parameters';
import { rebuild, schedulersOf } from '$lib/core/memory/rebuild';
import type { MemoryRecord } from '$lib/core/memory/record';
import { review } from '$lib/core/memory/review';
import { answersByDay } from '$lib/core/memory/study-days';
import { studyDayAfter } from '$lib/core/time/study-day';

// A test for each trap of ts-fsrs 5.4.2 that was met, shown in the library where it still can be, and then as it is here; and what is
// demanded of an entry of the log. The study day: study-day-rows.test.ts. Storage: storage-rows.test.ts.

const set = nameParameters(DEFAULT_PARAMETERS);
const scheduler = createScheduler(set);
const library = new FSRS({ enable_fuzz: false });

function reviewed(record: MemoryRecord | null, day: number, utcMs: number, grade: 1 | 2 | 3 | 4, under = scheduler) {
  const fact = { pack: 'p', fact: 'e:date', asked: 'e:date', answer: '1' };
  return review(record, { ...fact, grade, guess: 0, entry: `d-${String(utcMs)}`, day, utcMs }, under).record;
}
const stabilityOf = (record: MemoryRecord): number => record.memory?.stability ?? 0;

describe('the traps of ts-fsrs', () => {
  it('days at UTC midnight: two answers of one Californian afternoon, before and after it, are one day here', () => {
    const [noon, before, after] = ['2026-03-10T20:00Z', '2026-03-10T23:50Z', '2026-03-11T00:10Z'].map((t) => new Date(t));
    if (noon === undefined || before === undefined || after === undefined) throw new Error('three times');
    const card = library.next(createEmptyCard(noon), noon, Rating.Good).card;
    const theirs = [before, after].map((at) => library.next(card, at, Rating.Good).card.stability);
    expect(theirs[1]).toBeGreaterThan((theirs[0] ?? 0) * 2);
    const ours = [before, after].map((at) => {
      const dayOf = (time: Date): number =>
        studyDayAfter(null, { utcMs: time.getTime(), utcOffsetMinutes: -420 }, 4).day;
      const first = reviewed(null, dayOf(noon), noon.getTime(), 3);
      return stabilityOf(reviewed(first, dayOf(at), at.getTime(), 3));
    });
    expect(ours[0]).toBe(ours[1]);
  }); // prettier-ignore

  it('a clock set back over UTC midnight: they throw; here the elapsed days are none, and the entry says so', () => {
    const card = library.next(createEmptyCard(new Date('2026-03-11T12:00Z')), new Date('2026-03-11T12:00Z'), Rating.Good).card;
    expect(() => library.next(card, new Date('2026-03-10T12:00Z'), Rating.Good)).toThrow(/delta_t/);
    const first = reviewed(null, 100, 2000, 3);
    expect(stabilityOf(reviewed(first, 99, 1000, 3))).toBe(stabilityOf(reviewed(first, 100, 2000, 3)));
    const back = { utcMs: Date.parse('2026-03-10T12:00Z'), utcOffsetMinutes: 0 };
    const day = studyDayAfter(null, back, 4).day;
    expect(studyDayAfter(day + 1, back, 4)).toEqual({ day: day + 1, by: 'held' });
    expect(studyDayAfter(day + 40, back, 4)).toEqual({ day, by: 'corrected' });
  }); // prettier-ignore

  it('rollback loses the old due date: here an answer taken back leaves the very memory from before', () => {
    const mark = { fact: 'e:date', answer: '1', grade: 3, guess: 0, weight: 1, before: null } as const;
    const answer = (id: string, day: number): AnswerEntry => ({
      type: 'answer', id, pack: 'p', packVersion: 1, fact: 'e:date', form: 'typed', language: 'en', seed: 1, options: [], values: [], chosen: '1', credit: 1, guess: 0,
      milliseconds: 1, hints: 0, grade: 3, marks: [mark], parameters: set.id, easy: false, clock: 'clock', utcMs: day, day, utcOffsetMinutes: 0, app: 't',
    });
    const first = answer('1', 100);
    const second = answer('2', 102);
    const revoke: LogEntry = { type: 'revoke', id: '3', pack: 'p', packVersion: 1, utcMs: 103, day: 102, utcOffsetMinutes: 0, app: 't', revokes: '2', facts: ['e:date'] };
    const schedulers = schedulersOf([set]);
    expect(rebuild([first, second, revoke], schedulers)).toEqual(rebuild([first], schedulers));
    expect(rebuild([first, second], schedulers)).not.toEqual(rebuild([first], schedulers));
  }); // prettier-ignore

  it('two ways of counting days for recall and for the schedule: here recall is desired retention on the day that is due', () => {
    const record = [0, 2, 11].reduce<MemoryRecord | null>(
      (known, after) => reviewed(known, (known?.lastDay ?? 100) + after, after, 3, createScheduler({ ...set, learningSteps: [] })),
      null,
    );
    if (record?.memory == null) throw new Error('nothing was learnt');
    const days = scheduler.interval(record.memory);
    expect(scheduler.retrievability(record.memory, days)).toBeCloseTo(0.9, 2);
    expect(() => scheduler.retrievability(record.memory ?? { stability: 1, difficulty: 5 }, 0.5)).toThrow(/whole study days/);
  }); // prettier-ignore

  it('a fuzz seed with milliseconds: here the same fact and repetition give the same day whenever it is answered', () => {
    const known = { ...reviewed(reviewed(null, 100, 1, 4), 110, 2, 3), state: 'review' as const };
    const intervals = [3, 4, 987_654].map((utcMs) => reviewed(known, 130, utcMs, 3).interval);
    expect(new Set(intervals).size).toBe(1);
    expect(fraction('fuzz', 'a', 11)).not.toBe(fraction('fuzz', 'a1', 1));
  });

  it('maximum_interval that Easy goes above: here nothing does, fuzz included', () => {
    const theirs = new FSRS({ maximum_interval: 30, enable_fuzz: false });
    const now = new Date('2026-03-10T12:00Z');
    let card = theirs.next(createEmptyCard(now), now, Rating.Easy).card;
    for (let i = 0; i < 4; i += 1) card = theirs.next(card, card.due, Rating.Easy).card;
    expect(card.scheduled_days).toBeGreaterThan(30);
    const short = createScheduler(nameParameters({ ...DEFAULT_PARAMETERS, maximumIntervalDays: 30 }));
    let record: MemoryRecord | null = null;
    for (let i = 0; i < 8; i += 1) {
      record = reviewed(record, record?.due ?? 100, i, 4, short);
      expect(record.interval).toBeLessThanOrEqual(30);
    }
  });

  it.each([
    ['weights', { weights: [1, 2, 3] }],
    ['weights[0]', { weights: [Number.NaN, ...DEFAULT_PARAMETERS.weights.slice(1)] }],
    ['retention', { retention: 0 }],
    ['maximumIntervalDays', { maximumIntervalDays: 0 }],
    ['learningSteps', { learningSteps: ['30s'] as unknown as number[] }],
    ['relearningSteps', { relearningSteps: '10m' as unknown as number[] }],
  ])('bad settings replaced in silence: here %s is refused by name', (field, bad) => {
    const wrong = { ...DEFAULT_PARAMETERS, ...bad };
    expect(checkParameters(wrong).map((problem) => problem.field)).toContain(field);
    expect(() => nameParameters(wrong)).toThrow(RangeError);
    expect(() => createScheduler({ ...wrong, id: 'x' })).toThrow(RangeError);
  });

  it('methods put on Date.prototype, that for…in meets: here no loop meets them, by a lint rule', () => {
    const met: string[] = [];
    // eslint-disable-next-line no-restricted-syntax -- this is what the rule is for
    for (const key in new Date()) met.push(key);
    expect(met).toContain('scheduler');
    expect(readFileSync('eslint.config.js', 'utf8')).toContain("selector: 'ForInStatement'");
  });

  it('a first stability floored at .1: here no weight below that is let in', () => {
    const low = [0.05, ...DEFAULT_PARAMETERS.weights.slice(1)];
    expect(new FSRSAlgorithm({ w: low }).init_stability(Rating.Again)).toBe(0.1);
    expect(checkParameters({ ...DEFAULT_PARAMETERS, weights: low })).toMatchObject([{ field: 'weights[0]' }]);
  });

  it('parameters in a Proxy, which no database takes: here they are plain, down to the lists', () => {
    expect(() => structuredClone(new FSRS(generatorParameters()).parameters)).toThrow();
    expect(structuredClone(scheduler.parameters)).toEqual(set);
  });

  it('another schedule in version 6: pinned to 5.4.2', () => {
    const versionIn = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));
    expect(versionIn('package.json')).toMatchObject({ dependencies: { 'ts-fsrs': '5.4.2' } });
    expect(versionIn('node_modules/ts-fsrs/package.json')).toMatchObject({ version: '5.4.2' });
  });
});

describe('what is stored', () => {
  const mark = { fact: 'e:date', answer: '1', grade: 3, guess: 1 / 3, weight: 1, before: null } as const;
  const entry: AnswerEntry = {
    type: 'answer', id: 'device-tab-000001', pack: 'p', packVersion: 1, fact: 'e:date', form: 'choice', language: 'en', seed: 1, options: ['a', 'b', 'c'], values: ['1', '2', '3'],
    chosen: 'a', credit: 1, guess: 1 / 3, milliseconds: 900, hints: 0, grade: 3, marks: [mark], parameters: set.id, easy: false, clock: 'clock',
    utcMs: Date.parse('2026-03-10T23:30Z'), day: 20_522, utcOffsetMinutes: 120, app: '1.0',
  }; // prettier-ignore

  it('an entry holds all that is demanded of it', () => {
    const demanded = [
      'id', 'pack', 'packVersion', 'fact', 'form', 'language', 'seed', 'options', 'chosen', 'credit', 'guess', 'milliseconds', 'hints', 'grade', 'parameters',
      'utcMs', 'day', 'utcOffsetMinutes', 'app',
    ]; // prettier-ignore
    expect(Object.keys(entry)).toEqual(expect.arrayContaining(demanded));
    expect(Object.keys(mark)).toEqual(expect.arrayContaining(['weight', 'before']));
    // The door of a backup demands each of them, so that no entry without one comes in.
    const memory = [...rebuild([entry], schedulersOf([set])).values()];
    for (const gone of demanded) {
      const less = Object.fromEntries(Object.entries(entry).filter(([key]) => key !== gone)) as unknown as AnswerEntry;
      const text = writeBackup(
        { log: [less], memory, care: [], parameters: [set], settings: {}, packs: [], sets: [] },
        1,
        't',
      );
      expect([gone, readBackup(text).ok]).toEqual([gone, false]);
    }
  });

  it('an entry keeps the study day and the offset it was given, and what counts days reads that', () => {
    // Half past one at night in Kyiv counts for the evening before, also when it is read in Tokyo with another rollover hour.
    expect(studyDayAfter(null, entry, 4).day).toBe(entry.day);
    expect(answersByDay([entry], 20_521, 20_523)).toEqual([
      { day: 20_521, answers: 0 },
      { day: 20_522, answers: 1 },
      { day: 20_523, answers: 0 },
    ]);
    expect(rebuild([entry], schedulersOf([set])).get('p:e:date')?.lastDay).toBe(20_522);
  });

  it('a stored memory stays below 600 bytes, and of most facts no decision is stored', () => {
    const long = 'an-event-with-a-rather-long-name-of-its-own';
    const record = rebuild([{ ...entry, fact: `${long}:date`, marks: [{ ...mark, fact: `${long}:date` }] }], schedulersOf([set])).get(`p:${long}:date`); // prettier-ignore
    expect(new TextEncoder().encode(JSON.stringify(record)).length).toBeLessThan(600);
    expect(rebuildCare([entry]).size).toBe(0);
  });
});
