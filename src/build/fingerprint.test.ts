import { mkdirSync, mkdtempSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it, test } from 'vitest';
import { fingerprint } from './fingerprint.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dateline-fingerprint-'));
  put('src/a.ts', 'a');
  put('src/deep/b.ts', 'b');
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function put(path: string, content: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), content);
}

const now = (extra?: string): string => fingerprint(folder, ['src', 'package.json'], extra);

it('is sixteen hexadecimal digits, whenever the files were written', () => {
  const before = now();
  expect(before).toMatch(/^[0-9a-f]{16}$/);
  utimesSync(join(folder, 'src/a.ts'), 1, 1);
  expect(now()).toBe(before);
});

const changes: readonly [story: string, change: () => void][] = [
  ['other content', () => put('src/deep/b.ts', 'c')],
  ['another file', () => put('src/deep/c.ts', '')],
  ['a file that was not there', () => put('package.json', '{}')],
  ['one file less', () => rmSync(join(folder, 'src/a.ts'))],
  ['another name', () => renameSync(join(folder, 'src/a.ts'), join(folder, 'src/z.ts'))],
  [
    'content moved from one file to the next',
    () => {
      put('src/a.ts', '');
      put('src/deep/b.ts', 'ab');
    },
  ],
];
test.each(changes)('changes with %s', (_, change) => {
  const before = now();
  change();
  expect(now()).not.toBe(before);
});

it('changes with what else the product depends on', () => {
  expect(now('/school')).not.toBe(now());
  expect(now('')).toBe(now());
});

test.each(['src/a.test.ts', 'src/deep/b.test.js', 'src/.hidden', 'src/paraglide/runtime.js'])(
  'does not change with %s, which is in no product',
  (path) => {
    const before = now();
    put(path, 'new');
    expect(now()).toBe(before);
  },
);
