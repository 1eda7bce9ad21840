import { describe, expect, test } from 'vitest';
import { shortStem } from './ask-words';

describe('the question below a dispatch says only what the dispatch does not', () => {
  const cases: readonly (readonly [why: string, stem: string, text: string, short: string])[] = [
    [
      'a clause after a colon',
      'On which day did this happen: the river froze?',
      'the river froze',
      'On which day did this happen?',
    ],
    [
      'a claimant stays',
      'According to a monk, on which day did this happen: the river froze?',
      'the river froze',
      'According to a monk, on which day did this happen?',
    ],
    ['a noun phrase', 'In which year did the siege of Acre begin?', 'the siege of Acre', 'In which year did … begin?'],
    [
      'a statement',
      'When did the abbot say that the bell was lost?',
      'the bell was lost',
      'When did the abbot say that …?',
    ],
    ['other words than the text', 'Where was this?', 'the bell was lost', 'Where was this?'],
    ['no text', 'Where was this?', '', 'Where was this?'],
    ['Ukrainian', 'Якого дня це сталося: річка замерзла?', 'річка замерзла', 'Якого дня це сталося?'],
  ];
  test.each(cases)('%s', (_why, stem, text, short) => {
    expect(shortStem(stem, text)).toBe(short);
  });
});
