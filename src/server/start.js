// npm start: builds what is missing or out of date, then serves it.
//   --built       serve what there is: do not build the site
//   --dir FOLDER  another built site; --base /path what it was built with
import { join } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { buildSite } from '../build/build-site.js';
import { ensureBundle } from '../build/ensure-bundle.js';
import { root } from '../build/root.js';

const args = process.argv.slice(2);
const rest = args.filter((each) => each !== '--built');
const builds = rest.length === args.length && !args.some((each) => each.startsWith('--dir'));

const built = builds ? await buildSite({ onlyWhenStale: true }) : 0;
if (built === 0) {
  const server = /** @type {typeof import('./main.ts')} */ (await import(pathToFileURL(ensureBundle('server')).href));
  process.exitCode = await server.main(rest, process.env, join(root, 'build'));
} else {
  process.exitCode = built;
}
