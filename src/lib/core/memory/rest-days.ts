import { weekday } from '../time/calendar';
import type { SettingProblem } from './parameters';
import { withinSpans } from './rest-span';
import type { RestSpan } from './rest-span';
import { weekdaysOff } from './study-settings';
import type { StudySettings } from './study-settings';

/** The weekdays that are free from a study day on, until the next of these. What was planned once is not planned anew. */
export interface RestWeek {
  readonly fromDay: number;
  /** 1 Monday … 7 Sunday. */
  readonly weekdays: readonly number[];
}

/** When a learner plans not to study: such a day breaks no streak. */
export interface RestPlan {
  /** In the order of their days. */
  readonly weeks: readonly RestWeek[];
  readonly spans: readonly RestSpan[];
}

/** A study day before any on which somebody can have studied. */
const EVER = -1_000_000;

/** The plan in the settings. Where no week was ever changed, the one in force was so from the beginning. */
export function restPlan({
  easyDays,
  restWeeks,
  restDays: spans,
}: Pick<StudySettings, 'easyDays' | 'restDays'> & { readonly restWeeks: readonly RestWeek[] }): RestPlan {
  return { weeks: restWeeks.length > 0 ? restWeeks : [{ fromDay: EVER, weekdays: weekdaysOff(easyDays) }], spans };
}

/** Weeks with another one from today on; the days behind stay as they were planned. */
export function changeWeek(
  { weeks }: RestPlan,
  easyDays: StudySettings['easyDays'],
  today: number,
): readonly RestWeek[] {
  const weekdays = weekdaysOff(easyDays);
  const behind = weeks.filter(({ fromDay }) => fromDay < today);
  return behind.at(-1)?.weekdays.join() === weekdays.join() ? behind : [...behind, { fromDay: today, weekdays }];
}

/** Whether a study day is planned to be free. */
export function restDays({ weeks, spans }: RestPlan): (day: number) => boolean {
  const weekAt = (day: number): RestWeek | undefined => weeks.findLast(({ fromDay }) => fromDay <= day);
  const inSpan = withinSpans(spans);
  return (day) => weekAt(day)?.weekdays.includes(weekday(day)) === true || inSpan(day);
}

/** What is wrong with a list of weeks; null when it may be used as it stands. */
export function checkRestWeeks(value: unknown): SettingProblem | null {
  const fits = Array.isArray(value) && value.every(isWeek);
  return fits
    ? null
    : {
        field: 'restWeeks',
        message: 'no list of weeks',
        expected: 'study days in order, each with weekdays from 1 to 7',
        received: value === undefined ? 'nothing' : JSON.stringify(value),
      };
}

function isWeek(week: unknown, at: number, weeks: readonly unknown[]): boolean {
  const before = weeks[at - 1];
  if (typeof week !== 'object' || week === null || !('fromDay' in week) || !('weekdays' in week)) return false;
  const isLater =
    typeof before !== 'object' ||
    before === null ||
    !('fromDay' in before) ||
    Number(before.fromDay) < Number(week.fromDay);
  return (
    isLater &&
    Number.isInteger(week.fromDay) &&
    Array.isArray(week.weekdays) &&
    week.weekdays.every((day) => Number.isInteger(day) && day >= 1 && day <= 7)
  );
}
