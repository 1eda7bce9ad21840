import { shorten } from './clean';

/**
 * Texts each at most so long (UTF-16 code units). Those that would read alike when cut at their ends are cut at their beginnings, as far
 * as they begin alike, so that a reader can still tell them apart; where even that does not help they stay alike.
 */
export function shortenApart(texts: readonly string[], most: number): readonly string[] {
  const cut = texts.map((text) => shorten(text, most));
  return cut.map((short, i) => {
    const alike = texts.filter((_, at) => cut[at]?.toLowerCase() === short.toLowerCase());
    const start = alike.length < 2 ? 0 : forkOf(alike);
    return start === 0 ? short : shorten(`…${(texts[i] ?? '').slice(start)}`, most);
  });
}

/** Where the first word begins that texts do not share. */
function forkOf(texts: readonly string[]): number {
  const [first = '', ...others] = texts;
  const words = [...first.matchAll(/(?<=\s)\S/gu)].map(({ index }) => index);
  const shared = words.filter((at) => others.every((text) => text.slice(0, at) === first.slice(0, at)));
  return shared.at(-1) ?? 0;
}
