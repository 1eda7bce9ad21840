import { readAnkiPackage } from 'anki-reader';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { fieldHtml } from '../../src/lib/core/export/anki/field-html';
import { hostileSet, smallSet } from '../samples/export-set';
import { written } from '../laws/exports/written';
import { isHere, put, run } from './programs';

describe.skipIf(!isHere('sqlite3'))('sqlite3 (left out where it is not installed)', () => {
  test.each([
    ['a small set', smallSet],
    ['hostile texts', hostileSet],
  ])('finds the collection of %s whole', async (name, set) => {
    const { files } = await written('apkg', set());
    const path = put(`${name}.anki2`, files.get('collection.anki2') ?? new Uint8Array());
    expect(run('sqlite3', [path, 'pragma integrity_check'])).toEqual({ status: 0, stdout: 'ok\n', stderr: '' });
    expect(run('sqlite3', [path, 'select count(*) from notes where id not in (select nid from cards)']).stdout).toBe('0\n'); // prettier-ignore
  });
});

describe('anki-reader', () => {
  afterEach(() => {
    vi.restoreAllMocks();
  });

  test('reads every card of a package, its fields by name, and its pictures', async () => {
    const { bytes, items } = await written('apkg', hostileSet());
    const { collection, media } = await readAnkiPackage(new Blob([new Uint8Array(bytes)]));
    const cards = Object.values(collection.getDecks()).flatMap((deck) => Object.values(deck.getCards()));
    expect(cards.map((card) => card.getFields().Question)).toEqual(items.map(({ stem }) => fieldHtml(stem)));
    expect(cards.map((card) => card.getFields().Id)).toEqual(items.map(({ id }) => fieldHtml(id)));
    expect(Object.keys(media)).toEqual([expect.stringMatching(/^dateline-map-/u)]);
    expect(Object.values(media)[0]?.size).toBeGreaterThan(1000);
  });
});

describe.skipIf(!isHere('xmllint'))('xmllint (left out where it is not installed)', () => {
  const IDS = ['moodle', 'qti12', 'qti21', 'qti30', 'cc11', 'docx', 'kahoot', 'wayground', 'classquiz', 'socrative'] as const; // prettier-ignore

  test.each(IDS)('finds every file of %s well-formed', async (id) => {
    const { bytes, files } = await written(id, hostileSet());
    const texts = files.size === 0 ? new Map([['file.xml', bytes]]) : files;
    const paths = [...texts].filter(([path]) => /\.(?:xml|rels)$/u.test(path)).map(([path, content]) => put(`${id}-${path.replaceAll('/', '-')}`, content)); // prettier-ignore
    expect(paths.length).toBeGreaterThan(0);
    const { status, stderr } = run('xmllint', ['--noout', '--nonet', ...paths]);
    expect([status, stderr]).toEqual([0, '']);
  });
});
