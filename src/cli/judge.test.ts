import { describe, expect, test } from 'vitest';
import { fakeIo } from '../../tests/samples/fake-io';
import { main } from './main';

const CHOICE = {
  kind: 'date',
  form: 'choice',
  options: [{ id: 'a' }, { id: 'b' }, { id: 'c' }],
  key: ['b'],
  ties: [],
  accept: null,
};
const ORDER = { ...CHOICE, kind: 'sequence', form: 'order', key: ['b', 'c', 'a'] };
const DATE = {
  kind: 'date',
  form: 'typed',
  options: [],
  key: [],
  ties: [],
  accept: { from: '1944-06-05', to: '1944-06-05', unit: 'day' },
};
const NAME = { kind: 'place', form: 'typed', accept: { names: ['Kyiv', 'Київ'], rivals: [] } };
const MAP = { kind: 'place', form: 'map', accept: { point: [30, 50], radiusKm: 2, area: null, frame: [28, 49, 32, 51] } }; // prettier-ignore

const FULL = { credit: 1, correct: true, band: 'full' };
const WRONG = { credit: 0, correct: false, band: 'wrong' };

async function judge(...lines: readonly unknown[]) {
  const stdin = lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n');
  const io = fakeIo({ cwd: '/', stdin });
  const code = await main(['judge'], io);
  return { code, verdicts: io.outLines.map((line): unknown => JSON.parse(line)), err: io.errLines };
}

describe('judge', () => {
  test.each([
    [CHOICE, { choice: 'b' }, FULL],
    [CHOICE, { choice: 'a' }, WRONG],
    [CHOICE, { pass: true }, WRONG],
    [ORDER, { order: ['b', 'c', 'a'] }, FULL],
    [ORDER, { order: ['b', 'a', 'c'] }, { credit: 0.333333, correct: false, band: 'wrong' }],
    [{ ...ORDER, ties: [['c', 'a']] }, { order: ['b', 'a', 'c'] }, FULL],
    [DATE, { typed: '5 June 1944' }, FULL],
    [DATE, { typed: '6 June 1944' }, { credit: 0.8, correct: false, band: 'near' }],
    [DATE, { typed: '5/6/1944' }, { ...WRONG, needs: 'month-first' }],
    [NAME, { typed: 'київ' }, FULL],
    [MAP, { point: [30, 50.01] }, FULL],
  ])('%j, answered %j: %j', async (question, response, verdict) => {
    expect(await judge({ question, response })).toEqual({ code: 0, verdicts: [verdict], err: [] });
  });

  test('a verdict a line, in order; what cannot be judged is told and does not stop the rest', async () => {
    const good = { question: CHOICE, response: { choice: 'b' } };
    const { code, verdicts, err } = await judge(good, '{', good, '', { question: CHOICE, response: { choice: 'z' } }, good);
    expect(code).toBe(1);
    expect(verdicts).toEqual([FULL, FULL, FULL]);
    expect(err).toEqual(['line 2: not JSON: "{"', 'line 5: no option "z" (expected one of a, b, c)']);
  }); // prettier-ignore

  test.each([
    [null, /^line 1: the line: expected { "question": …, "response": … }, received null$/],
    [[], /the line: expected/],
    [{}, /question: expected a question, received nothing/],
    [{ question: CHOICE }, /response: expected such as { "choice": "b" }, received nothing/],
    [{ question: CHOICE, response: {} }, /exactly one of choice, typed, point, order, pass, received {}/],
    [{ question: CHOICE, response: { choice: 'a', pass: true } }, /exactly one of/],
    [{ question: CHOICE, response: { choice: 1 } }, /response\.choice: expected text, received 1/],
    [{ question: CHOICE, response: { pass: false } }, /response\.pass: expected true/],
    [{ question: { ...CHOICE, options: [{}] }, response: { choice: 'a' } }, /question\.options\[0\]\.id: expected text/],
    [{ question: { ...ORDER, ties: [['a']] }, response: { order: [] } }, /question\.ties\[0\]: expected two option ids/],
    [{ question: { ...ORDER, key: 'b' }, response: { order: [] } }, /question\.key: expected a list/],
    [{ question: { ...DATE, accept: { from: 1 } }, response: { typed: '' } }, /question\.accept\.from: expected text/],
    [{ question: { ...MAP, accept: { ...MAP.accept, frame: [1, 2] } }, response: { point: [1, 2] } }, /accept\.frame: expected 4 numbers/],
    [{ question: MAP, response: { point: ['30', 50] } }, /response\.point\[0\]: expected a number/],
    [{ question: MAP, response: { point: [30] } }, /response\.point: expected 2 numbers/],
    [{ question: { kind: 'date', form: 'typed', accept: {} }, response: { typed: 'x' } }, /accept\.names: expected a list/],
    [{ question: CHOICE, response: { order: ['a'] } }, /answered by { "choice": … }/],
  ])('%j: a message, not a verdict', async (line, message) => {
    const { code, verdicts, err } = await judge(line);
    expect([code, verdicts, err.length]).toEqual([1, [], 1]);
    expect(err[0]).toMatch(message);
  }); // prettier-ignore

  test('nothing to judge', async () => {
    expect(await judge()).toEqual({ code: 0, verdicts: [], err: [] });
  });
});
