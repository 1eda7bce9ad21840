import { drawFrom, hashParts, type Draw } from '../../src/lib/core/questions/hash';

const DATES: readonly unknown[] = [
  '2022-03-02', '2022-02-30', '2022-3-2', '2022', 2022, null, '', '../..', '2022-03-02/2022-03-01', '[2022..]', '[..]', '[2022-01-01,2023]',
  '2022~?', '156X', '15XX-02', '-0000', '-0479', '99999', 'yesterday', ['2022'], {}, '2022-24', '1582-10-10', '2022-03-02T10:00', '{2022}',
]; // prettier-ignore

const TEXTS: readonly unknown[] = [
  'soldiers stormed the walls', '', ' ', null, 7, true, [], 'x'.repeat(300), '<b>bold</b>', 'It began in March 2022', 'кінь', '🙂', '\u0000', 'a: b ? c',
  '__proto__', 'a\nb', 'Ünïcödé', '‮reversed',
]; // prettier-ignore

const IDS: readonly unknown[] = ['e-1', 'e-2', 'E 3', '', null, 5, 'constructor', '__proto__', 'ärger', 'a+b', 'a:b'];

const pick = (draw: Draw, from: readonly unknown[]): unknown => from[draw.below(from.length)];

/** A pack document in JSON whose events have every status, precision, shape and mistake; the same for the same seed. */
export function makeHostileDocument(events: number, seed: number): string {
  const draw = drawFrom(hashParts(['hostile', String(seed)]));
  const some = (from: readonly unknown[]): unknown[] => Array.from({ length: draw.below(3) }, () => pick(draw, from));
  const event = (number: number): unknown => {
    if (draw.below(200) === 0) return pick(draw, [null, 3, 'event', []]);
    const id = draw.below(4) > 0 ? `e-${String(number)}` : pick(draw, IDS);
    const drafts: readonly (readonly [string, unknown])[] = [
      ['id', id],
      ['name', pick(draw, TEXTS)],
      ['clause', pick(draw, TEXTS)],
      ['placeless', pick(draw, TEXTS)],
      ['dateless', pick(draw, TEXTS)],
      ['when', pick(draw, DATES)],
      ['calendar', pick(draw, ['gregorian', 'julian', 'unknown', 'maya', null])],
      ['dates', pick(draw, ['event', 'statement', 'observation', 'plan', 'rumour', null])],
      ['where', some(['town', 'land', 'nowhere', 5, null])],
      ['storyline', pick(draw, ['story', 'other', 3, null])],
      ['status', pick(draw, ['stated', 'attributed', 'reported', 'disputed', 'true', null])],
      ['according', pick(draw, ['a monk', 'The Monk, alone', null, 3])],
      ['sensitive', pick(draw, [true, false, 'no', null])],
      ['partOf', draw.below(3) === 0 ? `e-${String(draw.below(events))}` : null],
      ['after', Array.from({ length: draw.below(3) }, () => `e-${String(draw.below(events))}`)],
      ['sameAs', draw.below(9) === 0 ? [`e-${String(draw.below(events))}`] : []],
      ['conflicts', some(DATES)],
      ['avoid', pick(draw, [{ dates: ['2022-03-02'] }, { dates: 5 }, [], null, { places: ['nowhere'] }])],
      ['ask', pick(draw, [[], ['date'], ['all'], 'date', null])],
      ['sources', pick(draw, [[{ source: 'book' }], [{ source: 'none' }], [], null, 'book'])],
      ['translations', pick(draw, [{}, { uk: { clause: 'щось' } }, { uk: 3 }, null])],
      ['surprise', 1],
    ];
    return Object.fromEntries(drafts.filter(() => draw.below(6) > 0));
  };
  return JSON.stringify({
    format: 'dateline-pack/1',
    id: 'hostile',
    version: 1,
    title: 'Hostile',
    language: 'en',
    licence: 'CC0',
    tone: 'plain',
    sources: [{ id: 'book', title: 'A Book' }],
    storylines: [{ id: 'story', title: 'Story' }],
    places: [
      { id: 'land', name: 'Land', kind: 'country', within: ['town'] },
      { id: 'town', name: 'Town', kind: 'town', within: ['land'], point: [400, 'x'] },
    ],
    events: Array.from({ length: events }, (_, i) => event(i)),
  });
}
