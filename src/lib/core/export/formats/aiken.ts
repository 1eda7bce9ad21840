import { utf8 } from '../bytes/utf8';
import type { ExportFormat } from '../format';
import { preflight } from '../preflight';

/** Moodle's Aiken: a question on one line, lettered answers, `ANSWER: B`. Nothing in a stem may look like either. */
export const aiken: ExportFormat = {
  id: 'aiken',
  label: 'Aiken (Moodle)',
  extension: 'txt',
  mimeType: 'text/plain',
  limits: 'multiple choice only; no explanations, no sources',
  carries: {
    shapes: ['choice'],
    drops: ['explanation', 'sources', 'reasons', 'picture'],
    options: 26,
    setOff,
    creditInStem: true,
  },
  printsVersions: false,
  write: (set, options) => {
    const { items, losses } = preflight(set, aiken, options);
    const blocks = items.map((item) => {
      if (item.shape !== 'choice') throw new Error(`${item.id}: preflight let ${item.shape} through`);
      const letters = item.options.map((_, i) => String.fromCharCode(65 + i));
      const right = letters[item.options.findIndex((option) => option.right)] ?? '';
      const answers = item.options.map(({ text }, i) => `${letters[i] ?? ''}) ${text}`);
      return [item.stem, ...answers, `ANSWER: ${right}`, ''].join('\n');
    });
    return Promise.resolve({ bytes: utf8(blocks.join('\n')), losses });
  },
};

/**
 * "A. J. P. Taylor wrote …" would be an answer, "ANSWER: …" the key: a dash in front makes it a stem again. Of a line with less than two
 * characters Moodle takes no notice.
 */
function setOff(stem: string): string {
  if (stem.length < 2) return `– ${stem} –`;
  if (/^[A-Z][.)]/u.test(stem)) return `– ${stem}`;
  return stem.startsWith('ANSWER:') ? `– ${stem}` : stem;
}
