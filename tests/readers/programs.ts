import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

/** A folder of the test file's own, gone behind it. */
export const folder = mkdtempSync(join(tmpdir(), 'dateline-readers-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Debian's own, which finds what its packages brought. */
export const PYTHON = process.env.PYTHON ?? '/usr/bin/python3';
/** What a script of ours ends with if its program is not installed. */
export const NOT_HERE = 77;

export interface Ran {
  /** Null: there is no such program. */
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a program to its end, at home in the folder. */
export function run(program: string, args: readonly string[]): Ran {
  const env = { ...process.env, LC_ALL: 'C.UTF-8', HOME: folder };
  const { status, stdout, stderr, error } = spawnSync(program, args, { encoding: 'utf8', env, maxBuffer: 2 ** 28 });
  return error === undefined ? { status, stdout, stderr } : { status: null, stdout: '', stderr: '' };
}

/** Whether a program answers; tests of one that does not are left out. */
export function isHere(program: string, args: readonly string[] = ['--version']): boolean {
  return run(program, args).status === 0;
}

/** Whether Debian's Python has a module. */
export function pythonHas(module: string): boolean {
  return existsSync(PYTHON) && isHere(PYTHON, ['-c', `import ${module}`]);
}

/** Writes a file into the folder; its path. */
export function put(name: string, bytes: Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}
