import { utf8 } from '../bytes/utf8';
import { shortCredit } from '../credit';
import type { ExportFormat } from '../format';
import { preflight } from '../preflight';
import { EXPORT_WORDS } from '../words';

/** Term, tab, definition: what Quizlet and many others take into their paste box. Nothing can be quoted there. */
export const quizlet: ExportFormat = {
  id: 'quizlet',
  label: 'Quizlet, RemNote (text to paste)',
  extension: 'txt',
  mimeType: 'text/plain',
  limits: 'question and answer only: no wrong options, pictures or sources',
  carries: {
    shapes: ['choice', 'typed', 'order'],
    drops: ['explanation', 'sources', 'reasons', 'picture', 'options', 'input'],
  },
  printsVersions: false,
  write: (set, options) => {
    const { items, losses } = preflight(set, quizlet, options);
    const cards = items.map((item) => {
      // What is to be put in order has to be seen.
      const front = item.shape === 'order' ? `${item.stem} ${item.shown.map(({ text }) => text).join(' / ')}` : item.stem;
      return [front, item.answer];
    });
    cards.push([EXPORT_WORDS[set.language].aboutThisSet, shortCredit(set)]);
    return Promise.resolve({ bytes: utf8(cards.map((card) => `${card.join('\t')}\n`).join('')), losses });
  },
}; // prettier-ignore
