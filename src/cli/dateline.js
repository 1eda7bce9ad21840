#!/usr/bin/env node
// The `dateline` command: bundles itself when its sources are newer, then hands over.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { ensureBundle } from '../build/ensure-bundle.js';
import { root } from '../build/root.js';

// npm starts a script in the folder of package.json and tells in INIT_CWD where the caller stands.
const cwd = process.cwd() === root ? (process.env.INIT_CWD ?? root) : process.cwd();
const { version } = /** @type {{ version: string }} */ (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')));

try {
  const program = /** @type {typeof import('./main.ts')} */ (await import(pathToFileURL(ensureBundle('cli')).href));
  const code = await program.main(process.argv.slice(2), program.processIo({ cwd, version }));
  // Not process.exit(): what is still on its way to a pipe must arrive.
  process.exitCode = code;
} catch (error) {
  process.stderr.write(`dateline: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
