import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { fieldHtml } from '../../../src/lib/core/export/anki/field-html';
import { hostileSet, smallSet } from '../../samples/export-set';
import { written } from './written';

// Programs that other people wrote and that read such files. Each test is left out, and says so, where its program is not installed:
// Debian's anki 2.1.15 (bullseye), libxml2-utils, python3-openpyxl, libreoffice-writer.
const folder = mkdtempSync(join(tmpdir(), 'dateline-readers-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const PYTHON = process.env.PYTHON ?? '/usr/bin/python3';
// Each starts a program that may take its time on a busy machine.
vi.setConfig({ testTimeout: 120_000 });

function run(program: string, args: readonly string[], env: Record<string, string> = {}) {
  return spawnSync(program, args, { encoding: 'utf8', env: { ...process.env, LC_ALL: 'C.UTF-8', HOME: folder, ...env }, maxBuffer: 2 ** 28 });
} // prettier-ignore

function put(name: string, bytes: Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}

interface Import {
  readonly log: readonly string[];
  readonly notes: number;
  readonly cards: number;
  readonly due: readonly (readonly [guid: string, type: number, due: number, ivl: number, reps: number, data: string])[];
  readonly fields: Readonly<Record<string, string>>;
} // prettier-ignore
interface FromAnki {
  readonly imports: readonly Import[];
  readonly integrity: boolean;
  readonly after: readonly number[];
  readonly models: readonly string[];
  readonly media: readonly string[];
  readonly questions: readonly string[];
  readonly answers: readonly string[];
}

function anki(...packages: readonly string[]): FromAnki | null {
  const collection = join(mkdtempSync(join(folder, 'anki-')), 'collection.anki2');
  const { status, stdout, stderr } = run(PYTHON, ['tests/readers/anki_import.py', collection, ...packages]);
  if (status === 77 || status === null) return null;
  expect(stderr).toBe('');
  return JSON.parse(stdout) as FromAnki;
} // prettier-ignore

describe('real Anki', () => {
  test('imports a package, finds it the same again, and takes a corrected one in place with schedules kept', async (context) => {
    const small = smallSet();
    const corrected = {
      ...small,
      revision: 1,
      questions: small.questions.map((each) => ({ ...each, explanation: 'Corrected.' })),
    };
    const first = put('first.apkg', (await written('apkg', small)).bytes);
    const second = put('second.apkg', (await written('apkg', corrected)).bytes);
    const result = anki(first, first, second);
    if (result === null) {
      context.skip('Anki 2.1.15 is not installed');
      return;
    }
    const { imports, integrity, after, models, media } = result;
    expect(imports.map(({ notes, cards }) => [notes, cards])).toEqual([[7, 7], [7, 7], [7, 7]]); // prettier-ignore
    expect(imports.map(({ log }) => log.at(-1))).toEqual([
      'Notes added from file: 7',
      "Notes skipped, as they're already in your collection: 7",
      'Notes updated, as file had newer version: 7',
    ]);
    // The learner's schedule, made up between the first and the second import.
    expect(
      imports[2]?.due.every(([, type, due, ivl, reps]) => type === 2 && due === 30 && ivl === 21 && reps === 5),
    ).toBe(true);
    expect(Object.values(imports[2]?.fields ?? {}).every((fields) => fields.includes('Corrected.'))).toBe(true);
    // "Check database" finds nothing to delete.
    expect([integrity, after]).toEqual([true, [7, 7]]);
    expect(models).toEqual(['Dateline choice', 'Dateline map', 'Dateline order', 'Dateline typed']);
    expect(media.filter((name) => name.startsWith('dateline-map-')).length).toBe(1);
  });

  test('takes hostile texts, every note, and draws its cards', async (context) => {
    const tried = await written('apkg', hostileSet());
    const result = anki(put('hostile-texts.apkg', tried.bytes));
    if (result === null) {
      context.skip('Anki 2.1.15 is not installed');
      return;
    }
    expect([result.integrity, result.after]).toEqual([true, [tried.items.length, tried.items.length]]);
    const unseen = tried.items.map(({ stem }) => fieldHtml(stem)).filter((stem) => !result.questions.some((question) => question.includes(stem)));
    expect(unseen).toEqual([]);
    for (const card of [...result.questions, ...result.answers]) expect(card).not.toMatch(/<script>alert/u);
  }); // prettier-ignore
});

test.for(['moodle', 'qti12', 'qti21', 'qti30', 'cc11', 'docx', 'kahoot'] as const)('xmllint finds every file of %s well-formed', async (id, context): Promise<void> => {
  const { bytes, files } = await written(id, hostileSet());
  const texts = files.size === 0 ? new Map([['file.xml', bytes]]) : files;
  const paths = [...texts].filter(([path]) => /\.(?:xml|rels)$/u.test(path)).map(([path, content]) => put(`${id}-${path.replaceAll('/', '-')}`, content));
  expect(paths.length).toBeGreaterThan(0);
  const { error, status, stderr } = run('xmllint', ['--noout', '--nonet', ...paths]);
  if (error !== undefined) {
    context.skip('xmllint is not installed');
    return;
  }
  expect([status, stderr]).toEqual([0, '']);
}); // prettier-ignore

test.for(['kahoot', 'wayground', 'classquiz', 'socrative'] as const)('openpyxl reads the workbook for %s, texts as texts', async (id, context): Promise<void> => {
  const { bytes, items } = await written(id, hostileSet());
  const path = put(`${id}.xlsx`, bytes);
  const script = 'import json,sys\ntry: import openpyxl\nexcept ImportError: sys.exit(77)\nprint(json.dumps([[c.value for c in r] for r in openpyxl.load_workbook(sys.argv[1]).active.iter_rows()]))';
  const { status, stdout } = run(PYTHON, ['-c', script, path]);
  if (status === 77 || status === null) {
    context.skip('openpyxl is not installed');
    return;
  }
  const cells = new Set((JSON.parse(stdout) as unknown[][]).flat());
  for (const { stem } of items) expect(cells.has(stem), stem).toBe(true);
}); // prettier-ignore

test('LibreOffice makes text of the Word file, in the order of its questions', async (context) => {
  const { bytes, items } = await written('docx', smallSet(), { versions: ['A', 'B'] });
  const path = put('test.docx', bytes);
  const { error, status } = run('soffice', ['--headless', '--convert-to', 'txt:Text', '--outdir', folder, path]);
  if (error !== undefined || status !== 0) {
    context.skip('LibreOffice Writer is not installed');
    return;
  }
  const text = readFileSync(join(folder, 'test.txt'), 'utf8');
  const places = items.map(({ stem }) => text.indexOf(stem));
  expect(places.every((place) => place >= 0)).toBe(true);
}); // prettier-ignore
