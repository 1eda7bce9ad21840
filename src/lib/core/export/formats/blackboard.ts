import { utf8 } from '../bytes/utf8';
import type { ExportFormat } from '../format';
import type { Item } from '../item';
import { preflight } from '../preflight';

/** Blackboard's tab-delimited upload: no head, no blank line, English keywords, at most 250 records in Ultra. */
export const blackboard: ExportFormat = {
  id: 'blackboard',
  label: 'Blackboard (text)',
  extension: 'txt',
  mimeType: 'text/plain',
  limits: 'no map (multiple choice instead), no explanations; 250 questions',
  carries: {
    shapes: ['choice', 'typed', 'order'],
    drops: ['explanation', 'sources', 'reasons', 'picture', 'near'],
    numericYears: true,
    questions: 250,
    creditInStem: true,
  },
  printsVersions: false,
  write: (set, options) => {
    const { items, losses } = preflight(set, blackboard, options);
    const lines = items.map((item) => `${recordOf(item).join('\t')}\r\n`);
    return Promise.resolve({ bytes: utf8(lines.join('')), losses });
  },
};

function recordOf(item: Item): readonly string[] {
  switch (item.shape) {
    case 'choice':
      return ['MC', item.stem, ...item.options.flatMap(({ text, right }) => [text, right ? 'correct' : 'incorrect'])];
    case 'order':
      return ['ORD', item.stem, ...item.ordered.map(({ text }) => text)];
    case 'typed': {
      if (item.year === null) return ['FIB', item.stem, ...item.answers];
      const { from, to } = item.year;
      return ['NUM', item.stem, String((from + to) / 2), String((to - from) / 2)];
    }
    default:
      throw new Error(`${item.id}: preflight let ${item.shape} through`);
  }
}
