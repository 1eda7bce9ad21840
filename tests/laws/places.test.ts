import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compareText } from '../../src/lib/core/places/collate';
import { distanceKm } from '../../src/lib/core/places/distance';
import { foldName, soundKey } from '../../src/lib/core/places/fold';
import { isOneTypo } from '../../src/lib/core/places/match-name';
import { LANGUAGES } from '../../src/lib/core/time/language';

const letters = fc.constantFrom(...Array.from("abhyijevoz абвгґієїйьюяЖщ'’-. ŁéßIİ0"));
const names = fc.string({ unit: letters, maxLength: 14 });
const points = fc.tuple(fc.double({ min: -180, max: 180, noNaN: true }), fc.double({ min: -90, max: 90, noNaN: true }));

it('a folded name stays as it is, and keeps its sound', () => {
  fc.assert(
    fc.property(names, (name) => {
      expect(foldName(foldName(name))).toBe(foldName(name));
      expect(soundKey(foldName(name))).toBe(soundKey(name));
    }),
  );
});

it('collation is an order: antisymmetric, transitive, and 0 for identical texts alone', () => {
  fc.assert(
    fc.property(names, names, names, fc.constantFrom(...LANGUAGES), (a, b, c, language) => {
      expect(Math.sign(compareText(a, b, language))).toBe(-Math.sign(compareText(b, a, language)) + 0);
      expect(compareText(a, b, language) === 0).toBe(a === b);
      const [first, , last] = [a, b, c].sort((x, y) => compareText(x, y, language));
      expect(compareText(first ?? '', last ?? '', language)).toBeLessThanOrEqual(0);
    }),
  );
});

it('distance is symmetric and never longer by a detour', () => {
  fc.assert(
    fc.property(points, points, points, (a, b, c) => {
      expect(distanceKm(a, b)).toBeCloseTo(distanceKm(b, a), 9);
      expect(distanceKm(a, c)).toBeLessThanOrEqual(distanceKm(a, b) + distanceKm(b, c) + 1e-6);
      expect(distanceKm(a, b)).toBeLessThanOrEqual(Math.PI * 6371.0088 + 1e-6);
    }),
  );
});

it('one letter taken out, doubled or swapped with the next is one typo', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z]{2,10}$/), fc.nat(20), (name, at) => {
      const i = at % (name.length - 1);
      const swapped = name.slice(0, i) + name.charAt(i + 1) + name.charAt(i) + name.slice(i + 2);
      expect(isOneTypo(name, name.slice(0, i) + name.slice(i + 1))).toBe(true);
      expect(isOneTypo(name, name.slice(0, i) + name.charAt(i) + name.slice(i))).toBe(true);
      expect(isOneTypo(name, swapped)).toBe(swapped !== name);
    }),
  );
});
