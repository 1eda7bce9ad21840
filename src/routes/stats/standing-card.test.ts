import { expect, test } from 'vitest';
import type { StatisticsView } from '$lib/app/statistics-view';
import { StandingCard, standOneByOne } from './standing-card.svelte';

/** A view that tells in `made` what is worked out of it, and the turns that are taken. */
function stage(): { readonly view: StatisticsView; readonly made: string[]; readonly turns: (() => void)[] } {
  const made: string[] = [];
  const view = new Proxy({} as StatisticsView, {
    get: (_, part) => {
      if (typeof part === 'string') made.push(part);
      return null;
    },
  });
  return { view, made, turns: [] };
}

test('cards stand one by one, each after its parts, and no turn works out two of them', () => {
  const { view, made, turns } = stage();
  const cards = [new StandingCard('year'), new StandingCard('retention', 'byForm')];
  standOneByOne(cards, view, (call) => (turns.push(call), () => undefined));
  const told = [];
  for (let next = turns.shift(); next !== undefined; next = turns.shift()) {
    next();
    told.push([made.length, ...cards.map((card) => card.view === view)]);
  }
  expect(made).toEqual(['year', 'retention', 'byForm']);
  expect(told).toEqual([
    [1, false, false],
    [1, true, false],
    [2, true, false],
    [3, true, false],
    [3, true, true],
  ]);
});

test('another view takes over where the first one is stopped, and a card keeps what it has until its turn', () => {
  const [first, second] = [stage(), stage()];
  const cards = [new StandingCard(), new StandingCard()];
  let waiting: (() => void) | null = null;
  const turn = (call: () => void): (() => void) => {
    waiting = call;
    return () => (waiting = null);
  };
  const run = (): void => waiting?.();
  const stop = standOneByOne(cards, first.view, turn);
  run();
  stop();
  expect(waiting).toBeNull();
  standOneByOne(cards, second.view, turn);
  expect(cards.map(({ view }) => view)).toEqual([first.view, null]);
  run();
  run();
  expect(cards.map(({ view }) => view)).toEqual([second.view, second.view]);
});
