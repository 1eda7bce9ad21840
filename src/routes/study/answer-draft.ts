import type { Point } from '$lib/core/places/point';

/** One draft a tab: the answer that its learner is at. */
const KEY = 'dateline-draft';

/** The order that a learner had put a question's options into before the page was reloaded; null: none of this question. */
export function readOrder(question: string, options: readonly string[]): readonly string[] | null {
  const order = readDraft(question);
  if (!Array.isArray(order) || order.length !== options.length) return null;
  return options.every((id) => order.includes(id)) ? order.filter((id) => typeof id === 'string') : null;
}

/** What had been typed; empty: nothing. */
export function readTyped(question: string): string {
  const typed = readDraft(question);
  return typeof typed === 'string' ? typed : '';
}

/** Where the pin stood; null: nowhere. */
export function readPoint(question: string): Point | null {
  const point = readDraft(question);
  if (!Array.isArray(point)) return null;
  const [x, y] = point as readonly unknown[];
  return typeof x === 'number' && typeof y === 'number' ? [x, y] : null;
}

/** Keeps an answer until the tab is closed, or another question is answered. */
export function keepDraft(question: string, answer: readonly string[] | string | Point): void {
  try {
    sessionStorage.setItem(KEY, JSON.stringify({ question, answer }));
  } catch {
    // Storage is off or full: the draft lives as long as the page.
  }
}

function readDraft(question: string): unknown {
  try {
    const draft: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? 'null');
    if (typeof draft !== 'object' || draft === null || !('question' in draft) || !('answer' in draft)) return null;
    return draft.question === question ? draft.answer : null;
  } catch {
    return null; // storage is off, or holds what nobody of us wrote
  }
}
