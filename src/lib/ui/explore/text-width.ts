/** Measured once: the same texts are painted in every frame. */
const widths = new Map<string, number>();
/** Widths are kept for so many texts. */
const KEPT = 4000;

/**
 * How wide a text is, in the units of the context.
 *
 * @param font the one that the context has now; to ask the context itself for it takes longer than all the rest
 */
export function widthOf(context: CanvasRenderingContext2D, font: string, text: string): number {
  const key = `${font}|${text}`;
  let width = widths.get(key);
  if (width === undefined) {
    if (widths.size >= KEPT) widths.clear();
    width = context.measureText(text).width;
    widths.set(key, width);
  }
  return width;
}

/** A beginning shorter than this tells nothing. */
const LEAST_LETTERS = 8;
/** A line does not break off after "of the", "у", "з". */
const SMALL_WORD = /^\p{Ll}{1,3}$/u;

/** A text, or as many whole words of its beginning as there is room for; empty where those would tell nothing. */
export function fittedText(context: CanvasRenderingContext2D, font: string, text: string, room: number): string {
  if (widthOf(context, font, text) <= room) return text;
  const blank = widthOf(context, font, ' ');
  let free = room - widthOf(context, font, '…') + blank;
  const kept: string[] = [];
  for (const word of text.split(' ')) {
    free -= blank + widthOf(context, font, word);
    if (free < 0) break;
    kept.push(word);
  }
  while (SMALL_WORD.test(kept.at(-1) ?? '')) kept.pop();
  const begun = kept.join(' ').replace(/[\s,;:–—-]+$/u, '');
  return begun.length < LEAST_LETTERS ? '' : `${begun}…`;
}

/** Another font has come under the same name. */
export function forgetWidths(): void {
  widths.clear();
}
