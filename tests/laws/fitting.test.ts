import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { follow } from '../../src/lib/core/memory/fitting/loss';
import { createModel } from '../../src/lib/core/memory/fitting/model';
import { seriesOf } from '../../src/lib/core/memory/fitting/series';
import type { Series } from '../../src/lib/core/memory/fitting/series';
import type { Grade } from '../../src/lib/core/memory/fsrs';
import type { LogEntry } from '../../src/lib/core/memory/log';
import { DEFAULT_PARAMETERS, nameParameters } from '../../src/lib/core/memory/parameters';
import { rebuild, schedulersOf } from '../../src/lib/core/memory/rebuild';
import { OTHER_WEIGHTS } from '../samples/made-learner';

const sets = [
  nameParameters(DEFAULT_PARAMETERS),
  nameParameters({ ...DEFAULT_PARAMETERS, weights: OTHER_WEIGHTS, retention: 0.85 }),
];
const schedulers = schedulersOf(sets);
const stamp = { utcOffsetMinutes: 120, packVersion: 1, app: 'test' };
const answer = fc.constantFrom('2022', '2023');
const fact = fc.constantFrom('a:date', 'b:date', 'a+b:before');
const when = { day: fc.integer({ min: 100, max: 160 }), utcMs: fc.nat(50), pack: fc.constantFrom('p', 'q') };

const answered = fc
  .record({ ...when, fact, answer, grade: fc.constantFrom<Grade>(1, 2, 3, 3, 4), guess: fc.constantFrom(0, 0.25, 1 / 3), set: fc.constantFrom(...sets) })
  .map(({ day, utcMs, pack, set, ...mark }) => ({
    type: 'answer' as const, ...stamp, day, utcMs, pack, fact: mark.fact, form: 'choice', language: 'en', seed: 1, options: [], values: [], chosen: null, credit: 0, guess: mark.guess,
    milliseconds: 1, hints: 0, grade: mark.grade, marks: [{ ...mark, weight: 1, before: null }], parameters: set.id, easy: false, clock: 'clock' as const,
  })); // prettier-ignore
const changed = fc.record({ ...when, fact, answer: fc.option(answer) }).map(({ fact: about, answer: to, ...at }) => ({
  type: 'change' as const,
  ...stamp,
  ...at,
  changes: [{ fact: about, answer: to }],
}));

/** A log in any order; some answers are taken back. */
const logs = fc
  .tuple(fc.array(fc.oneof({ weight: 6, arbitrary: answered }, { weight: 1, arbitrary: changed }), { maxLength: 40 }), fc.array(fc.nat(39)))
  .map(([entries, revoked]): LogEntry[] => {
    const named = entries.map((entry, i): LogEntry => ({ ...entry, id: `d-${String(i).padStart(3, '0')}` }));
    return [
      ...named,
      ...revoked.flatMap((i, n): LogEntry[] => {
        const taken = named[i];
        return taken === undefined ? [] : [{ type: 'revoke', ...stamp, id: `r-${String(n)}`, pack: taken.pack, day: 170, utcMs: n, revokes: taken.id, facts: [] }];
      }),
    ];
  }); // prettier-ignore

/** Where each series ends, all of it under one set of weights. */
function ends(series: Series, weights: readonly number[]): readonly { stability: number; difficulty: number }[] {
  const model = createModel(weights);
  return Array.from({ length: series.starts.length - 1 }, (_, k) => {
    const state = { stability: 0, difficulty: 0 };
    const start = series.starts[k] ?? 0;
    for (let i = start; i < (series.starts[k + 1] ?? 0); i += 1)
      follow(model, state, i === start, series.elapsed[i] ?? 0, series.grades[i] ?? 0, series.guesses[i] ?? 0);
    return state;
  });
}

describe('series of a log', () => {
  it('end in the memories that a replay of the log ends in, each under the weights of its last answer', () => {
    fc.assert(
      fc.property(logs, (log) => {
        const setOf = new Map(log.flatMap((entry) => (entry.type === 'answer' ? [[entry.id, entry.parameters]] : [])));
        const reached = new Map(sets.map(({ id, weights }) => [id, ends(seriesOf(log), weights)]));
        for (const { key, memory, lastEntry } of rebuild(log, schedulers).values()) {
          if (memory === null) continue;
          const states = reached.get(setOf.get(lastEntry) ?? '') ?? [];
          const found = states.some(
            ({ stability, difficulty }) =>
              Math.abs(stability / memory.stability - 1) < 1e-5 && Math.abs(difficulty - memory.difficulty) < 1e-5,
          );
          expect(found, key).toBe(true);
        }
      }),
    );
  });

  it('do not depend on the order in which the log comes', () => {
    fc.assert(
      fc.property(logs, (log) => {
        expect(seriesOf([...log].reverse())).toEqual(seriesOf(log));
      }),
    );
  });
});
