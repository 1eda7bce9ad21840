// What is demanded of the study day, row by row, in sessions as they are held on a device. That the same is so in every zone of the world and
// across each change of its clock: study-day.test.ts.
import { describe, expect, it } from 'vitest';
import type { LogEntry } from '$lib/core/memory/log';
import { answersByDay } from '$lib/core/memory/study-days';
import { DEFAULT_STUDY_SETTINGS, settingsOfPack } from '$lib/core/memory/study-settings';
import type { SettingsOfPack } from '$lib/core/memory/study-settings';
import { streakOf } from '$lib/core/memory/statistics/streak';
import { studyDayOfDate } from '$lib/core/time/study-day';
import { checked, madeUpBrowser } from './made-browser';
import { finish, madeUpFacts, madeUpSource, rightAnswer } from './study-kit';
import type { Tab } from './study-kit';

const { clock, open } = madeUpBrowser('day-rows');
const day = (date: string): number => studyDayOfDate(date) ?? NaN;

/** The clock on the wall of wherever the learner is: an ISO time with its offset. */
function at(time: string): void {
  const [, sign, hours = '0', minutes = '0'] = /([+-])(\d\d):(\d\d)$/.exec(time) ?? [];
  clock.utcMs = Date.parse(time);
  clock.utcOffsetMinutes = (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}

async function studyOne(settings?: SettingsOfPack): Promise<Tab> {
  const tab = open({ size: 1, newPerDay: 20, ...(settings === undefined ? {} : { settings }) });
  await tab.studying.open();
  await tab.studying.answer(rightAnswer(tab));
  tab.studying.close();
  return tab;
}
const logged = async (tab: Tab): Promise<readonly LogEntry[]> => (await checked(tab)).log;
const daysIn = async (tab: Tab): Promise<readonly number[]> => (await logged(tab)).map((entry) => entry.day);

describe('the study day', () => {
  it('starts at four in the morning: before it is the evening before', async () => {
    at('2026-05-05T03:59+03:00');
    await studyOne();
    at('2026-05-05T04:00+03:00');
    expect(await daysIn(await studyOne())).toEqual([day('2026-05-04'), day('2026-05-05')]);
  });

  it('starts at the hour that the learner sets', async () => {
    const late = { ...settingsOfPack(DEFAULT_STUDY_SETTINGS, 'p'), rolloverHour: 6 };
    at('2026-05-05T05:59+03:00');
    await studyOne(late);
    at('2026-05-05T06:00+03:00');
    expect(await daysIn(await studyOne(late))).toEqual([day('2026-05-04'), day('2026-05-05')]);
  });

  it('is frozen in each entry with the offset then in force, and what counts days never works it out anew', async () => {
    at('2026-05-04T23:30+03:00');
    await studyOne();
    at('2026-05-05T22:00-07:00');
    const log = await logged(await studyOne());
    expect(log.map((entry) => [entry.day, entry.utcOffsetMinutes])).toEqual([
      [day('2026-05-04'), 180],
      [day('2026-05-05'), -420],
    ]);
    // In Kyiv it is the morning of the 6th by then: whoever worked it out anew would find a day without study between.
    const counted = answersByDay(log, day('2026-05-04'), day('2026-05-06')).map(({ answers }) => answers);
    expect(counted).toEqual([1, 1, 0]);
    expect(streakOf(log.map((entry) => entry.day), day('2026-05-05'), () => false).current).toBe(2);
  }); // prettier-ignore

  it('is by what reviews fall due, from its first minute on, and learning steps by the clock', async () => {
    const source = madeUpSource(madeUpFacts(1).slice(0, 1));
    at('2026-05-04T23:50+03:00');
    const tab = open({ source });
    await tab.studying.open();
    await tab.studying.pass();
    const [stepping] = (await checked(tab)).memory;
    expect(stepping).toMatchObject({ state: 'learning', due: day('2026-05-04'), dueMs: clock.utcMs + 10 * 60_000 });
    await tab.studying.next();
    clock.pass(10);
    await finish(tab, clock);
    const [learnt] = (await checked(tab)).memory;
    expect(learnt).toMatchObject({ state: 'review', dueMs: null });
    const due = new Date((learnt?.due ?? 0) * 86_400_000).toISOString().slice(0, 10);
    const before = new Date(Date.parse(due) - 86_400_000).toISOString().slice(0, 10);
    for (const [time, is] of [[`${before}T04:00`, 'empty'], [`${due}T03:59`, 'empty'], [`${due}T04:00`, 'question']] as const) {
      at(`${time}+03:00`);
      const later = open({ source });
      await later.studying.open();
      expect(later.studying.phase.is, time).toBe(is);
      later.studying.close();
    }
  }); // prettier-ignore

  it('never goes backwards: a clock set back leaves the day where it is, and the entry says so', async () => {
    at('2026-05-05T12:00+03:00');
    await studyOne();
    at('2026-05-04T09:00+03:00');
    const log = await logged(await studyOne());
    expect(log.map((entry) => entry.day)).toEqual([day('2026-05-05'), day('2026-05-05')]);
    expect(log.map((entry) => entry.type === 'answer' && entry.clock).sort()).toEqual(['clock', 'held']);
  });

  it('is one day long across the nights on which the clock changes', async () => {
    // Kyiv 2026: 29 March from +02:00 to +03:00, 25 October back.
    const times = ['2026-03-28T22:00+02:00', '2026-03-29T02:30+02:00', '2026-03-29T04:00+03:00', '2026-10-24T22:00+03:00', '2026-10-25T03:30+03:00', '2026-10-25T03:30+02:00', '2026-10-25T04:00+02:00'];
    let tab: Tab | null = null;
    for (const time of times) {
      at(time);
      tab = await studyOne();
    }
    const dates = ['2026-03-28', '2026-03-28', '2026-03-29', '2026-10-24', '2026-10-24', '2026-10-24', '2026-10-25'];
    expect(tab === null ? [] : await daysIn(tab)).toEqual(dates.map(day));
  }); // prettier-ignore

  it('is corrected when a clock that was set ahead is right again: the log says so, and all is asked as before', async () => {
    at('2027-06-10T12:00+03:00');
    await studyOne();
    at('2026-06-10T12:00+03:00');
    const tab = await studyOne();
    const answers = (await logged(tab)).filter((entry) => entry.type === 'answer');
    expect(answers.map((entry) => [entry.day, entry.clock])).toEqual([
      [day('2027-06-10'), 'clock'],
      [day('2026-06-10'), 'corrected'],
    ]);
    const next = open({ size: 99, newPerDay: 20 });
    await next.studying.open();
    // What the wrong clock wrote into a year to come takes nobody's turn.
    expect(next.studying.counts.left).toBeGreaterThan(1);
  });

  it('is kept on a flight west over the date line, and none is lost on the way back', async () => {
    // Auckland, the evening; Honolulu, nine hours later, where the day before begins; and home again.
    for (const time of ['2026-06-10T08:00+12:00', '2026-06-09T19:00-10:00', '2026-06-10T07:00-10:00', '2026-06-12T08:00+12:00']) {
      at(time);
      await studyOne();
    }
    const days = await daysIn(open());
    expect(days).toEqual(['2026-06-10', '2026-06-10', '2026-06-10', '2026-06-12'].map(day));
  }); // prettier-ignore
});
