/** Share of Cyrillic letters from which texts are not in a language of Latin letters. */
const MOSTLY = 0.5;
/** Letters that tell Ukrainian from its neighbours, and those that it lacks. */
const UKRAINIAN = /[іїєґ]/iu;
const NOT_UKRAINIAN = /[ыэъёў]/iu;

/**
 * The language tag that the letters of texts allow: `uk` for Ukrainian ones, `en` for Latin ones, else `und` (undetermined).
 * Latin letters are those of many languages; whoever shows the result says that it was assumed.
 */
export function languageOfTexts(texts: readonly string[]): string {
  const all = texts.slice(0, 200).join(' ');
  const letters = all.match(/\p{L}/gu)?.length ?? 0;
  const cyrillic = all.match(/\p{Script=Cyrillic}/gu)?.length ?? 0;
  const latin = all.match(/\p{Script=Latin}/gu)?.length ?? 0;
  if (latin >= letters * MOSTLY) return 'en';
  return cyrillic >= letters * MOSTLY && UKRAINIAN.test(all) && !NOT_UKRAINIAN.test(all) ? 'uk' : 'und';
}
