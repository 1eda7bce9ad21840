import { coarsen, dayPartOf, PRECISIONS, unitIndex } from '../time/date-part';
import { parseDate } from '../time/parse-date';
import { rangeOfDate, type DayRange } from '../time/read-span';
import { readTypedDate, type TypedDate } from '../time/typed-date';
import type { Precision } from '../time/when';
import type { Accept } from '../questions/question';
import { judgedAs, unfit, verdictOf, type Judged } from './verdict';

/** Units off → credit, linear in between (rule C4). */
type Curve = readonly (readonly [off: number, credit: number])[];
const YEARS: Curve = [[0, 1], [5, 0.95], [10, 0.85], [16, 0.67], [20, 0.55], [34, 0]]; // prettier-ignore
const FIFTHS: Curve = [[0, 1], [5, 0]]; // prettier-ignore
const CURVES: Readonly<Record<Precision, Curve>> = {
  day: FIFTHS,
  month: FIFTHS,
  season: FIFTHS,
  year: YEARS,
  decade: FIFTHS,
  century: FIFTHS,
};

/**
 * The most that an answer coarser than asked can earn: near for a step (a month for a day), a fifth less for each further
 * one, so that naming the century of everything does not pay. A season counts as a kind of month.
 */
const STEP: Readonly<Record<Precision, number>> = { day: 0, month: 1, season: 1, year: 2, decade: 3, century: 4 };
const COARSER_AT_MOST = [1, 0.8, 0.6, 0.4, 0.2] as const;
/** Season for a month and the like: coarser within one step. */
const COARSER_WITHIN_STEP = 0.8;

/** A typed date: full inside the key's interval at the asked unit, then less with every unit off (rules C1, C4, C5). */
export function judgeTypedDate(accept: Accept | null, typed: string): Judged {
  if (accept === null || !('from' in accept)) return unfit('a typed date question needs accept: { from, to, unit }');
  const key = keyOf(accept);
  if (typeof key === 'string') return unfit(key);
  const read = readTypedDate(typed, key.first);
  if (read === null) return judgedAs(0);
  // A year left out is taken as the learner would have it; a month that could be the day has to be asked for.
  const best = (dates: readonly TypedDate[]): number => Math.max(...dates.map((date) => creditOf(date, key)));
  if (read.kind === 'dates') return judgedAs(best(read.dates));
  const credits = [best(read.dayFirst), best(read.monthFirst)];
  if (STEP[key.unit] >= STEP.year) return judgedAs(Math.max(...credits));
  return { ok: true, verdict: { ...verdictOf(Math.min(...credits)), needs: 'month-first' } };
}

interface Key extends DayRange {
  readonly unit: Precision;
}

function keyOf(accept: { readonly from: string; readonly to: string; readonly unit: string }): Key | string {
  const unit = PRECISIONS.find((precision) => precision === accept.unit);
  if (unit === undefined) return `accept.unit "${accept.unit}" is not one of ${PRECISIONS.join(', ')}`;
  const from = parseDate(accept.from, 'gregorian');
  const to = parseDate(accept.to, 'gregorian');
  if (!from.ok || from.value.precision !== 'day') return `accept.from "${accept.from}" is not a day such as 2022-03-02`;
  if (!to.ok || to.value.precision !== 'day') return `accept.to "${accept.to}" is not a day such as 2022-03-02`;
  const first = rangeOfDate(from.value, 'gregorian').first;
  const last = rangeOfDate(to.value, 'gregorian').last;
  return first > last ? 'accept.to lies before accept.from' : { first, last, unit };
}

/** What a typed date had to do with the right one, to be told with the verdict. */
export interface DateMiss {
  /** The date that earned most; null: none was understood. */
  readonly read: TypedDate | null;
  /** Units of what was asked between the two; 0 where they touch. */
  readonly off: number;
  readonly unit: Precision;
  /** It lay before the right date. */
  readonly early: boolean;
  /** It was less exact than asked. */
  readonly coarser: boolean;
}

/** How far off a typed date was. Null: the question cannot be judged, or the answer could be read in two ways. */
export function dateMiss(accept: Accept | null, typed: string): DateMiss | null {
  if (accept === null || !('from' in accept)) return null;
  const key = keyOf(accept);
  if (typeof key === 'string') return null;
  const read = readTypedDate(typed, key.first);
  if (read?.kind === 'which-month') return null;
  const [best] = (read?.dates ?? []).toSorted((a, b) => creditOf(b, key) - creditOf(a, key));
  if (best === undefined) return { read: null, off: 0, unit: key.unit, early: false, coarser: false };
  const coarser = PRECISIONS.indexOf(best.precision) > PRECISIONS.indexOf(key.unit);
  return { read: best, off: unitsOff(best, key), unit: key.unit, early: best.last < key.first, coarser };
}

function creditOf(date: TypedDate, key: Key): number {
  return Math.min(ceiling(date.precision, key.unit), onCurve(CURVES[key.unit], unitsOff(date, key)));
}

function unitsOff(date: TypedDate, key: Key): number {
  const [answered, right] = [unitsOf(date, key.unit), unitsOf(key, key.unit)];
  return Math.max(0, right.first - answered.last, answered.first - right.last);
}

function ceiling(answered: Precision, asked: Precision): number {
  if (PRECISIONS.indexOf(answered) <= PRECISIONS.indexOf(asked)) return 1;
  const steps = STEP[answered] - STEP[asked];
  return steps === 0 ? COARSER_WITHIN_STEP : (COARSER_AT_MOST[steps] ?? 0);
}

function unitsOf(range: DayRange, unit: Precision): DayRange {
  const index = (day: number): number => unitIndex(coarsen(dayPartOf(day), unit));
  return { first: index(range.first), last: index(range.last) };
}

function onCurve(curve: Curve, off: number): number {
  let [before, creditBefore] = [0, 1];
  for (const [at, credit] of curve) {
    if (off <= at)
      return at === before ? credit : creditBefore + ((off - before) / (at - before)) * (credit - creditBefore);
    [before, creditBefore] = [at, credit];
  }
  return 0;
}
