import type { StatisticsView } from '$lib/app/statistics-view';

/** A card of the page: what it needs of a view, and the view that it shows. */
export class StandingCard {
  /** Null: its turn has not come yet. */
  view: StatisticsView | null = $state.raw(null);
  readonly needs: readonly (keyof StatisticsView)[];

  constructor(...needs: readonly (keyof StatisticsView)[]) {
    this.needs = needs;
  }
}

/**
 * Brings cards to a view one by one. Each part that a card needs is worked out in a turn of its own (a part of a view is made when it is
 * first looked at), and so is each card: a long history holds up neither painting nor fingers.
 *
 * @param turn calls back after whatever else waits for the page, and gives what calls it off
 * @returns what stops it
 */
export function standOneByOne(
  cards: readonly StandingCard[],
  view: StatisticsView,
  turn: (call: () => void) => () => void,
): () => void {
  const steps = cards.flatMap((card): readonly (() => unknown)[] => [
    ...card.needs.map((need) => () => view[need]),
    () => {
      card.view = view;
    },
  ]);
  let callOff = (): void => undefined;
  const go = (at: number): void => {
    const step = steps[at];
    if (step === undefined) return;
    callOff = turn(() => {
      step();
      go(at + 1);
    });
  };
  go(0);
  return () => {
    callOff();
  };
}
