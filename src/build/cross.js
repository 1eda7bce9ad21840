// npm run test:cross            the journeys of tests/cross in Chromium, Firefox and WebKitGTK, as far as they are here
// npm run test:cross -- --install   installs those that are missing first, where root may use apt-get; what follows goes to vitest
import { existsSync } from 'node:fs';
import process from 'node:process';
import { buildSite } from './build-site.js';
import { ensureChromium } from './chromium.js';
import { ensureBundle } from './ensure-bundle.js';
import { run, runProgram, tool } from './run.js';

const APT = '/usr/bin/apt-get';
const PACKAGES = ['firefox-esr', 'webkit2gtk-driver', 'xvfb', 'xauth'];
const PROGRAMS = ['/usr/bin/firefox-esr', '/usr/bin/WebKitWebDriver', '/usr/bin/Xvfb'];

/** A browser that cannot be installed is left out by the tests, with a message: it is no failure. */
async function install() {
  if (PROGRAMS.every((path) => existsSync(path))) return;
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version') || !existsSync(APT)) {
    process.stderr.write('Only root on Debian can install Firefox and WebKitGTK here; what is missing is left out.\n');
    return;
  }
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  await runProgram(APT, ['-q', 'update'], { env });
  const code = await runProgram(APT, ['-qy', 'install', '--no-install-recommends', ...PACKAGES], { env });
  if (code !== 0)
    process.stderr.write('apt-get could not install Firefox or WebKitGTK; what is missing is left out.\n');
}

const args = process.argv.slice(2);
if (args.includes('--install')) await install();
const built = await buildSite({ onlyWhenStale: true });
if (built === 0) {
  ensureBundle('server');
  const CHROME_PATH = await ensureChromium();
  const rest = args.filter((each) => each !== '--install');
  const options = ['run', '--config', 'tests/cross/cross.config.ts', '--reporter=verbose', ...rest];
  process.exitCode = await run(tool('vitest'), options, { env: { CHROME_PATH } });
} else {
  process.exitCode = 1;
}
