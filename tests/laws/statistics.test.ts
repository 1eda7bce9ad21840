// Each statistic against one that is worked out apart, from the log itself and in another way.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AnswerEntry, LogEntry } from '../../src/lib/core/memory/log';
import { memoryKey } from '../../src/lib/core/memory/memory-key';
import { DEFAULT_WEIGHTS } from '../../src/lib/core/memory/parameters';
import { rebuild, replayKey } from '../../src/lib/core/memory/rebuild';
import { activityByDay, activityByHour, timeSpent } from '../../src/lib/core/memory/statistics/activity';
import { calibrationOf } from '../../src/lib/core/memory/statistics/calibration';
import { forecastOf } from '../../src/lib/core/memory/statistics/forecast';
import { createHistoryReader } from '../../src/lib/core/memory/statistics/history';
import type { History, Recall } from '../../src/lib/core/memory/statistics/history';
import { knowledgeOf, stabilitiesOf } from '../../src/lib/core/memory/statistics/knowledge';
import { retentionBy, retentionByAge } from '../../src/lib/core/memory/statistics/retention';
import { streakOf } from '../../src/lib/core/memory/statistics/streak';
import { weekday } from '../../src/lib/core/time/calendar';
import { FIRST_DAY, inPieces, lives, schedulers } from './history-kit';

function read(log: readonly LogEntry[], days = 7): History {
  const reader = createHistoryReader();
  for (const piece of inPieces(log, days)) reader.take(piece);
  const steps = reader.finish(schedulers);
  for (let step = steps.next(); ; step = steps.next()) if (step.done === true) return step.value;
}

/** Answers that nothing took back, found the slow way. */
const standing = (log: readonly LogEntry[]): readonly AnswerEntry[] =>
  log.filter(
    (entry): entry is AnswerEntry =>
      entry.type === 'answer' && !log.some((other) => other.type === 'revoke' && other.revokes === entry.id),
  );

/** The forgetting curve of FSRS-6, from its paper. */
function curve(stability: number, days: number): number {
  const decay = -(DEFAULT_WEIGHTS[20] ?? NaN);
  return (1 + (0.9 ** (1 / decay) - 1) * (days / stability)) ** decay;
}

/** Recalls by looking back from each answer, with a replay of its own for every one of them. */
function recallsApart(log: readonly LogEntry[]): readonly Recall[] {
  return standing(log).flatMap((entry) => {
    const [mark] = entry.marks;
    if (mark === undefined) return [];
    const before = log.slice(0, log.indexOf(entry));
    // What is taken back later never was.
    const undone = log.filter((other) => other.type === 'revoke');
    const met = replayKey(memoryKey(entry.pack, mark.fact), [...before, ...undone], schedulers);
    if (met === null || met.state === 'changed' || met.answer !== mark.answer || met.lastDay >= entry.day) return [];
    const told = mark.before !== null && mark.before.stability === met.memory?.stability && mark.before.difficulty === met.memory.difficulty;
    const kinds = { 'a:date': 'date', 'b:date': 'date', 'a:place': 'place', 'c:event-by-date': 'event', 'a+b:before': 'sequence' };
    return [{
      pack: entry.pack, fact: mark.fact, day: entry.day, form: `${kinds[mark.fact as keyof typeof kinds]}/${entry.form}`,
      maturity: met.state === 'review' ? (met.interval >= 21 ? 'mature' : 'young') : 'steps',
      predicted: told ? curve(mark.before.stability, entry.day - met.lastDay) : null,
      guess: mark.guess, recalled: mark.grade !== 1,
    } satisfies Recall];
  }); // prettier-ignore
}

describe('recalls', () => {
  it('are those found by looking back from each answer, whatever pieces the log comes in', () => {
    fc.assert(
      fc.property(lives, fc.integer({ min: 1, max: 90 }), (log, days) => {
        const { recalls } = read(log, days);
        const apart = recallsApart(log);
        expect(recalls.map((recall) => ({ ...recall, predicted: null }))).toEqual(
          apart.map((recall) => ({ ...recall, predicted: null })),
        );
        // The engine rounds to eight digits.
        for (const [index, { predicted }] of recalls.entries()) {
          if (predicted === null) expect(apart[index]?.predicted).toBeNull();
          else expect(predicted).toBeCloseTo(apart[index]?.predicted ?? NaN, 6);
        }
      }),
      { numRuns: 200 },
    );
    expect.hasAssertions();
  });

  it('come up in every kind in the histories made here', () => {
    const seen = new Set(
      fc.sample(lives, { numRuns: 100, seed: 7 }).flatMap((log) => read(log).recalls.map(kindOfCase)),
    );
    const wanted = ['young', 'mature', 'steps'].flatMap((maturity) => [`${maturity} known`, `${maturity} unknown`]);
    expect([...seen].sort()).toEqual(wanted.sort());
  });
});

const kindOfCase = (recall: Recall): string => `${recall.maturity} ${recall.predicted === null ? 'unknown' : 'known'}`;

describe('retention', () => {
  it('is what counting answers one by one gives', () => {
    fc.assert(
      fc.property(lives, (log) => {
        const found = retentionByAge(read(log).recalls);
        for (const age of ['young', 'mature'] as const) {
          let [right, all, luck] = [0, 0, 0];
          for (const recall of recallsApart(log)) {
            if (recall.maturity !== age) continue;
            all += 1;
            luck += recall.guess;
            if (recall.recalled) right += 1;
          }
          expect([found[age].right, found[age].total], age).toEqual([right, all]);
          if (all === 0) expect(found[age]).toMatchObject({ share: null, remembered: null, thin: true });
          else {
            // c = r + (1 − r)·g solved for r.
            const remembered = Math.max(0, (right - luck) / (all - luck));
            expect(found[age].remembered).toBeCloseTo(remembered, 9);
            expect(found[age].share).toBeCloseTo(right / all, 12);
          }
        }
        expect(found.both.total).toBe(found.young.total + found.mature.total);
      }),
    );
    expect.hasAssertions();
  });

  it('of groups adds up to that of all, none counted twice', () => {
    fc.assert(
      fc.property(lives, (log) => {
        const { recalls } = read(log);
        const groups = retentionBy(recalls, ({ form }) => form);
        const sum = (of: (group: (typeof groups)[number]) => number): number => groups.reduce((all, group) => all + of(group), 0);
        const { both } = retentionByAge(recalls);
        expect([sum((group) => group.both.total), sum((group) => group.both.right)]).toEqual([both.total, both.right]);
        expect(new Set(groups.map(({ group }) => group)).size).toBe(groups.length);
      }),
    ); // prettier-ignore
    expect.hasAssertions();
  });
});

describe('calibration', () => {
  it('compares each prediction, lucky guesses included, with what happened', () => {
    fc.assert(
      fc.property(lives, (log) => {
        const told = recallsApart(log).flatMap(({ predicted, guess, recalled }) =>
          predicted === null ? [] : [{ chance: 1 - (1 - predicted) * (1 - guess), recalled }],
        );
        const found = calibrationOf(read(log).recalls);
        expect(found.total).toBe(told.length);
        expect(found.bins.reduce((sum, bin) => sum + bin.total, 0)).toBe(told.length);
        if (told.length === 0) return;
        let [loss, right, chances] = [0, 0, 0];
        for (const { chance, recalled } of told) {
          loss -= Math.log2(recalled ? chance : 1 - chance) * Math.LN2;
          chances += chance;
          if (recalled) right += 1;
        }
        expect(found.logLoss).toBeCloseTo(loss / told.length, 6);
        expect(found.predicted).toBeCloseTo(chances / told.length, 6);
        expect(found.actual).toBeCloseTo(right / told.length, 9);
        for (const bin of found.bins) {
          if (bin.predicted !== null) expect(bin.predicted >= bin.low && bin.predicted <= bin.high).toBe(true);
          expect(bin.right).toBeLessThanOrEqual(bin.total);
        }
      }),
    );
    expect.hasAssertions();
  });
});

describe('days, hours and time', () => {
  it('count every answer that stands once, on the day and in the hour that the log froze', () => {
    fc.assert(
      fc.property(lives, (log) => {
        const answers = standing(log);
        const history = read(log);
        const last = answers.at(-1)?.day ?? FIRST_DAY;
        const days = activityByDay(history.answers, FIRST_DAY, last);
        for (const { day, answers: count, milliseconds } of days) {
          const own = answers.filter((entry) => entry.day === day);
          expect([count, milliseconds]).toEqual([own.length, own.reduce((sum, entry) => sum + entry.milliseconds, 0)]);
        }
        expect(days.reduce((sum, day) => sum + day.answers, 0)).toBe(answers.length);
        expect(timeSpent(days).days).toBe(new Set(answers.map((entry) => entry.day)).size);
        for (const { hour, answers: count, right } of activityByHour(history.answers)) {
          const own = answers.filter((entry) => new Date(entry.utcMs + entry.utcOffsetMinutes * 60_000).getUTCHours() === hour);
          expect([count, right]).toEqual([own.length, own.filter((entry) => entry.grade > 1).length]);
        }
      }),
    ); // prettier-ignore
    expect.hasAssertions();
  });

  it('make the streak that walking back day by day gives', () => {
    const days = fc.uniqueArray(fc.integer({ min: 0, max: 60 }));
    const rests = fc.tuple(fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { maxLength: 3 }), days);
    fc.assert(
      fc.property(days, rests, (studied, [weekdays, dates]) => {
        const today = 60;
        const isRest = (day: number): boolean => weekdays.includes(weekday(day)) || dates.includes(day);
        let row = 0;
        for (let day = today; day >= 0; day -= 1) {
          if (studied.includes(day)) row += 1;
          else if (day !== today && !isRest(day)) break;
        }
        const found = streakOf(studied, today, isRest);
        expect(found.current).toBe(row);
        expect(found.longest).toBeGreaterThanOrEqual(row);
        expect(found.longest).toBeLessThanOrEqual(studied.length);
        let inWindow = 0;
        for (let day = today - 29; day <= today; day += 1) inWindow += Number(studied.includes(day));
        expect(found.studiedOfLast30).toBe(inWindow);
        // More rest never makes a row shorter.
        expect(streakOf(studied, today, () => true).current).toBeGreaterThanOrEqual(row);
      }),
    );
    expect.hasAssertions();
  });
});

describe('what is due and what is known', () => {
  it('follows from the memories that the log gives', () => {
    fc.assert(
      fc.property(lives, fc.integer({ min: 0, max: 30 }), (log, later) => {
        const records = [...rebuild(log, schedulers).values()];
        const today = (log.at(-1)?.day ?? FIRST_DAY) + later;
        const { learning, overdue, days, later: beyond } = forecastOf(records, today, 30);
        // Each fact of these histories is asked by itself, so questions are memories.
        const due = records.filter((record) => record.due !== null);
        expect(learning + overdue + days.reduce((a, b) => a + b, 0) + beyond).toBe(due.length);
        for (const [index, count] of days.entries())
          expect(count).toBe(due.filter((record) => record.dueMs === null && record.due === today + index).length);

        const known = knowledgeOf(
          [{ group: 'all', facts: ['a:date', 'a:place', 'b:date', 'never:date', 'a:date'] }],
          records.filter(({ pack }) => pack === 'p'),
          ({ memory, lastDay }) => (memory === null ? null : curve(memory.stability, today - lastDay)),
        );
        const own = records.filter(({ key }) => ['p:a:date', 'p:a:place', 'p:b:date'].includes(key));
        const expected = own.reduce((sum, { memory, lastDay }) => sum + (memory === null ? 0 : curve(memory.stability, today - lastDay)), 0);
        expect(known).toMatchObject([{ group: 'all', total: 4, met: own.length }]);
        expect(known[0]?.expected).toBeCloseTo(expected, 9);
        expect(stabilitiesOf(records).reduce((sum, bin) => sum + bin.facts, 0)).toBe(records.filter((record) => record.memory !== null).length);
      }),
    ); // prettier-ignore
    expect.hasAssertions();
  });
});
