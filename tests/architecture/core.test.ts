import { ESLint } from 'eslint';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it, test } from 'vitest';
import { root } from '../../src/build/root.js';

// Core runs the same everywhere: no clock, no luck, no language of the machine, no DOM, no Node.

/** The text of a made-up file stands in for one that exists, so that the compiler knows what surrounds it. */
const IN_CORE = 'src/lib/core/time/calendar.ts';
const IN_APP = 'src/lib/app/outline.ts';
const IN_TEST = 'src/lib/core/time/calendar.test.ts';

const eslint = new ESLint({ cwd: root });

async function bans(path: string, code: string): Promise<readonly string[]> {
  const [result] = await eslint.lintText(`${code}\n`, { filePath: join(root, path) });
  const messages = result?.messages ?? [];
  const broken = messages.find(({ fatal }) => fatal === true);
  if (broken !== undefined) throw new Error(`${path}: ${broken.message}`);
  return messages.filter(({ ruleId }) => ruleId?.startsWith('no-restricted-') === true).map(({ message }) => message);
}

const CLOCK = 'core has no clock: take the time as an argument.';
const LUCK = 'core has no luck: take a seed as an argument.';

/** The first file of each project has its whole program compiled. Milliseconds. */
const PATIENCE = { timeout: 60_000 };

describe('the lint of core', PATIENCE, () => {
  const forbidden = [
    ['export const now = Date.now();', CLOCK],
    ['export const now = new Date();', CLOCK],
    ['export const now = Date();', CLOCK],
    ['export const now = performance.now();', CLOCK],
    ['const { now } = Date; export const then = now();', CLOCK],
    ['export const draw = Math.random();', LUCK],
    ['export const draw = crypto.randomUUID();', LUCK],
    ['const { random } = Math; export const draw = random();', LUCK],
    ["export const words = new Intl.PluralRules('uk');", /core has no Intl/],
    ["export const words = new Date(0).toLocaleDateString('uk');", /core has no Intl/],
    ["export const words = (1000).toLocaleString('en');", /core has no Intl/],
    ["export const words = 'A'.toLocaleLowerCase();", /core has no Intl/],
    ["export const order = 'a'.localeCompare('b');", /core has no Intl/],
    ['export const day = new Date(0).getDate();', /^core has no time zone/],
    ['export const year = new Date(0).getFullYear();', /^core has no time zone/],
    ['export const zone = new Date(0).getTimezoneOffset();', /^core has no time zone/],
    ['export enum Colour { Red }', /^An enum is not erasable/],
    ['export default 1;', /./],
  ] as const;
  test.each(forbidden)('%s', async (code, reason) => {
    expect(await bans(IN_CORE, code)).toEqual([expect.stringMatching(reason)]);
  });

  const allowed = [
    'export const day = new Date(0).getUTCDate();',
    'export const day = (now: number) => new Date(now).toISOString();',
    'export const day = Date.UTC(2022, 1, 24);',
    'export const half = Math.floor(0.5);',
  ];
  test.each(allowed)('lets pass: %s', async (code) => {
    expect(await bans(IN_CORE, code)).toEqual([]);
  });

  it('does not reach into app, nor into tests', async () => {
    for (const path of [IN_APP, IN_TEST]) {
      expect(await bans(path, 'export const now = Date.now() + Math.random();')).toEqual([]);
    }
  });

  test.each([
    IN_CORE,
    'src/lib/adapters/database.ts',
    IN_APP,
    'src/lib/app/studying.svelte.ts',
    'src/lib/ui/Button.svelte',
    'src/lib/compose.ts',
    'src/routes/+page.svelte',
    'src/service-worker.ts',
    'src/server/main.ts',
    'src/server/start.js',
    'src/cli/main.ts',
    'src/build/run.js',
  ])('the fences and the limit of length hold in %s', async (path) => {
    const config = (await eslint.calculateConfigForFile(join(root, path))) as { rules: Record<string, unknown> };
    expect(config.rules['fences/imports']).toEqual([2]);
    expect(config.rules['max-lines']).toEqual([2, 400]);
  });
});

describe('the compiler of core', PATIENCE, () => {
  const strangers = [
    'window',
    'document',
    'navigator',
    'localStorage',
    'indexedDB',
    'fetch',
    'console',
    'setTimeout',
    'queueMicrotask',
    'structuredClone',
    'process',
    'Buffer',
    'require',
    '__dirname',
    'URL',
    'TextEncoder',
  ];

  test.each(strangers)('does not know %s', (name) => {
    expect(complaints(`export const x: unknown = ${name};`)).toEqual([expect.stringContaining(`'${name}'`)]);
  });

  it('does not know the packages of Node, nor a component', () => {
    expect(complaints("import { readFileSync } from 'node:fs'; export const x = readFileSync;")).toHaveLength(1);
    expect(complaints("import Button from '../../ui/Button.svelte'; export const x = Button;")).toHaveLength(1);
  });

  it('knows the language itself, and what stands beside', () => {
    const code = "import { isLeapYear } from './calendar'; export const x = [Math.abs(1), isLeapYear].toSorted();";
    expect(complaints(code)).toEqual([]);
  });
});

/** What TypeScript says, under the settings of core, about a file that is not there. */
function complaints(code: string): readonly string[] {
  const folder = join(root, 'src/lib/core');
  const { options } = ts.parseJsonConfigFileContent(
    ts.readConfigFile(join(folder, 'tsconfig.json'), (path) => readFileSync(path, 'utf8')).config,
    ts.sys,
    folder,
  );
  const path = join(folder, 'time/made-up.ts');
  const host = ts.createCompilerHost(options);
  const program = ts.createProgram([path], options, {
    ...host,
    fileExists: (name) => name === path || host.fileExists(name),
    readFile: (name) => (name === path ? code : host.readFile(name)),
    getSourceFile: (name, version) =>
      name === path ? ts.createSourceFile(name, code, version) : host.getSourceFile(name, version),
  });
  const source = program.getSourceFile(path);
  return [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)].map(
    ({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '),
  );
}
