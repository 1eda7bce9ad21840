import { describe, expect, test, vi } from 'vitest';
import type { Question, Refusal } from '$lib/core/questions/question';
import { KINDS } from '$lib/core/questions/question';
import { fakeIo } from '../../tests/samples/fake-io';
import { makeHostileDocument } from '../../tests/samples/hostile-document';
import { makePack } from '../../tests/samples/made-pack';
import { packDocument } from '../../tests/samples/pack-document';
import { main } from './main';

// Five thousand events are surveyed in every form, which a busy machine stretches.
vi.setConfig({ testTimeout: 180_000 });

const EVENTS = 5000;
const POSITIONED = /^<stdin>:\d+:\d+ \S+: \S/;

async function run(argv: readonly string[], stdin: string) {
  const io = fakeIo({ cwd: '/', stdin });
  return { code: await main(argv, io), out: io.outLines, err: io.errLines };
}

/** `<event>:<kind>` of everything that lines ask, and of what they refuse altogether; one form alone may be refused beside others. */
function settledBy(lines: readonly (Question | Refusal)[]) {
  const asked = new Set<string>();
  const refused = new Set<string>();
  for (const line of lines) {
    if (line.type === 'refusal') {
      if (line.form === undefined) refused.add(line.fact);
    } else if (line.kind === 'sequence') {
      for (const { value } of line.options) asked.add(`${value}:sequence`);
    } else asked.add(`${line.fact.split(':')[0] ?? ''}:${line.kind}`);
  }
  return { asked, refused };
}

describe('a hostile pack of 5,000 events', () => {
  test('with every status, precision and shape: each event is asked or refused for each kind, and never both', async () => {
    const pack = makePack({ seed: 4, events: EVENTS, odd: 0.9 });
    const { code, out, err } = await run(['questions', '-', '--refusals'], packDocument(pack));
    expect([code, err]).toEqual([0, []]);
    const { asked, refused } = settledBy(out.map((line) => JSON.parse(line) as Question | Refusal));
    expect(asked.size).toBeGreaterThan(EVENTS / 2);
    expect(refused.size).toBeGreaterThan(EVENTS);
    expect([...asked].filter((subject) => refused.has(subject))).toEqual([]);
    const subjects = pack.events.flatMap(({ id }) => KINDS.map((kind) => `${id}:${kind}`));
    expect(subjects.filter((subject) => !asked.has(subject) && !refused.has(subject))).toEqual([]);
    expect(asked.size + refused.size).toBe(EVENTS * KINDS.length);
  });

  test('with every mistake: no question, exit 1, each problem with its place in the file', async () => {
    const { code, out, err } = await run(['questions', '-', '--refusals'], makeHostileDocument(EVENTS, 3));
    expect([code, out]).toEqual([1, []]);
    expect(err.length).toBeGreaterThan(EVENTS);
    expect(err.slice(0, -1).filter((line) => !POSITIONED.test(line))).toEqual([]);
    expect(err.at(-1)).toBe('- has problems: nothing is made from it until they are gone');
  });

  test('with every mistake: check names them too, and counts them', async () => {
    const { code, out, err } = await run(['check', '-'], makeHostileDocument(EVENTS, 3));
    expect([code, err]).toEqual([1, []]);
    expect(out.slice(0, -1).filter((line) => !POSITIONED.test(line))).toEqual([]);
    expect(out.at(-1)).toBe(`${String(out.length - 1)} problems in 1 file`);
  });
});
