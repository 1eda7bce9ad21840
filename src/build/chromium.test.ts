import { describe, expect, it, test } from 'vitest';
import { CHROMIUM_FLAGS, chromiumFlags, findChromium } from './chromium.js';

/** A machine with these files and no others. */
function machine(platform: string, env: Record<string, string>, files: readonly string[], downloaded?: string) {
  return { platform, env, exists: (path: string) => files.includes(path), downloaded: downloaded ?? null };
}

const CACHE = '/home/a/.cache/ms-playwright/chromium-1/chrome-linux/chrome';
const MAC = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
const WINDOWS = 'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe';

describe('findChromium', () => {
  const cases = [
    {
      story: 'takes what CHROME_PATH names before everything else',
      here: machine('linux', { CHROME_PATH: '/opt/mine', PATH: '/usr/bin' }, ['/opt/mine', '/usr/bin/chromium']),
      found: '/opt/mine',
    },
    {
      story: 'takes an empty CHROME_PATH for none',
      here: machine('linux', { CHROME_PATH: '' }, ['/usr/bin/chromium']),
      found: '/usr/bin/chromium',
    },
    {
      story: 'knows where Debian puts it, without a PATH',
      here: machine('linux', {}, ['/usr/bin/chromium']),
      found: '/usr/bin/chromium',
    },
    {
      story: 'finds Chrome along PATH',
      here: machine('linux', { PATH: '/usr/bin:/opt/google' }, ['/opt/google/google-chrome']),
      found: '/opt/google/google-chrome',
    },
    {
      story: 'prefers Chromium to Chrome, wherever in PATH they stand',
      here: machine('linux', { PATH: '/a:/b' }, ['/a/google-chrome', '/b/chromium']),
      found: '/b/chromium',
    },
    {
      story: 'passes a snap by, which sees no temporary folder',
      here: machine('linux', { PATH: '/snap/bin' }, ['/snap/bin/chromium', CACHE], CACHE),
      found: CACHE,
    },
    {
      story: 'does not look in the folder where it stands',
      here: machine('linux', { PATH: ':.:bin' }, ['chromium', './chromium', 'bin/chromium', '/chromium']),
      found: null,
    },
    {
      story: "takes Playwright's own when there is no other",
      here: machine('linux', { PATH: '/usr/bin' }, [CACHE], CACHE),
      found: CACHE,
    },
    {
      story: "leaves Playwright's own alone when there is another",
      here: machine('linux', { PATH: '/usr/bin' }, [CACHE, '/usr/bin/google-chrome-stable'], CACHE),
      found: '/usr/bin/google-chrome-stable',
    },
    {
      story: 'does not believe that a download is there before it is',
      here: machine('linux', { PATH: '/usr/bin' }, [], CACHE),
      found: null,
    },
    { story: 'finds Chrome on macOS', here: machine('darwin', { HOME: '/Users/a' }, [MAC]), found: MAC },
    {
      story: 'finds what one person installed on macOS',
      here: machine('darwin', { HOME: '/Users/a' }, [`/Users/a${MAC}`]),
      found: `/Users/a${MAC}`,
    },
    {
      story: 'finds Chrome on Windows',
      here: machine('win32', { PROGRAMFILES: 'C:\\Program Files', LOCALAPPDATA: 'C:\\Users\\a' }, [WINDOWS]),
      found: WINDOWS,
    },
    {
      story: 'finds Edge on Windows, which is always there',
      here: machine('win32', { 'PROGRAMFILES(X86)': 'C:\\Program Files (x86)' }, [
        'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
      ]),
      found: 'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
    },
    { story: 'finds nothing on a bare machine', here: machine('linux', { PATH: '/usr/bin' }, []), found: null },
  ];
  test.each(cases)('$story', ({ here, found }) => {
    expect(findChromium(here)).toBe(found);
  });

  it('says so when CHROME_PATH names nothing, though there is another', () => {
    const here = machine('linux', { CHROME_PATH: '/opt/gone' }, ['/usr/bin/chromium']);
    expect(() => findChromium(here)).toThrow('CHROME_PATH is "/opt/gone", and there is no such file');
  });
});

describe('chromiumFlags', () => {
  it('gives up the sandbox for root alone, who has none in Chromium', () => {
    expect(chromiumFlags(0)).toEqual(['--no-sandbox', ...CHROMIUM_FLAGS]);
    expect(chromiumFlags(1000)).toEqual(CHROMIUM_FLAGS);
    expect(chromiumFlags(undefined)).not.toContain(process.getuid?.() === 0 ? '' : '--no-sandbox');
  });
});
