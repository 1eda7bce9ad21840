import { isPredicted } from './lesson';
import type { Series } from './series';

/** Of the series at most this share is dropped for being rare. */
const RARE_SHARE = 0.05;
/** A group of so many is evidence. */
const ENOUGH = 6;
/** Days until the first review beyond which a series says more about a holiday than about memory; the second after Easy. */
const LONGEST_FIRST_WAIT = [100, 365] as const;

/**
 * Series that would mislead a fit. Series are grouped by their first grade and by the days until their first review; the rarest groups are
 * dropped, of equally rare ones the longest wait first, up to a twentieth of the series of that grade, and any group that is both small and late. After
 * fsrs-rs, which drops at least twenty of each grade and so leaves nothing of a small collection; here a small one stays whole.
 *
 * @returns indexes of series
 */
export function outliersOf(series: Series, beforeDay: number): ReadonlySet<number> {
  const byGrade = new Map<number, Map<number, number[]>>();
  for (let k = 0; k + 1 < series.starts.length; k += 1) {
    const start = series.starts[k] ?? 0;
    const end = series.starts[k + 1] ?? 0;
    let first = start + 1;
    while (first < end && !isPredicted(series, first)) first += 1;
    if (first >= end || (series.days[first] ?? 0) >= beforeDay) continue;
    const grade = series.grades[start] ?? 1;
    const wait = series.elapsed[first] ?? 0;
    const groups = byGrade.get(grade) ?? new Map<number, number[]>();
    byGrade.set(grade, groups);
    const group = groups.get(wait);
    if (group === undefined) groups.set(wait, [k]);
    else group.push(k);
  }
  const dropped = new Set<number>();
  for (const [grade, groups] of byGrade) {
    const rarestFirst = [...groups].sort(([waitA, a], [waitB, b]) => a.length - b.length || waitB - waitA);
    let left = Math.floor(RARE_SHARE * rarestFirst.reduce((sum, [, members]) => sum + members.length, 0));
    for (const [wait, members] of rarestFirst) {
      const late = wait > LONGEST_FIRST_WAIT[grade === 4 ? 1 : 0];
      left -= members.length;
      if (left >= 0 || (late && members.length < ENOUGH)) for (const k of members) dropped.add(k);
    }
  }
  return dropped;
}
