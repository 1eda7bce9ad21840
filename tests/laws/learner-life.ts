import fc from 'fast-check';
import type { Grade } from '../../src/lib/core/memory/fsrs';
import { memoryKey } from '../../src/lib/core/memory/memory-key';
import type { AnswerEntry, LogEntry, Mark } from '../../src/lib/core/memory/log';
import { replayKey } from '../../src/lib/core/memory/rebuild';
import { review } from '../../src/lib/core/memory/review';
import { FIRST_DAY, schedulers, sets } from './history-kit';

const CHAIN = ['a', 'b', 'c'] as const;
const CHAIN_FACT = 's:sequence:a+b+c';
const PAIRS = ['a+b:before', 'b+c:before'] as const;

/** All facts of these lives, with the storyline that each belongs to; the last belongs to none. */
export const STORYLINES: Readonly<Record<string, readonly string[]>> = {
  north: ['a:date', 'a:place', ...PAIRS],
  south: ['b:date', 'c:event-by-date', 'never:date'],
};
const FACTS = ['a:date', 'a:place', 'b:date', 'c:event-by-date', 'd:place'] as const;

const happening = fc.record({
  gap: fc.oneof(
    { weight: 3, arbitrary: fc.constant(0) },
    { weight: 4, arbitrary: fc.constant(1) },
    { weight: 3, arbitrary: fc.integer({ min: 1, max: 12 }) },
    fc.integer({ min: 13, max: 60 }),
  ),
  pack: fc.constantFrom('p', 'p', 'q'),
  fact: fc.constantFrom(...FACTS),
  form: fc.constantFrom('choice', 'typed'),
  grade: fc.constantFrom<Grade>(1, 2, 3, 3, 3, 3, 4),
  guess: fc.constantFrom(0, 1 / 4, 1 / 3),
  seconds: fc.integer({ min: 1, max: 120 }),
  offset: fc.constantFrom(-480, 0, 120, 345),
  set: fc.constantFrom(...sets),
  /** Which day of those that may stand for an interval, and into which order a chain is put. */
  luck: fc.nat(1000),
  what: fc.oneof(
    { weight: 14, arbitrary: fc.constant('answer' as const) },
    { weight: 8, arbitrary: fc.constant('order' as const) },
    fc.constantFrom('undo' as const, 'change' as const, 'cram' as const, 'suspend' as const, 'bury' as const, 'resume' as const),
  ),
}); // prettier-ignore

type Happening = typeof happening extends fc.Arbitrary<infer One> ? One : never;

/** Logs as one device writes them, in their order: each answer with the day that was chosen for it, chains put in order, decisions, and what was taken back. */
export const deviceLives: fc.Arbitrary<readonly LogEntry[]> = fc
  .tuple(fc.array(happening, { minLength: 5, maxLength: 100, size: 'max' }), fc.constantFrom('usual', 'usual', 'forgetful', 'sure'))
  .map(([happenings, learner]) => {
    const log: LogEntry[] = [];
    let day = FIRST_DAY;
    for (const [index, each] of happenings.entries()) {
      day += each.gap;
      const { grade, luck } = each;
      const forgets = learner === 'forgetful' && luck % 3 > 0;
      const certain = { ...each, grade: Math.max(grade, 3) as Grade, luck: each.what === 'order' ? 0 : luck };
      const given: Happening = learner === 'sure' ? certain : forgets ? { ...each, grade: 1 } : each;
      log.push(...entryOf(given, index, day, log));
    }
    return log;
  }); // prettier-ignore

function entryOf(each: Happening, index: number, day: number, log: readonly LogEntry[]): readonly LogEntry[] {
  const { pack, what, luck } = each;
  const utcMs = day * 86_400_000 + 10 * 3_600_000 + index * 60_000;
  const id = `d-${String(index).padStart(4, '0')}`;
  const stamp = { id, pack, packVersion: 1, utcMs, day, utcOffsetMinutes: each.offset, app: 'test' };
  const undone = new Set(log.flatMap((entry) => (entry.type === 'revoke' ? [entry.revokes] : [])));
  const last = (type: LogEntry['type']): LogEntry | undefined =>
    log.findLast((entry) => entry.type === type && !undone.has(entry.id));
  const revoke = (entry: LogEntry | undefined): readonly LogEntry[] =>
    entry === undefined ? [] : [{ ...stamp, type: 'revoke', pack: entry.pack, revokes: entry.id, facts: [each.fact] }];
  if (what === 'undo') return revoke(last('answer'));
  if (what === 'resume') return revoke(last('suspend'));
  if (what === 'suspend') return [{ ...stamp, type: what, facts: [each.fact] }];
  if (what === 'bury') return [{ ...stamp, type: what, facts: [each.fact], until: day + 1 + (luck % 40) }];
  if (what === 'change') return [{ ...stamp, type: what, changes: [{ fact: each.fact, answer: id }] }];
  const order = what === 'order';
  const answered = {
    ...stamp, type: 'answer' as const, fact: order ? CHAIN_FACT : each.fact, form: order ? 'order' : each.form, language: 'en', seed: 1, hints: 0,
    milliseconds: each.seconds * 1000, parameters: each.set.id, easy: each.grade === 4, clock: 'clock' as const,
  }; // prettier-ignore
  const answer = (part: Pick<AnswerEntry, 'options' | 'values' | 'chosen' | 'grade' | 'guess' | 'marks'>): AnswerEntry => ({
    ...answered, ...part, credit: part.grade > 1 ? 1 : 0, ...(what === 'cram' ? { cram: true as const } : {}),
  }); // prettier-ignore
  if (!order) {
    const { grade, guess } = each;
    const marks = what === 'cram' ? [] : [markOf(each, each.fact, grade, guess, stamp, log)];
    return [answer({ options: [], values: [], chosen: null, grade, guess, marks })];
  }
  // The options a, b, c stand for the events c, a, b: ids say nothing of events.
  const values = ['c', 'a', 'b'];
  const put = ORDERS[luck % ORDERS.length] ?? null;
  const wrong = put === null ? PAIRS : PAIRS.filter((_, at) => put.indexOf(CHAIN[at] ?? 'a') > put.indexOf(CHAIN[at + 1] ?? 'a'));
  const grade = wrong.length === 0 ? 3 : 1;
  const marks = (wrong.length === 0 ? PAIRS : wrong).map((pair) => markOf(each, pair, grade, 0, stamp, log));
  const chosen = put === null ? null : put.map((event) => 'abc'.charAt(values.indexOf(event)));
  return [answer({ options: ['a', 'b', 'c'], values, chosen, grade, guess: 0, marks })];
} // prettier-ignore

/** Orders that a chain is put into: right more often than not, or given up. */
const ORDERS = [
  ['a', 'b', 'c'],
  ['a', 'b', 'c'],
  ['a', 'b', 'c'],
  ['b', 'a', 'c'],
  ['c', 'a', 'b'],
  ['c', 'b', 'a'],
  null,
] as const;

function markOf(
  { set, luck, pack }: Happening,
  fact: string,
  grade: Grade,
  guess: number,
  stamp: Pick<AnswerEntry, 'id' | 'day' | 'utcMs'>,
  log: readonly LogEntry[],
): Mark {
  const changed = log.findLast(
    (entry) => entry.type === 'change' && entry.pack === pack && entry.changes.some((one) => one.fact === fact),
  );
  const answer = changed?.id ?? 'first';
  const given = { pack, fact, asked: fact, answer, grade, guess, entry: stamp.id, day: stamp.day, utcMs: stamp.utcMs };
  const met = replayKey(memoryKey(pack, fact), log, schedulers);
  const { before, weight, chosen } = review(met, given, schedulers(set.id), ({ low, high }) => low + (luck % (high - low + 1))); // prettier-ignore
  return { fact, answer, grade, guess, weight, before, ...(chosen === null ? {} : { interval: chosen }) };
}
