import { describe, expect, it } from 'vitest';
import { buildPack, type EventDraft } from '../../../../tests/samples/build-pack';
import { indexPack } from '../packs/index-pack';
import { createGenerator } from '../questions/generator';
import type { Question } from '../questions/question';
import { revealOf } from './reveal';

const PLACES = [
  { id: 'borodianka', name: 'Borodianka', point: [29.93, 50.64] },
  { id: 'ivankiv', name: 'Ivankiv', point: [29.89, 50.94] },
  { id: 'makariv', name: 'Makariv', point: null },
  { id: 'izium', name: 'Izium', point: [37.28, 49.21] },
] as const;
const EVENTS = PLACES.map(({ id, name }, i): EventDraft => ({
  id: `${id}-taken`,
  clause: `troops took ${name}`,
  placeless: `troops took town number ${String(i)}`,
  when: `2022-03-${String(2 + 5 * i).padStart(2, '0')}`,
  where: [id],
})); // prettier-ignore
const index = indexPack(
  buildPack({ events: EVENTS, places: PLACES.map((place) => ({ ...place, kind: 'town', radiusKm: 3 })) }),
);
const generator = createGenerator(index, { language: 'en' });

function ask(fact: string, form: string): Question {
  const made = generator.question(fact, form, 1);
  return made?.type === 'question' ? made : expect.fail(JSON.stringify(made));
}

describe('a date that was typed', () => {
  const question = ask('ivankiv-taken:date', 'typed');
  it.each([
    ['7 March 2022', { understood: '7 March 2022', off: 0, early: false, coarser: false }],
    ['March 7', { understood: '7 March 2022', off: 0 }],
    ['4.3.2022', { understood: '4 March 2022', off: 3, early: true }],
    ['2022-03-09', { understood: '9 March 2022', off: 2, early: false }],
    ['March 2022', { understood: 'March 2022', off: 0, coarser: true }],
    ['nonsense', { understood: null }],
  ])('%s', (typed, miss) => {
    const reveal = revealOf(generator.context, question, { typed });
    expect(reveal.answer).toBe('7 March 2022');
    expect(reveal.miss).toMatchObject({ is: 'date', unit: 'day', ...miss });
  });
});

describe('what happened at the time that was typed', () => {
  const made = (events: readonly EventDraft[]) =>
    createGenerator(indexPack(buildPack({ events: [...EVENTS, ...events], places: PLACES.map((place) => ({ ...place, kind: 'town', radiusKm: 3 })) })), { language: 'en' }); // prettier-ignore
  const then = (typed: string, events: readonly EventDraft[] = []): string | null => {
    const { context } = made(events);
    const { miss } = revealOf(context, question, { typed });
    return miss?.is === 'date' ? miss.then : null;
  };
  const question = ask('ivankiv-taken:date', 'typed');
  const EIGHTH = { id: 'other', clause: 'a bridge fell', when: '2022-03-08', where: ['izium'] } as const;

  it.each([
    ['the day of another event', '2 March 2022', 'on that day troops took Borodianka'],
    ['a day on which nothing is known to have happened', '3 March 2022', null],
    ['the right day', '7 March 2022', null],
    ['less than was asked', 'March 2022', null],
    ['no date', 'soon', null],
  ])('%s', (_, typed, told) => {
    expect(then(typed)).toBe(told);
  });
  it.each([
    ['is told', {}, 'on that day a bridge fell'],
    ['with its claimant', { status: 'attributed', according: 'the mayor' }, 'on that day a bridge fell, according to the mayor'],
    ['not what is sensitive', { sensitive: true }, null],
    ['not what its sources date differently', { conflicts: ['2022-03-09'] }, null],
    ['not what is disputed', { status: 'disputed' }, null],
    ['not another telling of what is asked', { sameAs: ['ivankiv-taken'] }, null],
    ['not what the pack keeps apart', { ask: [] }, null],
  ] as const)('%s', (_, more, told) => {
    expect(then('8 March', [{ ...EIGHTH, ...more }])).toBe(told);
  }); // prettier-ignore
});

describe('a place that was typed', () => {
  const question = ask('borodianka-taken:place', 'typed');
  it.each([
    ['Borodianka', null],
    ['БОРОДЯНКА', null],
    ['Borodyanka', { is: 'spelling' }],
    ['Borodinka', { is: 'spelling' }],
    ['Atlantis', { is: 'spelling' }],
    ['Makariv', { is: 'elsewhere', place: 'Makariv', km: null }],
  ])('%s', (typed, miss) => {
    expect(revealOf(generator.context, question, { typed })).toMatchObject({ answer: 'Borodianka', miss });
  });
  it('another place of the pack, with its distance', () => {
    const { miss } = revealOf(generator.context, question, { typed: 'ivankiv' });
    expect(miss).toMatchObject({ is: 'elsewhere', place: 'Ivankiv' });
    expect(miss?.is === 'elsewhere' ? miss.km : null).toBeCloseTo(33.5, 0);
  });
});

describe('a point on the map', () => {
  const accept = { point: [30, 50], radiusKm: 2, area: null, frame: [28, 49, 32, 52] } as const;
  const question: Question = { ...ask('borodianka-taken:place', 'typed'), form: 'map', accept };
  it('is so far from the place', () => {
    const { answer, miss } = revealOf(generator.context, question, { point: [30, 50.5] });
    expect(answer).toBe('Borodianka');
    expect(miss?.is === 'map' ? miss.km : null).toBeCloseTo(55.6, 1);
  });
  it('is 0 km from an area that it lies in', () => {
    const square = { type: 'Polygon', coordinates: [[[29, 50.2], [31, 50.2], [31, 51], [29, 51], [29, 50.2]]] }; // prettier-ignore
    const inside = { ...question, accept: { ...accept, area: square } };
    expect(revealOf(generator.context, inside, { point: [30, 50.5] }).miss).toEqual({ is: 'map', km: 0 });
  });
  it('of "don’t know" nothing is said', () => {
    expect(revealOf(generator.context, question, { pass: true }).miss).toBeNull();
  });
});

it('events stand in the order of time with their dates, whatever was asked of them', () => {
  for (const form of ['first', 'order']) {
    const question = ask('story:sequence:borodianka-taken+ivankiv-taken+izium-taken+makariv-taken', form);
    const { answer, timeline } = revealOf(generator.context, question, { pass: true });
    expect(timeline.map(({ date }) => date)).toEqual([
      '2 March 2022',
      '7 March 2022',
      '12 March 2022',
      '17 March 2022',
    ]);
    expect(answer).toBe(form === 'order' ? null : 'Troops took Borodianka');
    const valueOf = (id: string) => question.options.find((option) => option.id === id)?.value;
    expect(timeline.map(({ option }) => valueOf(option))[0]).toBe('borodianka-taken');
  }
});
