import { describe, expect, test } from 'vitest';
import { buildPack, type EventDraft } from '../../../tests/samples/build-pack';
import { recordedContext, type Stroke } from '../../../tests/samples/painted';
import { PackTales } from '$lib/app/explore/pack-tales';
import { indexPack } from '$lib/core/packs/index-pack';
import { dayOf, replayOf, type DayOnMap } from '$lib/core/packs/replay';
import { toDayNumber } from '$lib/core/time/calendar';
import { paintMap } from '$lib/ui/explore/paint-map';
import type { Palette } from '$lib/ui/explore/palette';
import { viewOf } from '$lib/ui/map-view';
import { placedView, spotsOf, tracesOf } from './spots';

const palette: Palette = {
  paper: 'paper', sheet: 'sheet', land: 'land', ink: 'ink', soft: 'soft', rule: 'rule', edge: 'edge', accent: 'accent', accentSoft: 'accentSoft',
  onAccent: 'onAccent', quarrel: 'quarrel', serif: 'serif', sans: 'sans',
}; // prettier-ignore
const view = placedView(viewOf([28.5, 49.7, 32.2, 51.6]));

/** One day of March 2022 on a map with one place that has a point, and one that has none. */
function dayOnMap(
  day: number,
  events: readonly Omit<EventDraft, 'id'>[],
  radiusKm = 2,
): { now: DayOnMap; strokes: readonly Stroke[] } {
  const places = [{ id: 'arden', point: [30, 50.5], radiusKm } as const, { id: 'birk' }];
  const index = indexPack(
    buildPack({ places, events: events.map((draft, at) => ({ id: `e${String(at)}`, where: ['arden'], ...draft })) }),
  );
  const tales = new PackTales(index, 'en');
  const replay = replayOf(index, index.pack.events);
  if (replay === null) throw new Error('nothing has a day');
  const at = toDayNumber(2022, 3, day);
  const now = dayOf(replay, at);
  const { context, strokes } = recordedContext();
  paintMap({ context, width: 1000, height: view.height, palette }, spotsOf(now, view, tales), tracesOf(now, view, at));
  return { now, strokes };
}
/** The disc of the place: the last that is filled, dots and haloes aside. */
const disc = (strokes: readonly Stroke[]): Stroke | undefined =>
  strokes.find(({ did, path }) => did === 'stroke' && path[0]?.[0] === 'arc');
const fillOfDisc = (strokes: readonly Stroke[]): string | undefined => {
  const rim = disc(strokes);
  return strokes.findLast(({ did, path, alpha }) => did === 'fill' && alpha === 1 && path[0]?.[3] === rim?.path[0]?.[3])
    ?.fill;
};
const texts = (strokes: readonly Stroke[]): readonly unknown[] =>
  strokes.filter(({ did }) => did === 'fillText').map(({ at }) => at[0]);

describe('how certain it is, on the map of a day', () => {
  test('what was on that day is full, and has its place’s name', () => {
    const { strokes } = dayOnMap(10, [{ when: '2022-03-10' }]);
    expect(disc(strokes)).toMatchObject({ dashed: false, stroke: 'accent' });
    expect(fillOfDisc(strokes)).toBe('accent');
    expect(texts(strokes)).toEqual(['Arden']);
  });

  test.each(['[2022-03-09..2022-03-15]', '2022-03-10~', '2022-03-10?', '../2022-03-10', '2022-03-10/..', '2022-03'])(
    'what may have been on that day (%s) is dashed and empty',
    (when) => {
      const { now, strokes } = dayOnMap(10, [{ when }]);
      expect(now.places[0]?.shown.map(({ sure }) => sure)).toEqual([false]);
      expect(disc(strokes)).toMatchObject({ dashed: true, stroke: 'accent' });
      expect(fillOfDisc(strokes)).toBe('land');
    },
  );

  test('where sources disagree it stands on each of their days, dashed, with a fork, in the colour of a quarrel', () => {
    for (const day of [3, 22, 25]) {
      const { strokes } = dayOnMap(day, [{ when: '2022-03-22', conflicts: ['2022-03-03', '2022-03-25'] }]);
      expect(disc(strokes)).toMatchObject({ dashed: true, stroke: 'quarrel' });
      const fork = strokes.find(({ did, path }) => did === 'stroke' && path.length === 6);
      expect(fork).toMatchObject({ stroke: 'quarrel', dashed: false });
    }
    expect(dayOnMap(10, [{ when: '2022-03-22', conflicts: ['2022-03-03', '2022-03-25'] }]).now.places).toEqual([]);
  });

  test('a claim is hollow with a point in it, two are hollow with their number', () => {
    const one = dayOnMap(10, [{ when: '2022-03-10', status: 'attributed' }]).strokes;
    expect(disc(one)?.dashed).toBe(false);
    expect(fillOfDisc(one)).toBe('land');
    expect(one.some(({ did, fill, path }) => did === 'fill' && fill === 'accent' && path[0]?.[3] === 1.75)).toBe(true);
    const two = dayOnMap(10, [{ when: '2022-03-10', status: 'attributed' }, { when: '2022-03-10', status: 'disputed' }]); // prettier-ignore
    expect(fillOfDisc(two.strokes)).toBe('land');
    expect(texts(two.strokes)).toEqual(['2', 'Arden']);
  });

  test('what is sensitive is quiet and never hidden', () => {
    expect(disc(dayOnMap(10, [{ when: '2022-03-10', sensitive: true }]).strokes)).toMatchObject({ stroke: 'soft' });
  });

  test('a place that is not exact has its ground around it, as large as it is inexact', () => {
    const radii = [10, 20].map((km) => {
      const { strokes } = dayOnMap(10, [{ when: '2022-03-10' }], km);
      const pale = strokes.filter(({ did, alpha }) => did === 'fill' && alpha < 0.2);
      expect(pale).toHaveLength(1);
      return Number(pale[0]?.path[0]?.[3]);
    });
    expect((radii[1] ?? 0) / (radii[0] ?? 1)).toBeCloseTo(2, 6);
  });

  test('without a confirmed point it is told beside the map, and drawn nowhere', () => {
    for (const draft of [{ where: ['birk'] }, { where: [] }, { dates: 'statement' as const }, { dates: 'plan' as const }]) {
      const { now, strokes } = dayOnMap(10, [{ when: '2022-03-10', ...draft }]);
      expect(now.beside.map(({ event }) => event.id)).toEqual(['e0']);
      expect(strokes).toEqual([]);
    }
  }); // prettier-ignore

  test('a day later a trace is left, paler with every day', () => {
    const traces = [11, 20].map((day) => {
      const { now, strokes } = dayOnMap(day, [{ when: '2022-03-10' }, { when: '2022-03-31', where: ['birk'] }]);
      expect(now.places).toEqual([]);
      expect(strokes).toHaveLength(1);
      return strokes[0];
    });
    expect(traces[0]?.fill).toBe('soft');
    expect(traces[0]?.alpha).toBeGreaterThan(traces[1]?.alpha ?? 1);
  });
});
