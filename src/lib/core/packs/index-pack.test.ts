import { describe, expect, test } from 'vitest';
import { indexPack } from './index-pack';
import type { EventSource, PackSource, PlaceSource } from './pack-source';
import { revivePack } from './revive-pack';

const place = (id: string, ...within: string[]): PlaceSource => ({ id, name: id, kind: 'town', within });
const event = (id: string, more: Partial<EventSource> = {}): EventSource => ({
  id, name: id, storyline: 'only', status: 'stated', sources: [{ source: 'book' }], ...more,
}); // prettier-ignore

const indexOf = (events: EventSource[], places: PlaceSource[] = []) =>
  indexPack(revivePack({
    format: 'dateline-pack/1', id: 'sample', version: 1, title: 'Sample', language: 'en', licence: 'CC0-1.0',
    sources: [{ id: 'book', title: 'Book' }], storylines: [{ id: 'only', title: 'Only' }, { id: 'empty', title: 'Empty' }],
    places, events,
  } satisfies PackSource)); // prettier-ignore

describe('look-ups', () => {
  const index = indexOf([event('a'), event('b')], [place('town')]);

  test('find what is there', () => {
    expect(index.event('a').name).toBe('a');
    expect(index.place('town').radiusKm).toBe(3);
    expect(index.source('book').title).toBe('Book');
    expect(index.eventsOf('only').map(({ id }) => id)).toEqual(['a', 'b']);
    expect(index.eventsOf('empty')).toEqual([]);
    expect([index.hasEvent('a'), index.hasEvent('constructor')]).toEqual([true, false]);
  });

  test.each([
    ['event', () => index.event('nobody')],
    ['place', () => index.contains('town', 'nobody')],
    ['outer place', () => index.contains('nobody', 'town')],
    ['events at a place', () => index.eventsAtOrInside('nobody')],
    ['storyline', () => index.eventsOf('nobody')],
    ['order', () => index.order('a', 'nobody')],
    ['order with itself', () => index.order('nobody', 'nobody')],
    ['kin', () => index.kin('a', 'nobody')],
  ])('an unknown %s throws a RangeError', (_what, ask) => {
    expect(ask).toThrow(RangeError);
  });
});

describe('containment', () => {
  const places = [
    place('country'), place('oblast', 'country'), place('basin', 'country'),
    place('raion', 'oblast'), place('town', 'raion', 'basin'), place('square', 'town'), place('elsewhere'),
  ]; // prettier-ignore
  const events = [
    event('in-square', { where: ['square'] }),
    event('in-town', { where: ['town', 'oblast'] }),
    event('in-basin', { where: ['basin'] }),
    event('two-places', { where: ['raion', 'elsewhere'] }),
    event('nowhere'),
  ];
  const index = indexOf(events, places);
  const ids = (list: readonly { id: string }[]): string[] => list.map(({ id }) => id);

  test('is transitive through every container, nearest first', () => {
    expect(index.containersOf('square')).toEqual(['town', 'raion', 'basin', 'oblast', 'country']);
    expect(index.contains('country', 'square')).toBe(true);
    expect(index.contains('square', 'country')).toBe(false);
    expect(index.contains('town', 'town')).toBe(false);
    expect(index.contains('raion', 'basin')).toBe(false);
  });

  test('relates a place to itself and along the line only', () => {
    expect(index.related('town', 'town')).toBe(true);
    expect(index.related('oblast', 'square')).toBe(true);
    expect(index.related('square', 'oblast')).toBe(true);
    expect(index.related('oblast', 'basin')).toBe(false);
  });

  test('finds the most specific places of an event', () => {
    const specific = events.map(({ id }) => index.mostSpecificPlaces(index.event(id)));
    expect(specific).toEqual([['square'], ['town'], ['basin'], ['raion', 'elsewhere'], []]);
  });

  test('finds events at, inside and around a place in the order of the pack', () => {
    expect(ids(index.eventsAtOrInside('town'))).toEqual(['in-square', 'in-town']);
    expect(ids(index.eventsAtOrInside('country'))).toEqual(['in-square', 'in-town', 'in-basin', 'two-places']);
    expect(ids(index.eventsRelatedTo('square'))).toEqual(['in-square', 'in-town', 'in-basin', 'two-places']);
    expect(ids(index.eventsRelatedTo('basin'))).toEqual(['in-square', 'in-town', 'in-basin']);
    expect(ids(index.eventsAtOrInside('elsewhere'))).toEqual(['two-places']);
  });
});

describe('order', () => {
  const index = indexOf([
    event('day-2', { when: '2022-03-02' }),
    event('day-4', { when: '2022-03-04' }),
    event('march', { when: '2022-03' }),
    event('maybe-1', { when: '2022-03-01?' }),
    event('about-3', { when: '2022-03-03~' }),
    event('by-1', { when: '../2022-03-01' }),
    event('undated'),
    event('after-2', { after: ['day-2'] }),
    event('after-after-2', { after: ['after-2'] }),
    event('same-day-later', { when: '2022-03-02', after: ['day-2'] }),
    event('after-4', { after: ['day-4'] }),
    event('maybe-after-4', { when: '2022-03-01?', after: ['day-4'] }),
    event('before-day-9'),
    event('day-9', { when: '2022-03-09', after: ['before-day-9'] }),
    event('day-12', { when: '2022-03-12' }),
    event('contested', { when: '2022-03-03', conflicts: ['2022-03-22', '2022-03-25'] }),
    event('july', { when: '2022-07' }),
    event('april', { when: '2022-04' }),
    event('lasting', { when: '2022-03-01/2022-03-31' }),
  ]);
  test.each([
    ['day-2', 'day-4', 'before'],
    ['day-2', 'day-2', 'overlaps'],
    ['undated', 'undated', 'overlaps'],
    ['day-2', 'march', 'unknown'],
    ['march', 'april', 'before'],
    ['day-2', 'lasting', 'overlaps'],
    ['maybe-1', 'day-4', 'unknown'],
    ['maybe-1', 'april', 'unknown'],
    ['about-3', 'day-4', 'unknown'],
    // About widens by 1 % of the distance from the year 2000, here 81 days.
    ['about-3', 'day-12', 'unknown'],
    ['about-3', 'july', 'before'],
    ['by-1', 'day-2', 'before'],
    ['undated', 'day-2', 'unknown'],
    ['day-2', 'after-2', 'before'],
    ['day-2', 'after-after-2', 'before'],
    ['day-2', 'same-day-later', 'before'],
    ['after-2', 'day-4', 'unknown'],
    ['day-2', 'after-4', 'before'],
    ['by-1', 'after-4', 'before'],
    ['day-2', 'maybe-after-4', 'before'],
    ['before-day-9', 'day-12', 'before'],
    ['before-day-9', 'day-4', 'unknown'],
    ['after-4', 'day-12', 'unknown'],
    ['contested', 'day-4', 'unknown'],
    ['day-2', 'contested', 'before'],
    ['contested', 'april', 'before'],
  ] as const)('%s and %s: %s', (a, b, order) => {
    const mirrored = { before: 'after', after: 'before', overlaps: 'overlaps', unknown: 'unknown' } as const;
    expect(index.order(a, b)).toBe(order);
    expect(index.order(b, a)).toBe(mirrored[order]);
  });

  test('mixes hops of both sorts: dated before, then `after`, then dated before again', () => {
    const mixed = indexOf([
      event('first', { when: '2022-03-01' }),
      event('second', { when: '2022-03-05' }),
      event('third', { after: ['second'] }),
      event('fourth', { when: '2022-03-09', after: ['third'] }),
      event('fifth', { when: '2022-03-20' }),
      event('sixth', { after: ['fifth'] }),
    ]);
    expect([mixed.order('first', 'third'), mixed.order('third', 'sixth'), mixed.order('first', 'sixth')]).toEqual(
      Array(3).fill('before'),
    );
  });

  test('follows a chain of `after` as long as a pack', () => {
    const chain = Array.from({ length: 20_000 }, (_, i) => event(`e${i}`, i === 0 ? {} : { after: [`e${i - 1}`] }));
    const long = indexOf(chain.toReversed());
    expect(long.order('e0', 'e19999')).toBe('before');
    expect(long.order('e19999', 'e0')).toBe('after');
  });
});

describe('kin', () => {
  const index = indexOf([
    event('war'),
    event('siege', { partOf: 'war' }),
    event('assault', { partOf: 'siege' }),
    event('told-again', { sameAs: ['assault'] }),
    event('told-thrice', { sameAs: ['assault'] }),
    event('other'),
  ]);
  test.each([
    ['war', 'assault', true],
    ['assault', 'war', true],
    ['told-again', 'assault', true],
    ['told-again', 'told-thrice', true],
    ['siege', 'told-again', false],
    ['war', 'other', false],
    ['war', 'war', false],
  ])('%s and %s: %s', (a, b, kin) => {
    expect(index.kin(a, b)).toBe(kin);
  });

  test('twins are the same set from each of them', () => {
    expect(index.twinsOf('assault')).toEqual(['told-again', 'told-thrice']);
    expect(index.twinsOf('told-thrice')).toEqual(['assault', 'told-again']);
    expect(index.twinsOf('war')).toEqual([]);
  });
});

test('20,000 events are indexed and asked without a pair for pair', () => {
  const places = Array.from({ length: 500 }, (_, i) => place(`p${i}`, ...(i < 10 ? [] : [`p${i % 10}`])));
  const events = Array.from({ length: 20_000 }, (_, i) =>
    event(`e${i}`, { when: `2022-03-${String((i % 28) + 1).padStart(2, '0')}`, where: [`p${i % 500}`] }),
  );
  const index = indexOf(events, places);
  expect(index.eventsAtOrInside('p3')).toHaveLength(2000);
  const before = events.filter(({ id }) => index.order('e0', id) === 'before');
  expect(before).toHaveLength(events.filter(({ when }) => when !== '2022-03-01').length);
});
