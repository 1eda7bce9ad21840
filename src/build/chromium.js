import { existsSync } from 'node:fs';
import { posix, win32 } from 'node:path';
import process from 'node:process';
import { run, runProgram, tool } from './run.js';

/**
 * What is known of the machine. Arguments, so that a test can be any machine.
 *
 * @typedef {object} Machine
 * @property {Readonly<Record<string, string | undefined>>} [env]
 * @property {string} [platform] as in `process.platform`
 * @property {(path: string) => boolean} [exists]
 * @property {string | null} [downloaded] where Playwright keeps its own Chromium, if that is known
 */

/** Chromium and its kin by their file names on Linux, wherever PATH leads. */
const LINUX_NAMES = ['chromium', 'google-chrome', 'google-chrome-stable'];

const MAC_PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
];

/** Inside the folders that Windows names in its environment. Edge is on every Windows, and is Chromium. */
const WINDOWS_PLACES = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Chromium\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
];
const WINDOWS_FOLDERS = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'];

const APT = '/usr/bin/apt-get';

/** A test talks to its own server and to nobody else, and needs no graphics card. */
export const CHROMIUM_FLAGS = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * @param {number | undefined} [user] its number; undefined on Windows
 * @returns {string[]} the flags for this user: root has no sandbox in Chromium
 */
export function chromiumFlags(user = process.getuid?.()) {
  return user === 0 ? ['--no-sandbox', ...CHROMIUM_FLAGS] : [...CHROMIUM_FLAGS];
}

/**
 * Looks for a Chromium that is already there. Nothing is installed.
 *
 * @param {Machine} [machine]
 * @returns {string | null} the path of the program
 * @throws {Error} when CHROME_PATH names no file: a wish that cannot be met is not passed over in silence
 */
export function findChromium(machine = {}) {
  const { env = process.env, platform = process.platform, exists = existsSync, downloaded = null } = machine;
  const wished = env.CHROME_PATH ?? '';
  if (wished !== '') {
    if (exists(wished)) return wished;
    throw new Error(`CHROME_PATH is "${wished}", and there is no such file`);
  }
  const places = [...usualPlaces(env, platform), ...(downloaded === null ? [] : [downloaded])];
  return places.find((path) => exists(path)) ?? null;
}

/**
 * @param {Readonly<Record<string, string | undefined>>} env
 * @param {string} platform
 * @returns {string[]}
 */
function usualPlaces(env, platform) {
  switch (platform) {
    case 'darwin':
      return [...MAC_PLACES, ...MAC_PLACES.map((path) => posix.join(env.HOME ?? '/', path))];
    case 'win32':
      return WINDOWS_FOLDERS.flatMap((name) => env[name] ?? []).flatMap((folder) =>
        WINDOWS_PLACES.map((path) => win32.join(folder, path)),
      );
    default: {
      // What a snap starts sees neither /tmp nor hidden folders, where tests keep their profiles.
      const folders = (env.PATH ?? '').split(':').filter((each) => each.startsWith('/') && !each.startsWith('/snap/'));
      const found = LINUX_NAMES.flatMap((name) => folders.map((folder) => posix.join(folder, name)));
      return ['/usr/bin/chromium', ...found];
    }
  }
}

/**
 * A Chromium: one that is there, or else one that is installed now.
 *
 * @returns {Promise<string>} the path of the program
 * @throws {Error} with what a person can do about it
 */
export async function ensureChromium() {
  const found = findChromium() ?? findChromium({ downloaded: await downloadPlace() });
  if (found !== null) return found;
  for (const install of [installPackage, download]) {
    const path = await install();
    if (path !== null) return path;
  }
  throw new Error(
    'There is no Chromium here, and none could be installed. Install Chromium or Chrome, or set CHROME_PATH to its program.',
  );
}

/** Root on Debian: the distribution's own package, which brings all its libraries. */
async function installPackage() {
  const lawful = process.getuid?.() === 0 && existsSync('/etc/debian_version') && existsSync(APT);
  if (!lawful) return null;
  process.stderr.write('Installing Chromium with apt-get …\n');
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  // A list of packages that is only partly new may still do.
  await runProgram(APT, ['-q', 'update'], { env });
  const code = await runProgram(APT, ['-qy', 'install', '--no-install-recommends', 'chromium'], { env });
  return code === 0 ? findChromium() : null;
}

/** Everybody else: Playwright's own download, into the user's cache. */
async function download() {
  process.stderr.write('Downloading Chromium with Playwright …\n');
  const code = await run(tool('playwright', '@playwright/test'), ['install', 'chromium']);
  return code === 0 ? findChromium({ downloaded: await downloadPlace() }) : null;
}

async function downloadPlace() {
  // Loaded only here: a second that nobody waits for who has a Chromium.
  const { chromium } = await import('@playwright/test');
  return chromium.executablePath();
}
