import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { paper } from '../../src/lib/core/export/paper';
import { docx } from '../../src/lib/core/export/formats/docx';
import { DEFAULT_OPTIONS } from '../../src/lib/core/export/format';
import { hostileSet, smallSet } from '../samples/export-set';
import { written } from '../laws/exports/written';
import { folder, isHere, put, PYTHON, pythonHas, run } from './programs';

const CELLS = `
import json, sys, openpyxl
rows = openpyxl.load_workbook(sys.argv[1]).active.iter_rows()
print(json.dumps([[[cell.value, cell.data_type] for cell in row] for row in rows]))
`;

describe.skipIf(!pythonHas('openpyxl'))('openpyxl (left out where it is not installed)', () => {
  test.each(['kahoot', 'wayground', 'classquiz', 'socrative'] as const)(
    'reads the workbook for %s, texts as texts, and sees no formula',
    async (id) => {
      const { bytes, items } = await written(id, hostileSet());
      const { stdout } = run(PYTHON, ['-c', CELLS, put(`${id}.xlsx`, bytes)]);
      const cells = (JSON.parse(stdout) as [unknown, string][][]).flat();
      const values = new Set(cells.map(([value]) => value));
      expect(items.filter(({ stem }) => !values.has(stem))).toEqual([]);
      expect(cells.filter(([, type]) => type === 'f')).toEqual([]);
    },
  );
});

describe.skipIf(!isHere('soffice'))('LibreOffice (left out where it is not installed)', () => {
  const asText = (name: string, bytes: Uint8Array): string => {
    const { status } = run('soffice', ['--headless', '--convert-to', 'txt:Text', '--outdir', folder, put(`${name}.docx`, bytes)]); // prettier-ignore
    expect(status).toBe(0);
    return readFileSync(join(folder, `${name}.txt`), 'utf8').replace(/^\uFEFF/u, '');
  };

  test('makes text of the Word file: each version in its order, and the key of what stands there', async () => {
    const set = smallSet();
    const options = { ...DEFAULT_OPTIONS, versions: ['A', 'B'] };
    const text = asText('test', (await written('docx', set, options)).bytes);
    const { sheets } = paper(set, docx, options);
    // Each version and then its key, so whatever is looked for stands behind what was found before.
    let from = 0;
    const find = (wanted: string): void => {
      from = text.indexOf(wanted, from);
      expect(from, wanted).toBeGreaterThanOrEqual(0);
    };
    for (const { tasks } of sheets) {
      for (const { item, options: printed } of tasks) {
        find(item.stem);
        for (const { letter, text: option } of printed) find(`${letter}. ${option}`);
      }
      for (const { number, key } of tasks) find(`${String(number)}. ${key}`);
    }
  });

  test('opens hostile texts, right to left and Cyrillic among them', async () => {
    const { bytes, items } = await written('docx', hostileSet());
    const text = asText('hostile', bytes);
    const lost = items.filter(({ stem }) => !text.includes(stem.replace(/[\u202E\uFEFF]/gu, '')) && !text.includes(stem));
    expect(lost.map(({ stem }) => stem)).toEqual([]);
  }); // prettier-ignore
});
