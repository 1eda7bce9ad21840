import { expect, test } from 'vitest';
import { shortId } from './short-id';

test('an id that fits stays, a longer one stays apart from others', () => {
  expect(shortId('short', 100)).toBe('short');
  const long = 'x'.repeat(120);
  expect(shortId(`${long}a`, 100).length).toBe(100);
  expect(shortId(`${long}a`, 100)).not.toBe(shortId(`${long}b`, 100));
  expect(shortId(`${long}a`, 100)).toBe(shortId(`${long}a`, 100));
});
