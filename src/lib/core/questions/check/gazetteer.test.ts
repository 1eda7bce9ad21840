import fc from 'fast-check';
import { expect, test } from 'vitest';
import { makePack } from '../../../../../tests/samples/made-pack';
import { containmentOf } from './containment';
import { gazetteerOf } from './gazetteer';
import { folded, spellings } from './words';

const { places: listed } = makePack({ seed: 5, events: 200 });
const places = new Map(listed.map((place) => [place.id, place]));
const latitudes = listed.flatMap(({ point }) => (point === null ? [] : [point[1]]));
const gazetteer = gazetteerOf(places);
const { related, relatives } = containmentOf(places);

test('places between two latitudes are those that looking at every one finds', () => {
  fc.assert(
    fc.property(fc.constantFrom(...latitudes), fc.double({ min: 0, max: 3, noNaN: true }), (latitude, reach) => {
      const [south, north] = [latitude - reach, latitude + reach];
      const found = gazetteer.between(south, north).map(({ id }) => id);
      const all = listed.filter((place) => place.point !== null && place.point[1] >= south && place.point[1] <= north);
      expect(found.toSorted()).toEqual(all.map(({ id }) => id).sort());
      expect(found.length).toBeGreaterThan(0);
    }),
  );
});

test('a name is borne by every place that is written so, in whatever case', () => {
  for (const name of listed.flatMap(spellings)) {
    const bearers = listed.filter((place) => spellings(place).map(folded).includes(folded(name)));
    expect([...gazetteer.bearers(name.toUpperCase())]).toEqual(bearers.map(({ id }) => id));
  }
  expect(gazetteer.bearers('Nowhere at all').size).toBe(0);
});

test('relatives are exactly the related places', () => {
  for (const { id } of listed) {
    const all = listed.filter((other) => related(id, other.id)).map((other) => other.id);
    expect(relatives(id).toSorted()).toEqual(all.sort());
  }
});
