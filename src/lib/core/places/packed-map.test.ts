import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isInside } from './area';
import { packMap } from './pack-map';
import { readPackedMap } from './packed-map';
import { readTopology } from './topo-json';

const file: unknown = JSON.parse(readFileSync('content/map/region.topo.json', 'utf8'));
const names = JSON.parse(readFileSync('content/map/region.names.json', 'utf8')) as Record<
  string,
  Record<string, string>
>;
const map = readPackedMap(packMap(file, names, 2.5));
const [oblasts = [], countries = []] = [map.layers.oblasts, map.layers.countries];

describe('the base map as the app carries it', () => {
  it('has the layers of the file, drawn lines without a name among them', () => {
    expect(Object.keys(map.layers)).toEqual(['oblasts', 'countries', 'rivers', 'lakes']);
    expect(oblasts).toHaveLength(26);
    expect(map.layers.rivers?.every(({ name, lines }) => name === null && lines.length > 0)).toBe(true);
  });

  it('lies no further from the file than half a step, some 200 m', () => {
    const read = readTopology(file);
    const exact = read.ok ? read.shapes.area('oblasts/Kharkiv')?.coordinates.flat(2) : undefined;
    const drawn = oblasts.find(({ name }) => name === 'Kharkiv')?.lines.flat() ?? [];
    expect(drawn.length).toBeGreaterThan(50);
    for (const [x, y] of drawn) {
      const off = Math.min(...(exact ?? []).map(([ax, ay]) => Math.hypot((ax - x) * 0.64, ay - y)));
      expect(off).toBeLessThan(0.002);
    }
  });

  it.each([
    ['Simferopol', 34.1, 44.95, 'Crimea'],
    ['Sevastopol', 33.53, 44.6, 'Sevastopol'],
    ['Kerch', 36.47, 45.36, 'Crimea'],
    ['Dzhankoi', 34.39, 45.71, 'Crimea'],
  ])('%s lies in an oblast and in Ukraine', (_, x, y, oblast) => {
    const holding = (shapes: typeof oblasts): readonly (string | null)[] =>
      shapes.filter(({ lines }) => isInside([x, y], lines)).map(({ name }) => name);
    expect(holding(oblasts)).toEqual([oblast]);
    expect(holding(countries)).toEqual(['UKR']);
  });

  it('names every oblast and country in today’s spelling, in both languages', () => {
    const drawn = [
      ...oblasts.map(({ name }) => `oblasts/${name ?? ''}`),
      ...countries.map(({ name }) => `countries/${name ?? ''}`),
    ];
    expect(Object.keys(names).toSorted()).toEqual(drawn.toSorted());
    for (const name of Object.values(names)) expect(Object.keys(name)).toEqual(['en', 'uk']);
    expect(names["oblasts/Luhans'k"]?.en).toBe('Luhansk Oblast');
    expect(names['oblasts/Kiev']).toEqual({ en: 'Kyiv Oblast', uk: 'Київська область' });
  });

  it.each([
    ['a digit', { arcs: '"' }],
    ['an arc', { layers: { oblasts: [['X', [[7]]]] as const } }],
  ])('does not read %s that nobody packed', (_, spoilt) => {
    const packed = { scale: [1, 1], translate: [0, 0], arcs: '', layers: {}, names: {} } as const;
    expect(() => readPackedMap({ ...packed, ...spoilt })).toThrow(RangeError);
  });
});
