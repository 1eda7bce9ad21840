import { utf8 } from '../bytes/utf8';
import { fullCredit, shortCredit } from '../credit';
import type { ExportSet } from '../export-set';
import type { ExportFormat } from '../format';
import type { Item } from '../item';
import { fieldHtml } from '../anki/field-html';
import { guidOf } from '../anki/guid';
import { deckName, tagsOf } from '../anki/names';
import { preflight } from '../preflight';
import { oneLine } from '../text/clean';
import { EXPORT_WORDS } from '../words';

/**
 * Anki's text import (headers since 2.1.54): front and back of the stock note type Basic, found again by guid. Everything is quoted: a
 * line that began with # would be taken for a comment.
 */
export const ankiText: ExportFormat = {
  id: 'anki-text',
  label: 'Anki (text)',
  extension: 'txt',
  mimeType: 'text/plain',
  limits: 'front and back only: no typing, tapping or map; schedules are kept on a new import',
  carries: { shapes: ['choice', 'typed', 'order'], drops: ['reasons', 'picture', 'input'] },
  printsVersions: false,
  write: (set, options) => {
    const { items, losses } = preflight(set, ankiText, options);
    const head = [
      '#separator:tab', '#html:true', '#guid column:1', '#tags column:4', `#deck:${deckName(set)}`, '#notetype:Basic', '#if matches:update current',
    ]; // prettier-ignore
    const rows = items.map((item) => [guidOf(item.id), ...sides(set, item), tagsOf(set, item).join(' ')]);
    const about = [guidOf(`${set.id}:about`), fieldHtml(EXPORT_WORDS[set.language].aboutThisSet), fieldHtml(fullCredit(set)), 'dateline'];
    const lines = [...rows, about].map((row) => row.map(quoted).join('\t'));
    return Promise.resolve({ bytes: utf8(`${[...head, ...lines].join('\n')}\n`), losses });
  },
}; // prettier-ignore

function sides(set: ExportSet, item: Item): readonly [front: string, back: string] {
  const words = EXPORT_WORDS[set.language];
  const listed = (texts: readonly string[]): string => `<ol type="A">${texts.map((text) => `<li>${fieldHtml(text)}</li>`).join('')}</ol>`;
  const shown = item.shape === 'choice' ? item.options : item.shape === 'order' ? item.shown : [];
  const front = fieldHtml(item.stem) + (shown.length === 0 ? '' : listed(shown.map(({ text }) => text)));
  const ordered = item.shape === 'order' ? `<ol>${item.ordered.map(({ text }) => `<li>${fieldHtml(text)}</li>`).join('')}</ol>` : '';
  const also = item.shape === 'typed' && item.answers.length > 1 ? `<br><small>${fieldHtml(`${words.alsoAccepted}: ${item.answers.slice(1).join(' | ')}`)}</small>` : '';
  const about = [item.explanation, ...item.sources.map((source) => `${words.source}: ${source}`), shortCredit(set)].filter((text) => text !== '');
  const answer = ordered === '' ? `<b>${fieldHtml(item.answer)}</b>` : ordered;
  return [front, `${answer}${also}<hr>${about.map((text) => `<small>${fieldHtml(text)}</small>`).join('<br>')}`];
} // prettier-ignore

/** A field of RFC 4180; its line ends are HTML already. */
function quoted(field: string): string {
  return `"${oneLine(field).replaceAll('"', '""')}"`;
}
