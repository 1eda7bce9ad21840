import { describe, expect, test } from 'vitest';
import { buildEvent, type EventDraft } from '../../../../../tests/samples/build-pack';
import type { PackEvent } from '../pack';
import { toDayNumber } from '../../time/calendar';
import { daysOf, layLanes, type Lane } from './lanes';
import { markOf, type Mark } from './mark';
import { hitAt, sceneOf } from './scene';
import { scaleOf } from './ticks';
import { centreOn, dayAt, fitDays, panBy, xOf, zoomAt } from './time-view';

type Made = Omit<EventDraft, 'id' | 'when'> & { readonly id?: string };

function event(when: string | null, made: Made = {}): PackEvent {
  return buildEvent({ id: 'e', storyline: 's', ...made, when });
}

function mark(when: string, made: Made = {}): Mark {
  const found = markOf(event(when, made));
  if (found === null) throw new Error('undated');
  return found;
}

const day = (y: number, m: number, d: number): number => toDayNumber(y, m, d);

describe('marks', () => {
  test.each([
    ['2022-03-02', 'point', day(2022, 3, 2), day(2022, 3, 2), day(2022, 3, 2)],
    ['2022-03', 'coarse', day(2022, 3, 1), day(2022, 3, 31), day(2022, 3, 1)],
    ['2022-03-02/2022-03-05', 'lasted', day(2022, 3, 2), day(2022, 3, 5), day(2022, 3, 2)],
    ['../2022-04-07', 'until', -Infinity, day(2022, 4, 7), day(2022, 4, 7)],
    ['[..2022-04-07]', 'until', -Infinity, day(2022, 4, 7), day(2022, 4, 7)],
    ['2022-11-05/..', 'since', day(2022, 11, 5), Infinity, day(2022, 11, 5)],
    ['[2022-02-24..2022-02-25]', 'within', day(2022, 2, 24), day(2022, 2, 25), day(2022, 2, 24)],
    ['-0479', 'coarse', day(-479, 1, 1), day(-479, 12, 31), day(-479, 1, 1)],
  ] as const)('%s is drawn as %s', (when, shape, first, last, anchor) => {
    expect(mark(when)).toMatchObject({ shape, first, last, anchor, tines: [], disagree: false, doubtful: false });
  });

  test('about: what may be is wider than what is written', () => {
    const about = mark('2022-03-10~');
    expect(about.core).toEqual({ first: day(2022, 3, 10), last: day(2022, 3, 10) });
    expect(about.first).toBeLessThan(about.core.first);
    expect(about.last).toBeGreaterThan(about.core.last);
  });

  test('a day in a calendar that is not known is every day that it may be', () => {
    expect(mark('1410-07-15').last - mark('1410-07-15').first).toBe(9);
    expect(mark('1410-07-15', { calendar: 'julian' })).toMatchObject({ shape: 'point', anchor: day(1410, 7, 24) });
  });

  test('dates that sources disagree about are tines of one fork', () => {
    const forked = mark('2022-03-22', { conflicts: ['2022-03-03', '2022-03-25'] });
    expect(forked).toMatchObject({ shape: 'either', disagree: true, anchor: day(2022, 3, 3), last: day(2022, 3, 25) });
    expect(forked.tines.map(({ first }) => first)).toEqual([day(2022, 3, 22), day(2022, 3, 3), day(2022, 3, 25)]);
  });

  test('one of several dates is a fork without a quarrel', () => {
    expect(mark('[2022-03-03,2022-03-22]')).toMatchObject({ shape: 'either', disagree: false });
  });

  test('what is not dated has no mark', () => {
    expect(markOf(event(null))).toBeNull();
  });
});

const reach = { first: day(2022, 2, 1), last: day(2022, 5, 1) };

describe('the view', () => {
  test('shows everything with room on both sides', () => {
    const view = fitDays(reach, 800);
    expect(xOf(view, reach.first)).toBeCloseTo(48, 0);
    expect(xOf(view, reach.last + 1)).toBeCloseTo(752, 0);
  });

  test('zooming keeps the day under the finger, and has two ends', () => {
    const view = fitDays(reach, 800);
    const nearer = zoomAt(view, 300, 3, reach, 800);
    expect(dayAt(nearer, 300)).toBeCloseTo(dayAt(view, 300), 6);
    expect(zoomAt(view, 300, 1 / 50, reach, 800).daysPerPx).toBeCloseTo(view.daysPerPx, 9);
    expect(zoomAt(view, 300, 1e9, reach, 800).daysPerPx).toBeCloseTo(1 / 140, 9);
  });

  test('never leaves the days that there are', () => {
    const view = zoomAt(fitDays(reach, 800), 400, 20, reach, 800);
    expect(dayAt(panBy(view, 1e9, reach, 800), 400)).toBeCloseTo(reach.last + 1, 6);
    expect(dayAt(panBy(view, -1e9, reach, 800), 400)).toBeCloseTo(reach.first, 6);
    expect(dayAt(centreOn(view, day(2022, 3, 2), reach, 800), 400)).toBeCloseTo(day(2022, 3, 2) + 0.5, 6);
  });
});

describe('the scale', () => {
  const labels = (from: number, daysPerPx: number, calendar: 'gregorian' | 'julian' = 'gregorian', language: 'en' | 'uk' = 'en'): {
    readonly fine: readonly (string | null)[];
    readonly coarse: readonly (string | null)[];
  } => {
    const { fine, coarse } = scaleOf({ from, daysPerPx }, 400, calendar, language);
    return { fine: fine.map(({ label }) => label), coarse: coarse.map(({ label }) => label) };
  }; // prettier-ignore

  test('days, with their months', () => {
    expect(labels(day(2022, 2, 27), 1 / 60)).toEqual({
      fine: ['27', '28', '1', '2', '3', '4', '5', '6'],
      coarse: ['February 2022', 'March 2022'],
    });
  });

  test('weeks have lines for their days while there is room', () => {
    const { fine } = labels(day(2022, 3, 1), 1 / 12);
    expect(fine.filter((label) => label !== null).slice(0, 5)).toEqual(['1', '8', '15', '22', '1']);
    expect(fine.filter((label) => label === null).length).toBeGreaterThan(20);
  });

  test('months, with their years, in both languages', () => {
    expect(labels(day(2021, 12, 1), 1 / 3)).toEqual({ fine: ['December', 'January', 'February', 'March', 'April'], coarse: ['2021', '2022'] });
    expect(labels(day(2021, 12, 1), 1 / 3, 'gregorian', 'uk').fine).toEqual(['грудень', 'січень', 'лютий', 'березень', 'квітень']);
  }); // prettier-ignore

  test('years before our era', () => {
    const { fine, coarse } = labels(day(-489, 1, 1), 5);
    expect(fine).toEqual(['490 BC', '489 BC', '488 BC', '487 BC', '486 BC', '485 BC']);
    expect(coarse).toEqual([]);
    expect(labels(day(-600, 1, 1), 400).fine.slice(0, 3)).toEqual(['601 BC', '501 BC', '401 BC']);
  });

  test('counted in the calendar of the pack', () => {
    expect(labels(toDayNumber(1410, 7, 14, 'julian'), 1 / 100, 'julian').fine).toEqual(['14', '15', '16', '17', '18']);
  });
});

function lanesOf(events: readonly PackEvent[]): readonly Lane[] {
  return layLanes(
    [
      { id: 's', title: 'S' },
      { id: 't', title: 'T' },
    ],
    events.flatMap((each) => markOf(each) ?? []),
  );
}

describe('what is seen', () => {
  const window = { top: 0, width: 800, height: 600 };

  test('lanes without marks are left out; a mark keeps its line', () => {
    const lanes = lanesOf(['2022-03-02', '2022-03-20', '2022-03-10'].map((when, i) => event(when, { id: `e${String(i)}`, storyline: 't' })));
    expect(lanes.map(({ id }) => id)).toEqual(['t']);
    const { marks, clusters } = sceneOf(lanes, fitDays(reach, 800), window);
    expect(clusters).toEqual([]);
    const byX = marks.toSorted((a, b) => a.x - b.x);
    expect(byX.map((each) => each.mark.event.id)).toEqual(['e0', 'e2', 'e1']);
    expect(byX[0]?.y).toBe(byX[2]?.y);
    expect(byX[0]?.until).toBeLessThan(byX[2]?.x ?? 0);
  }); // prettier-ignore

  test('while a bar runs, others stand on the other lines', () => {
    const days = ['2022-02-03', '2022-02-14', '2022-02-26', '2022-03-09', '2022-03-20', '2022-04-02', '2022-04-20', '2022-04-25'];
    const points = days.map((when, i) => event(when, { id: `p${String(i)}` }));
    const { marks } = sceneOf(lanesOf([event('2022-02-01/2022-04-15', { id: 'bar' }), ...points]), fitDays(reach, 1600), { ...window, width: 1600 });
    const yOf = (id: string): number | undefined => marks.find((each) => each.mark.event.id === id)?.y;
    expect(marks).toHaveLength(9);
    expect(points.slice(0, 6).map(({ id }) => yOf(id)).filter((y) => y === yOf('bar'))).toEqual([]);
    expect(points.slice(6).map(({ id }) => yOf(id))).toContain(yOf('bar'));
  }); // prettier-ignore

  test('a lane in which bars run on has a line more for what begins meanwhile', () => {
    const lanes = lanesOf([event('2022-02-01/2022-04-15', { id: 'a' }), event('2022-02-03/2022-04-16', { id: 'b' }), event('2022-03-01', { id: 'c' })]);
    expect(lanes[0]?.rows).toBe(3);
    expect([...(lanes[0]?.rowOf ?? [])]).toEqual([0, 1, 2]);
    expect(lanesOf(Array.from({ length: 40 }, (_, i) => event('2022-02-01/2022-04-15', { id: `e${String(i)}` })))[0]?.rows).toBe(5);
    expect(lanesOf(Array.from({ length: 40 }, (_, i) => event('2022-02-01', { id: `e${String(i)}` })))[0]?.rows).toBe(4);
  }); // prettier-ignore

  test('a name goes past the number of a crowd on the lines that it does not reach', () => {
    const crowd = Array.from({ length: 20 }, (_, i) => event('2022-03-10', { id: `c${String(i)}` }));
    const lanes = lanesOf([event('2022-02-01/2022-04-15', { id: 'bar' }), ...crowd]);
    const { marks, clusters } = sceneOf(lanes, fitDays(reach, 800), window);
    expect(clusters).toHaveLength(1);
    const [bar] = marks;
    expect(bar?.mark.event.id).toBe('bar');
    expect(bar?.until).toBeGreaterThan(clusters[0]?.x ?? Infinity);
  });

  test('an open side takes no more room from the name before it than it is drawn', () => {
    const lanes = lanesOf([event('2022-02-10', { id: 'a' }), event('2022-02-20', { id: 'b' }), event('../2022-04-20', { id: 'c' })]);
    const { marks } = sceneOf(lanes, fitDays(reach, 800), window);
    const [a, c] = ['a', 'c'].map((id) => marks.find((each) => each.mark.event.id === id));
    expect(a?.y).toBe(c?.y);
    expect(c?.begin).toBe((c?.x ?? 0) - 26);
    expect(a?.until).toBe((c?.begin ?? 0) - 8);
  }); // prettier-ignore

  test('a crowd is a number, and comes apart when looked at nearer', () => {
    const lanes = lanesOf(Array.from({ length: 12 }, (_, i) => event(`2022-03-${String(i + 1).padStart(2, '0')}`, { id: `e${String(i)}` })));
    const years = { first: day(2015, 1, 1), last: day(2025, 1, 1) };
    const far = sceneOf(lanes, fitDays(years, 800), window);
    expect(far.marks).toEqual([]);
    expect(far.clusters.reduce((sum, { members }) => sum + members.length, 0)).toBe(12);
    const near = sceneOf(lanes, centreOn({ from: 0, daysPerPx: 1 / 40 }, day(2022, 3, 6), years, 800), window);
    expect(near.clusters).toEqual([]);
    expect(near.marks).toHaveLength(12);
  }); // prettier-ignore

  test('nothing is lost between marks and numbers, wherever one looks', () => {
    const lanes = lanesOf(Array.from({ length: 500 }, (_, i) => event(`2022-0${String((i % 4) + 1)}-${String((i % 28) + 1).padStart(2, '0')}`, { id: `e${String(i)}`, storyline: i % 3 === 0 ? 's' : 't' })));
    const days = daysOf(lanes) ?? reach;
    for (const zoom of [1, 2, 5, 11]) {
      const view = zoomAt(fitDays(days, 800), 0, zoom, days, 800);
      const { marks, clusters } = sceneOf(lanes, view, window);
      const [from, to] = [dayAt(view, 0), dayAt(view, 800)];
      const there = lanes.flatMap((lane) => lane.marks).filter(({ anchor }) => anchor >= from && anchor < to);
      const told = marks.length + clusters.reduce((sum, { members }) => sum + members.length, 0);
      expect(told).toBeGreaterThanOrEqual(there.length);
    }
  }); // prettier-ignore

  test('what began before and lasts into the window is seen', () => {
    const lanes = lanesOf([event('2022-02-01/2022-04-30')]);
    const view = { from: day(2022, 3, 1), daysPerPx: 1 / 40 };
    const { marks } = sceneOf(lanes, view, window);
    expect(marks).toHaveLength(1);
    expect(marks[0]?.left).toBeLessThan(0);
    expect(marks[0]?.right).toBeGreaterThan(800);
  });

  test('lanes out of sight cost nothing', () => {
    const lanes = lanesOf([event('2022-03-02'), event('2022-03-02', { id: 'f', storyline: 't' })]);
    expect(sceneOf(lanes, fitDays(reach, 800), { top: 1000, width: 800, height: 100 })).toMatchObject({
      lanes: [],
      marks: [],
    });
  });

  test('a finger finds the mark that it is on, its name included, and no other', () => {
    const lanes = lanesOf([event('2022-03-02', { id: 'a' }), event('2022-03-03', { id: 'b' })]);
    const scene = sceneOf(lanes, fitDays(reach, 800), window);
    const [a] = scene.marks.filter(({ mark: { event: { id } } }) => id === 'a'); // prettier-ignore
    if (a === undefined) throw new Error('a is not seen');
    const hit = hitAt(scene, a.x + 3, a.y + 2);
    expect(hit !== null && 'mark' in hit ? hit.mark.event.id : null).toBe('a');
    expect(hitAt(scene, 20, a.y)).toBeNull();
  });
});
