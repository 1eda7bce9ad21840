// npm run test:readers               our files, tried with programs that other people wrote, as far as they are here
// npm run test:readers -- --install  installs those that are missing first; what follows goes to vitest
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { buildSite } from './build-site.js';
import { ensureChromium } from './chromium.js';
import { root } from './root.js';
import { run, runProgram, tool } from './run.js';

const APT = '/usr/bin/apt-get';
/** A program, and the package of Debian that brings it. */
const FROM_DEBIAN = {
  '/usr/bin/xmllint': 'libxml2-utils',
  '/usr/bin/sqlite3': 'sqlite3',
  '/usr/bin/pdftotext': 'poppler-utils',
  '/usr/lib/python3/dist-packages/openpyxl': 'python3-openpyxl',
  '/usr/lib/libreoffice/program/soffice.bin': 'libreoffice-writer-nogui',
};
/** What Anki 2.1.15 needs to run without its windows. */
const FOR_ANKI = ['bs4', 'send2trash', 'decorator', 'markdown', 'requests', 'distutils', 'jsonschema', 'distro'];
const ANKI = join(root, '.dateline/readers/anki');
/** Only Debian 11 has an Anki that is Python all through; its packages move to the archive one day. */
const BULLSEYE = ['http://deb.debian.org/debian', 'http://archive.debian.org/debian'];
const KEYS = '/usr/share/keyrings/debian-archive-keyring.gpg';
/** A server of H5P, which refuses packages as sites do. Its licence is not ours (GPL-3.0), and no other test wants it: it is no dependency. */
const H5P = { folder: join(root, '.dateline/readers/h5p'), name: '@lumieducation/h5p-server', version: '10.0.4' };

/** @param {readonly string[]} args */
function apt(args) {
  return runProgram(APT, args, { env: { DEBIAN_FRONTEND: 'noninteractive' }, quiet: keepQuiet });
}

/** What a program says is shown only if it fails: it is long. */
let said = '';
/** @param {string} output */
function keepQuiet(output) {
  said = output;
}

/**
 * @param {string} what
 * @param {() => Promise<number>} how gives an exit code
 */
async function tryTo(what, how) {
  const began = performance.now();
  const code = await how();
  const seconds = ((performance.now() - began) / 1000).toFixed(0);
  process.stdout.write(code === 0 ? `installed ${what} (${seconds} s)\n` : `could not install ${what}: left out\n${said.slice(-800)}\n`); // prettier-ignore
}

/** A reader that cannot be installed is left out by its tests, with a message: it is no failure. */
async function install() {
  if (!existsSync(join(H5P.folder, 'node_modules', H5P.name))) await tryTo(H5P.name, installH5p);
  const missing = Object.entries(FROM_DEBIAN).flatMap(([path, name]) => (existsSync(path) ? [] : [name]));
  const wantsAnki = !existsSync(join(ANKI, 'anki/__init__.py'));
  if (missing.length === 0 && !wantsAnki) return;
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version') || !existsSync(APT)) {
    process.stderr.write('Only root on Debian can install programs here; what is missing is left out.\n');
    return;
  }
  await apt(['-q', 'update']);
  // One by one: what one mirror lacks keeps none of the others away.
  for (const name of missing) await tryTo(name, () => apt(['-qy', 'install', '--no-install-recommends', name]));
  if (wantsAnki) await tryTo('anki 2.1.15', installAnki);
}

async function installAnki() {
  const code = await apt(['-qy', 'install', '--no-install-recommends', ...FOR_ANKI.map((name) => `python3-${name}`)]);
  if (code !== 0) return code;
  for (const mirror of BULLSEYE) if ((await unpackAnki(mirror)) === 0) return 0;
  return 1;
}

/**
 * Takes the package out of another release without telling the machine's own apt about that release. Its signature is checked, its age is
 * not: an archive is old.
 *
 * @param {string} mirror
 */
async function unpackAnki(mirror) {
  const folder = join(root, '.dateline/readers/bullseye');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, 'lists/partial'), { recursive: true });
  writeFileSync(join(folder, 'sources.list'), `deb [signed-by=${KEYS}] ${mirror} bullseye main\n`);
  const options = [
    `Dir::Etc::sourcelist=${folder}/sources.list`, 'Dir::Etc::sourceparts=-', `Dir::State::lists=${folder}/lists`,
    `Dir::Cache::pkgcache=`, `Dir::Cache::srcpkgcache=`, 'Acquire::Check-Valid-Until=false', 'Acquire::Languages=none',
  ].flatMap((option) => ['-o', option]); // prettier-ignore
  try {
    const listed = await apt([...options, '-q', 'update']);
    if (listed !== 0) return listed;
    const code = await runProgram('/usr/bin/env', ['-C', folder, APT, ...options, '-q', 'download', 'anki'], { quiet: keepQuiet }); // prettier-ignore
    const file = readdirSync(folder).find((name) => /^anki_.*\.deb$/.test(name));
    if (code !== 0 || file === undefined) return 1;
    const unpacked = await runProgram('/usr/bin/dpkg', ['-x', join(folder, file), join(folder, 'all')], { quiet: keepQuiet });
    if (unpacked !== 0) return unpacked;
    rmSync(ANKI, { recursive: true, force: true });
    return await runProgram('/usr/bin/mv', [join(folder, 'all/usr/share/anki'), ANKI], { quiet: keepQuiet });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
} // prettier-ignore

async function installH5p() {
  mkdirSync(H5P.folder, { recursive: true });
  writeFileSync(join(H5P.folder, 'package.json'), '{ "private": true }\n');
  const args = ['install', '--prefix', H5P.folder, '--no-audit', '--no-fund', '--ignore-scripts', `${H5P.name}@${H5P.version}`];
  return runProgram('npm', args, { quiet: keepQuiet });
} // prettier-ignore

const args = process.argv.slice(2);
if (args.includes('--install')) await install();
const built = await buildSite({ onlyWhenStale: true });
if (built === 0) {
  const CHROME_PATH = await ensureChromium();
  const rest = args.filter((each) => each !== '--install');
  const options = ['run', '--config', 'tests/readers/readers.config.ts', '--reporter=verbose', ...rest];
  process.exitCode = await run(tool('vitest'), options, { env: { CHROME_PATH, ANKI_PATH: ANKI } });
} else {
  process.exitCode = 1;
}
