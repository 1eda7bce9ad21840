import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checksumOfLog, compareMemory, merge, readBackup, writeBackup } from '../../src/lib/core/memory/backup';
import type { LearnerData } from '../../src/lib/core/memory/backup';
import type { Grade } from '../../src/lib/core/memory/fsrs';
import { applyCare, factsToCareFor, rebuildCare, replayCare } from '../../src/lib/core/memory/care';
import type { CareRecord } from '../../src/lib/core/memory/care';
import { FLAGS, compareEntries, factsOfEntry, mergeLogs, standingLog } from '../../src/lib/core/memory/log';
import type { AnswerEntry, CareEntry, LogEntry } from '../../src/lib/core/memory/log';
import { DEFAULT_PARAMETERS, nameParameters } from '../../src/lib/core/memory/parameters';
import { rebuild, replayKey, schedulersOf } from '../../src/lib/core/memory/rebuild';

const sets = [
  nameParameters(DEFAULT_PARAMETERS),
  nameParameters({ ...DEFAULT_PARAMETERS, retention: 0.8, learningSteps: [1, 10] }),
];
const schedulers = schedulersOf(sets);

const stamp = fc.record({
  day: fc.integer({ min: 100, max: 200 }),
  utcMs: fc.integer({ min: 0, max: 50 }),
  utcOffsetMinutes: fc.constant(120),
  pack: fc.constantFrom('p', 'q'),
  packVersion: fc.constant(1),
  app: fc.constant('test'),
});
const fact = fc.constantFrom('a:date', 'b:date', 'b:place', 'a+b:before');
const answer = fc.constantFrom('2022', '2023');
/** As chosen by an answer that met another memory: a replay must take it as far as it can. */
const interval = fc.option(fc.integer({ min: 1, max: 400 }), { nil: undefined });
const answered = fc.tuple(stamp, fact, answer, fc.integer({ min: 1, max: 4 }), fc.constantFrom(0, 1 / 3), fc.constantFrom(...sets), fc.constantFrom(null, 'a', 'b', 'c'), interval).map(
  ([at, about, right, grade, guess, set, chosen, days]): Omit<AnswerEntry, 'id'> => ({
    type: 'answer', ...at, fact: about, form: 'choice', language: 'en', seed: 1, options: ['a', 'b', 'c'], values: ['1', '2', 'b'], chosen, credit: grade > 1 ? 1 : 0, guess, milliseconds: 1, hints: 0,
    grade: grade as Grade, marks: [{ fact: about, answer: right, grade: grade as Grade, guess, weight: 1, before: null, ...(days === undefined ? {} : { interval: days }) }], parameters: set.id, easy: false, clock: 'clock',
  }),
); // prettier-ignore
const changed = fc
  .tuple(stamp, fact, fc.option(answer))
  .map(([at, about, to]) => ({ type: 'change' as const, ...at, changes: [{ fact: about, answer: to }] }));

const decided = fc.tuple(stamp, fact, fact, fc.integer({ min: 100, max: 210 }), fc.constantFrom(...FLAGS), fc.nat(4)).map(
  ([at, about, other, until, flag, which]): Omit<CareEntry, 'id'> =>
    [
      { type: 'suspend' as const, ...at, facts: [about, other] },
      { type: 'bury' as const, ...at, facts: [about, other], until },
      { type: 'flag' as const, ...at, fact: about, flag },
      { type: 'report' as const, ...at, fact: about, form: 'choice', language: 'en', seed: 1, questionId: 'q', reason: 'typo' as const, note: 'n', question: { id: 'q' } },
      { type: 'resolve' as const, ...at, fact: about, report: `d-${String(until % 40).padStart(3, '0')}` },
    ][which] as CareEntry,
); // prettier-ignore

/** A log of answers, changes and decisions; some are taken back. */
const log = fc
  .tuple(
    fc.array(
      fc.oneof(
        { weight: 6, arbitrary: answered },
        { weight: 1, arbitrary: changed },
        { weight: 4, arbitrary: decided },
      ),
      { maxLength: 40 },
    ),
    fc.array(fc.nat(), { maxLength: 6 }),
  )
  .map(([bare, revoked]): readonly LogEntry[] => {
    const entries = bare.map((entry, index): LogEntry => ({
      ...(entry as LogEntry),
      id: `d-${String(index).padStart(3, '0')}`,
    }));
    const revokes = revoked.flatMap((n, index): LogEntry[] => {
      const target = entries[n % Math.max(1, entries.length)];
      if (target === undefined || target.type === 'change') return [];
      const { day, utcMs, utcOffsetMinutes, pack, packVersion, app } = target;
      return [
        {
          type: 'revoke',
          id: `r-${String(index)}`,
          day,
          utcMs,
          utcOffsetMinutes,
          pack,
          packVersion,
          app,
          revokes: target.id,
          facts: factsOfEntry(target),
        },
      ];
    });
    return [...entries, ...revokes];
  });

const plain = (records: ReadonlyMap<string, unknown>): unknown =>
  Object.fromEntries([...records].sort(([a], [b]) => (a < b ? -1 : 1)));
const dataOf = (entries: readonly LogEntry[]): LearnerData => ({
  log: entries,
  memory: [...rebuild(entries, schedulers).values()],
  care: [...rebuildCare(entries).values()],
  parameters: sets,
  settings: { newPerDay: 5 },
  packs: [],
  sets: [],
});

describe('memory from the log', () => {
  it('does not hang on the order in which entries come', () => {
    fc.assert(fc.property(log, (entries) => { expect(plain(rebuild([...entries].reverse(), schedulers))).toEqual(plain(rebuild(entries, schedulers))); }));
    expect.hasAssertions();
  }); // prettier-ignore

  it('is key by key what it is as a whole', () => {
    fc.assert(
      fc.property(log, (entries) => {
        const whole = rebuild(entries, schedulers);
        const keys = new Set(
          ['a:date', 'b:date', 'b:place', 'a+b:before'].flatMap((about) => [`p:${about}`, `q:${about}`]),
        );
        for (const key of keys) expect(replayKey(key, entries, schedulers)).toEqual(whole.get(key) ?? null);
      }),
    );
    expect.hasAssertions();
  });

  it('is the same on two devices that merged, whichever merged into which, and merging twice changes nothing', () => {
    fc.assert(
      fc.property(log, fc.array(fc.boolean(), { minLength: 60, maxLength: 60 }), (entries, mine) => {
        const [one, two] = [entries.filter((_, i) => mine[i]), entries.filter((_, i) => !mine[i])];
        const [ab, ba] = [merge(dataOf(one), dataOf(two)), merge(dataOf(two), dataOf(one))];
        expect(ab.memory).toEqual(ba.memory);
        expect(ab.care).toEqual(ba.care);
        expect(checksumOfLog(ab.log)).toBe(checksumOfLog(entries));
        expect(merge(ab, dataOf(two))).toEqual(ab);
        expect(compareMemory(ab)).toEqual([]);
        expect(mergeLogs(one, two)).toEqual([...entries].sort(compareEntries));
      }),
    );
    expect.hasAssertions();
  });

  it('names a parameter set that it does not know', () => {
    const [entry] = fc.sample(answered, 1);
    expect(() => rebuild([{ ...(entry as AnswerEntry), id: 'x', parameters: 'fsrs6-unknown' }], schedulers)).toThrow(
      /fsrs6-unknown/,
    );
  });
});

describe('decisions from the log', () => {
  it('do not hang on the order in which entries come, and are key by key what they are as a whole', () => {
    fc.assert(
      fc.property(log, (entries) => {
        const whole = rebuildCare(entries);
        expect(plain(rebuildCare([...entries].reverse()))).toEqual(plain(whole));
        for (const about of ['a:date', 'b:date', 'b:place', 'a+b:before']) {
          for (const key of [`p:${about}`, `q:${about}`])
            expect(replayCare(key, entries)).toEqual(whole.get(key) ?? null);
        }
      }),
    );
    expect.hasAssertions();
  });

  it('come entry by entry to what they are as a whole', () => {
    fc.assert(
      fc.property(log, (entries) => {
        const records = new Map<string, CareRecord>();
        for (const entry of standingLog(entries)) {
          for (const about of factsToCareFor(entry)) {
            const key = `${entry.pack}:${about}`;
            const next = applyCare(records.get(key) ?? null, entry, about);
            if (next !== null) records.set(key, next);
          }
        }
        for (const [key, record] of rebuildCare(entries)) expect(records.get(key)).toEqual(record);
      }),
    );
    expect.hasAssertions();
  });

  it('leave nothing behind when everything is taken back, and touch no memory', () => {
    fc.assert(
      fc.property(log, (entries) => {
        const last = { day: 300, utcMs: 0 };
        const back = entries.flatMap((entry): LogEntry[] => {
          if (entry.type === 'revoke' || entry.type === 'change') return [];
          const { utcOffsetMinutes, pack, packVersion, app } = entry;
          return [{ type: 'revoke', id: `z-${entry.id}`, ...last, utcOffsetMinutes, pack, packVersion, app, revokes: entry.id, facts: factsOfEntry(entry) }];
        }); // prettier-ignore
        expect(rebuildCare([...entries, ...back]).size).toBe(0);
        const memories = entries.filter(({ type }) => type === 'answer' || type === 'change' || type === 'revoke');
        expect(plain(rebuild(entries, schedulers))).toEqual(plain(rebuild(memories, schedulers)));
      }),
    );
    expect.hasAssertions();
  });
});

describe('a backup', () => {
  it('brings back everything it was written from, byte for byte the same file again', () => {
    fc.assert(
      fc.property(log, (entries) => {
        const text = writeBackup(dataOf(entries), 1000, 'test');
        const read = readBackup(text);
        if (!read.ok) throw new Error(JSON.stringify(read.problems));
        expect(plain(rebuild(read.backup.log, schedulers))).toEqual(plain(rebuild(entries, schedulers)));
        expect(writeBackup(read.backup, 1000, 'test')).toBe(text);
      }),
    );
    expect.hasAssertions();
  });

  it('that was cut off or changed anywhere is refused', () => {
    const text = writeBackup(
      dataOf(fc.sample(log, { numRuns: 20, seed: 5 }).find((entries) => entries.length > 10) ?? []),
      1000,
      'test',
    );
    fc.assert(
      fc.property(fc.nat(text.length - 1), fc.constantFrom('0', '9', 'x', '"', ''), (at, put) => {
        const damaged = text.slice(0, at) + put + text.slice(at + 1);
        fc.pre(damaged !== text);
        expect(readBackup(damaged).ok).toBe(false);
        expect(readBackup(text.slice(0, at)).ok).toBe(false);
      }),
    );
    expect.hasAssertions();
  });
});
