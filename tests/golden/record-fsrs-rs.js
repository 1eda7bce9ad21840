// Records what fsrs-rs, the reference engine, makes of random histories: tests/golden/fsrs-rs.json.
// Its native package is published for Linux on x64 alone, where tests/laws/fsrs-rs.test.ts asks it about ever new histories; these are for
// everywhere else.
//   node tests/golden/record-fsrs-rs.js
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { default_w } from 'ts-fsrs';

const HISTORIES = 400;

/**
 * As much of the native package as is called here: it cannot be looked at where it is not installed.
 *
 * @typedef {{ stability: number, difficulty: number }} State
 * @typedef {Record<'again' | 'hard' | 'good' | 'easy', { memory: State }>} NextStates
 * @typedef {{ nextStates(state: State | null, retention: number, days: number): NextStates }} Reference
 * @typedef {{ FSRSBinding: new (weights: number[]) => Reference }} Binding
 */
const binding = /** @type {Binding} */ (createRequire(import.meta.url)('@open-spaced-repetition/binding-linux-x64-gnu'));
const GRADES = /** @type {const} */ (['again', 'hard', 'good', 'easy']);
const reference = new binding.FSRSBinding([...default_w]);

let seed = 7;
/** @param {number} bound */
function draw(bound) {
  seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
  return Math.floor((seed / 0x1_0000_0000) * bound);
}

/** One review is [days since the last, grade, stability after, difficulty after]. */
const histories = Array.from({ length: HISTORIES }, () => {
  const length = 2 + draw(14);
  /** @type {State | null} */
  let state = null;
  return Array.from({ length }, (_, i) => {
    const gap = i === 0 || draw(5) === 0 ? 0 : 1 + draw(60);
    const grade = 1 + draw(4);
    const next = reference.nextStates(state, 0.9, gap);
    const { memory } = next[GRADES[/** @type {0 | 1 | 2 | 3} */ (grade - 1)]];
    state = memory;
    return [gap, grade, Number(memory.stability.toPrecision(9)), Number(memory.difficulty.toPrecision(9))];
  });
});

const head = { engine: 'fsrs-rs through @open-spaced-repetition/binding 0.5.0', weights: [...default_w] };
const lines = histories.map((history) => `    ${JSON.stringify(history)}`);
writeFileSync(
  new URL('./fsrs-rs.json', import.meta.url),
  `{\n  "engine": ${JSON.stringify(head.engine)},\n  "weights": ${JSON.stringify(head.weights)},\n  "histories": [\n${lines.join(',\n')}\n  ]\n}\n`,
);
