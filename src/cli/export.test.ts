import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { loadFormats } from '$lib/core/export/catalogue';
import { fakeIo } from '../../tests/samples/fake-io';
import { main } from './main';

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const PACK = 'content/ukraine-2022';

// Each run reads and surveys the whole pack, a second's work that a busy machine stretches.
vi.setConfig({ testTimeout: 60_000 });

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dateline-export-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function run(...argv: readonly string[]) {
  const io = fakeIo({ cwd: ROOT });
  return { code: await main(argv, io), out: io.outLines, err: io.errLines };
}

const exported = (format: string, file: string, ...more: readonly string[]) =>
  run('export', PACK, '--format', format, '--out', join(folder, file), ...more);

describe('formats', () => {
  test('a line each: id, label, limits', async () => {
    const { code, out } = await run('formats');
    expect(code).toBe(0);
    const known = (await loadFormats()).map(({ id, label, limits }) => [id, label, limits].join('\t'));
    expect(out).toEqual(known);
    for (const line of out) expect(line).toMatch(/^[a-z0-9-]+\t[^\t]+\t[^\t]+$/u);
  });
});

describe('export', () => {
  test('writes a file, and prints what it could not carry', async () => {
    const { code, out, err } = await exported('aiken', 'a.txt', '--count', '20');
    expect(code).toBe(0);
    expect(out.some((line) => /^ukraine-2022:.+: map became multiple choice \(.+\)$/u.test(line))).toBe(true);
    expect(out).toContainEqual(expect.stringMatching(/^explanations: not in the file \(\d+ questions\)$/u));
    expect(err.at(-1)).toMatch(/^Aiken \(Moodle\): \d+ of 20 questions in .+a\.txt$/u);
    const text = await readFile(join(folder, 'a.txt'), 'utf8');
    expect(text.match(/^ANSWER: [A-D]$/gmu)?.length).toBeGreaterThan(10);
    expect(text).toContain('CC BY-SA 4.0');
  });

  test('the same bytes each time, and others with another seed', async () => {
    const bytes = async (seed: string): Promise<string> => {
      expect((await exported('kahoot', 'k.xlsx', '--count', '12', '--seed', seed)).code).toBe(0);
      return (await readFile(join(folder, 'k.xlsx'))).toString('hex');
    };
    expect(await bytes('7')).toBe(await bytes('7'));
    expect(await bytes('7')).not.toBe(await bytes('8'));
  });

  test('versions inside one file with their keys, where the format prints them', async () => {
    expect((await exported('markdown', 'test.md', '--count', '6', '--versions', 'A,B,C')).code).toBe(0);
    const text = await readFile(join(folder, 'test.md'), 'utf8');
    expect(text.match(/^# .+ – Version [ABC]$/gmu)?.length).toBe(3);
    expect(text.match(/^## Answer key – Version [ABC]$/gmu)?.length).toBe(3);
  });

  test('versions as files of their own, where it does not', async () => {
    const { code, err } = await exported('gift', 'quiz.gift', '--count', '6', '--versions', 'A,B');
    expect(code).toBe(0);
    expect(err.at(-1)).toMatch(/quiz-A\.gift, .+quiz-B\.gift$/u);
    expect((await readdir(folder)).filter((name) => name.endsWith('.gift')).sort()).toEqual([
      'quiz-A.gift',
      'quiz-B.gift',
    ]);
  });

  test('the losses as a report of their own', async () => {
    const report = join(folder, 'report.txt');
    expect((await exported('gimkit-text', 'g.csv', '--count', '10', '--report', report)).code).toBe(0);
    expect(await readFile(report, 'utf8')).toMatch(/left out: this format has no such task.+CC BY-SA 4\.0/su);
  });

  test('to standard output, where it is text; the messages then go to standard error', async () => {
    const { code, out, err } = await run('export', PACK, '--format', 'json', '--out', '-', '--count', '3');
    expect(code).toBe(0);
    expect(JSON.parse(out.join('\n'))).toMatchObject({ format: 'dateline-set/1', licence: 'CC BY-SA 4.0' });
    expect(err.at(-1)).toBe('Dateline JSON: 3 of 3 questions in standard output');
    expect(await run('export', PACK, '--format', 'kahoot', '--out', '-', '--count', '3')).toMatchObject({
      code: 2,
      out: [],
    });
  });

  test('in Ukrainian, of one kind, in wanted forms', async () => {
    const { code, out } = await run('export', PACK, '--format', 'csv', '--out', '-', '--language', 'uk', '--kind', 'place', '--form', 'typed', '--count', '4');
    expect(code).toBe(0);
    expect(out.join('\n').split('\r\n').slice(1).every((line) => line.includes(',place,typed,uk,'))).toBe(true);
  }); // prettier-ignore

  test.each([
    [[], /--format is missing/],
    [['--format', 'word', '--out', 'x'], /--format word is not known \(expected apkg, /],
    [['--format', 'csv'], /--out is missing/],
    [['--format', 'csv', '--out', 'src'], /is a folder/],
    [['--format', 'csv', '--out', 'x.csv', '--versions', 'A,A'], /--versions A,A/],
    [
      ['--format', 'csv', '--out', 'x.csv', '--order', 'map'],
      /--order map is not known \(expected match, choice, leave-out\)/,
    ],
    [['--format', 'csv', '--out', 'x.csv', '--too-long', 'x'], /--too-long/],
    [['--format', 'csv', '--out', 'x.csv', '--count', 'many'], /--count/],
  ])('wrong usage %j', async (argv, message) => {
    const { code, out, err } = await run('export', PACK, ...argv);
    expect([code, out]).toEqual([2, []]);
    expect(err[0]).toMatch(message);
  });

  test('a pack with problems: none of it, exit 1', async () => {
    const { code, err } = await run('export', 'tests/samples/packs/a-key-is-unknown', '--format', 'csv', '--out', join(folder, 'none.csv'));
    expect(code).toBe(1);
    expect(err.at(-1)).toContain('has problems');
    expect(await readdir(folder)).not.toContain('none.csv');
  }); // prettier-ignore

  test('questions of which the format can carry none: says so and writes nothing', async () => {
    const { code, err } = await exported(
      'aiken',
      'nothing.txt',
      '--form',
      'order',
      '--count',
      '2',
      '--order',
      'leave-out',
    );
    expect(code).toBe(1);
    expect(err.at(-1)).toBe('Aiken (Moodle) can carry none of what is wanted: nothing is written');
    expect(await readdir(folder)).not.toContain('nothing.txt');
  });
});
