import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readPackFrom } from '../../src/cli/pack-files';
import type { Pack } from '../../src/lib/core/packs/pack';
import type { PackSource } from '../../src/lib/core/packs/pack-source';
import type { MapShapes } from '../../src/lib/core/places/map-shapes';
import { readTopology } from '../../src/lib/core/places/topo-json';
import { describeProblem } from '../../src/lib/core/packs/problem';

// `new URL(…, import.meta.url)` would be an asset of the browser here: tests are compiled for it.
const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

/** Where the first pack says what became of each fact of its articles. */
export const COVERAGE_FILE = resolve(ROOT, 'content/ukraine-2022/COVERAGE.md');
export const coverageText = (): string => readFileSync(COVERAGE_FILE, 'utf8');

/** The first pack, read as the build reads it. */
export async function readUkrainePack(): Promise<Pack> {
  const read = await readPackFrom('content/ukraine-2022', { cwd: ROOT, stdin: () => Promise.resolve('') });
  if (!read.ok) throw new Error(read.problems.map(describeProblem).join('\n'));
  return read.pack;
}

/** The same as the document that the app carries. */
export async function readUkraineSource(): Promise<PackSource> {
  const read = await readPackFrom('content/ukraine-2022', { cwd: ROOT, stdin: () => Promise.resolve('') });
  if (!read.ok) throw new Error(read.problems.map(describeProblem).join('\n'));
  return read.source;
}

/** The base map's file. */
export const MAP_FILE = resolve(ROOT, 'content/map/region.topo.json');

/** The shapes of the base map. */
export function readUkraineMap(): MapShapes {
  const read = readTopology(JSON.parse(readFileSync(MAP_FILE, 'utf8')));
  if (!read.ok) throw new Error(read.message);
  return read.shapes;
}

/** The rows of the table under a heading of COVERAGE.md, cells trimmed and code marks dropped; its head left out. */
export function tableUnder(heading: string, text = coverageText()): string[][] {
  const start = text.indexOf(`\n## ${heading}\n`);
  if (start < 0) throw new Error(`COVERAGE.md has no section “${heading}”`);
  const [, body = ''] = text.slice(start).split(/\n## [^\n]*\n/);
  const rows = body
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map((line) =>
      line
        .slice(1, line.lastIndexOf('|'))
        .split('|')
        .map((cell) => cell.trim().replaceAll('`', '')),
    );
  return rows.slice(2);
}
