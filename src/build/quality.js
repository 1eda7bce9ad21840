// npm run quality: writes docs/quality.md, what is asked of each bundled pack and how good the questions are as a bank.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { ensureBundle } from './ensure-bundle.js';
import { root } from './root.js';

const { qualityReport } = /** @type {typeof import('./quality/main.ts')} */ (
  await import(pathToFileURL(ensureBundle('quality')).href)
);
mkdirSync(join(root, 'docs'), { recursive: true });
writeFileSync(join(root, 'docs/quality.md'), qualityReport(root));
process.stdout.write('docs/quality.md\n');
