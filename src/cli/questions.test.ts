import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test, vi } from 'vitest';
import type { Question, Refusal } from '$lib/core/questions/question';
import { fakeIo } from '../../tests/samples/fake-io';
import { main } from './main';

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const PACK = 'content/ukraine-2022';
type Line = Question | Refusal;

// Each run reads and surveys the whole pack, a second's work that a busy machine stretches.
vi.setConfig({ testTimeout: 60_000 });

async function run(argv: readonly string[], stdin = '') {
  const io = fakeIo({ cwd: ROOT, stdin });
  return { code: await main(argv, io), out: io.outLines, err: io.errLines };
}

async function questions(...options: string[]) {
  const { code, out, err } = await run(['questions', PACK, ...options]);
  const lines = out.map((line) => JSON.parse(line) as Line);
  const asked = lines.filter((line) => line.type === 'question');
  return { code, err, out, asked, refused: lines.filter((line) => line.type === 'refusal') };
}

describe('questions', () => {
  test('gives every fact in every form, and proved', async () => {
    const { code, err, out, asked, refused } = await questions();
    expect([code, err, refused]).toEqual([0, [], []]);
    expect(asked.length).toBeGreaterThan(70);
    expect(await run(['verify', PACK], out.join('\n'))).toEqual({ code: 0, out: [], err: [`${String(asked.length)} questions checked, 0 violations`] });
  }); // prettier-ignore

  test('gives every fact once, in its first form, without a word of the others', async () => {
    const { asked } = await questions();
    const once = await questions('--once');
    expect(once.asked.map(({ id }) => id)).toEqual(asked.filter(({ fact }, i) => asked.findIndex((one) => one.fact === fact) === i).map(({ id }) => id));
    const typed = await questions('--once', '--kind', 'place', '--form', 'typed');
    expect(typed.out).toEqual((await questions('--kind', 'place', '--form', 'typed')).out);
    expect((await run(['questions', PACK, '--once', '--count', '3'])).code).toBe(2);
  }); // prettier-ignore

  test('has the default seed 1, and the language of the pack', async () => {
    const { out } = await questions();
    expect((await questions('--seed', '1', '--language', 'en')).out).toEqual(out);
    expect((await questions('--seed', '0')).code).toBe(0);
    expect((await questions('--seed', '4294967295')).out).not.toEqual(out);
  });

  test('of kinds and forms, each of which may stand several times', async () => {
    const { asked } = await questions('--kind', 'place', '--kind', 'sequence', '--form', 'order');
    expect(new Set(asked.map(({ kind, form }) => `${kind}/${form}`))).toEqual(new Set(['sequence/order']));
    const both = await questions('--kind=place', '--kind=sequence');
    expect(new Set(both.asked.map(({ kind }) => kind))).toEqual(new Set(['place', 'sequence']));
  });

  test('in Ukrainian', async () => {
    const { asked } = await questions('--language', 'uk', '--kind', 'date');
    expect(asked.length).toBeGreaterThan(0);
    expect(asked.every(({ language, stem }) => language === 'uk' && /[а-яіїє]/u.test(stem))).toBe(true);
  });

  test('so many, balanced over forms, no event twice', async () => {
    const { asked, err } = await questions('--count', '10');
    expect([asked.length, err]).toEqual([10, []]);
    expect(new Set(asked.map(({ kind, form }) => `${kind}/${form}`)).size).toBeGreaterThan(2);
    const events = asked.flatMap(({ fact, kind, options }) => (kind === 'sequence' ? options.map(({ value }) => value) : [fact.split(':')[0]]));
    expect(new Set(events).size).toBe(events.length);
  }); // prettier-ignore

  test('says so where the pack has fewer than were wanted', async () => {
    const { code, asked, err } = await questions('--kind', 'place', '--count', '5000');
    expect(code).toBe(0);
    expect(err[0]).toMatch(
      new RegExp(
        `^${String(asked.length)} of 5000: the pack allows no more of what is wanted; left out: \\d+ because its event is asked already`,
        'u',
      ),
    );
  });

  test('with refusals, of the wanted kinds only', async () => {
    const { asked, refused } = await questions('--refusals', '--kind', 'place');
    expect(asked.length * refused.length).toBeGreaterThan(0);
    expect(refused.every(({ fact }) => fact.endsWith(':place'))).toBe(true);
    const events = await questions('--refusals', '--kind', 'event');
    expect(events.refused.every(({ fact }) => fact.endsWith(':event'))).toBe(true);
    expect(events.asked.every(({ fact }) => /:event-by-(?:date|place)$/.test(fact))).toBe(true);
  });

  test('on the map, one form of a place refused and another asked', async () => {
    const { asked } = await questions('--form', 'map');
    expect(asked.length).toBeGreaterThan(0);
    for (const { accept, options, key } of asked) {
      expect(accept).toMatchObject({ point: [expect.any(Number), expect.any(Number)], area: null });
      expect([options, key]).toEqual([[], []]);
    }
    const hostomel = await questions('--fact', 'hostomel-russians-repulsed:place', '--refusals');
    expect(hostomel.asked.map(({ form }) => form)).toEqual(['choice', 'typed']);
    expect(hostomel.refused).toMatchObject([{ fact: 'hostomel-russians-repulsed:place', form: 'map', reason: 'not-unique' }]);
  }); // prettier-ignore

  test('of a pack whose map cannot be read: goes on without, and says so', async () => {
    const map = { file: 'tests/no-such-map.json', frames: {} };
    const pack = {
      format: 'dateline-pack/1',
      id: 'tiny',
      version: 1,
      title: 'Tiny',
      language: 'en',
      licence: 'CC0-1.0',
      map,
    };
    const { code, err } = await run(['questions', '-'], JSON.stringify(pack));
    expect(code).toBe(0);
    expect(err[0]).toMatch(/^tests\/no-such-map\.json: no map \(.+\): areas cannot be asked for on it$/);
  });

  test('of one fact', async () => {
    const { code, asked } = await questions('--fact', 'ivankiv-captured:date');
    expect(code).toBe(0);
    expect(asked.map(({ fact, form }) => [fact, form])).toEqual([
      ['ivankiv-captured:date', 'choice'],
      ['ivankiv-captured:date', 'typed'],
    ]);
  });

  test('of a fact that is refused: says why', async () => {
    const refused = await questions('--fact', 'kyiv-offensive-begins:place', '--refusals');
    expect(refused.code).toBe(1);
    expect(refused.err[0]).toMatch(/^kyiv-offensive-begins:place is not asked: [a-z-]+ \(.+\)$/);
    expect(refused.refused.map(({ fact }) => fact)).toEqual(['kyiv-offensive-begins:place']);
  });

  test.each(['nothing:date', 'ivankiv:sequence:a+b+c', '__proto__:date', 'constructor:place'])('of a fact that is not there: %s', async (fact) => {
    expect(await questions('--fact', fact)).toMatchObject({ code: 1, out: [], err: [`the pack has no fact ${fact}`] });
  }); // prettier-ignore

  test('of a fact in a form that its kind does not have: says so', async () => {
    const { code, err } = await questions('--fact', 'ivankiv-captured:date', '--kind', 'place');
    expect(code).toBe(1);
    expect(err[0]).toMatch(/of the kind date, which is not wanted/);
  });

  test('of a pack with problems: none, and the problems on standard error', async () => {
    const path = 'tests/samples/packs/a-key-is-unknown';
    const { code, out, err } = await run(['questions', path]);
    expect([code, out]).toEqual([1, []]);
    expect(err[0]).toMatch(/^tests\/samples\/packs\/a-key-is-unknown\/events\/01-siege\.yaml:7:5 events\[0\]\.wehn: /);
    expect(err.at(-1)).toContain(`${path} has problems`);
  });

  test('of a pack too small for any: says so', async () => {
    expect(await run(['questions', 'tests/samples/packs/nothing-is-wrong', '--kind', 'place'])).toEqual({ code: 0, out: [], err: ['no question: --refusals tells why'] });
  }); // prettier-ignore

  test('of a pack in a language without stems: asks for one', async () => {
    const pack = { format: 'dateline-pack/1', id: 'tiny', version: 1, title: 'Klein', language: 'de', licence: 'CC0-1.0' };
    expect(await run(['questions', '-'], JSON.stringify(pack))).toMatchObject({ code: 2, out: [], err: [expect.stringContaining('give --language en or uk'), expect.any(String)] });
    expect(await run(['questions', '-', '--language', 'en'], JSON.stringify(pack))).toMatchObject({ code: 0 });
  }); // prettier-ignore
});

describe('verify', () => {
  test('names each violation, and ends with 1', async () => {
    const { asked } = await questions('--kind', 'date', '--form', 'choice', '--count', '3');
    const [first, ...rest] = asked;
    const bad = { ...first, key: [first?.options.find(({ id }) => !first.key.includes(id))?.id] };
    const { code, out, err } = await run(['verify', PACK], [bad, ...rest].map((question) => JSON.stringify(question)).join('\n'));
    expect(code).toBe(1);
    const violations = out.map((line) => JSON.parse(line) as Record<string, string>);
    expect(violations.length).toBeGreaterThan(0);
    expect(violations.map((violation) => Object.keys(violation))).toEqual(violations.map(() => ['id', 'rule', 'detail']));
    expect(violations.every(({ id }) => id === first?.id)).toBe(true);
    expect(violations.map(({ rule }) => rule)).toContain('K1');
    expect(err[0]).toMatch(/^3 questions checked, \d+ violations in 1 of them$/);
  }); // prettier-ignore

  test('passes over refusals and blank lines', async () => {
    const { out } = await questions('--kind', 'place', '--refusals');
    const { code, err } = await run(['verify', PACK], `\uFEFF${out.join('\r\n\r\n')}\r\n`);
    expect(code).toBe(0);
    expect(err[0]).toMatch(/^\d+ questions checked, 0 violations$/);
  });

  test('says that nothing was checked', async () => {
    expect(await run(['verify', PACK], '')).toEqual({ code: 0, out: [], err: ['0 questions checked, 0 violations'] });
  });

  test('a line that is no JSON, or no question, is a violation with its number', async () => {
    const { code, out } = await run(['verify', PACK], '\n{"type": "question"\nnull\n{"type": "question", "id": "x"}\n');
    expect(code).toBe(1);
    const violations = out.map((line) => JSON.parse(line) as { id: string; rule: string; detail: string });
    expect(violations[0]).toEqual({
      id: '',
      rule: 'format',
      detail: 'line 2: not JSON: "{\\"type\\": \\"question\\""',
    });
    expect(violations[1]).toMatchObject({
      id: '',
      rule: 'format',
      detail: expect.stringMatching(/^line 3: /) as string,
    });
    expect(violations.slice(2).every(({ id, rule }) => id === 'x' && rule === 'format')).toBe(true);
  });

  test('a pack with problems proves nothing', async () => {
    const { code, out, err } = await run(['verify', 'tests/samples/packs/a-key-is-unknown'], '');
    expect([code, out]).toEqual([1, []]);
    expect(err[0]).toContain('events[0].wehn');
  });

  test('20,000 questions take seconds, not minutes', async () => {
    const { out } = await questions();
    const lines = Array.from({ length: 20_000 }, (_, i) => out[i % out.length]);
    const start = performance.now();
    expect(await run(['verify', PACK], lines.join('\n'))).toMatchObject({ code: 0, err: ['20000 questions checked, 0 violations'] });
    expect(performance.now() - start).toBeLessThan(30_000);
  }, 60_000); // prettier-ignore
});
