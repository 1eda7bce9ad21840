import { describe, expect, test } from 'vitest';
import { buildEvent, type EventDraft } from '../../../tests/samples/build-pack';
import { recordedContext, type Stroke } from '../../../tests/samples/painted';
import { layLanes } from '$lib/core/packs/timeline/lanes';
import { markOf } from '$lib/core/packs/timeline/mark';
import { sceneOf, type PlacedMark } from '$lib/core/packs/timeline/scene';
import { xOf } from '$lib/core/packs/timeline/time-view';
import { toDayNumber } from '$lib/core/time/calendar';
import { paintMark } from '$lib/ui/explore/paint-mark';
import type { Palette } from '$lib/ui/explore/palette';

const palette: Palette = {
  paper: 'paper', sheet: 'sheet', land: 'land', ink: 'ink', soft: 'soft', rule: 'rule', edge: 'edge', accent: 'accent', accentSoft: 'accentSoft',
  onAccent: 'onAccent', quarrel: 'quarrel', serif: 'serif', sans: 'sans',
}; // prettier-ignore
/** March 2022 with twenty pixels a day. */
const view = { from: toDayNumber(2022, 3, 1), daysPerPx: 1 / 20 };
const WIDTH = 800;
const dayX = (month: number, day: number): number => xOf(view, toDayNumber(2022, month, day));

function painted(
  when: string,
  made: Omit<EventDraft, 'id' | 'when'> = {},
): { placed: PlacedMark; strokes: readonly Stroke[] } {
  const mark = markOf(buildEvent({ id: 'e', storyline: 's', ...made, when }));
  const lanes = layLanes([{ id: 's', title: 'S' }], mark === null ? [] : [mark]);
  const [placed] = sceneOf(lanes, view, { top: 0, width: WIDTH, height: 400 }).marks;
  if (placed === undefined) throw new Error('nothing is seen');
  const { context, strokes } = recordedContext();
  paintMark(context, palette, placed, WIDTH);
  return { placed, strokes };
}
const arcs = (strokes: readonly Stroke[]): readonly Stroke[] => strokes.filter(({ path }) => path[0]?.[0] === 'arc');
const bars = (strokes: readonly Stroke[]): readonly Stroke[] => strokes.filter(({ did }) => did === 'fillRect');
/** Where upright lines stand: here it ends for certain. */
const caps = (strokes: readonly Stroke[]): readonly (number | undefined)[] =>
  strokes.filter(({ did, path }) => did === 'stroke' && path.length === 2 && path[0]?.[1] === path[1]?.[1]).map(({ path }) => path[0]?.[1]); // prettier-ignore

describe('how precision is drawn on the timeline', () => {
  test('a day is a point in the middle of its day, and nothing else', () => {
    const { strokes } = painted('2022-03-10');
    expect(strokes).toHaveLength(1);
    expect(strokes[0]).toMatchObject({ did: 'fill', fill: 'accent', dashed: false });
    expect(strokes[0]?.path[0]?.slice(0, 2)).toEqual(['arc', dayX(3, 10) + 10]);
  });

  test('“by 20 March” is a bar open to the left, with an end on that day and nothing after it', () => {
    const { strokes } = painted('../2022-03-20');
    const [bar] = bars(strokes);
    const end = dayX(3, 21);
    expect(bar?.fill).toMatch(/^0:transparent .*1:accent$/);
    expect(Number(bar?.at[0]) + Number(bar?.at[2])).toBe(end);
    expect(caps(strokes)).toEqual([end]);
    expect(arcs(strokes)).toEqual([]);
  });

  test('“from 10 March on” is the same to the right', () => {
    const { strokes } = painted('2022-03-10/..');
    expect(bars(strokes)[0]).toMatchObject({ fill: expect.stringMatching(/^0:accent .*1:transparent$/) as string });
    expect(bars(strokes)[0]?.at[0]).toBe(dayX(3, 10));
    expect(caps(strokes)).toEqual([dayX(3, 10)]);
  });

  test('“about” has soft edges on both sides, which reach beyond what is written; a day keeps its point', () => {
    const { strokes } = painted('2022-03-10~');
    const [bar] = bars(strokes);
    expect(bar?.fill).toMatch(/^0:transparent .*1:transparent$/);
    expect(Number(bar?.at[0])).toBeLessThan(dayX(3, 10));
    expect(Number(bar?.at[0]) + Number(bar?.at[2])).toBeGreaterThan(dayX(3, 11));
    expect(arcs(strokes)).toHaveLength(1);
  });

  test('“about March” is full in its middle: only its edges are soft', () => {
    const stops = bars(painted('2022-03~').strokes)[0]?.fill.split(' ') ?? [];
    expect(stops).toHaveLength(4);
    expect(stops.map((stop) => stop.split(':')[1])).toEqual(['transparent', 'accent', 'accent', 'transparent']);
    expect(Number(stops[1]?.split(':')[0])).toBeLessThan(0.1);
  });

  test('“once between” has an end on either side and is pale; what lasted is full', () => {
    const within = painted('[2022-03-10..2022-03-15]').strokes;
    expect(caps(within)).toEqual([dayX(3, 10), dayX(3, 16)]);
    const alphas = (strokes: readonly Stroke[]): readonly number[] =>
      strokes.filter(({ path }) => path[0]?.[0] === 'roundRect').map(({ alpha }) => alpha);
    const [pale] = alphas(within);
    const [full] = alphas(painted('2022-03-10/2022-03-15').strokes);
    expect(pale).toBeLessThan(0.5);
    expect(full).toBeGreaterThan(0.5);
  });

  test('dates that sources disagree about are a fork with a hollow prong on each of them, in the colour of a quarrel', () => {
    const { strokes } = painted('2022-03-22', { conflicts: ['2022-03-03', '2022-03-25'] });
    const prongs = strokes.filter(({ did, path }) => did === 'fill' && path.length === 4);
    expect(prongs.map(({ path }) => path[0]?.[1])).toEqual([[3, 22], [3, 3], [3, 25]].map(([m = 0, d = 0]) => dayX(m, d) + 10)); // prettier-ignore
    expect(prongs.every(({ fill, stroke }) => fill === 'sheet' && stroke === 'quarrel')).toBe(true);
    const [stem] = strokes;
    expect(stem?.path.slice(0, 2).map(([, x]) => x)).toEqual([dayX(3, 3) + 10, dayX(3, 25) + 10]);
  });

  test('one of several dates is a fork without a quarrel', () => {
    const prongs = painted('[2022-03-03,2022-03-22]').strokes.filter(({ did, path }) => did === 'fill' && path.length === 4); // prettier-ignore
    expect(prongs.map(({ fill }) => fill)).toEqual(['accent', 'accent']);
  });

  test.each(['2022-03-10', '../2022-03-20', '2022-03-10/..', '2022-03-10~', '2022-03~', '[2022-03-10..2022-03-15]'])(
    'a claim about %s is marked by a hollow point',
    (when) => {
      const { strokes } = painted(when, { status: 'attributed' });
      const hollow = arcs(strokes).filter(({ did, fill }) => did === 'fill' && fill === 'sheet');
      expect(hollow).toHaveLength(1);
      expect(arcs(strokes).some(({ did }) => did === 'stroke')).toBe(true);
    },
  );

  test('a doubtful date is dashed, what is sensitive is quiet and never hidden', () => {
    const doubtful = painted('2022-03-10?').strokes;
    expect(doubtful.map(({ did, fill, dashed }) => [did, fill, dashed])).toEqual([
      ['fill', 'sheet', true],
      ['stroke', 'accent', true],
    ]);
    expect(painted('2022-03-10', { sensitive: true }).strokes[0]).toMatchObject({ did: 'fill', fill: 'soft' });
  });
});
