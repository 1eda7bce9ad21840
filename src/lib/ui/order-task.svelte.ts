/** What a change of order is told as, for those who do not see it. Positions count from 1. */
export type OrderNews =
  | { readonly is: 'lifted' | 'moved' | 'dropped' | 'put back'; readonly id: string; readonly position: number }
  | { readonly is: 'none' };

/** The order that a learner is putting items into. Moves by buttons, by keys and by dragging all end here. */
export class OrderTask {
  order: readonly string[] = $state.raw([]);
  /** Taken up by the keyboard: arrows move it until it is put down. */
  lifted: string | null = $state(null);
  news: OrderNews = $state.raw({ is: 'none' });
  #before: readonly string[] = [];
  /** So many at the top are known to be in their place, and stay there. */
  fixed: number = $state(0);

  constructor(ids: readonly string[]) {
    this.order = ids;
  }

  /** Puts these at the top in their order, to stay there. */
  fix(ids: readonly string[]): void {
    if (ids.length <= this.fixed) return;
    this.lifted = null;
    this.order = [...ids, ...this.order.filter((id) => !ids.includes(id))];
    this.fixed = ids.length;
  }

  /** Moves an item by so many places, as far as the list goes. True: it moved. */
  move(id: string, by: number): boolean {
    return this.moveTo(id, this.order.indexOf(id) + by);
  }

  /** Moves an item to an index, counted from 0 and clamped to the list. True: it moved. */
  moveTo(id: string, index: number): boolean {
    const from = this.order.indexOf(id);
    const to = Math.max(this.fixed, Math.min(index, this.order.length - 1));
    if (from < this.fixed || from === to) return false;
    this.order = this.order.filter((other) => other !== id).toSpliced(to, 0, id);
    this.#tell('moved', id);
    return true;
  }

  /** Space: takes an item up, or puts it down where it is. */
  toggle(id: string): void {
    if (this.order.indexOf(id) < this.fixed) return;
    if (this.lifted === id) {
      this.lifted = null;
      this.#tell('dropped', id);
      return;
    }
    this.lifted = id;
    this.#before = this.order;
    this.#tell('lifted', id);
  }

  /** Escape: the lifted item goes back to where it was taken up. */
  putBack(): void {
    const id = this.lifted;
    if (id === null) return;
    this.order = this.#before;
    this.lifted = null;
    this.#tell('put back', id);
  }

  #tell(is: 'lifted' | 'moved' | 'dropped' | 'put back', id: string): void {
    this.news = { is, id, position: this.order.indexOf(id) + 1 };
  }
}

/**
 * Where a dragged item belongs: before the first of the others whose middle lies below its own. Coordinates in pixels from the top of
 * the list; `middles` are those of the other items, top to bottom.
 */
export function indexAt(middle: number, middles: readonly number[]): number {
  const below = middles.findIndex((other) => other > middle);
  return below === -1 ? middles.length : below;
}
