import { describe, expect, it } from 'vitest';
import { buildPack, type EventDraft } from '../../../../../tests/samples/build-pack';
import { indexPack } from '../../packs/index-pack';
import { createContext } from '../context';
import { datedEnds } from '../facts';
import { falseDates } from './dates';

function offsets(when: string, others: readonly string[]): number[] {
  const events: EventDraft[] = [
    { id: 'asked', when, where: ['arden'] },
    ...others.map((date, i) => ({ id: `other-${String(i)}`, when: date, where: ['birk'] })),
  ];
  const context = createContext(indexPack(buildPack({ events })), 'en');
  const event = context.index.event('asked');
  const [end] = datedEnds(event);
  if (end === undefined) throw new Error(when);
  const { earlier, later } = falseDates(context, { event, date: end.date });
  return [...earlier, ...later].map(({ value }) => value.offset).sort((a, b) => a - b);
}

describe('false dates', () => {
  // Story: beside 404 BC stood 753 BC and 585 BC, because the drawn rank wanted two earlier dates.
  it.each([
    ['a year', '-0403', ['-0752', '-0584', '-0403', '-0370'], 60],
    ['a day', '1902-04-11', ['1889-10-24', '1902-04-01', '1903-09-01'], 365],
  ])('of %s are none that nobody would believe, where there are others', (_, when, others, far) => {
    const found = offsets(when, others);
    expect(found.length).toBeGreaterThanOrEqual(2);
    expect(found.filter((offset) => Math.abs(offset) > far)).toEqual([]);
  });

  it('are those of the neighbourhood and of events, none of them the key', () => {
    const found = offsets('1902-04-11', ['1902-04-01', '1902-04-30']);
    expect(found).toContain(-10);
    expect(found).toContain(19);
    expect(found).not.toContain(0);
  });
});
