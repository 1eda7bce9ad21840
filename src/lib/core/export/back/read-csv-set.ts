import { readCsv } from '../import/csv/read-csv';
import { unguard } from '../text/formula';
import { returnedAs, type ReadBack, type Returned } from './returned';

/** Our table of questions, by the names of its columns, whatever was added, left out or moved. */
export function readCsvSet(text: string): ReadBack {
  const read = readCsv(text);
  if (!read.ok) return { ok: false, message: `is not valid CSV: ${read.message}` };
  const [header = [], ...lines] = read.lines;
  const columns = new Map(header.map((cell, i) => [cell.text.trim().toLowerCase(), i]));
  if (!columns.has('id') || !columns.has('question') || !columns.has('form'))
    return { ok: false, message: 'has no columns id, form and question' };
  const returned = lines.flatMap((line): Returned[] => {
    const cell = (name: string): string => unguard(line[columns.get(name) ?? -1]?.text ?? '');
    const id = cell('id').trim();
    return id === '' ? [] : [rowOf(id, cell, columns.has('explanation'))];
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
      return returnedAs('order', { ...head, things });
    }
    default:
      return returnedAs('choice', {
        ...head,
        options: options.map(({ letter, text }) => ({ text, right: letters.includes(letter) })),
      });
  }
}
