/** Elements whose content is not text. */
const HIDDEN = new Set([
  'script', 'style', 'template', 'iframe', 'noembed', 'noframes', 'noscript', 'object', 'svg', 'math', 'head', 'title',
  'textarea', 'select', 'xmp', 'plaintext', 'video', 'audio', 'canvas',
]); // prettier-ignore
/** Elements inside a line: words on both sides may belong together. */
const INLINE = new Set([
  'a', 'abbr', 'acronym', 'b', 'bdi', 'bdo', 'big', 'cite', 'code', 'data', 'del', 'dfn', 'em', 'font', 'i', 'ins', 'kbd', 'label', 'mark',
  'q', 'ruby', 's', 'samp', 'small', 'span', 'strike', 'strong', 'sub', 'sup', 'time', 'tt', 'u', 'var', 'wbr',
]); // prettier-ignore

const LETTER = /[a-zA-Z]/;
const NAME_END = /[\s/>]/;

/**
 * Takes the markup out of a text in one walk, by the states of the HTML tokenizer (html.spec.whatwg.org, 13.2.5): tags with
 * their quoted attributes, comments, declarations, and elements whose content is no text. A `<` that begins nothing is text;
 * one that begins something which never ends is left out, and the words behind it stay. Entities are not decoded.
 */
export function stripTags(text: string): string {
  let result = '';
  let at = 0;
  while (at < text.length) {
    const open = text.indexOf('<', at);
    if (open < 0) return result + text.slice(at);
    result += text.slice(at, open);
    const markup = readMarkup(text, open);
    result += markup.instead;
    at = markup.end;
  }
  return result;
}

interface Markup {
  /** What stands for it in the text. */
  readonly instead: string;
  /** Offset behind it. */
  readonly end: number;
}

function readMarkup(text: string, open: number): Markup {
  const next = text.charAt(open + 1);
  if (text.startsWith('<!--', open)) return { instead: '', end: endOfComment(text, open + 4) };
  const closing = next === '/';
  if (LETTER.test(closing ? text.charAt(open + 2) : next)) return readTag(text, open, closing);
  if (next === '!' || next === '?' || closing) {
    const end = text.indexOf('>', open);
    return { instead: '', end: end < 0 ? open + 1 : end + 1 };
  }
  return { instead: '<', end: open + 1 };
}

/** A comment ends at `-->` or `--!>`, an empty one at `<!-->` or `<!--->`; one that never ends takes all that follows. */
function endOfComment(text: string, from: number): number {
  if (text.startsWith('>', from)) return from + 1;
  if (text.startsWith('->', from)) return from + 2;
  const ends = ['-->', '--!>'].map((mark) => ({ mark, at: text.indexOf(mark, from) })).filter((end) => end.at >= 0);
  const [first] = ends.sort((a, b) => a.at - b.at);
  return first === undefined ? text.length : first.at + first.mark.length;
}

function readTag(text: string, open: number, closing: boolean): Markup {
  let at = open + (closing ? 2 : 1);
  const from = at;
  while (at < text.length && !NAME_END.test(text.charAt(at))) at++;
  const name = text.slice(from, at).toLowerCase();
  const end = endOfTag(text, at);
  if (end === null) return { instead: '', end: open + 1 };
  if (!closing && HIDDEN.has(name)) return { instead: ' ', end: endOfHidden(text, end, name) };
  return { instead: INLINE.has(name) ? '' : ' ', end };
}

/** Offset behind the `>` that ends a tag, which none inside a quoted attribute does; null if it never ends. */
function endOfTag(text: string, from: number): number | null {
  const first = text.indexOf('>', from);
  if (first < 0) return null;
  let quote = '';
  let afterEquals = false;
  for (let at = from; at < text.length; at++) {
    const character = text.charAt(at);
    if (quote !== '') {
      if (character === quote) quote = '';
    } else if (character === '>') {
      return at + 1;
    } else if (afterEquals && (character === '"' || character === "'")) {
      quote = character;
      afterEquals = false;
    } else if (character === '=') {
      afterEquals = true;
    } else if (!/\s/.test(character)) {
      afterEquals = false;
    }
  }
  // Quotes that do not match would swallow the rest: the first > ends the tag then.
  return first + 1;
}

/** Offset behind the closing tag of an element whose content is no text; all that follows where it is never closed. */
function endOfHidden(text: string, from: number, name: string): number {
  for (let at = text.indexOf('</', from); at >= 0; at = text.indexOf('</', at + 2)) {
    const behind = at + 2 + name.length;
    if (text.slice(at + 2, behind).toLowerCase() !== name) continue;
    if (behind < text.length && !NAME_END.test(text.charAt(behind))) continue;
    return endOfTag(text, behind) ?? text.length;
  }
  return text.length;
}
