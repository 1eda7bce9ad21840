import { sha1Hex } from '../bytes/sha1';
import { zip } from '../bytes/zip';
import { fullCredit } from '../credit';
import type { ExportSet } from '../export-set';
import type { ExportFormat } from '../format';
import type { Item } from '../item';
import { pictureFor } from '../map/picture-for';
import { preflight } from '../preflight';
import { EXPORT_WORDS } from '../words';

/** A deck of Mochi: `data.edn` in a zip, cards in Markdown with their sides divided by `---`, pictures beside it. */
export const mochi: ExportFormat = {
  id: 'mochi',
  label: 'Mochi',
  extension: 'mochi',
  mimeType: 'application/zip',
  limits: 'two sides of a card: nothing is typed or tapped',
  carries: { shapes: ['choice', 'typed', 'order', 'map'], drops: ['reasons', 'input'] },
  printsVersions: false,
  write: (set, options) => {
    const { items, losses } = preflight(set, mochi, options);
    const pictures = new Map<string, Uint8Array>();
    const cards = items.map((item) => {
      const picture = item.shape === 'map' ? pictureFor(set, item) : null;
      if (picture !== null) pictures.set(picture.name, picture.picture.png);
      return cardEdn(item.id, cardText(set, item, picture?.name ?? null));
    });
    const about = `${markdown(EXPORT_WORDS[set.language].aboutThisSet)}\n\n---\n\n${fullCredit(set).split('\n').map(markdown).join('\n\n')}`; // prettier-ignore
    const deck = `{:name ${edn(set.title)} :id ${key(set.id)} :cards [${[...cards, cardEdn(`${set.id}:about`, about)].join('\n')}]}`;
    return Promise.resolve({ bytes: zip([['data.edn', `{:version 2 :decks [${deck}]}`], ...pictures]), losses });
  },
};

function cardEdn(id: string, content: string): string {
  return `{:id ${key(id)} :content ${edn(content)}}`;
}

/** A keyword of at least eight letters, the same for the same question. */
function key(id: string): string {
  return `:d${sha1Hex(id).slice(0, 15)}`;
}

/** A string of EDN (github.com/edn-format/edn): only the quote and the backslash mean something. */
function edn(text: string): string {
  return `"${text.replace(/["\\]/gu, '\\$&')}"`;
}

function cardText(set: ExportSet, item: Item, picture: string | null): string {
  const words = EXPORT_WORDS[set.language];
  const shown = item.shape === 'choice' ? item.options : item.shape === 'order' ? item.shown : [];
  const front = [markdown(item.stem), ...shown.map(({ text }) => `- ${markdown(text)}`)];
  if (picture !== null) front.push(`![](@media/${picture})`);
  const answer = item.shape === 'order' ? item.ordered.map(({ text }, i) => `${String(i + 1)}. ${markdown(text)}`).join('\n') : `**${markdown(item.answer)}**`;
  const also = item.shape === 'typed' && item.answers.length > 1 ? [markdown(`${words.alsoAccepted}: ${item.answers.slice(1).join(' | ')}`)] : [];
  const back = [answer, ...also, markdown(item.explanation), ...item.sources.map((source) => markdown(`${words.source}: ${source}`))];
  return `${front.join('\n\n')}\n\n---\n\n${back.filter((text) => text !== '').join('\n\n')}`;
} // prettier-ignore

/** Mochi reads Markdown, `[[…]]` and `{{…}}`. */
function markdown(text: string): string {
  return text.replace(/[\\`*_[\]{}<>#|~]/gu, '\\$&').replace(/^(-{3,}|[-+])/u, '\\$1');
}
