/**
 * Characters that XML 1.0 (fifth edition, 2.2 Char) forbids: control characters other than tab and line ends, halves of surrogate
 * pairs, U+FFFE and U+FFFF. U+001F, which divides the fields of Anki, is among them.
 */
const FORBIDDEN =
  // eslint-disable-next-line no-control-regex -- these are what is looked for
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/gu;
/** Everything that may be forbidden or end a line: most texts hold nothing of it, and finding that out is quick. */
// eslint-disable-next-line no-control-regex -- these are what is looked for
const SUSPECT = /[\u0000-\u001F\u0085\u2028\u2029\uD800-\uDFFF\uFFFE\uFFFF]/;
/** What a line cannot keep: a run of spaces, or one at either end. */
const LOOSE = /^ | $| {2}/;
const LINE_ENDS = /\r\n?|[\u0085\u2028\u2029]/gu;

/** A text that any file may hold: without forbidden characters, line ends as `\n`. */
export function clean(text: string): string {
  return SUSPECT.test(text) ? text.replace(FORBIDDEN, '').replace(LINE_ENDS, '\n') : text;
}

/** How many characters `clean` takes out. */
export function countForbidden(text: string): number {
  return SUSPECT.test(text) ? (text.match(FORBIDDEN)?.length ?? 0) : 0;
}

/** Clean and on one line: tabs, line ends and runs of spaces are one space. No-break spaces stay. */
export function oneLine(text: string): string {
  if (!SUSPECT.test(text) && !LOOSE.test(text)) return text.trim();
  return clean(text)
    .replace(/[ \t\n]+/gu, ' ')
    .trim();
}

/**
 * At most so many characters (UTF-16 code units), cut behind a word where one ends in the last third, else behind a character, with an
 * ellipsis. Never inside a surrogate pair, nor between a letter and its marks.
 */
export function shorten(text: string, most: number): string {
  if (text.length <= most) return text;
  let end = Math.max(0, most - 1);
  while (end > 0 && continues(text, end)) end--;
  const space = text.lastIndexOf(' ', end);
  const cut = space > (end * 2) / 3 ? space : end;
  return `${text.slice(0, cut).replace(/[\s.,;:–—-]+$/u, '')}…`;
}

/** Whether the character at an offset belongs to the one before: a low surrogate, a mark, a joiner or what follows one. */
function continues(text: string, at: number): boolean {
  const here = text.codePointAt(at) ?? 0;
  const isLow = here >= 0xdc00 && here <= 0xdfff;
  const isJoined = here === 0x200d || here === 0xfe0f || text[at - 1] === '\u200D';
  return isLow || isJoined || (here >= 0x1f3fb && here <= 0x1f3ff) || /^\p{M}/u.test(text.slice(at, at + 2));
}
