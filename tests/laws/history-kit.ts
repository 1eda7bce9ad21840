import fc from 'fast-check';
import type { Grade } from '../../src/lib/core/memory/fsrs';
import { compareEntries } from '../../src/lib/core/memory/log';
import type { AnswerEntry, LogEntry } from '../../src/lib/core/memory/log';
import { memoryKey } from '../../src/lib/core/memory/memory-key';
import { DEFAULT_PARAMETERS, nameParameters } from '../../src/lib/core/memory/parameters';
import { replayKey, schedulersOf } from '../../src/lib/core/memory/rebuild';
import { review } from '../../src/lib/core/memory/review';

export const sets = [
  nameParameters(DEFAULT_PARAMETERS),
  nameParameters({ ...DEFAULT_PARAMETERS, retention: 0.8, learningSteps: [1, 10] }),
] as const;
export const schedulers = schedulersOf(sets);

const DAY_MS = 86_400_000;
export const FIRST_DAY = 20_000;

/** What happens next in a made-up learner's life. */
interface Happening {
  readonly gap: number;
  readonly minutes: number;
  readonly pack: string;
  readonly fact: string;
  readonly form: string;
  readonly grade: Grade;
  readonly guess: number;
  readonly seconds: number;
  readonly offset: number;
  readonly set: number;
  /** Then the answer before it is taken back, or the fact's answer changes, or the answer is one of cram, or of a device that knew nothing of the others. */
  readonly twist: 'none' | 'revoke' | 'change' | 'cram' | 'stranger';
}

const happening: fc.Arbitrary<Happening> = fc.record({
  gap: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 4, arbitrary: fc.integer({ min: 1, max: 40 }) }),
  minutes: fc.integer({ min: 0, max: 20 }),
  pack: fc.constantFrom('p', 'q'),
  fact: fc.constantFrom('a:date', 'a:place', 'b:date', 'c:event-by-date', 'a+b:before'),
  form: fc.constantFrom('choice', 'typed'),
  grade: fc.constantFrom<Grade>(1, 2, 3, 3, 3, 4),
  guess: fc.constantFrom(0, 0, 1 / 4, 1 / 3),
  seconds: fc.integer({ min: 1, max: 120 }),
  offset: fc.constantFrom(-480, 0, 120, 180),
  set: fc.integer({ min: 0, max: 1 }),
  twist: fc.oneof({ weight: 8, arbitrary: fc.constant('none' as const) }, fc.constantFrom('revoke' as const, 'change' as const, 'cram' as const, 'stranger' as const)),
}); // prettier-ignore

/** A log that the program itself could have written: what each answer says it met is what the log before it gives. */
export const lives: fc.Arbitrary<readonly LogEntry[]> = fc
  .array(happening, { maxLength: 60, size: 'max' })
  .map((happenings) => {
    const log: LogEntry[] = [];
    const answers = new Map<string, string>();
    let day = FIRST_DAY;
    let minute = 0;
    for (const [index, each] of happenings.entries()) {
      if (each.gap > 0) minute = 0;
      day += each.gap;
      minute += each.minutes;
      const { pack, fact, guess, grade, twist } = each;
      const stamp = {
        id: `d-${String(index).padStart(4, '0')}`,
        pack,
        packVersion: 1,
        utcMs: day * DAY_MS + 10 * 3_600_000 + minute * 60_000,
        day,
        utcOffsetMinutes: each.offset,
        app: 'test',
      };
      const key = memoryKey(pack, fact);
      const last = log.findLast((entry): entry is AnswerEntry => entry.type === 'answer');
      if (twist === 'revoke' && last !== undefined) {
        log.push({ ...stamp, type: 'revoke', revokes: last.id, facts: last.marks.map((mark) => mark.fact) });
        continue;
      }
      if (twist === 'change') {
        const answer = answers.get(key) === 'new' ? 'old' : 'new';
        answers.set(key, answer);
        log.push({ ...stamp, type: 'change', changes: [{ fact, answer }] });
        continue;
      }
      const set = sets[each.set === 0 ? 0 : 1];
      const answer = answers.get(key) ?? 'old';
      const met = twist === 'stranger' ? null : replayKey(key, log, schedulers);
      const reviewed = review(
        met,
        { pack, fact, asked: fact, answer, grade, guess, entry: stamp.id, day, utcMs: stamp.utcMs },
        schedulers(set.id),
      );
      const mark = { fact, answer, grade, guess, weight: reviewed.weight, before: reviewed.before };
      log.push({
      ...stamp, type: 'answer', fact, form: each.form, language: 'en', seed: 1, options: [], values: [], chosen: null, credit: grade > 1 ? 1 : 0, guess,
      milliseconds: each.seconds * 1000, hints: 0, grade, marks: twist === 'cram' ? [] : [mark], parameters: set.id, easy: grade === 4, clock: 'clock',
      ...(twist === 'cram' ? { cram: true } : {}),
    }); // prettier-ignore
    }
    return log.sort(compareEntries);
  });

/** The log cut into pieces of whole study days, as a store reads it out: entries of one day in no order. */
export function inPieces(log: readonly LogEntry[], days: number): readonly (readonly LogEntry[])[] {
  const pieces = new Map<number, LogEntry[]>();
  for (const entry of log) {
    const piece = Math.floor((entry.day - FIRST_DAY) / days);
    pieces.set(piece, [entry, ...(pieces.get(piece) ?? [])]);
  }
  return [...pieces.values()];
}
