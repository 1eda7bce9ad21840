import type { CareRecord } from '../care';
import type { MemoryRecord } from '../record';

/** Questions that fall due as things stand: none that is answered anew until then, and nothing new. */
export interface Forecast {
  /** In their steps, due by the clock. */
  readonly learning: number;
  /** Due on an earlier day and not yet asked. */
  readonly overdue: number;
  /** Reviews by study day: today first. What is `learning` or `overdue` is not among today's. */
  readonly days: readonly number[];
  /** After the last of `days`. */
  readonly later: number;
}

/** What puts a review off. */
export interface Putting {
  /** What the learner decided about a memory, by key: suspended facts fall due on no day, buried ones not before theirs. */
  readonly careOf?: (key: string) => Pick<CareRecord, 'suspended' | 'buriedUntil'> | null;
  /** Whether a study day, today or later, is planned to be free. */
  readonly isRest?: (day: number) => boolean;
}

/** Further ahead no end of a rest is looked for: a week without a day to study on has none. */
const LONGEST_WAIT = 366;

/**
 * What is due today and on the days after. The pairs of one chain that fall due on one day are one question, as in a session. What falls
 * due on a day planned to be free is asked on the first day after it; steps and what is overdue wait where they are.
 *
 * @param days how many days to look ahead, today included
 */
export function forecastOf(
  records: readonly MemoryRecord[],
  today: number,
  days: number,
  { careOf = () => null, isRest = () => false }: Putting = {},
): Forecast {
  const openDays = new Map<number, number>();
  const openDay = (due: number): number => {
    const known = openDays.get(due);
    if (known !== undefined) return known;
    let day = due;
    while (isRest(day) && day < due + LONGEST_WAIT) day += 1;
    const open = isRest(day) ? due : day;
    openDays.set(due, open);
    return open;
  };
  const learning = new Set<string>();
  const overdue = new Set<string>();
  const byDay = new Map<number, Set<string>>();
  for (const { key, pack, asked, due: planned, dueMs } of records) {
    const care = careOf(key);
    if (planned === null || care?.suspended === true) continue;
    const due = Math.max(planned, care?.buriedUntil ?? planned);
    const question = `${pack}:${asked}`;
    if (dueMs !== null && due <= today) learning.add(question);
    else if (due < today) overdue.add(question);
    else byDay.set(openDay(due), (byDay.get(openDay(due)) ?? new Set()).add(question));
  }
  // One question is asked once a day, for the most urgent of its reasons.
  for (const question of learning) overdue.delete(question);
  for (const question of [...learning, ...overdue]) byDay.get(openDay(today))?.delete(question);
  return {
    learning: learning.size,
    overdue: overdue.size,
    days: Array.from({ length: days }, (_, index) => byDay.get(today + index)?.size ?? 0),
    later: [...byDay].reduce((sum, [due, questions]) => sum + (due >= today + days ? questions.size : 0), 0),
  };
}
