// Records what fsrs-rs, the reference engine, makes of random histories: tests/golden/fsrs-rs.json.
// Its native package is published for few platforms, so it is no dependency: where it exists, install it without saving, then run this.
//   npm install --no-save @open-spaced-repetition/binding@0.5.0 && node tests/golden/record-fsrs-rs.js
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { default_w } from 'ts-fsrs';

const HISTORIES = 400;

/** @type {any} */
const binding = createRequire(import.meta.url)('@open-spaced-repetition/binding');
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
  /** @type {any} */
  let state = null;
  return Array.from({ length }, (_, i) => {
    const gap = i === 0 || draw(5) === 0 ? 0 : 1 + draw(60);
    const grade = 1 + draw(4);
    const next = reference.nextStates(state, 0.9, gap);
    state = [next.again, next.hard, next.good, next.easy][grade - 1].memory;
    return [gap, grade, Number(state.stability.toPrecision(9)), Number(state.difficulty.toPrecision(9))];
  });
});

const head = { engine: 'fsrs-rs through @open-spaced-repetition/binding 0.5.0', weights: [...default_w] };
const lines = histories.map((history) => `    ${JSON.stringify(history)}`);
writeFileSync(
  new URL('./fsrs-rs.json', import.meta.url),
  `{\n  "engine": ${JSON.stringify(head.engine)},\n  "weights": ${JSON.stringify(head.weights)},\n  "histories": [\n${lines.join(',\n')}\n  ]\n}\n`,
);
