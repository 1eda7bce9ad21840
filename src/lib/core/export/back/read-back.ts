import type { Question } from '../../questions/question';
import { shapeOf } from '../shapes';
import { readAnkiTextSet } from './read-anki-text-set';
import { readCsvSet } from './read-csv-set';
import { readGiftSet } from './read-gift-set';
import { readJsonSet } from './read-json-set';
import { readMoodleSet } from './read-moodle-set';
import { returnedAs, withoutBreaks, type ReadBack, type Returned } from './returned';

/** The formats that are read back, by their ids of export. */
export const BACK_FORMATS = ['json', 'moodle', 'gift', 'anki-text', 'csv'] as const;
export type BackFormat = (typeof BACK_FORMATS)[number];

/** Reads a file that came back in a format. */
export async function readBack(text: string, format: BackFormat): Promise<ReadBack> {
  switch (format) {
    case 'json': {
      const read = readJsonSet(text);
      if (!read.ok) return read;
      const returned = read.set.questions.flatMap((question) => asReturned(question) ?? []);
      return { ok: true, returned, passed: read.set.questions.length - returned.length };
    }
    case 'moodle':
      return readMoodleSet(text);
    case 'gift':
      return readGiftSet(text);
    case 'anki-text':
      return readAnkiTextSet(text);
    case 'csv':
      return readCsvSet(text);
  }
}

/** In which format a file came back, by its beginning; null: in none of them. */
export function backFormatOf(text: string): BackFormat | null {
  const start = text.slice(0, 10_000).replace(/^\uFEFF/u, '').trimStart(); // prettier-ignore
  if (/^\{[^]*"format":\s*"dateline-set\//u.test(start)) return 'json';
  if (/^(?:<\?xml[^>]*>\s*)?(?:<!--[^]*?-->\s*)*<quiz[\s>]/u.test(start)) return 'moodle';
  if (/^#separator:/iu.test(start)) return 'anki-text';
  if (start.startsWith('id,fact,kind,form,')) return 'csv';
  return /^(?:\/\/|\$CATEGORY|::)/u.test(start) && start.includes('{') ? 'gift' : null;
}

/** A question of a set in the form in which others come back. */
function asReturned(question: Question): Returned | null {
  const shape = shapeOf(question);
  const { id, stem, explanation, options, key, accept } = question;
  const head = { id, stem: withoutBreaks(stem), explanation: withoutBreaks(explanation) };
  const text = (letter: string): string => withoutBreaks(options.find((option) => option.id === letter)?.text ?? '');
  switch (shape) {
    case 'choice':
      return returnedAs(shape, { ...head, options: options.map((option) => ({ text: withoutBreaks(option.text), right: key.includes(option.id) })) }); // prettier-ignore
    case 'order':
      return returnedAs(shape, {
        ...head,
        things: key.map(text),
        fault: new Set(key).size === key.length ? null : 'stray-key',
      });
    case 'typed':
      return returnedAs(shape, { ...head, answers: accept !== null && 'names' in accept ? accept.names : [] });
    case 'map':
    case 'match':
      return returnedAs(shape, head);
    case null:
      return question.form === 'order' && options.length > 1
        ? returnedAs('order', { ...head, fault: 'stray-key' })
        : null;
  }
}
