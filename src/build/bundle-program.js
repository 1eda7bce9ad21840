// node src/build/bundle-program.js <cli|server> <folder>: see ensure-bundle.js
import process from 'node:process';
import { bundle } from './bundle.js';

const [, , program, outDir] = process.argv;
if (program === undefined || outDir === undefined) throw new Error('usage: bundle-program.js PROGRAM FOLDER');
await bundle({ main: `src/${program}/main.ts` }, outDir);
