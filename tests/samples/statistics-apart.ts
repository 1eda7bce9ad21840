// Every statistic of the page once more, from the entries of a log as they lie there, and in the plainest way: loops over all of it, again and
// again. Of the program there are only types in it.
import type { AnswerEntry, LogEntry } from '../../src/lib/core/memory/log';
import { knowingAfter, recallAfter } from './fsrs-apart';
import type { Knowing } from './fsrs-apart';

/** What somebody looks at. */
export interface Look {
  /** Null: all packs. */
  readonly pack: string | null;
  /** Days looked back, today included; null: all. */
  readonly back: number | null;
  readonly today: number;
  /** Dates that are free, as `2026-12-24`, and weekdays as `Date` counts them, 0 Sunday. */
  readonly freeDates: ReadonlySet<string>;
  readonly freeWeekdays: ReadonlySet<number>;
  /** The storyline of a fact, by pack and fact with a blank between; facts without one belong to none. */
  readonly storylineOf: Readonly<Record<string, string>>;
}

/** One memory met, a day or more after it was met before. */
interface Met {
  readonly form: string;
  readonly storyline: string | null;
  readonly age: 'steps' | 'young' | 'mature';
  readonly chance: number;
  readonly guess: number;
  readonly right: boolean;
}

/** One fact of one pack, as the entries so far leave it. */
interface Fact {
  readonly pack: string;
  readonly fact: string;
  asked: string;
  day: number;
  knowing: Knowing | null;
  /** Days to its review; null: it is in its steps. */
  wait: number | null;
}

export const dateOf = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10);
export const isFree = ({ freeDates, freeWeekdays }: Look, day: number): boolean =>
  freeDates.has(dateOf(day)) || freeWeekdays.has(new Date(day * 86_400_000).getUTCDay());

/** The entries that nothing took back. */
function standing(log: readonly LogEntry[]): readonly LogEntry[] {
  const undone = new Set<string>();
  for (const entry of log) if (entry.type === 'revoke') undone.add(entry.revokes);
  return log.filter((entry) => !undone.has(entry.id));
}

export function answersIn(log: readonly LogEntry[], { pack }: Look): readonly AnswerEntry[] {
  return standing(log).filter(
    (entry): entry is AnswerEntry => entry.type === 'answer' && (pack === null || entry.pack === pack),
  );
}

export function firstDayOf(log: readonly LogEntry[], look: Look): number {
  return look.back === null ? Math.min(answersIn(log, look)[0]?.day ?? look.today, look.today) : look.today - look.back + 1;
} // prettier-ignore

const KINDS: readonly (readonly [RegExp, string])[] = [
  [/:date$/, 'date'],
  [/:place$/, 'place'],
  [/:event-by-/, 'event'],
  [/:before$|:sequence:/, 'sequence'],
];

/** Goes through the log once, day by day: what was met, and how the facts stand at its end. */
export function live(log: readonly LogEntry[], look: Look) {
  const facts = new Map<string, Fact>();
  const mets: Met[] = [];
  const from = firstDayOf(log, look);
  for (const entry of standing(log)) {
    if (entry.type === 'change')
      for (const { fact } of entry.changes) {
        const known = facts.get(`${entry.pack} ${fact}`);
        if (known !== undefined) Object.assign(known, { knowing: null, day: entry.day, wait: 0 });
      }
    if (entry.type !== 'answer' || entry.cram === true) continue;
    const meet = (fact: string, right: boolean, guess: number): void => {
      const known = facts.get(`${entry.pack} ${fact}`);
      if (known?.knowing == null || entry.day <= known.day || entry.day < from) return;
      if (look.pack !== null && look.pack !== entry.pack) return;
      const recall = recallAfter(known.knowing.s, entry.day - known.day);
      mets.push({
        form: `${KINDS.find(([pattern]) => pattern.test(entry.fact))?.[1] ?? ''}/${entry.form}`,
        storyline: look.storylineOf[`${entry.pack} ${fact}`] ?? null,
        age: known.wait === null ? 'steps' : known.wait >= 21 ? 'mature' : 'young',
        chance: 1 - (1 - recall) * (1 - guess),
        guess,
        right,
      });
    };
    for (const mark of entry.marks) meet(mark.fact, mark.grade > 1, mark.guess);
    // What of a broken order stood right is remembered too, and is not marked.
    if (entry.form === 'order' && Array.isArray(entry.chosen) && entry.grade === 1) {
      const order = (entry.chosen as readonly string[]).map((id) => entry.values[entry.options.indexOf(id)] ?? '');
      for (let i = 0; i < order.length; i += 1)
        for (let j = i + 1; j < order.length; j += 1) {
          const fact = `${order[i] ?? ''}+${order[j] ?? ''}:before`;
          if (!entry.marks.some((mark) => mark.fact === fact)) meet(fact, true, entry.marks[0]?.guess ?? 0);
        }
    }
    for (const { fact, grade, guess, interval } of entry.marks) {
      const key = `${entry.pack} ${fact}`;
      const known = facts.get(key);
      const knowing = knowingAfter(known?.knowing ?? null, entry.day - (known?.day ?? entry.day), grade, guess);
      facts.set(key, { pack: entry.pack, fact, asked: entry.fact, day: entry.day, knowing, wait: interval ?? null });
    }
  }
  return { facts: [...facts.values()].filter(({ pack }) => look.pack === null || pack === look.pack), mets };
}

/** Of n, so many right: the two shares p for which so many lie 1.96 standard deviations off, found by halving. */
export function bounds(right: number, n: number): readonly [low: number, high: number] {
  if (n === 0) return [0, 1];
  const share = right / n;
  const off = (p: number): number => Math.abs(share - p) / Math.sqrt((p * (1 - p)) / n) - 1.959963984540054;
  const edge = (near: number, far: number): number => {
    let [inside, outside] = [near, far];
    for (let i = 0; i < 60; i += 1) {
      const middle = (inside + outside) / 2;
      if (off(middle) > 0) outside = middle;
      else inside = middle;
    }
    return (inside + outside) / 2;
  };
  return [right === 0 ? 0 : edge(share, 0), right === n ? 1 : edge(share, 1)];
}

/** Retention of those that were met. */
export function shareOf(mets: readonly Met[]) {
  const right = mets.filter((met) => met.right).length;
  const guess = mets.reduce((sum, met) => sum + met.guess, 0) / mets.length;
  const less = (share: number): number => Math.max(0, (share - guess) / (1 - guess));
  const [low, high] = bounds(right, mets.length);
  return {
    total: mets.length,
    right,
    share: right / mets.length,
    low,
    high,
    remembered: less(right / mets.length),
    rememberedLow: less(low),
    rememberedHigh: less(high),
  };
}

/** Days in a row, walked one by one. */
export function rowsOf(log: readonly LogEntry[], look: Look) {
  const studied = new Set(answersIn(log, look).map(({ day }) => day));
  const [first, { today }] = [Math.min(...studied, look.today), look];
  let [row, longest, last30, rested30] = [0, 0, 0, 0];
  for (let day = first; day <= today; day += 1) {
    if (studied.has(day)) row += 1;
    else if (!isFree(look, day) && day !== today) row = 0;
    longest = Math.max(longest, row);
  }
  for (let day = today - 29; day <= today; day += 1) {
    if (studied.has(day)) last30 += 1;
    else if (isFree(look, day)) rested30 += 1;
  }
  return { current: row, longest, studiedOfLast30: last30, restedOfLast30: rested30, studiedToday: studied.has(today) };
}

/** What is to be asked on the days to come. */
export function aheadOf(log: readonly LogEntry[], look: Look, horizon: number) {
  const { today } = look;
  const openFrom = (day: number): number => {
    for (let later = day; later < day + 400; later += 1) if (!isFree(look, later)) return later;
    return day;
  };
  const steps = new Set<string>();
  const late = new Set<string>();
  const coming: { readonly question: string; readonly day: number }[] = [];
  for (const { pack, fact, asked, day, wait } of live(log, look).facts) {
    let due = day + (wait ?? 0);
    let aside = false;
    for (const entry of standing(log)) {
      if (entry.pack !== pack) continue;
      if (entry.type === 'suspend' && entry.facts.includes(fact)) aside = true;
      if (entry.type === 'bury' && entry.facts.includes(fact)) due = Math.max(due, entry.until);
    }
    const question = `${pack} ${asked}`;
    if (aside) continue;
    if (wait === null && due <= today) steps.add(question);
    else if (due < today) late.add(question);
    else coming.push({ question, day: openFrom(due) });
  }
  const waits = new Set([...steps, ...late]);
  const on = (wanted: (day: number) => boolean): number =>
    new Set(
      coming
        .filter(({ question, day }) => wanted(day) && !(day === openFrom(today) && waits.has(question)))
        .map(({ question, day }) => `${String(day)} ${question}`),
    ).size;
  return {
    learning: steps.size,
    overdue: [...late].filter((question) => !steps.has(question)).length,
    days: Array.from({ length: horizon }, (_, index) => on((day) => day === today + index)),
    later: on((day) => day >= today + horizon),
  };
}
