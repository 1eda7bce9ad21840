import { describe, expect, it } from 'vitest';
import { buildPack, type PlaceDraft } from '../../../../tests/samples/build-pack';
import { indexPack } from '../packs/index-pack';
import { isInside } from '../places/area';
import type { Area } from '../places/map-shapes';
import type { Pack } from '../packs/pack';
import { createContext } from './context';
import { locate, neighbourTooNear } from './map-targets';

const FRAMES = { all: [5, 45, 25, 55], near: [9, 49, 13, 51] } as const;
const SQUARE: Area = { type: 'MultiPolygon', coordinates: [[[[10, 49.5], [12, 49.5], [12, 50.5], [10, 50.5], [10, 49.5]]]] }; // prettier-ignore
const shapes = { area: (name: string): Area | null => (name === 'lands/Square' ? SQUARE : null) };

function target(place: Partial<PlaceDraft>, others: readonly PlaceDraft[] = [], map: Pack['map'] = { file: 'm', frames: FRAMES }) {
  const index = indexPack(buildPack({ events: [], places: [{ id: 'arden', ...place }, ...others], map }));
  const context = createContext(index, 'en', shapes);
  const found = locate(context, index.place('arden'));
  return { found, near: 'reason' in found ? null : neighbourTooNear(context, index.place('arden'), found) };
} // prettier-ignore

describe('a place on the map', () => {
  it('is its point and radius, in the smallest frame that holds it with a margin', () => {
    const accept = { point: [11, 50], radiusKm: 3, area: null };
    expect(target({ point: [11, 50], radiusKm: 3 }).found).toEqual({ ...accept, frame: FRAMES.near });
    expect(target({ point: [9.1, 50], radiusKm: 3 }).found).toMatchObject({ frame: FRAMES.all });
  });

  it('in no frame of the pack is shown among its points', () => {
    expect(target({ point: [40, 50] }, [{ id: 'birk', point: [30, 40] }]).found).toMatchObject({
      frame: [28.5, 38.5, 41.5, 51.5].map((degrees) => expect.closeTo(degrees, 0) as number),
    });
  });

  it('with an area is that, with a circle that stays inside it', () => {
    const { found } = target({ area: 'lands/Square', radiusKm: 80 });
    if ('reason' in found) throw new Error(found.detail);
    expect(found.area).toEqual(SQUARE);
    expect(SQUARE.coordinates.some((polygon) => isInside(found.point, polygon))).toBe(true);
    expect(found.radiusKm).toBeGreaterThan(50);
    expect(found.radiusKm).toBeLessThan(56);
    expect(found.frame).toEqual(FRAMES.near);
  });

  it.each<[string, Partial<PlaceDraft>, Pack['map'] | undefined, string]>([
    ['without point and area', {}, undefined, 'no-point'],
    ['without point and area, and no map either', {}, null, 'no-point'],
    ['a country, whose middle is nowhere', { kind: 'country', within: [], point: [11, 50], area: 'lands/Square' }, undefined, 'no-point'],
    ['a river', { kind: 'river', point: [11, 50] }, undefined, 'no-point'],
    ['in a pack without a map', { point: [11, 50] }, null, 'no-map'],
    ['with an area that the map does not have', { area: 'lands/Atlantis' }, undefined, 'no-map'],
  ])('%s is refused', (_, place, map, reason) => {
    expect(target(place, [], map === undefined ? { file: 'm', frames: FRAMES } : map).found).toMatchObject({ reason });
  }); // prettier-ignore

  it('is not unique where half a finger covers another', () => {
    const beside = (longitude: number, draft: Partial<PlaceDraft> = {}) =>
      target({ point: [11, 50] }, [{ id: 'birk', point: [longitude, 50], ...draft }]).near;
    // The frame is 286 km wide: half a finger is 9.5 km, or 0.13° of longitude here.
    expect(beside(11.12)).toMatchObject({ reason: 'not-unique' });
    expect(beside(11.15)).toBeNull();
    expect(beside(11.12, { within: ['arden'] })).toBeNull();
  });
});
