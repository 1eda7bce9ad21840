export interface Streak {
  /** Days studied in a row up to today; today counts once it is studied, and does not break the row before. */
  readonly current: number;
  readonly longest: number;
  /** Of the last 30 study days, today included. */
  readonly studiedOfLast30: number;
  /** Of those, planned rest days on which nothing was studied. */
  readonly restedOfLast30: number;
  readonly studiedToday: boolean;
}

const WINDOW = 30;

/**
 * Days in a row. A planned rest day neither breaks the row nor adds to it; one that was studied counts like any other. Study days are
 * those of the log, so that no flight and no change of clocks breaks a row.
 *
 * @param studied study days with an answer, in any order
 * @param today today's study day
 * @param isRest whether a study day was planned to be free
 */
export function streakOf(studied: Iterable<number>, today: number, isRest: (day: number) => boolean): Streak {
  const days = new Set(studied);
  const inOrder = [...days].filter((day) => day <= today).sort((a, b) => a - b);
  let longest = 0;
  let row = 0;
  let before: number | null = null;
  for (const day of inOrder) {
    row = before !== null && restBetween(before, day, isRest) ? row + 1 : 1;
    longest = Math.max(longest, row);
    before = day;
  }
  const goesOn = before !== null && (before === today || restBetween(before, today, isRest));
  const window = Array.from({ length: WINDOW }, (_, index) => today - index);
  return {
    current: goesOn ? row : 0,
    longest,
    studiedOfLast30: window.filter((day) => days.has(day)).length,
    restedOfLast30: window.filter((day) => !days.has(day) && isRest(day)).length,
    studiedToday: days.has(today),
  };
}

/** Whether every day between two study days was a planned rest. */
function restBetween(day: number, later: number, isRest: (day: number) => boolean): boolean {
  for (let between = day + 1; between < later; between += 1) if (!isRest(between)) return false;
  return true;
}
