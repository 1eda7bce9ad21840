import { expect, test } from 'vitest';
import { wifiCode } from './wifi-code';

test.each([
  ['Class 9-A', 'open sesame', 'WIFI:S:Class 9-A;T:WPA;P:open sesame;;'],
  ['Клас', '', 'WIFI:S:Клас;T:nopass;;'],
  ['a;b:c', 'p\\q,r"s', 'WIFI:S:a\\;b\\:c;T:WPA;P:p\\\\q\\,r\\"s;;'],
])('the network %s', (name, password, code) => {
  expect(wifiCode(name, password)).toBe(code);
});
