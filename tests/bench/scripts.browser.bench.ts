import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../src/build/root.js';
import { firstScripts, packedSize, packedSum } from '../e2e/script-weight';
import { printFigures } from './figures';

// What pages weigh before they do anything: their scripts and all that these import, each after gzip -9. `tests/e2e/sizes.spec.ts` holds them to it.
const FLOOR_KB = 27.1;
const TRIAL_KB = 42.7;

const site = join(root, 'build');
const chunks = join(site, '_app/immutable/chunks');
const packs = readdirSync(chunks)
  .filter((name) => name.endsWith('.js') && readFileSync(join(chunks, name), 'utf8').includes('"ivankiv-captured"'))
  .map((name) => packedSize(site, `/_app/immutable/chunks/${name}`) / 1000);
const weigh = (page: string): number => packedSum(site, firstScripts(site, page)) / 1000;

printFigures([
  { name: 'home route, script', value: weigh('index.html'), unit: 'kB', target: { atMost: 38 }, reference: { name: 'the framework alone', value: FLOOR_KB } },
  { name: 'study route, script without pack data', value: weigh('study/index.html'), unit: 'kB', target: { atMost: 62 }, reference: { name: 'a bare trial', value: TRIAL_KB } },
  { name: 'the largest chunk of a pack', value: Math.max(...packs), unit: 'kB', target: { atMost: 60 } },
]); // prettier-ignore
