import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { root } from './root.js';

/** Each bundling starts a process of its own. Milliseconds. */
const PATIENCE = { timeout: 60_000 };
const execute = promisify(execFile);

/** A small project with the real build scripts, so that a test spoils no bundle of ours. */
let project: string;
beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), 'dateline-bundle-'));
  for (const folder of ['src/cli', 'src/lib/core']) mkdirSync(join(project, folder), { recursive: true });
  cpSync(join(root, 'src/build'), join(project, 'src/build'), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(project, 'node_modules'), 'junction');
  put('package.json', '{ "type": "module" }');
  put('package-lock.json', '{}');
  put('src/lib/core/words.ts', "export const words: string = 'first';");
  put('src/cli/main.ts', "import { words } from '$lib/core/words';\nexport const main = (): string => words;");
});
afterEach(() => {
  rmSync(project, { recursive: true, force: true });
});

function put(path: string, content: string): void {
  writeFileSync(join(project, path), content);
}

/** Bundles in a process of its own, as the command does; what comes back is what the bundled program says. */
async function ensure(): Promise<{ readonly path: string; readonly says: string; readonly printed: string }> {
  const code = `import { ensureBundle } from './src/build/ensure-bundle.js';
    import { pathToFileURL } from 'node:url';
    const path = ensureBundle('cli');
    const { main } = await import(pathToFileURL(path).href);
    console.log(JSON.stringify({ path, says: main() }));`;
  const { stdout, stderr } = await execute(process.execPath, ['--input-type=module', '--eval', code], { cwd: project });
  const [last = '', ...before] = stdout.trim().split('\n').reverse();
  const { path, says } = JSON.parse(last) as { path: string; says: string };
  return { path, says, printed: before.join('\n') + stderr };
}

const bundles = (): string[] => readdirSync(join(project, '.dateline'));

describe('ensureBundle', PATIENCE, () => {
  it('bundles once, and anew when a source has changed', async () => {
    const first = await ensure();
    expect(first).toMatchObject({ says: 'first', printed: '' });
    const marked = `${readFileSync(first.path, 'utf8')}\n// still the same file`;
    writeFileSync(first.path, marked);
    expect((await ensure()).path).toBe(first.path);
    expect(readFileSync(first.path, 'utf8')).toBe(marked);

    put('src/lib/core/words.ts', "export const words: string = 'second';");
    const second = await ensure();
    expect(second).toMatchObject({ says: 'second', printed: '' });
    expect(second.path).not.toBe(first.path);
  });

  it('does no harm when several do it at once', async () => {
    const all = await Promise.all([ensure(), ensure(), ensure()]);
    expect(new Set(all.map(({ path }) => path)).size).toBe(1);
    expect(all.map(({ says, printed }) => says + printed)).toEqual(['first', 'first', 'first']);
    expect(bundles(), 'no temporary folder is left').toHaveLength(1);
  });

  it('says what is wrong with a source, and leaves nothing behind', async () => {
    put('src/cli/main.ts', "import { gone } from '$lib/core/gone';\nexport const main = gone;");
    await expect(ensure()).rejects.toThrow(/src\/cli does not build:[^]*gone/);
    expect(bundles()).toEqual([]);
  });
});
