import { describe, expect, it } from 'vitest';
import { makePack, type Making } from '../../../../tests/samples/made-pack';
import { indexPack } from '../packs/index-pack';
import type { Pack, PackEvent } from '../packs/pack';
import { dateFact, eventFact, placeFact, type Fact } from './facts';
import { createGenerator } from './generator';
import { makeQuestion, objectionToForm } from './make-question';
import { FORMS_OF, type FormKey } from './question';

const SEED = 1;

function pairs(events: readonly { readonly id: string }[]): (readonly [Fact, FormKey])[] {
  const facts = events.flatMap(({ id }) => [
    dateFact(id, 'whole'),
    dateFact(id, 'began'),
    dateFact(id, 'ended'),
    placeFact(id),
    eventFact(id, 'date'),
    eventFact(id, 'place'),
  ]);
  return facts.flatMap((fact) => FORMS_OF[fact.kind].map((form) => [fact, `${fact.kind}/${form}` as FormKey] as const));
}

/** Words as real sources have them: years, months and places inside, a word twice, a stop in the middle, places of one name. */
function badlyWorded(pack: Pack): Pack {
  const town = pack.places.at(-1)?.name ?? '';
  const odd: readonly ((event: PackEvent) => Partial<PackEvent>)[] = [
    ({ clause }) => ({ clause: `${clause ?? ''} of 1701` }),
    ({ clause }) => ({ clause: `the the ${clause ?? ''}` }),
    ({ clause }) => ({ clause: `St. Louis J. ${clause ?? ''}` }),
    () => ({ status: 'attributed', according: 'the March commission' }),
    () => ({ status: 'attributed', according: 'they' }),
    ({ placeless }) => ({ placeless: `${placeless ?? ''} near ${town}` }),
    () => ({ clause: 'all of the above', placeless: 'all of the above' }),
    () => ({}),
  ];
  return {
    ...pack,
    places: pack.places.map((place, i) =>
      i % 3 === 0 ? { ...place, name: i % 2 === 0 ? 'May Island' : 'Fort 1812' } : place,
    ),
    events: pack.events.map((event, i) => ({ ...event, ...odd[i % odd.length]?.(event) })),
  };
}

// Facts are found without making their questions. What is foreseen is then what is made: the same facts, refused for the same reasons.
describe('what is foreseen of a question', () => {
  it.each([
    ['centuries', { seed: 3, events: 100 }],
    ['one crowded decade', { seed: 4, events: 100, years: [1990, 1999] as const, odd: 0.6 }],
    ['bad words', { seed: 6, events: 100, years: [1690, 1710] as const, mend: badlyWorded }],
    ['so few that distractors run out', { seed: 5, events: 8, odd: 0.5 }],
  ])(
    'is what is made: %s',
    (_, { mend = (pack: Pack) => pack, ...making }: Making & { readonly mend?: (pack: Pack) => Pack }) => {
      const pack = mend(makePack(making));
      for (const language of ['en', 'uk'] as const) {
        const { context } = createGenerator(indexPack(pack), { language });
        for (const [fact, key] of pairs(pack.events)) {
          const made = makeQuestion(context, fact, key, SEED);
          const expected = 'type' in made ? null : made;
          expect(objectionToForm(context, fact, key, SEED), `${fact.id} as ${key}`).toEqual(expected);
        }
      }
    },
  );
});
