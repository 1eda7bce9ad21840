import { describe, expect, it } from 'vitest';
import { standingEntries } from '$lib/core/memory/log';
import type { LogEntry } from '$lib/core/memory/log';
import { memoryKey } from '$lib/core/memory/memory-key';
import type { IntervalRange } from '$lib/core/memory/fuzz';
import type { MemoryRecord } from '$lib/core/memory/record';
import { review } from '$lib/core/memory/review';
import { DEFAULT_STUDY_SETTINGS, settingsOfPack } from '$lib/core/memory/study-settings';
import { forecastOf } from '$lib/core/memory/statistics/forecast';
import { withinSpans } from '$lib/core/memory/rest-span';
import { studyDayOfDate } from '$lib/core/time/study-day';
import { madeUpBrowser } from './made-browser';
import { finish, madeUpFacts, madeUpSource, schedulers, stored } from './study-kit';

// The clock begins on Tuesday, 10 March 2026. Long weekends away, planned from the beginning.
const spans = ['2026-03-20', '2026-03-27', '2026-04-03', '2026-04-17', '2026-05-01'].map((from) => ({
  from,
  to: new Date(Date.parse(from) + 3 * 86_400_000).toISOString().slice(0, 10),
}));
const { clock, open } = madeUpBrowser('planned-rest');
const isRest = withinSpans(spans);
const restful = settingsOfPack({ ...DEFAULT_STUDY_SETTINGS, restDays: spans }, 'p');
const source = madeUpSource(madeUpFacts(40));

/** One memory answered: where it stood, and, if its review was put on a day, when that is and the days that it might have been put on. */
interface Met {
  readonly asked: string;
  readonly day: number;
  readonly state: MemoryRecord['state'] | 'new';
  readonly chosen: { readonly range: IntervalRange; readonly due: number } | null;
}

/** What was answered, found by a replay of the log. */
function metIn(log: readonly LogEntry[]): readonly Met[] {
  const records = new Map<string, MemoryRecord>();
  const met: Met[] = [];
  for (const entry of standingEntries(log)) {
    if (entry.type !== 'answer') continue;
    const { pack, day, utcMs, marks } = entry;
    for (const { fact, answer, grade, guess, interval } of marks) {
      const before = records.get(memoryKey(pack, fact)) ?? null;
      let chosen: Met['chosen'] = null;
      const given = { pack, fact, asked: entry.fact, answer, grade, guess, entry: entry.id, day, utcMs };
      const { record } = review(before, given, schedulers(entry.parameters), (range, usual) => {
        if (interval !== undefined) chosen = { range, due: day + interval };
        return interval ?? usual;
      });
      met.push({ asked: entry.fact, day, state: before?.state ?? 'new', chosen });
      records.set(memoryKey(pack, fact), record);
    }
  }
  return met;
}

/** Eight weeks of study, each day of work a whole session with a mistake in it. */
async function study() {
  const first = studyDayOfDate('2026-03-10') ?? 0;
  for (let day = first; day < first + 56; day += 1) {
    const tab = open({ source, size: 40, newPerDay: 6, settings: restful });
    await tab.studying.open();
    await finish(tab, clock, (index) => index === 2);
    tab.studying.close();
    clock.utcMs = Date.parse('2026-03-10T18:00Z') + (day - first + 1) * 86_400_000;
  }
  return { ...(await stored(open({ source, settings: restful }))), today: first + 56 };
}

describe('days planned to be free', () => {
  it('are no day for a review where another does no harm; the log alone gives the same days; the forecast has nothing on them', async () => {
    const { log, memory, derived, today } = await study();
    expect(memory, 'the plan is in no log, and the days that it led to are').toEqual(derived);
    const met = metIn(log);
    // A chain is asked as a whole for the one pair of it that is in its steps, and perhaps once more on that day.
    const onRest = met.filter(({ day }) => isRest(day));
    const begunAnew = onRest.filter(
      ({ day, asked }) =>
        !onRest.some((other) => other.day === day && other.asked === asked && other.state.includes('learning')),
    );
    expect(begunAnew, 'on a planned day nothing is asked but steps begun before').toEqual([]);
    const avoidable = met.flatMap(({ day, chosen }) => {
      if (chosen === null) return [];
      const { low, high } = chosen.range;
      const days = Array.from({ length: high - low + 1 }, (_, index) => day + low + index);
      return days.some(isRest) && !days.every(isRest) ? [chosen.due] : [];
    });
    expect(avoidable.length, 'reviews that might have fallen on such a day').toBeGreaterThan(20);
    expect(avoidable.filter(isRest)).toEqual([]);
    const ahead = forecastOf(memory, today, 30, { isRest });
    for (const [index, count] of ahead.days.entries()) if (isRest(today + index)) expect(count).toBe(0);
    expect(ahead.days.reduce((sum, count) => sum + count, 0)).toBeGreaterThan(20);
  }, 60_000);
});
