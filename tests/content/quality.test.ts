import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { qualityReport } from '../../src/build/quality/main';
import { root } from '../../src/build/root.js';

it('docs/quality.md is what the questions are now (anew: npm run quality)', () => {
  expect(readFileSync(join(root, 'docs/quality.md'), 'utf8')).toBe(qualityReport(root));
}, 60_000);
