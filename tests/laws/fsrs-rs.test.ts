import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createScheduler } from '$lib/core/memory/fsrs';
import type { FsrsMemory, Grade } from '$lib/core/memory/fsrs';
import { fraction } from '$lib/core/memory/hash';
import { DEFAULT_PARAMETERS, DEFAULT_WEIGHTS, nameParameters } from '$lib/core/memory/parameters';
import type { MemoryRecord } from '$lib/core/memory/record';
import { review } from '$lib/core/memory/review';
import { findFsrsRs } from '../samples/fsrs-rs';
import type { Reference } from '../samples/fsrs-rs';
import { OTHER_WEIGHTS } from '../samples/made-learner';

// Where the reference engine is not to be had, histories as recorded from it are compared (fsrs.test.ts).

const binding = findFsrsRs();
const isItsPlatform = process.platform === 'linux' && process.arch === 'x64';
if (binding === null)
  process.stderr.write('fsrs-rs is not installed here: only the recorded histories are compared with it\n');

const GRADES = ['again', 'hard', 'good', 'easy'] as const;
const TOLERANCE = 2e-5;

/** Days since the last review, and the grade. */
type History = readonly (readonly [gap: number, grade: Grade])[];

const histories = fc.array(
  fc.tuple(
    fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 60 }), fc.integer({ min: 61, max: 2000 })),
    fc.constantFrom<Grade[]>(1, 2, 3, 4),
  ),
  { minLength: 1, maxLength: 24 },
);

/** Around the defaults, as fits of learners lie; the eighth stands at the lowest that is allowed. */
const weights = fc.oneof(
  fc.constant(DEFAULT_WEIGHTS),
  fc.constant(OTHER_WEIGHTS),
  fc
    .integer({ min: 1, max: 1_000_000 })
    .map((seed) =>
      DEFAULT_WEIGHTS.map((weight, k) => weight * (k === 7 ? 1 : 0.8 + 0.4 * fraction('weights', seed, k))),
    ),
);

/** What the reference makes of a history, review after review. */
function reference(engine: Reference, history: History): readonly FsrsMemory[] {
  let state: FsrsMemory | null = null;
  return history.map(([gap, grade], at) => {
    const next: { readonly memory: FsrsMemory } = engine.nextStates(state, 0.9, at === 0 ? 0 : gap)[
      GRADES[grade - 1] ?? 'again'
    ];
    state = next.memory; // its own object: it takes no other
    return { stability: state.stability, difficulty: state.difficulty };
  });
}

function worst(mine: readonly FsrsMemory[], theirs: readonly FsrsMemory[]): number {
  expect(mine).toHaveLength(theirs.length);
  return Math.max(
    ...mine.map(({ stability, difficulty }, at) => {
      const other = theirs[at] ?? { stability: Number.NaN, difficulty: Number.NaN };
      return Math.max(Math.abs(stability / other.stability - 1), Math.abs(difficulty / other.difficulty - 1));
    }),
  );
}

it.runIf(isItsPlatform && process.env.CI !== undefined)('fsrs-rs is there where its package is published for', () => {
  expect(binding).not.toBeNull();
});

describe.skipIf(binding === null)('random histories agree with fsrs-rs within 2e-5', () => {
  const engineOf = (own: readonly number[]): Reference => {
    if (binding === null) throw new Error('skipped');
    return new binding.FSRSBinding([...own]);
  };

  it('in the memory model, under any weights', () => {
    fc.assert(
      fc.property(weights, histories, (own, history) => {
        const scheduler = createScheduler(nameParameters({ ...DEFAULT_PARAMETERS, weights: own }));
        let state: FsrsMemory | null = null;
        const mine = history.map(
          ([gap, grade], at) => (state = scheduler.nextMemory(state, at === 0 ? 0 : gap, grade)),
        );
        expect(worst(mine, reference(engineOf(own), history))).toBeLessThan(TOLERANCE);
      }),
      { numRuns: 500 },
    );
  }, 60_000);

  it('in what an answer that is no guess makes of a stored memory, learning steps and lapses among them', () => {
    fc.assert(
      fc.property(weights, histories, fc.constantFrom([], [1], [1, 10]), (own, history, learningSteps) => {
        const set = nameParameters({ ...DEFAULT_PARAMETERS, weights: own, learningSteps });
        const scheduler = createScheduler(set);
        let record: MemoryRecord | null = null;
        let day = 20_000;
        const mine = history.map(([gap, grade], at) => {
          day += at === 0 ? 0 : gap;
          const asked = { pack: 'p', fact: 'e:date', asked: 'e:date', answer: '2022', guess: 0, grade, day };
          record = review(record, { ...asked, entry: String(at), utcMs: day * 86_400_000 + at }, scheduler).record;
          return record.memory ?? { stability: Number.NaN, difficulty: Number.NaN };
        });
        expect(worst(mine, reference(engineOf(own), history))).toBeLessThan(TOLERANCE);
      }),
      { numRuns: 300 },
    );
  }, 60_000);
});
