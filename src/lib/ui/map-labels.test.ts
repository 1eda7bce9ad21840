import { expect, it } from 'vitest';
import { placeLabels } from './map-labels';
import { viewOf } from './map-view';

const view = viewOf([0, -5, 10, 5]);
const widthOf = (text: string): number => text.length * 20;

it('puts a name into the middle of its region', () => {
  const labels = placeLabels(view, ([x]) => (x < 5 ? 'West' : 'East'), widthOf);
  expect(labels.map(({ text }) => text).toSorted()).toEqual(['East', 'West']);
  for (const { text, x, y } of labels) {
    expect(Math.abs(x - (text === 'West' ? 250 : 750))).toBeLessThan(30);
    expect(Math.abs(y - view.height / 2)).toBeLessThan(60);
  }
});

it('leaves out a name that does not fit, and what has none', () => {
  expect(placeLabels(view, ([x]) => (x < 0.5 ? 'A very long name' : null), widthOf)).toEqual([]);
});

it('keeps a name away from where something else is drawn', () => {
  const [free] = placeLabels(view, () => 'Region', widthOf);
  const middle = view.toPoint(free?.x ?? 0, free?.y ?? 0);
  const [moved] = placeLabels(view, () => 'Region', widthOf, [middle]);
  expect(moved?.text).toBe('Region');
  const [dx, dy] = [Math.abs((moved?.x ?? 0) - (free?.x ?? 0)), Math.abs((moved?.y ?? 0) - (free?.y ?? 0))];
  expect(dx > widthOf('Region') / 2 || dy > 40).toBe(true);
});
