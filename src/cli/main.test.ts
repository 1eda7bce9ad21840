import { execFile } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { fakeIo } from '../../tests/samples/fake-io';
import { main } from './main';

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const PACK = 'tests/samples/packs/nothing-is-wrong';

async function run(argv: readonly string[], stdin = '') {
  const io = fakeIo({ cwd: ROOT, stdin });
  return { code: await main(argv, io), out: io.outLines, err: io.errLines };
}

describe('wrong usage ends with 2, says what would be right, and prints no result', () => {
  test.each([
    [[], /a command is missing/],
    [['chekc'], /there is no command "chekc"/],
    [['check'], /^dateline check: PACK is missing/],
    [['check', PACK, PACK], /is one argument too many/],
    [['check', '--fast', PACK], /'--fast'/],
    [['check', 'no/such/pack'], /there is no file or folder no\/such\/pack/],
    [['check', 'package.json/x'], /there is no file or folder/],
    [['check', 'LICENSE'], /LICENSE is no pack: a folder, a \.yaml, \.yml or \.json file, or - for standard input/],
    [['questions'], /PACK is missing/],
    [['questions', 'no-pack'], /there is no file or folder no-pack/],
    [['questions', PACK, '--seed'], /^dateline questions: --seed: expected a value after it, received nothing$/],
    [
      ['questions', PACK, '--seed', '--refusals'],
      /--seed: expected a value after it, received "--refusals", which is an option$/,
    ],
    // Story: the parser's own words were "Option '--seed' argument is ambiguous".
    [
      ['questions', PACK, '--seed', '-1'],
      /^dateline questions: --seed "-1": expected a whole number from 0 to 4294967295$/,
    ],
    [['questions', PACK, '--count', '-3'], /^dateline questions: --count "-3": expected a whole number from 1 on$/],
    [['questions', PACK, '--seed=-1'], /--seed "-1": expected a whole number from 0 to 4294967295/],
    [['questions', PACK, '--seed', '1.5'], /--seed "1\.5": expected a whole number/],
    [['questions', PACK, '--seed', '4294967296'], /--seed "4294967296"/],
    [['questions', PACK, '--seed', '1e3'], /--seed "1e3"/],
    [['questions', PACK, '--seed', ''], /--seed ""/],
    [['questions', PACK, '--count', '0'], /--count "0": expected a whole number from 1 on/],
    [['questions', PACK, '--count', 'many'], /--count "many"/],
    [['questions', PACK, '--kind', 'dates'], /--kind dates is not known \(expected date, place, sequence, event\)/],
    [['questions', PACK, '--form', 'guess'], /--form guess is not known \(expected choice, /],
    [['questions', PACK, '--kind', 'place', '--form', 'order'], /--form order is no form of place/],
    [['questions', PACK, '--language', 'de'], /--language de is not known \(expected en, uk\)/],
    [['questions', PACK, '--fact', 'landing'], /--fact landing is no fact/],
    [['verify'], /PACK is missing/],
    [['verify', '-'], /PACK cannot be standard input/],
    [['judge', PACK], /is one argument too many/],
    [['formats', '--all'], /'--all'/],
  ] as const)('%j', async (argv, message) => {
    const { code, out, err } = await run(argv);
    expect(code).toBe(2);
    expect(out).toEqual([]);
    expect(err[0]).toMatch(message);
    expect(err.join('\n')).toContain('usage: dateline');
  });
});

describe('help and version', () => {
  test.each([[['--help']], [['-h']], [['help']]])('%j lists every command', async (argv) => {
    const { code, out, err } = await run(argv);
    expect([code, err]).toEqual([0, []]);
    for (const name of ['check', 'questions', 'verify', 'judge', 'formats']) expect(out.join('\n')).toMatch(new RegExp(`^  ${name} `, 'm'));
  }); // prettier-ignore

  test('of one command', async () => {
    const { code, out } = await run(['questions', '--help']);
    expect(code).toBe(0);
    expect(out[0]).toBe('usage: dateline questions PACK [--kind K]… [--form F]… [--language L] [--seed N] [--count N] [--fact ID] [--storyline ID]… [--difficulty LOW..HIGH] [--once] [--refusals]');
  }); // prettier-ignore

  test('the version', async () => {
    expect(await run(['--version'])).toEqual({ code: 0, out: ['1.2.3'], err: [] });
  });

  test('formats prints a line each, and none yet is no mistake', async () => {
    expect(await run(['formats'])).toMatchObject({ code: 0, err: [] });
  });
});

describe('the command itself', () => {
  const node = promisify(execFile);
  const dateline = (args: readonly string[], options: { cwd?: string; env?: NodeJS.ProcessEnv } = {}) =>
    node(process.execPath, [join(ROOT, 'src/cli/dateline.js'), ...args], { cwd: ROOT, ...options });

  // Story: a script starts two at once in a fresh checkout; both build, and one must not pull the bundle from under the other.
  test('runs twice at once, builds itself silently, and leaves no half-built folder', async () => {
    const [one, two] = await Promise.all([dateline(['check', PACK]), dateline(['check', PACK])]);
    expect(one).toEqual({ stdout: '2 events (stated 2; dated: day 2), 3 places, 1 storyline, 1 source: no problems\n', stderr: '' });
    expect(two).toEqual(one);
    const left = readdirSync(join(ROOT, '.dateline')).filter((name) => /^cli-[0-9a-f]{16}$/.test(name));
    expect(left.length).toBeGreaterThan(0);
  }, 120_000); // prettier-ignore

  test('counts relative paths from where the caller stands, which npm tells in INIT_CWD', async () => {
    const packs = join(ROOT, 'tests/samples/packs');
    const here = await dateline(['check', 'nothing-is-wrong'], { env: { ...process.env, INIT_CWD: packs } });
    expect(here.stdout).toContain('no problems');
    const there = await dateline(['check', '../nothing-is-wrong'], { cwd: join(packs, 'a-key-is-unknown') });
    expect(there.stdout).toContain('no problems');
  }, 120_000); // prettier-ignore

  test('ends with 1 for problems and 2 for wrong usage', async () => {
    await expect(dateline(['check', 'tests/samples/packs/a-key-is-unknown'])).rejects.toMatchObject({ code: 1 });
    await expect(dateline(['check'])).rejects.toMatchObject({ code: 2, stdout: '' });
  }, 120_000); // prettier-ignore
});
