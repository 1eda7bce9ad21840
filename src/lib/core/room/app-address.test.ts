import { expect, test } from 'vitest';
import { readAppAddress } from './app-address';

test.each([
  ['https://dateline.example/', 'https://dateline.example/'],
  [' Dateline.example ', 'https://dateline.example/'],
  ['dateline.example/app', 'https://dateline.example/app/'],
  ['http://localhost:4173/app/?x#y', 'http://localhost:4173/app/'],
  ['https://історія.example', 'https://історія.example/'],
])('%s is the address %s', (typed, address) => {
  expect(readAppAddress(typed)).toBe(address);
});

test.each(['', 'javascript:alert(1)', 'ftp://a.example/', 'https://', 'a b', '//x'])('%s is none', (typed) => {
  expect(readAppAddress(typed)).toBeNull();
});
