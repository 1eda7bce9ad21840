import { csv as table } from '../bytes/csv';
import { utf8WithBom } from '../bytes/utf8';
import { shortCredit } from '../credit';
import type { ExportFormat } from '../format';
import type { Item } from '../item';
import { preflight } from '../preflight';

/** Options beyond these are said to be lost. */
const MOST_OPTIONS = 8;
const LETTERS = Array.from({ length: MOST_OPTIONS }, (_, i) => String.fromCharCode(97 + i));

/** The columns of the table, in their order; a reader goes by these names. */
export const CSV_COLUMNS = [
  'id', 'fact', 'kind', 'form', 'language', 'question', ...LETTERS.map((letter) => `option ${letter}`), 'key', 'answer', 'accepted',
  'latitude', 'longitude', 'radius km', 'explanation', 'sources', 'difficulty', 'pack',
]; // prettier-ignore

/** A row a question, for spreadsheets: UTF-8 with a byte order mark, guarded against formulas; dates and years are text. */
export const csv: ExportFormat = {
  id: 'csv',
  label: 'CSV table',
  extension: 'csv',
  mimeType: 'text/csv',
  limits: 'no map picture, no reasons why options are wrong; at most 8 options',
  carries: { shapes: ['choice', 'typed', 'order', 'map'], drops: ['reasons', 'picture'], options: MOST_OPTIONS, cells: true },
  printsVersions: false,
  write: (set, options) => {
    const { items, losses } = preflight(set, csv, options);
    const credit = shortCredit(set);
    const rows = items.map((item) => {
      const cells = new Map(cellsOf(item));
      cells.set('pack', credit);
      return CSV_COLUMNS.map((column) => cells.get(column) ?? '');
    });
    return Promise.resolve({ bytes: utf8WithBom(table([CSV_COLUMNS, ...rows])), losses });
  },
}; // prettier-ignore

function cellsOf(item: Item): (readonly [column: string, text: string])[] {
  const { question, id, stem, explanation, sources } = item;
  const { fact, kind, form, language, difficulty, key } = question;
  const cells: (readonly [string, string])[] = [
    ['id', id], ['fact', fact], ['kind', kind], ['form', form], ['language', language], ['question', stem],
    ['answer', item.answer], ['explanation', explanation], ['sources', sources.join('\n')], ['difficulty', difficulty.toFixed(2)],
  ]; // prettier-ignore
  const options = item.shape === 'choice' ? item.options : item.shape === 'order' ? item.shown : [];
  cells.push(...options.map((option) => [`option ${option.id}`, option.text] as const), ['key', key.join(', ')]);
  if (item.shape === 'typed') cells.push(['accepted', item.answers.join(' | ')]);
  if (item.shape === 'map') {
    cells.push(['longitude', String(item.point[0])], ['latitude', String(item.point[1])]);
    cells.push(['radius km', String(item.radiusKm)]);
  }
  return cells;
}
