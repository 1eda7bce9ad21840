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

/** Another font has come under the same name. */
export function forgetWidths(): void {
  widths.clear();
}
