import { expect, it } from 'vitest';
import { wayOf } from './installing';

const IPHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1';
const MAC_SAFARI =
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Safari/605.1.15';
const MAC_CHROME =
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36';
const ANDROID_CHROME =
  'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36';
const ANDROID_FIREFOX = 'Mozilla/5.0 (Android 14; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0';
const LINUX_FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';

it.each([
  ['an iPhone', IPHONE, { maxTouchPoints: 5 }, 'ios'],
  ['an iPad, which says that it is a Mac', MAC_SAFARI, { maxTouchPoints: 5 }, 'ios'],
  ['Safari on a Mac', MAC_SAFARI, {}, 'safari-desktop'],
  ['Chrome on a Mac that has not offered it yet', MAC_CHROME, {}, 'menu'],
  ['Chrome that has', MAC_CHROME, { canPrompt: true }, 'prompt'],
  ['Chrome on Android', ANDROID_CHROME, { maxTouchPoints: 5, canPrompt: true }, 'prompt'],
  ['Firefox on Android', ANDROID_FIREFOX, { maxTouchPoints: 5 }, 'firefox-android'],
  ['Firefox on a computer', LINUX_FIREFOX, {}, 'firefox-desktop'],
  ['the installed app', IPHONE, { standalone: true, maxTouchPoints: 5 }, 'installed'],
] as const)('tells how to install on %s', (_, userAgent, rest, way) => {
  expect(wayOf({ userAgent, maxTouchPoints: 0, standalone: false, canPrompt: false, ...rest })).toBe(way);
});
