import { expect, test } from 'vitest';
import { basePath } from './base-path.js';

test.each([
  [undefined, ''],
  ['', ''],
  ['/', ''],
  ['//', ''],
  ['school', '/school'],
  ['/school', '/school'],
  ['/school/', '/school'],
  ['a/b//', '/a/b'],
])('BASE_PATH "%s" means "%s"', (given, path) => {
  expect(basePath(given)).toBe(path);
  expect(basePath(path), 'once more changes nothing').toBe(path);
});
