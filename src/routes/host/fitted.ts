import type { Attachment } from 'svelte/attachments';

/** The smallest letters of a wall, of their full size: 17 pixels of a picture that is 1080 high, still larger than a page's at a desk. */
const LEAST = 0.62;
const STEP = 0.04;

/**
 * The largest size of letters at which something fits, from 1 down to `LEAST` in steps of `STEP`; `LEAST` too where nothing does.
 *
 * @param fits whether it fits at a size
 */
export function largestThatFits(fits: (size: number) => boolean): number {
  for (let step = 0; 1 - step * STEP > LEAST; step++) {
    const size = Math.round((1 - step * STEP) * 100) / 100;
    if (fits(size)) return size;
  }
  return LEAST;
}

/** Keeps all of a wall in the picture: nobody scrolls a projector. Its letters get smaller (`--fit`) when its words become more. */
export const fitted: Attachment<HTMLElement> = (wall) => {
  let due = 0;
  const fit = (): void => {
    due = 0;
    const at = (size: number): void => {
      wall.style.setProperty('--fit', String(size));
    };
    at(
      largestThatFits((size) => {
        at(size);
        return wall.scrollHeight <= wall.clientHeight;
      }),
    );
  };
  // Once a picture, however much changes in it.
  const soon = (): void => {
    due ||= requestAnimationFrame(fit);
  };
  // Not only words change: a typeface that has come, a map that was drawn make a part of the wall larger.
  const size = new ResizeObserver(soon);
  const watch = (): void => {
    size.disconnect();
    for (const part of [wall, ...wall.children]) size.observe(part);
    soon();
  };
  const words = new MutationObserver(watch);
  words.observe(wall, { childList: true, characterData: true, subtree: true });
  watch();
  return () => {
    words.disconnect();
    size.disconnect();
    cancelAnimationFrame(due);
  };
};
