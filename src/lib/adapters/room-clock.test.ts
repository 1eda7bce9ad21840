import { expect, test } from 'vitest';
import { readClock } from './room-clock';

test('the sample with the shortest way is believed, whatever the others say', () => {
  const samples = [
    { sent: 1000, received: 1400, server: 9000 },
    { sent: 2000, received: 2010, server: 9605 },
    { sent: 3000, received: 3900, server: 10_600 },
  ];
  expect(readClock(samples)).toEqual({ offset: 7600, rtt: 10 });
});

test('a clock that was put back in between makes no way shorter than nothing', () => {
  expect(readClock([{ sent: 5000, received: 4000, server: 100 }])).toEqual({ offset: -3900, rtt: 0 });
});

test('no sample, no reading', () => {
  expect(readClock([])).toBeNull();
});
