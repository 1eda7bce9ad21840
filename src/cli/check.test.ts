import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { fakeIo } from '../../tests/samples/fake-io';
import { main } from './main';

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const PACKS = 'tests/samples/packs';

async function check(path: string, { cwd = ROOT, stdin = '' } = {}) {
  const io = fakeIo({ cwd, stdin });
  const code = await main(['check', path], io);
  return { code, out: io.outLines, err: io.errLines };
}

const head = (name: string): string => readFileSync(join(ROOT, PACKS, 'nothing-is-wrong', name), 'utf8');
const WHOLE = head('pack.yaml') + head('places.yaml') + head('events/01-siege.yaml');

describe('sample packs, each with what check says of it', () => {
  test.each(readdirSync(join(ROOT, PACKS)))('%s', async (name) => {
    const expected = readFileSync(join(ROOT, PACKS, name, 'expected.txt'), 'utf8');
    const { code, out, err } = await check(`${PACKS}/${name}`);
    expect(`${out.join('\n')}\n`).toBe(expected);
    expect(err).toEqual([]);
    expect(code).toBe(expected.includes('no problems') ? 0 : 1);
    // Every line but the last has a place; a stack trace has none.
    for (const line of out.slice(0, -1)) expect(line).toMatch(/^tests\/samples\/packs\/[^ ]+:\d+:\d+ \S+: \S/);
  });
});

describe('a pack may be', () => {
  test('standard input, YAML or JSON', async () => {
    expect(await check('-', { stdin: WHOLE })).toMatchObject({ code: 0, out: ['2 events (stated 2; dated: day 2), 3 places, 1 storyline, 1 source: no problems'] });
    const json = JSON.stringify({ format: 'dateline-pack/1', id: 'tiny', version: 1, title: 'Tiny', language: 'en', licence: 'CC0-1.0' });
    expect(await check('-', { stdin: json })).toMatchObject({ code: 0 });
    expect(await check('-', { stdin: WHOLE.replace('"1901-03-02"', '1901') })).toMatchObject({
      code: 1,
      out: [expect.stringMatching(/^<stdin>:18:11 events\[0\]\.when: is not text: quote it /), '1 problem in 1 file'],
    });
  }); // prettier-ignore

  test('one file', async () => {
    const { code, out } = await check(`${PACKS}/nothing-is-wrong/places.yaml`);
    expect(code).toBe(1);
    expect(out.slice(0, -1).every((line) => line.startsWith(`${PACKS}/nothing-is-wrong/places.yaml:`))).toBe(true);
    expect(out.join('\n')).toContain('format: is missing');
  });

  test('a path from where the caller stands, and problems bear it as it was given', async () => {
    const cwd = join(ROOT, PACKS);
    expect(await check('nothing-is-wrong', { cwd })).toMatchObject({ code: 0 });
    expect(await check('./a-place-is-misspelt/', { cwd })).toMatchObject({ code: 1, out: [expect.stringMatching(/a-place-is-misspelt\/events\/01-siege\.yaml:5:13 /), '1 problem in 1 file'] });
    expect(await check('../a-place-is-misspelt', { cwd: join(cwd, 'nothing-is-wrong') })).toMatchObject({ code: 1 });
    expect(await check(join(cwd, 'nothing-is-wrong'), { cwd: '/' })).toMatchObject({ code: 0 });
  }); // prettier-ignore

  test.each(['', '\0', '{', '- - -', '%YAML 9', '&a [*a]', '{"format": "dateline-pack/1", "__proto__": {}}', '['.repeat(5000), 'events: !!js/function x'])(
    'nonsense on standard input (%j): told in lines, never as a stack trace',
    async (stdin) => {
      const { code, out, err } = await check('-', { stdin });
      expect(code).toBe(1);
      expect(err).toEqual([]);
      expect(out.slice(0, -1).every((line) => line.startsWith('<stdin>:'))).toBe(true);
      expect(out.at(-1)).toMatch(/^\d+ problems? in 1 file$/);
    },
  ); // prettier-ignore
});

// Story: a link in a pack that led to itself ended in "ELOOP: too many symbolic links encountered, stat …".
describe('a pack with links that lead nowhere', () => {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-links-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  function broken(name: string, breakIt: (pack: string) => void): string {
    const pack = join(folder, name);
    cpSync(join(ROOT, PACKS, 'nothing-is-wrong'), pack, { recursive: true });
    breakIt(pack);
    return pack;
  }
  const replace = (target: string, link: string): void => {
    rmSync(target, { recursive: true });
    symlinkSync(link, target);
  };

  test.each<[string, (pack: string) => void, string]>([
    ['head', (pack) => replace(join(pack, 'pack.yaml'), 'pack.yaml'), 'pack.yaml:1:1 (root): cannot be read (expected a file, or a link to one, received a link that leads back to itself)'],
    ['places', (pack) => replace(join(pack, 'places.yaml'), 'nowhere.yaml'), 'places.yaml:1:1 (root): cannot be read (expected a file, or a link to one, received a link to a file that is not there)'],
    ['events', (pack) => replace(join(pack, 'events'), 'events'), 'events:1:1 (root): cannot be read (expected a folder of .yaml files, received a link that leads back to itself)'],
    ['one-file', (pack) => symlinkSync('02-more.yaml', join(pack, 'events/02-more.yaml')), 'events/02-more.yaml:1:1 (root): cannot be read (expected a file, or a link to one, received a link that leads back to itself)'],
    ['folder-as-head', (pack) => { rmSync(join(pack, 'pack.yaml')); mkdirSync(join(pack, 'pack.yaml')); }, 'pack.yaml:1:1 (root): cannot be read (expected a file, or a link to one, received a folder)'],
  ])('%s', async (name, breakIt, expected) => {
    const pack = broken(name, breakIt);
    const { code, out, err } = await check(pack);
    expect([code, err]).toEqual([1, []]);
    expect(out[0]).toBe(`${pack}/${expected}`);
  }); // prettier-ignore

  test('the pack itself', async () => {
    symlinkSync('loop', join(folder, 'loop'));
    const { code, out, err } = await check(join(folder, 'loop'));
    expect([code, out]).toEqual([2, []]);
    expect(err[0]).toMatch(/loop cannot be opened: a link that leads back to itself/u);
  });
});
