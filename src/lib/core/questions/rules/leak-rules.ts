import { calendarWordIn, cueWordIn, placeLeakIn, yearsIn } from '../leaks';
import { optionDate, ofKind, type Rule, type Subject } from './rule';

/** Texts shown with the question before it is answered, options of a sequence included. */
function shownTexts({ question }: Subject): string[] {
  const options = question.kind === 'sequence' ? question.options.map(({ text }) => text) : [];
  return [question.stem, question.dispatch?.text ?? '', question.dispatch?.place ?? '', ...options];
}

const L1: Rule = {
  id: 'L1',
  title:
    'nothing shown tells when: no month, weekday, season, anniversary, ordinal, nor a year that not every option lies in',
  applies: ofKind('date', 'sequence'),
  violations(subject) {
    const { context, question } = subject;
    return shownTexts(subject).flatMap((text) => {
      const word = calendarWordIn(text, context.language);
      const found = word === null ? [] : [`“${word}” in “${text}”`];
      return [
        ...found,
        ...yearsIn(text)
          .filter((year) => narrows(subject, year))
          .map((year) => `${String(year)} in “${question.stem}”`),
      ];
    });
  },
};

/** A year narrows the options if the key lies in it and another option does not; in a sequence every year tells. */
function narrows({ question, keys, distractors }: Subject, year: number): boolean {
  if (question.kind === 'sequence') return question.options.some(({ text }) => yearsIn(text).includes(year));
  const lies = (option: (typeof keys)[number]): boolean => optionDate(option)?.year === year;
  return keys.some(lies) && !distractors.every(lies);
}

const L2: Rule = {
  id: 'L2',
  title: 'no dated name that excludes half of the options or more',
  applies: ofKind('date'),
  violations(subject) {
    const { question } = subject;
    const years = shownTexts(subject).flatMap(yearsIn);
    return years
      .filter(
        (year) =>
          question.options.filter((option) => (optionDate(option)?.year ?? year) !== year).length * 2 >=
          question.options.length,
      )
      .map((year) => `${String(year)} excludes half of the options or more`);
  },
};

const L3: Rule = {
  id: 'L3',
  title: 'no word of the key, and no river or region, in a place stem',
  applies: ofKind('place'),
  violations({ context, question, keys, distractors }) {
    const key = keys[0];
    if (key === undefined) return [];
    const others = distractors.map(({ value }) => value);
    const word = placeLeakIn(context.index, question.dispatch?.text ?? question.stem, key.value, others);
    return word === null ? [] : [`“${word}” gives ${key.text} away`];
  },
};

const L4: Rule = {
  id: 'L4',
  title: 'no cue word in an event of a sequence',
  applies: ofKind('sequence'),
  violations: ({ context, question }) =>
    question.options.flatMap(({ text }) => {
      const word = cueWordIn(text, context.language);
      return word === null ? [] : [`“${word}” in “${text}”`];
    }),
};

export const LEAK_RULES: readonly Rule[] = [L1, L2, L3, L4];
