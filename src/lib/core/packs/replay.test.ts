import { describe, expect, test } from 'vitest';
import { buildPack, type EventDraft } from '../../../../tests/samples/build-pack';
import { toDayNumber } from '../time/calendar';
import { indexPack } from './index-pack';
import { dayOf, densityOf, pointsOf, replayOf, type DayOnMap, type Replay } from './replay';

const day = (month: number, date: number): number => toDayNumber(2022, month, date);

function replay(...events: readonly EventDraft[]): Replay {
  const pack = buildPack({
    events,
    places: [
      { id: 'oblast', kind: 'oblast' },
      { id: 'town', within: ['oblast'], point: [30, 50] },
      { id: 'village', within: ['oblast'], point: [31, 51] },
      { id: 'lost-village', within: ['oblast'] },
    ],
    storylines: ['story'],
  });
  const made = replayOf(indexPack(pack), pack.events);
  if (made === null) throw new Error('nothing to replay');
  return made;
}

const told = ({ places, beside }: DayOnMap): unknown => ({
  places: places.map(({ place, shown }) => [place.id, ...shown.map(({ event, sure }) => `${event.id}${sure ? '' : '?'}`)]),
  beside: beside.map(({ event, sure }) => `${event.id}${sure ? '' : '?'}`),
}); // prettier-ignore
const on = (made: Replay, month: number, date: number): unknown => told(dayOf(made, day(month, date)));
const NOTHING = { places: [], beside: [] };

describe('a day on the map', () => {
  test('an event is there on its day and on no other, and leaves a trace', () => {
    const made = replay({ id: 'fell', when: '2022-03-02', where: ['town'] });
    expect(on(made, 3, 2)).toEqual({ places: [['town', 'fell']], beside: [] });
    expect(on(made, 3, 1)).toEqual(NOTHING);
    expect(on(made, 3, 3)).toEqual(NOTHING);
    expect(dayOf(made, day(3, 1)).past).toEqual([]);
    expect(dayOf(made, day(3, 9)).past.map(({ place, day: last }) => [place.id, last])).toEqual([['town', day(3, 2)]]);
  });

  test('what lasted is certain throughout', () => {
    const made = replay({ id: 'siege', when: '2022-03-02/2022-03-05', where: ['town'] });
    for (const date of [2, 3, 4, 5]) expect(on(made, 3, date)).toEqual({ places: [['town', 'siege']], beside: [] });
    expect(dayOf(made, day(3, 2)).places[0]?.shown[0]?.begins).toBe(true);
    expect(dayOf(made, day(3, 3)).places[0]?.shown[0]?.begins).toBe(false);
  });

  test.each([
    ['once, some time within', '[2022-03-02..2022-03-04]', [2, 3, 4], [1, 5]],
    ['about: on the day that is named', '2022-03-03~', [3], [2, 4]],
    ['perhaps', '2022-03-03?', [3], [2, 4]],
    ['by that day: on its last one', '../2022-03-04', [4], [3, 5]],
    ['from that day on: on its first one', '2022-03-04/..', [4], [3, 5]],
    ['one of two', '[2022-03-02,2022-03-05]', [2, 5], [3, 4]],
  ])('%s is drawn uncertain', (_, when, days, others) => {
    const made = replay({ id: 'raid', when, where: ['town'] });
    for (const date of days) expect(on(made, 3, date)).toEqual({ places: [['town', 'raid?']], beside: [] });
    for (const date of others) expect(on(made, 3, date)).toEqual(NOTHING);
  });

  test('where sources disagree, it is there on each of the dates, on none for certain', () => {
    const made = replay({ id: 'fell', when: '2022-03-22', conflicts: ['2022-03-03'], where: ['town'] });
    for (const date of [3, 22]) expect(on(made, 3, date)).toEqual({ places: [['town', 'fell?']], beside: [] });
    expect(on(made, 3, 10)).toEqual(NOTHING);
    expect(dayOf(made, day(3, 10)).past).toEqual([]);
  });

  test('without a confirmed point it is told beside, never put somewhere', () => {
    const made = replay(
      { id: 'raid', when: '2022-03-02', where: ['lost-village'] },
      { id: 'claim', when: '2022-03-02', where: ['oblast'] },
      { id: 'nowhere', when: '2022-03-02' },
      { id: 'said', when: '2022-03-02', where: ['town'], dates: 'statement', according: 'officials' },
      { id: 'planned', when: '2022-03-02', where: ['town'], dates: 'plan' },
    );
    expect(on(made, 3, 2)).toEqual({ places: [], beside: ['raid', 'claim', 'nowhere', 'said', 'planned'] });
  });

  test('the most specific places, each of them', () => {
    const made = replay({ id: 'fell', when: '2022-03-02', where: ['oblast', 'town', 'village'] });
    expect(on(made, 3, 2)).toEqual({ places: [['town', 'fell'], ['village', 'fell']], beside: [] }); // prettier-ignore
  });

  test('a year and no date are on no day', () => {
    const made = replay(
      { id: 'fell', when: '2022-03-02', where: ['town'] },
      { id: 'some-time', when: '2022', where: ['town'] },
      { id: 'undated', when: null, where: ['town'] },
    );
    expect(made.loose.map(({ id }) => id)).toEqual(['some-time', 'undated']);
    expect([made.first, made.last, made.stops]).toEqual([day(3, 2), day(3, 2), [day(3, 2)]]);
  });
});

test('the picture above the slider counts what begins', () => {
  const made = replay(
    { id: 'a', when: '2022-03-01', where: ['town'] },
    { id: 'b', when: '2022-03-01', where: ['town'] },
    { id: 'c', when: '2022-03-10', where: ['village'] },
  );
  expect(densityOf(made, 5)).toEqual([2, 0, 0, 0, 1]);
  expect(pointsOf(made)).toHaveLength(2);
});
