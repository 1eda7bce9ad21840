// node src/build/ensure-chromium.js: installs a Chromium if there is none, and prints which one it is.
import process from 'node:process';
import { ensureChromium } from './chromium.js';
import { runProgram } from './run.js';

const path = await ensureChromium();
process.stdout.write(`${path}\n`);
// On Windows a browser that is asked for its version opens a window.
if (process.platform !== 'win32') process.exitCode = await runProgram(path, ['--version']);
