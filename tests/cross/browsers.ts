import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromiumFlags, findChromium } from '../../src/build/chromium.js';
import { PuppeteerVisitor } from './puppeteer-visitor';
import type { Visitor } from './visitor';
import { WebKitVisitor } from './webkit-visitor';

export interface CrossBrowser {
  readonly name: string;
  /** Null: it is not on this machine; `missing` says what would bring it. */
  readonly start: (() => Promise<Visitor>) | null;
  readonly missing: string;
}

const FIREFOX = ['/usr/bin/firefox-esr', '/usr/bin/firefox', '/Applications/Firefox.app/Contents/MacOS/firefox'];
const WEBKIT_DRIVER = '/usr/bin/WebKitWebDriver';
const SCREEN = '/usr/bin/Xvfb';

/** The browsers that the journeys run in, whether they are here or not. */
export function crossBrowsers(): readonly CrossBrowser[] {
  const chromium = findChromium();
  const firefox = FIREFOX.find((path) => existsSync(path));
  const webkit = existsSync(WEBKIT_DRIVER) && existsSync(SCREEN) ? miniBrowser() : null;
  return [
    {
      name: 'Chromium',
      start: chromium === null ? null : () => PuppeteerVisitor.start('chrome', chromium, chromiumFlags()),
      missing: 'npm test installs it',
    },
    {
      name: 'Firefox',
      start: firefox === undefined ? null : () => PuppeteerVisitor.start('firefox', firefox, []),
      missing: 'apt-get install firefox-esr',
    },
    {
      name: 'WebKitGTK',
      start: webkit === null ? null : () => WebKitVisitor.start(WEBKIT_DRIVER, webkit),
      missing: 'apt-get install webkit2gtk-driver xvfb',
    },
  ];
}

/** The browser that WebKitGTK's driver drives: it lies with the library, by architecture and version. */
function miniBrowser(): string | null {
  const places = readdirSync('/usr/lib', { withFileTypes: true })
    .filter((each) => each.isDirectory() && each.name.endsWith('-linux-gnu'))
    .flatMap(({ name }) =>
      ['webkit2gtk-4.1', 'webkit2gtk-4.0'].map((version) => join('/usr/lib', name, version, 'MiniBrowser')),
    );
  return places.find((path) => existsSync(path)) ?? null;
}
