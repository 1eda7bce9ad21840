// node src/build/bundle-program.js <folder of main.ts> <folder to write>: see ensure-bundle.js
import process from 'node:process';
import { bundle } from './bundle.js';

const [, , folder, outDir] = process.argv;
if (folder === undefined || outDir === undefined) throw new Error('usage: bundle-program.js SOURCE TARGET');
await bundle({ main: `${folder}/main.ts` }, outDir);
