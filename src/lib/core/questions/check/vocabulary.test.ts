import { expect, test } from 'vitest';
import { LANGUAGES } from '../../time/language';
import { PRECISIONS } from '../../time/date-part';
import { PHRASES, type Told } from '../stems/phrases';
import { apart, strayWord } from './vocabulary';

// Every sentence that the program can say, with words of no language where a pack's would stand.
const [TEXT, CLAIMANT, PLACE, DATE, TITLE] = ['qtext', 'qclaimant', 'qplace', 'qdate', 'qtitle'];
const PACK_WORDS = [TEXT, CLAIMANT, PLACE, DATE, TITLE].map(apart);
const ENDS = ['whole', 'began', 'ended'] as const;
const TOLD: readonly Told[] = [null, CLAIMANT].flatMap((according) => [
  { text: TEXT, as: 'clause' as const, according, statement: false },
  { text: TEXT, as: 'name' as const, according, statement: false },
  { text: TEXT, as: 'clause' as const, according: CLAIMANT, statement: true },
]);
const VARIANTS = Array.from({ length: 24 }, (_, variant) => variant);
const UNITS = Array.from({ length: 130 }, (_, i) => i + 1).flatMap((units) => [units, -units]);
const EITHER = [false, true];

test.each(LANGUAGES)('no word of any sentence in %s is a stranger to the checker', (language) => {
  const say = PHRASES[language];
  const [OR_PLACE, OR_DATE, OR_TITLE] = [
    [PLACE, null],
    [DATE, null],
    [TITLE, null],
  ];
  const sentences = [
    ...VARIANTS.flatMap((variant) => [
      ...TOLD.flatMap((told) => PRECISIONS.flatMap((unit) => ENDS.flatMap((end) => OR_PLACE.map((place) => say.askDate(told, unit, end, place, variant))))),
      ...TOLD.flatMap((told) => EITHER.map((observed) => say.askPlace(told, DATE, observed, variant))),
      ...OR_TITLE.flatMap((title) => EITHER.flatMap((statements) => [
        say.askOrder(title, statements, variant),
        say.askFirst(title, statements, variant),
        say.askLast(title, statements, variant),
        ...TOLD.map((told) => say.askBetween(title, statements, told, told, variant)),
      ])),
      ...EITHER.map((statements) => say.askEventThen(DATE, statements, variant)),
      say.askEventThere(PLACE, variant),
    ]),
    ...TOLD.flatMap((told) => [
      say.option(told), say.optionThen(told, DATE), say.happenedThere(told, DATE),
      ...PRECISIONS.map((unit) => say.happenedThen(told, unit)),
      ...OR_PLACE.flatMap((place) => OR_DATE.map((date) => say.dispatch(place, date, told))),
    ]),
    ...UNITS.flatMap((units) => PRECISIONS.flatMap((unit) => ENDS.map((end) => say.offBy(units, unit, end)))),
    ...OR_DATE.flatMap((on) => [say.dated(on), say.datedEarlier(on), say.datedOutside(on)]),
    ...OR_PLACE.map((place) => say.wasElsewhere(place)),
    say.nothingThere, say.datedThen(DATE),
  ]; // prettier-ignore
  const strange = sentences.flatMap((sentence) => {
    const word = strayWord(sentence, PACK_WORDS, language);
    return word === null ? [] : [`“${word}” in “${sentence}”`];
  });
  expect([...new Set(strange)]).toEqual([]);
});
