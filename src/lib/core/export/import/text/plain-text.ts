import { decodeEntities } from './entities';
import { stripTags } from './strip-html';

/** Longest text that is read, in UTF-16 units: more is no headline and no note. */
const LONGEST = 20_000;
/** Layers of markup inside entities that are taken off; nobody writes more than two. */
const MOST_LAYERS = 8;

/** What could make a text read other than it is, or cannot be seen: the characters that a pack may not hold, and soft hyphens. */
const UNSEEN =
  /[^\P{Cc}\t\n\v\f\r\u0085]|[\p{Cs}\u00AD\u200B\u202A-\u202E\u2060-\u2069\uFEFF\uFFFE\uFFFF]|[\p{Co}\p{Cn}]/gu;

/** A text without markup, on one line. */
export interface PlainText {
  readonly text: string;
  /** Invisible characters were left out of it. */
  readonly cleaned: boolean;
  /** It was longer than anything that is read, and cut. */
  readonly cut: boolean;
}

/**
 * The words of a text that may be HTML: no tags, no entities, no control or directional characters, blanks single.
 * Markup that was hidden in entities is taken off as well, until none is left, so that doing it twice changes nothing.
 */
export function plainText(raw: string): PlainText {
  const cut = raw.length > LONGEST;
  let text = (cut ? raw.slice(0, LONGEST) : raw).normalize('NFC');
  let cleaned = false;
  for (let layer = 0; ; layer++) {
    const seen = text.replace(UNSEEN, '');
    cleaned ||= seen.length < text.length;
    // What is still wrapped after so many layers is an attack: it keeps its words and loses its signs.
    const stripped =
      layer < MOST_LAYERS ? decodeEntities(stripTags(collapseAmpersands(seen))) : seen.replace(/[<&]/g, '');
    const next = stripped.normalize('NFC').replace(/\s+/gu, ' ').trim();
    if (next === text) return { text, cleaned, cut };
    text = next;
  }
}

/** `&amp;amp;lt;` is `&lt;`, however often it was escaped. */
function collapseAmpersands(text: string): string {
  return text.replace(/&(?:amp;)+/g, '&');
}

/** Shortens a text to so many characters, at a blank where there is one near, and says so with an ellipsis. */
export function shorten(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const head = text.slice(0, longest - 2).replace(/\p{Cs}$/u, '');
  const blank = head.lastIndexOf(' ');
  return `${(blank > longest / 2 ? head.slice(0, blank) : head).trimEnd()} …`;
}
