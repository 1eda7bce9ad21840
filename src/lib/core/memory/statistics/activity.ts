import type { StudiedAnswer } from './history';

/** What was done on one study day. */
export interface DayActivity {
  readonly day: number;
  readonly answers: number;
  readonly milliseconds: number;
}

/** Every study day from `from` to `to`, both included, oldest first. Answers of other days are left out. */
export function activityByDay(answers: readonly StudiedAnswer[], from: number, to: number): readonly DayActivity[] {
  const days = Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => ({
    day: from + index,
    answers: 0,
    milliseconds: 0,
  }));
  for (const { day, milliseconds } of answers) {
    const found = days[day - from];
    if (found === undefined) continue;
    found.answers += 1;
    found.milliseconds += milliseconds;
  }
  return days;
}

export interface TimeSpent {
  readonly answers: number;
  readonly milliseconds: number;
  /** Study days with an answer. */
  readonly days: number;
  /** Means; null where there is nothing to divide by. */
  readonly perAnswer: number | null;
  readonly perDay: number | null;
}

/** Totals of some days. A day without an answer counts in no mean. */
export function timeSpent(days: readonly DayActivity[]): TimeSpent {
  const answers = days.reduce((sum, day) => sum + day.answers, 0);
  const milliseconds = days.reduce((sum, day) => sum + day.milliseconds, 0);
  const studied = days.filter((day) => day.answers > 0).length;
  return {
    answers,
    milliseconds,
    days: studied,
    perAnswer: answers === 0 ? null : milliseconds / answers,
    perDay: studied === 0 ? null : milliseconds / studied,
  };
}

/** Answers given in one hour of the local clock. */
export interface HourActivity {
  /** 0 … 23. */
  readonly hour: number;
  readonly answers: number;
  readonly right: number;
}

/** The hours of the day, as the learner's clock showed them then. */
export function activityByHour(answers: readonly StudiedAnswer[]): readonly HourActivity[] {
  const hours = Array.from({ length: 24 }, (_, hour) => ({ hour, answers: 0, right: 0 }));
  for (const answer of answers) {
    const found = hours[answer.hour];
    if (found === undefined) continue;
    found.answers += 1;
    if (answer.right) found.right += 1;
  }
  return hours;
}
