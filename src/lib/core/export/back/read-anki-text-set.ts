import { FIELDS, NOTE_TYPES, type NoteType } from '../anki/note-types';
import { readCsv } from '../import/csv/read-csv';
import { explanationOf, linesOf, returnedAs, wordsOf, type ReadBack, type Returned } from './returned';

/** What the heads say of the columns, counted from 0; −1 where there is none. */
interface Columns {
  readonly guid: number;
  readonly type: number;
  readonly others: ReadonlySet<number>;
}

/** Anki's text export with its headers: our own of front and back, or notes of our note types. Notes are known by their guids. */
export function readAnkiTextSet(text: string): ReadBack {
  const lines = text.replace(/^\uFEFF/u, '').split(/\r?\n/u);
  const end = lines.findIndex((line) => !line.startsWith('#'));
  const heads = new Map(lines.slice(0, Math.max(0, end)).map((line) => {
    const at = line.indexOf(':');
    return [line.slice(1, at), line.slice(at + 1)] as const;
  })); // prettier-ignore
  const column = (name: string): number => Number(heads.get(`${name} column`) ?? 0) - 1;
  const columns: Columns = { guid: column('guid'), type: column('notetype'), others: new Set([column('deck'), column('tags')]) };
  if (columns.guid < 0) return { ok: false, message: 'has no guid column: notes cannot be found again' };
  const read = readCsv(lines.slice(end).join('\n'));
  if (!read.ok) return { ok: false, message: `is not valid: ${read.message}` };
  const rows = read.lines.map((line) => readRow(line.map((cell) => cell.text), columns));
  const returned = rows.flatMap((row) => (row === null ? [] : [row]));
  return { ok: true, returned, passed: rows.length - returned.length };
} // prettier-ignore

function readRow(cells: readonly string[], { guid, type, others }: Columns): Returned | null {
  const id = cells[guid] ?? '';
  const fields = cells.filter((_, i) => i !== guid && i !== type && !others.has(i));
  const ours = NOTE_TYPES.find((name) => cells[type] === `Dateline ${name}`);
  if (id === '') return null;
  return ours === undefined ? readBasic(id, fields) : readNote(id, ours, fields);
}

const listed = (markup: string): string[] => [...markup.matchAll(/<li>(.*?)<\/li>/gsu)].map(([, item = '']) => wordsOf(item)); // prettier-ignore

/** The front of ours is the stem, with a list where there is something to choose from or to order; the back begins with the answer. */
function readBasic(id: string, [front = '', back = '']: readonly string[]): Returned | null {
  const [answer = '', about = ''] = back.split(/<hr\s*\/?>/iu);
  const head = { id, stem: wordsOf(front.split(/<ol/iu)[0] ?? ''), explanation: explanationOf(linesOf(about)) };
  const [offered, ordered] = [listed(front), listed(answer)];
  if (ordered.length > 0) return returnedAs('order', { ...head, things: ordered });
  const right = wordsOf(/<b>(.*?)<\/b>/su.exec(answer)?.[1] ?? '');
  if (right === '') return null;
  if (offered.length > 0) return returnedAs('choice', { ...head, options: offered.map((text) => ({ text, right: text === right })) }); // prettier-ignore
  const also = /<small>(.*?)<\/small>/su.exec(answer)?.[1] ?? '';
  const more = wordsOf(also).replace(/^[^:]+: /u, '').split(' | ').filter((text) => text !== ''); // prettier-ignore
  return returnedAs('typed', { ...head, answers: [right, ...more] });
}

function readNote(id: string, type: NoteType, fields: readonly string[]): Returned {
  const field = (name: string): string => fields[FIELDS[type].indexOf(name)] ?? '';
  const head = {
    id,
    stem: wordsOf(field('Question')),
    explanation: explanationOf(linesOf(field('Explanation').split('<ul>')[0] ?? '')),
  };
  const right = wordsOf(field('Answer'));
  switch (type) {
    case 'choice':
      return returnedAs('choice', { ...head, options: listed(field('Options')).map((text) => ({ text, right: text === right })) }); // prettier-ignore
    case 'typed': {
      const more = wordsOf(field('Accepted')).replace(/^[^:]+: /u, '').split(' | ').filter((text) => text !== ''); // prettier-ignore
      return returnedAs('typed', { ...head, answers: [right, ...more] });
    }
    case 'order':
      return returnedAs('order', { ...head, things: listed(field('Answer')) });
    case 'map':
      return returnedAs('map', head);
  }
}
