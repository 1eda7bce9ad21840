import { fullCredit, shortCredit } from '../credit';
import type { ExportSet } from '../export-set';
import type { Item } from '../item';
import { pictureFor, type PictureFor } from '../map/picture-for';
import { shortId } from '../short-id';
import { EXPORT_WORDS } from '../words';
import { fieldHtml } from './field-html';
import type { NoteType } from './note-types';

/** What a question becomes: the fields of its note type (without spare ones that it leaves empty) and the picture it shows. */
export interface NoteContent {
  readonly type: NoteType;
  readonly fields: readonly string[];
  readonly picture: PictureFor | null;
}

/** Longest id that stands in a field and names a card's state in its script. */
const LONGEST_ID = 200;

/** The fields of a question's note, all as HTML. */
export function noteOf(set: ExportSet, item: Item): NoteContent {
  const words = EXPORT_WORDS[set.language];
  const cited = item.sources.map((source) => `${words.source}: ${source}`);
  const about = [explained(item), [...cited, shortCredit(set)].map(fieldHtml).join('<br>'), fieldHtml(shortId(item.id, LONGEST_ID))];
  const hint = (text: string): string => `<p class="dl-about dl-hint">${fieldHtml(text)}</p>`;
  const stem = fieldHtml(item.stem);
  switch (item.shape) {
    case 'choice':
      return { type: 'choice', fields: [stem, list('ul', item.options), fieldHtml(item.answer), ...about], picture: null };
    case 'typed': {
      const also = item.answers.slice(1).join(' | ');
      return { type: 'typed', fields: [stem, fieldHtml(item.answer), also === '' ? '' : fieldHtml(`${words.alsoAccepted}: ${also}`), ...about], picture: null };
    }
    case 'order':
      return { type: 'order', fields: [stem, hint(words.tapThem) + list('ul', item.shown), list('ol', item.ordered), ...about], picture: null };
    case 'map': {
      const found = pictureFor(set, item);
      const { picture, name, target } = found;
      const percent = (pixels: number, of: number): string => ((pixels / of) * 100).toFixed(2);
      const places = [percent(target.x, picture.width), percent(target.y, picture.height), percent(2 * target.radius, picture.width)];
      return { type: 'map', fields: [stem, `<img src="${name}">`, ...places, fieldHtml(item.answer), ...about, regionSvg(found)], picture: found };
    }
    case 'match':
      throw new Error(`${item.id}: preflight let ${item.shape} through`);
  }
} // prettier-ignore

/** A region's outline, to lie over the picture on the back; empty where a point is asked. */
function regionSvg({ picture: { width, height }, outline }: PictureFor): string {
  if (outline === null) return '';
  const points = outline.map((corner) => corner.join(',')).join(' ');
  return `<svg id="dl-region" viewBox="0 0 ${String(width)} ${String(height)}" preserveAspectRatio="none"><polygon points="${points}"/></svg>`;
}

/** The explanation, and for each wrong option why it is. */
function explained(item: Item): string {
  const wrong = item.shape === 'choice' ? item.options.filter(({ why }) => why !== '') : [];
  const reasons = wrong.map(({ text, why }) => `<li>${fieldHtml(`${text}: ${why}`)}</li>`).join('');
  return fieldHtml(item.explanation) + (reasons === '' ? '' : `<ul>${reasons}</ul>`);
}

function list(name: 'ul' | 'ol', things: readonly { readonly text: string }[]): string {
  return `<${name}>${things.map(({ text }) => `<li>${fieldHtml(text)}</li>`).join('')}</${name}>`;
}

/** What a deck says of itself. */
export function deckDescription(set: ExportSet): string {
  return fieldHtml(fullCredit(set));
}
