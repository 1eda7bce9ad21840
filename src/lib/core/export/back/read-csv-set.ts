import { readCsv } from '../import/csv/read-csv';
import { unguard } from '../text/formula';
import { CSV_COLUMNS } from '../formats/csv';
import { returnedAs, type ReadBack, type Returned } from './returned';

/** Our table of questions, by the names of its columns, whatever was added, left out or moved. */
export function readCsvSet(text: string): ReadBack {
  const read = readCsv(text);
  if (!read.ok) return { ok: false, message: `is not valid CSV: ${read.message}` };
  const [header = [], ...lines] = read.lines;
  const columns = new Map(header.map((cell, i) => [cell.text.trim().toLowerCase(), i]));
  if (!columns.has('id') || !columns.has('question') || !columns.has('form'))
    return { ok: false, message: 'has no columns id, form and question' };
  const width = 1 + Math.max(...CSV_COLUMNS.map((name) => columns.get(name) ?? -1));
  const returned = lines.flatMap((line): Returned[] => {
    const cell = (name: string): string => unguard(line[columns.get(name) ?? -1]?.text ?? '');
    const id = cell('id').trim();
    if (id === '') return [];
    const row = rowOf(id, cell, columns.has('explanation'));
    // Our last columns are never empty, so that a row that ends before them has lost its end.
    return [line.length < width ? { ...row, fault: 'cut-short' } : row];
  });
  return { ok: true, returned, passed: lines.length - returned.length };
}

function rowOf(id: string, cell: (name: string) => string, hasExplanation: boolean): Returned {
  const head = { id, stem: cell('question'), explanation: hasExplanation ? cell('explanation') : null };
  const letters = cell('key').split(',').map((letter) => letter.trim().toLowerCase()); // prettier-ignore
  const options = Array.from({ length: 26 }, (_, i) => String.fromCharCode(97 + i))
    .map((letter) => ({ letter, text: cell(`option ${letter}`) }))
    .filter(({ text }) => text !== '');
  switch (cell('form')) {
    case 'typed':
      return returnedAs('typed', { ...head, answers: cell('accepted').split(' | ').map(unguard).filter((text) => text !== '') }); // prettier-ignore
    case 'map':
      return returnedAs('map', head);
    case 'order': {
      const things = letters.flatMap((letter) => options.find((option) => option.letter === letter)?.text ?? []);
      const isWhole = things.length === options.length && new Set(letters).size === letters.length;
      return returnedAs('order', { ...head, things, fault: isWhole ? null : 'stray-key' });
    }
    default:
      return returnedAs('choice', {
        ...head,
        options: options.map(({ letter, text }) => ({ text, right: letters.includes(letter) })),
      });
  }
}
