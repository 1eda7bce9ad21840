import type { MemoryRecord } from '$lib/core/memory/record';
import type { SettingsOfPack } from '$lib/core/memory/study-settings';
import { studyDayOfDate } from '$lib/core/time/study-day';

/** Seconds that a fact asked today took of the day's time for an exam: one asking, and a second one every other time. */
export const SECONDS_OF_ANSWERED = 22.5;

/**
 * How many questions fit into what is left of a day's minutes for an exam.
 *
 * @param facts how many the pack asks; null: not known yet
 * @param recent records answered lately, those of the day among them
 */
export function questionsToday(
  minutes: number,
  facts: number | null,
  recent: readonly MemoryRecord[],
  day: number,
): number {
  const answered = new Set(recent.filter(({ lastDay }) => lastDay === day).map(({ asked }) => asked)).size;
  const fit = Math.floor((minutes * 60) / SECONDS_OF_ANSWERED) - answered;
  return Math.max(0, Math.min(fit, (facts ?? Infinity) - answered));
}

/** The study day of a pack's exam that is still to come; null: there is none. */
export function examAhead({ exam }: Pick<SettingsOfPack, 'exam'>, today: number): number | null {
  const day = exam === null ? null : studyDayOfDate(exam.date);
  return day !== null && day > today ? day : null;
}
