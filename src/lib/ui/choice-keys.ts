/** Where something of a list has the focus, or what stands before the list and leads into it; -1: none of it has. */
export interface FocusPlace {
  readonly at: number;
  readonly count: number;
}

/**
 * Which of a list, counted from 0, an arrow, Home or End leads to. The arrows go round: before the first comes the last. From outside
 * they lead to its near end; Home and End are the page's there. Null: no such key, or nowhere to go.
 */
export function arrowTo(key: string, { at, count }: FocusPlace): number | null {
  if (count === 0) return null;
  if (key === 'ArrowDown' || key === 'ArrowRight') return (at + 1) % count;
  if (key === 'ArrowUp' || key === 'ArrowLeft') return (Math.max(at, 0) + count - 1) % count;
  if (at === -1) return null;
  return key === 'Home' ? 0 : key === 'End' ? count - 1 : null;
}

/** Whether a key that reaches the window was meant for something else: a field, or a sheet that lies over the list. */
export function isMeantElsewhere(target: EventTarget | null, list: Element): boolean {
  return (
    target instanceof Element &&
    (target.closest('input, textarea, select, [contenteditable]') !== null ||
      target.closest('dialog') !== list.closest('dialog'))
  );
}

/** Whether the arrows may lead from here into the list: from its heading, or from nowhere on a page that they have nothing to scroll on. */
export function leadsIn(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false;
  return (
    target.closest('h1, h2, h3') !== null ||
    (target === document.body && document.documentElement.scrollHeight <= innerHeight)
  );
}
