import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { basePath } from './base-path.js';
import { fingerprint } from './fingerprint.js';
import { root } from './root.js';

/** Whatever the static build is made of. The server and the command line are not in it. */
const SOURCES = [
  'content',
  'src/messages',
  'package-lock.json',
  'project.inlang/settings.json',
  'src/app.d.ts',
  'src/app.html',
  'src/build',
  'src/hooks.server.ts',
  'src/lib',
  'src/routes',
  'src/service-worker.ts',
  'static',
  'svelte.config.js',
  'vite.config.ts',
];

/** @returns {string} of everything that the static build depends on, the base path included */
export function appFingerprint() {
  return fingerprint(root, SOURCES, basePath(process.env.BASE_PATH));
}

/** @returns {string} the package's version with a fingerprint, so that it changes exactly when the app does */
export function appVersion() {
  const { version } = /** @type {{ version: string }} */ (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')));
  return `${version}+${appFingerprint()}`;
}
