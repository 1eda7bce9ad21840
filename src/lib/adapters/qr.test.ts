import { encode } from 'uqr';
import { expect, test } from 'vitest';
import { drawQr } from './qr';

test('the drawing has exactly the dark modules of the code', () => {
  const text = 'http://192.168.1.7:4173/join/?room=482913#Zm9vYmFyYmF6cXV4MTIzNA';
  const { size, path } = drawQr(text);
  const drawn = Array.from({ length: size }, () => Array.from({ length: size }, () => false));
  for (const [, x, y, length] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g))
    for (let i = 0; i < Number(length); i++) (drawn[Number(y)] ?? [])[Number(x) + i] = true;
  expect(drawn).toEqual(encode(text, { ecc: 'M', border: 4 }).data);
});
