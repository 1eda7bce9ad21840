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

// A test for each trap of ts-fsrs 5.4.2 that was met, shown in the library where it still can be, and then as it is here; and of
// what is demanded of the study day and of storage, the test that holds it, by its name.

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

/** What is demanded, and where it is held: a file and the name of a test in it. A test that is renamed or gone fails here. */
const HELD: Readonly<Record<string, readonly (readonly [demand: string, file: string, test: string])[]>> = {
  'the study day': [
    ['begins at the rollover hour of the local clock', 'tests/laws/study-day.test.ts', 'turns at the rollover hour of the wall clock in each zone'],
    ['at four by default: half past three is the evening before', 'tests/laws/study-session.test.ts', 'counts half past three at night as the evening before, and half past four as the next day'],
    ['the hour is the learner’s', 'tests/e2e/settings.spec.ts', 'the hour at which a day begins decides on which day an answer counts'],
    ['over every zone and each change of the clock', 'tests/laws/study-day.test.ts', 'never goes backwards, and moves on one day at a time, across each change of the clock 2021–2026'],
    ['on any journey', 'tests/laws/study-day.test.ts', 'never goes backwards whatever zones a learner flies through'],
    ['over the date line', 'src/lib/core/time/study-day.test.ts', 'keeps the day on a flight from Auckland to Honolulu over the date line'],
    ['reviews by study day, learning steps by the clock', 'src/lib/core/memory/review.test.ts', 'without steps everything is due by study day'],
    ['frozen in the log, read by what counts days', 'tests/laws/study-rows.test.ts', 'an entry keeps the study day and the offset it was given, and what counts days reads that'],
  ],
  grading: [
    ['memory as the reference engine has it', 'tests/laws/fsrs-rs.test.ts', 'in what an answer that is no guess makes of a stored memory, learning steps and lapses among them'],
    ['right, produced: Good', 'src/lib/core/memory/grading.test.ts', 'right'],
    ['wrong, or "don’t know": Again', 'src/lib/core/memory/grading.test.ts', 'wrong or passed'],
    ['right by choice: Good, weighted', 'src/lib/core/memory/review.test.ts', 'weights a right choice: the first answer among three at p = .75'],
    ['right after a hint: Again', 'src/lib/core/memory/grading.test.ts', 'right after a hint'],
    ['a near miss from .8: Hard', 'src/lib/core/memory/grading.test.ts', 'a near miss'],
    ['below .8: Again', 'src/lib/core/memory/grading.test.ts', 'a miss'],
    ['an ordering all right: Good for each pair', 'src/lib/core/memory/grading.test.ts', 'all right: Good for each pair'],
    ['partly right: Again for each wrong pair, nothing for the rest', 'src/lib/core/memory/grading.test.ts', 'one pair reversed: Again for it alone'],
    ['first, last and between: the pairs they prove', 'src/lib/app/question-source.test.ts', 'between: the pairs that the key makes with the neighbours around it'],
    ['Easy when the learner says so, never by itself', 'src/lib/core/memory/grading.test.ts', 'right, and called too easy'],
    ['a lucky guess comes again in a harder form', 'src/lib/core/memory/session.test.ts', 'asks a fact that may have been guessed again in a harder form'],
    ['a confused fact is kept apart and asked side by side', 'tests/laws/decisions.test.ts', 'twice gets a question that shows both, until it is right, and the two are never asked on one day'],
  ],
  storage: [
    ['one transaction an answer', 'src/lib/adapters/study-store.test.ts', 'writes log, memory and session in one step'],
    ['all of it or nothing', 'src/lib/adapters/study-store.test.ts', 'takes all of it back when one part fails'],
    ['no answer twice', 'src/lib/adapters/study-store.test.ts', 'changes nothing when a step is written a second time'],
    ['memory is what the log says, bit for bit', 'tests/laws/study-session.test.ts', 'over sixty days never asks two siblings on one day, and memory stays what the log says'],
    ['in whatever order entries come', 'tests/laws/memory-replay.test.ts', 'does not hang on the order in which entries come'],
    ['decisions too', 'tests/laws/memory-replay.test.ts', 'do not hang on the order in which entries come, and are key by key what they are as a whole'],
    ['merging is the union, whichever way', 'tests/laws/memory-replay.test.ts', 'is the same on two devices that merged, whichever merged into which, and merging twice changes nothing'],
    ['by file, on two devices', 'tests/e2e/backup.spec.ts', 'joining two devices gives both the union of their logs, and the same memory'],
    ['undo appends, nothing is deleted', 'tests/laws/study-session.test.ts', 'undoes answer after answer, back to the first question, and leaves no memory but the whole log'],
    ['replay order', 'src/lib/adapters/study-store.test.ts', 'puts an answer with an earlier clock where the replay puts it'],
    ['a log entry holds everything', 'tests/laws/study-rows.test.ts', 'an entry holds all that is demanded of it'],
    ['blocked', 'src/lib/adapters/study-store.test.ts', 'says so when another tab keeps an older version open, and works once it lets go'],
    ['blocking: lets go, asks to reload', 'src/lib/adapters/study-store.test.ts', 'lets go for a newer version and tells the app'],
    ['terminated', 'src/lib/adapters/study-store.test.ts', 'opens again after the browser has ended the connection by itself'],
    ['a connection that closes in the background', 'src/lib/adapters/study-store.test.ts', 'opens once more when the connection was closed in the background'],
    ['a full disk is named', 'src/lib/adapters/study-store.test.ts', 'names a full disk as such'],
    ['and costs no answer', 'tests/laws/study-session.test.ts', 'is said, the answers stay in memory, and are written when there is room again'],
    ['numbered migrations, from an old database', 'src/lib/adapters/migrations.test.ts', 'from version 1 to 2 work out of the log what is confused, with a snapshot before, and touch nothing else'],
    ['that leave it whole when they fail', 'src/lib/adapters/migrations.test.ts', 'that fail leave the old database as it was'],
    ['a snapshot before a migration', 'src/lib/adapters/migrations.test.ts', 'from version 1 on keep a snapshot of all of it before they touch anything'],
    ['a snapshot before an import', 'tests/laws/learner-data.test.ts', 'of an imported pack keeps a snapshot of what was there before'],
    ['a snapshot before a restore', 'tests/laws/learner-data.test.ts', 'leaves a snapshot behind when it replaces, and the snapshot brings back what was there'],
    ['persistence asked for after a session, shown as it is', 'tests/e2e/settings.spec.ts', 'whether the browser keeps the data is said as it is, and asked for after the first session'],
    ['Safari: the hand-over file before installing', 'tests/e2e/decisions.spec.ts', 'the hand-over file is offered before installing, and brings everything into the installed app'],
    ['the page of the data: last backup, number of entries, checksum', 'tests/e2e/backup.spec.ts', 'the page of the data shows when it was saved last, how much there is, and its checksum'],
    ['a rehearsed restore', 'tests/e2e/backup.spec.ts', 'study, back up, erase, restore: the same memory, bit for bit'],
    ['hot records stay small', 'tests/laws/study-rows.test.ts', 'a stored memory stays below 600 bytes, and of most facts no decision is stored'],
    ['no update in a session', 'tests/e2e/update.spec.ts', 'an update is offered on the start page and never during a session, and is taken into use on request'],
    ['nor in another tab', 'tests/e2e/update.spec.ts', 'one tab takes the update; another is not reloaded and goes on with the old version, the server gone'],
    ['one registration', 'tests/e2e/offline.spec.ts', 'after one visit every route opens in a fresh tab with the server process gone'],
    ['with the server really stopped', 'tests/e2e/offline.spec.ts', 'after one visit every route opens in a fresh tab with the server process gone'],
  ],
}; // prettier-ignore

describe.each(Object.entries(HELD))('%s', (_, rows) => {
  it.each(rows)('%s', (_demand, file, test) => {
    const source = readFileSync(file, 'utf8').replaceAll("\\'", "'");
    expect(source.includes(`'${test}'`), `${file} has a test called “${test}”`).toBe(true);
  });
});
