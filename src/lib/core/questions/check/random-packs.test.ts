import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildPack, type EventDraft, type PlaceDraft } from '../../../../../tests/samples/build-pack';
import { indexPack } from '../../packs/index-pack';
import type { Pack } from '../../packs/pack';
import { createGenerator } from '../generator';
import { allQuestions } from '../select';
import { createChecker } from './checker';

const PLACES: readonly PlaceDraft[] = [
  { id: 'north', kind: 'oblast' },
  { id: 'south', kind: 'oblast' },
  ...['arden', 'birk', 'corva', 'dorn'].map((id): PlaceDraft => ({ id, within: ['north'] })),
  ...['elm', 'farrow', 'gault'].map((id): PlaceDraft => ({ id, within: ['south'] })),
  { id: 'harbour', kind: 'town', within: ['birk'] },
];
const PLACE_IDS = ['land', ...PLACES.map(({ id }) => id)];

const day = (n: number): string => `1901-03-${String(n).padStart(2, '0')}`;
const days = fc.integer({ min: 1, max: 31 });
const date = fc.oneof(
  { weight: 6, arbitrary: days.map(day) },
  fc.integer({ min: 1, max: 9 }).map((month) => `1901-0${String(month)}`),
  fc.integer({ min: 1898, max: 1904 }).map(String),
  fc.constantFrom('1901-21', '190X', '1901-03-10~', '1901-03-12?', '../1901-03-20', '1901-03-05/..', '[1901-03-02..1901-03-09]'),
  fc.constantFrom('[1901-03-03,1901-03-22]', '1501-03-02', '1582-10-16', '-0043-03-15'),
  fc.tuple(days, days).map(([a, b]) => `${day(Math.min(a, b))}/${day(Math.max(a, b))}`),
); // prettier-ignore

const rarely = <T>(arbitrary: fc.Arbitrary<T>, otherwise: T): fc.Arbitrary<T> =>
  fc.oneof({ weight: 8, arbitrary: fc.constant(otherwise) }, { weight: 1, arbitrary });

/** An event among others, which it may name by number. */
const event = (n: number, total: number): fc.Arbitrary<EventDraft> => {
  const id = `e${String(n)}`;
  const other = fc.integer({ min: 0, max: total - 1 }).filter((i) => i !== n).map((i) => `e${String(i)}`); // prettier-ignore
  const earlier = n === 0 ? fc.constant(null) : fc.integer({ min: 0, max: n - 1 }).map((i) => `e${String(i)}`);
  const words = rarely(fc.constant('x'), String.fromCharCode(97 + n));
  return fc.record({
    id: fc.constant(id),
    clause: words.map((word) => `people built tower ${word}${word}${word}`),
    placeless: words.map((word) => `people raised tower ${word}${word}${word}`),
    name: rarely(fc.constant<string | null>('the raising of a tower'), null),
    when: rarely<string | null>(fc.constant(null), '').chain((none) => (none === null ? fc.constant(null) : date)),
    where: fc.uniqueArray(fc.constantFrom(...PLACE_IDS), { maxLength: 2 }),
    storyline: fc.constantFrom('one', 'two'),
    dates: rarely(fc.constantFrom('statement', 'observation', 'plan'), 'event'),
    status: rarely(fc.constantFrom('attributed', 'reported', 'disputed'), 'stated'),
    according: rarely<string | null>(fc.constantFrom('a monk', 'the pedlar'), null),
    sensitive: rarely(fc.constant(true), false),
    ask: rarely<EventDraft['ask']>(fc.constantFrom<EventDraft['ask'][]>([], ['date'], ['sequence', 'place']), null),
    conflicts: rarely<readonly string[]>(fc.array(date, { minLength: 1, maxLength: 2 }), []),
    sameAs: rarely<readonly string[]>(other.map((one) => [one]), []),
    partOf: rarely(earlier, null),
    after: rarely<readonly string[]>(earlier.map((one) => (one === null ? [] : [one])), []),
    avoid: rarely<EventDraft['avoid']>(fc.record({ dates: fc.array(date, { maxLength: 2 }), places: fc.subarray(PLACE_IDS), events: other.map((one) => [one]) }), {}),
  }) as fc.Arbitrary<EventDraft>; // what `rarely` widens to text is one of the format's words
}; // prettier-ignore

const TOTAL = 16;
const packs = fc
  .tuple(...Array.from({ length: TOTAL }, (_, n) => event(n, TOTAL)))
  .map((events) => buildPack({ events, places: PLACES, storylines: ['one', 'two'] }))
  .filter(isSound);

/** What `check` would not let in: an `after` that the dates contradict, directly or through others. */
function isSound(pack: Pack): boolean {
  const byId = new Map(pack.events.map((each) => [each.id, each]));
  return pack.events.every(({ when, after }) => {
    const earlier = new Set(after);
    for (const id of earlier) for (const each of byId.get(id)?.after ?? []) earlier.add(each);
    return [...earlier].every((id) => {
      const span = byId.get(id)?.when?.span;
      return when === null || span === undefined || span.latestEnd < when.span.latestStart;
    });
  });
}

test('whatever a pack holds, what the generator asks is proved again', () => {
  let asked = 0;
  fc.assert(
    fc.property(packs, fc.integer({ min: 0, max: 2 ** 32 - 1 }), (pack, seed) => {
      const generator = createGenerator(indexPack(pack), { language: 'en' });
      const checker = createChecker(pack);
      for (const question of allQuestions(generator, { kinds: [], forms: [], fact: null }, seed)) {
        asked += 1;
        expect(checker.check(question)).toEqual([]);
      }
    }),
    { numRuns: 100 },
  );
  expect(asked).toBeGreaterThan(300);
}, 60_000);
