// What the page of statistics shows, number by number, against the same worked out apart from the log (tests/samples/statistics-apart.ts).
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { StatisticsView } from '$lib/app/statistics-view';
import { HORIZONS, PERIODS, viewOf } from '$lib/app/statistics-view';
import type { Horizon, Period, StudyRead } from '$lib/app/statistics-view';
import { rebuildCare } from '$lib/core/memory/care';
import { createScheduler } from '$lib/core/memory/fsrs';
import type { LogEntry } from '$lib/core/memory/log';
import { rebuild } from '$lib/core/memory/rebuild';
import { restDays } from '$lib/core/memory/rest-days';
import { createHistoryReader } from '$lib/core/memory/statistics/history';
import type { Retention, RetentionByAge } from '$lib/core/memory/statistics/retention';
import { recallAfter } from '../samples/fsrs-apart';
import * as apart from '../samples/statistics-apart';
import { inPieces, schedulers, sets } from './history-kit';
import { STORYLINES, deviceLives } from './learner-life';

/** What somebody sees, and what is asked for to see it. */
interface Case {
  readonly log: readonly LogEntry[];
  readonly look: apart.Look;
  readonly horizon: Horizon;
  readonly view: StatisticsView;
}

const looks = fc.record({
  later: fc.integer({ min: 0, max: 40 }),
  pack: fc.constantFrom(null, null, 'p', 'q'),
  period: fc.constantFrom<Period>('all', 'all', 'month', 'quarter', 'year'),
  horizon: fc.constantFrom(...HORIZONS),
  /** ISO weekdays, and spans by their first day, counted back or ahead from today, and length. */
  weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { maxLength: 2 }),
  spans: fc.array(fc.tuple(fc.integer({ min: -9, max: 30 }), fc.integer({ min: 1, max: 12 })), { maxLength: 3 }),
});

const cases = fc.tuple(deviceLives, looks).map(([log, { later, pack, period, horizon, weekdays, spans }]): Case => {
  const today = (log.at(-1)?.day ?? 0) + later;
  const from = spans.map(([first, days]) => ({ first: today + first, last: today + first + days - 1 }));
  const plan = {
    weeks: [{ fromDay: -1e6, weekdays }],
    spans: from.map(({ first, last }) => ({ from: apart.dateOf(first), to: apart.dateOf(last) })),
  };
  const look: apart.Look = {
    pack,
    back: PERIODS[period],
    today,
    freeDates: new Set(
      from.flatMap(({ first, last }) =>
        Array.from({ length: last - first + 1 }, (_, index) => apart.dateOf(first + index)),
      ),
    ),
    freeWeekdays: new Set(weekdays.map((day) => day % 7)),
    storylineOf: Object.fromEntries(
      ['p', 'q'].flatMap((id) =>
        Object.entries(STORYLINES).flatMap(([group, facts]) => facts.map((fact) => [`${id} ${fact}`, `${id} ${group}`])),
      ),
    ),
  }; // prettier-ignore
  return { log, look, horizon, view: viewOf(read(log, today), { pack, period, horizon, isRest: restDays(plan) }) };
});

/** As the page reads it: the log in pieces, memory and decisions as they are stored. */
function read(log: readonly LogEntry[], today: number): StudyRead {
  const reader = createHistoryReader();
  for (const piece of inPieces(log, 9)) reader.take(piece);
  const steps = reader.finish(schedulers);
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  const records = [...rebuild(log, schedulers).values()];
  const care = rebuildCare(log);
  const scheduler = createScheduler(sets[0]);
  const packs = [...new Set(step.value.answers.map(({ pack }) => pack))].map((id) => ({
    id,
    titles: null,
    records: records.filter(({ pack }) => pack === id),
    care: new Map([...care].filter(([, { pack }]) => pack === id)),
    storylines: Object.entries(STORYLINES).map(([group, facts]) => ({ group, title: `${id} ${group}`, facts })),
  }));
  const recall: StudyRead['recall'] = ({ memory, lastDay }) =>
    memory === null ? null : scheduler.retrievability(memory, today - lastDay);
  return { today, history: step.value, packs, recall };
}

function expectShare(found: Retention, mets: Parameters<typeof apart.shareOf>[0], of: string): void {
  const own = apart.shareOf(mets);
  expect([found.total, found.right, found.thin], of).toEqual([own.total, own.right, own.total < 20]);
  if (own.total === 0) {
    expect(found, of).toMatchObject({ share: null, remembered: null });
    return;
  }
  for (const [here, there] of [
    [found.share, own.share],
    [found.remembered, own.remembered],
    [found.interval.low, own.low],
    [found.interval.high, own.high],
    [found.rememberedInterval.low, own.rememberedLow],
    [found.rememberedInterval.high, own.rememberedHigh],
  ] as const)
    expect(here, of).toBeCloseTo(there, 7);
}

type Mets = ReturnType<typeof apart.live>['mets'];
function expectByAge(found: RetentionByAge, mets: Mets, of = 'all'): void {
  expectShare(found.young, mets.filter(({ age }) => age === 'young'), `${of}, young`);
  expectShare(found.mature, mets.filter(({ age }) => age === 'mature'), `${of}, mature`);
  expectShare(found.both, mets.filter(({ age }) => age !== 'steps'), `${of}, both`);
} // prettier-ignore

const always = (check: (one: Case) => void): void => {
  fc.assert(fc.property(cases, check), { numRuns: 150 });
  expect.hasAssertions();
};

/** All groups of something that was met by study day, each once. */
const groupsOf = (mets: Mets, of: (met: Mets[number]) => string | null): readonly string[] =>
  [...new Set(mets.flatMap((met) => (met.age === 'steps' ? [] : (of(met) ?? []))))].sort();

describe('the page of statistics, against the log itself', () => {
  it('retention: young, mature and both, raw and with lucky guesses taken out, each with its interval', () => {
    always(({ log, look, view }) => {
      expectByAge(view.retention, apart.live(log, look).mets);
    });
  });

  it('retention per form, the largest first', () => {
    always(({ log, look, view }) => {
      const { mets } = apart.live(log, look);
      expect(view.byForm.map(({ group }) => group).sort()).toEqual(groupsOf(mets, ({ form }) => form));
      for (const group of view.byForm) expectByAge(group, mets.filter(({ form }) => form === group.group), group.group);
      expect(view.byForm.map(({ both }) => -both.total)).toEqual(view.byForm.map(({ both }) => -both.total).sort((a, b) => a - b));
    });
  }); // prettier-ignore

  it('retention per storyline: of two packs with storylines of one name, and of facts that belong to none', () => {
    always(({ log, look, view }) => {
      const { mets } = apart.live(log, look);
      expect(view.byStoryline.map(({ title }) => title).sort()).toEqual(groupsOf(mets, ({ storyline }) => storyline));
      for (const group of view.byStoryline) expectByAge(group, mets.filter(({ storyline }) => storyline === group.title), group.title);
    });
  }); // prettier-ignore

  it('calibration: the mean of what was told, of what came of it, their distance, and what is said of it', () => {
    always(({ log, look, view: { calibration } }) => {
      const { mets } = apart.live(log, look);
      const told = (some: Mets): number => some.reduce((sum, { chance }) => sum + chance, 0) / some.length;
      expect(calibration.total).toBe(mets.length);
      expect(calibration.bins.reduce((sum, { total }) => sum + total, 0)).toBe(mets.length);
      if (mets.length === 0) return;
      const right = mets.filter((met) => met.right).length;
      const [low, high] = apart.bounds(right, mets.length);
      expect(calibration.predicted).toBeCloseTo(told(mets), 6);
      expect(calibration.actual).toBeCloseTo(right / mets.length, 9);
      expect(calibration.interval.low).toBeCloseTo(low, 7);
      expect(calibration.interval.high).toBeCloseTo(high, 7);
      const loss = mets.reduce((sum, met) => sum - Math.log(met.right ? met.chance : 1 - met.chance), 0);
      expect(calibration.logLoss).toBeCloseTo(loss / mets.length, 5);
      const said = mets.length < 20 ? 'thin' : told(mets) < low ? 'better' : told(mets) > high ? 'worse' : 'fits';
      expect(calibration.verdict).toBe(said);
      let squares = 0;
      for (const bin of calibration.bins) {
        // A prediction on the very edge may fall to either side, for the program rounds to eight digits.
        const surely = mets.filter(({ chance }) => chance > bin.low + 1e-6 && chance < bin.high - 1e-6);
        const perhaps = mets.filter(({ chance }) => chance > bin.low - 1e-6 && (bin.high === 1 || chance < bin.high + 1e-6));
        expect(bin.total).toBeGreaterThanOrEqual(surely.length);
        expect(bin.total).toBeLessThanOrEqual(perhaps.length);
        if (surely.length !== perhaps.length || surely.length === 0) continue;
        expect(bin.predicted).toBeCloseTo(told(surely), 6);
        expect(bin.actual).toBeCloseTo(surely.filter((met) => met.right).length / surely.length, 9);
        expect(bin.thin).toBe(surely.length < 20);
      }
      for (const { total, predicted, actual } of calibration.bins) squares += total * ((predicted ?? 0) - (actual ?? 0)) ** 2;
      expect(calibration.rmse).toBeCloseTo(Math.sqrt(squares / mets.length), 9);
    });
  }); // prettier-ignore

  it('days in a row, the longest row, and days studied and rested of the last 30', () => {
    always(({ log, look, view }) => {
      expect(view.streak).toEqual(apart.rowsOf(log, look));
    });
  });

  it('forecast: steps, what is overdue, each day ahead and what comes later, planned rest and decisions included', () => {
    always(({ log, look, horizon, view }) => {
      expect(view.forecast).toEqual(apart.aheadOf(log, look, horizon));
    });
  });

  it('memory per storyline, and how long memories last', () => {
    always(({ log, look, view }) => {
      const { facts } = apart.live(log, look);
      const packs = new Set(apart.answersIn(log, look).map(({ pack }) => pack));
      expect(view.storylines).toHaveLength(packs.size * Object.keys(STORYLINES).length);
      for (const { pack, group, total, met, expected } of view.storylines) {
        const own = facts.filter((fact) => fact.pack === pack && STORYLINES[group]?.includes(fact.fact) === true);
        expect([total, met]).toEqual([STORYLINES[group]?.length, own.length]);
        const sum = own.reduce((all, { knowing, day }) => all + (knowing === null ? 0 : recallAfter(knowing.s, look.today - day)), 0);
        expect(expected).toBeCloseTo(sum, 6);
      }
      for (const { low, high, facts: count } of view.stabilities)
        expect(count).toBe(facts.filter(({ knowing }) => knowing !== null && knowing.s >= low && knowing.s < high).length);
    });
  }); // prettier-ignore

  it('time spent: in all, an answer, a day, by the day and by the hour of the local clock', () => {
    always(({ log, look, view }) => {
      const from = apart.firstDayOf(log, look);
      const answers = apart.answersIn(log, look).filter(({ day }) => day >= from);
      const ms = answers.reduce((sum, { milliseconds }) => sum + milliseconds, 0);
      const days = new Set(answers.map(({ day }) => day)).size;
      expect([view.time.answers, view.time.milliseconds, view.time.days]).toEqual([answers.length, ms, days]);
      expect(view.time.perAnswer).toBe(answers.length === 0 ? null : ms / answers.length);
      expect(view.time.perDay).toBe(days === 0 ? null : ms / days);
      for (const [index, bar] of view.days.entries()) {
        const until = view.days[index + 1]?.day ?? look.today + 1;
        const own = answers.filter(({ day }) => day >= bar.day && day < until);
        expect([bar.answers, bar.milliseconds]).toEqual([own.length, own.reduce((sum, each) => sum + each.milliseconds, 0)]);
      }
      for (const { hour, answers: count, right } of view.hours) {
        const own = answers.filter(({ utcMs, utcOffsetMinutes }) => new Date(utcMs + utcOffsetMinutes * 60_000).getUTCHours() === hour);
        expect([count, right]).toEqual([own.length, own.filter(({ grade }) => grade > 1).length]);
      }
      const all = apart.answersIn(log, look);
      for (const { day, answers: count } of view.year) expect(count).toBe(all.filter((entry) => entry.day === day).length);
    });
  }); // prettier-ignore

  it('comes to every kind of it in the histories made here', () => {
    const seen = new Set<string>();
    for (const { log, look, view } of fc.sample(cases, { numRuns: 150, seed: 5 })) {
      const { mets } = apart.live(log, look);
      for (const { age, form, storyline } of mets) seen.add(age).add(form).add(storyline ?? 'no storyline');
      seen.add(view.calibration.verdict);
      if (view.streak.restedOfLast30 > 0) seen.add('rested');
      if (view.streak.current > 2) seen.add('row');
      if (view.forecast.overdue > 0) seen.add('overdue');
      if (view.forecast.learning > 0) seen.add('steps ahead');
      if (view.forecast.later > 0) seen.add('later');
      if (mets.length >= 20) seen.add('plenty');
    }
    for (const kind of ['young', 'mature', 'steps', 'date/choice', 'place/typed', 'event/choice', 'sequence/order', 'p north', 'q south', 'no storyline',
      'thin', 'fits', 'better', 'worse', 'rested', 'row', 'overdue', 'steps ahead', 'later', 'plenty']) expect(seen).toContain(kind);
  }); // prettier-ignore
});
