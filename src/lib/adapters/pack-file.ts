import type { Problem } from '$lib/core/packs/problem';
import { readPack, type ReadPack } from '$lib/core/packs/read-pack';

/** Larger than any pack that this program was tried with: 20,000 events in two languages take about 12 MB. */
const MOST_BYTES = 32 * 1024 * 1024;

/** Reads a pack from a file that a person chose, YAML or JSON. Nothing in it is trusted: every problem is told by its place. */
export async function readPackFile(file: File): Promise<ReadPack> {
  if (file.size > MOST_BYTES) return { ok: false, problems: [tooLarge(file.name, file.size)] };
  return readPackText(file.name, await file.text());
}

/** What is wrong with the document of a pack that came in with a backup; none: it may be used. */
export async function checkPackDocument(id: string, document: unknown): Promise<readonly Problem[]> {
  const file = `${id}.json`;
  const read = await readPackText(file, JSON.stringify(document, null, 1));
  if (!read.ok) return read.problems;
  if (read.source.id === id) return [];
  return [
    {
      ...atStart(file),
      path: 'id',
      message: 'is not the id it is stored under',
      expected: id,
      received: read.source.id,
    },
  ];
}

async function readPackText(file: string, text: string): Promise<ReadPack> {
  // The YAML reader is large and only needed here.
  const yaml = await import('yaml');
  return readPack([{ file, text, role: 'whole' }], yaml);
}

function tooLarge(file: string, bytes: number): Problem {
  const expected = `at most ${String(MOST_BYTES / 1024 / 1024)} MB`;
  const received = `${(bytes / 1024 / 1024).toFixed(1)} MB`;
  return { ...atStart(file), path: '(root)', message: 'is too large for a pack', expected, received };
}

function atStart(file: string): { readonly file: string; readonly line: 1; readonly column: 1 } {
  return { file, line: 1, column: 1 };
}
