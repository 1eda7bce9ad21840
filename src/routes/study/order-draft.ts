/** One draft a tab: the ordering that its learner is at. */
const KEY = 'dateline-order-draft';

/** The order that a learner had put a question's options into before the page was reloaded; null: none of this question. */
export function readDraft(question: string, options: readonly string[]): readonly string[] | null {
  try {
    const draft: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? 'null');
    if (typeof draft !== 'object' || draft === null || !('question' in draft) || !('order' in draft)) return null;
    const { order } = draft;
    if (draft.question !== question || !Array.isArray(order) || order.length !== options.length) return null;
    return options.every((id) => order.includes(id)) ? order.filter((id) => typeof id === 'string') : null;
  } catch {
    return null; // storage is off, or holds what nobody of us wrote
  }
}

/** Keeps the order until the tab is closed, or another question is put in order. */
export function keepDraft(question: string, order: readonly string[]): void {
  try {
    sessionStorage.setItem(KEY, JSON.stringify({ question, order }));
  } catch {
    // Storage is off or full: the draft lives as long as the page.
  }
}
