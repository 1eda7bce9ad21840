import { expect, test } from 'vitest';
import {
  claimLink,
  joinLink,
  readJoinAddress,
  readPin,
  readTakeOver,
  sayPin,
  seatFragment,
  takeOverLink,
} from './address';

const secret = 'Zm9vYmFyYmF6cXV4MTIzNA';
const page = 'http://192.168.1.7:4173/join/';

test('what the QR code holds comes out of its link again', () => {
  const link = new URL(joinLink(page, '482913', secret));
  expect(readJoinAddress(link)).toEqual({ pin: '482913', secret, code: null, seat: null });
  expect(link.search, 'no server and no log sees the secret').not.toContain(secret);
});

test('a seat lives in the fragment', () => {
  const seat = { room: 'abcdefghijklmnopqrstuv', seat: 12, token: secret };
  const url = new URL(`${page}?room=482913${seatFragment(seat)}`);
  expect(readJoinAddress(url)).toEqual({ pin: '482913', secret: null, code: null, seat });
});

test.each(['', '?room=48291', '?room=482913x', '?room=<script>#s=a.b.c', '#short', '#s=room.1.short'])(
  'nothing is read from %s that does not stand there',
  (rest) => {
    const read = readJoinAddress(new URL(page + rest));
    expect(read.code).toBeNull();
    expect(read.secret).toBeNull();
    expect(read.seat).toBeNull();
    expect(read.pin).toBeNull();
  },
);

test('the code for a seat comes with its room', () => {
  const read = readJoinAddress(new URL(claimLink(page, '482913', '7KQ2-M4XA')));
  expect(read).toEqual({ pin: '482913', secret: null, code: '7KQ2-M4XA', seat: null });
});

test('a PIN is read as it is spoken', () => {
  expect(readPin(' 482 913')).toBe('482913');
  expect(readPin('48-29-13')).toBe('482913');
  expect(readPin('48291')).toBeNull();
  expect(sayPin('482913')).toBe('482 913');
});

test('the code that moves the host leads to a page that knows both halves, and no server sees the second', () => {
  const link = new URL(takeOverLink('http://192.168.1.7:4173/', '482913', '7K2M-QX4T-90AB'));
  expect(readTakeOver(link)).toEqual({ pin: '482913', recovery: '7K2M-QX4T-90AB' });
  expect(link.search).not.toContain('7K2M');
  expect(readTakeOver(new URL('http://a.test/host/?over=482913'))).toBeNull();
  expect(readTakeOver(new URL('http://a.test/host/?over=<b>#7K2M-QX4T-90AB'))).toBeNull();
});
