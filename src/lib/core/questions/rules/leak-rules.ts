import { calendarWordIn, calendarWordInStem, yearsIn } from '../calendar-words';
import { cueWordIn, placeLeakIn } from '../leaks';
import { holdsYear } from '../forms/date-typed';
import { mentionOf } from '../event-options';
import { datedEnds } from '../facts';
import { tellings } from '../telling';
import { ofForm, ofKind, optionDate, type Rule, type Subject } from './rule';

/** Texts shown with the question before it is answered, options that are events included. */
function shownTexts({ question, optionEvents }: Subject): string[] {
  const options = optionEvents.length > 0 ? question.options.map(({ text }) => text) : [];
  return [question.stem, question.dispatch?.text ?? '', question.dispatch?.place ?? '', ...options];
}

const L1: Rule = {
  id: 'L1',
  title:
    'nothing shown tells when: no month, weekday, season, anniversary, ordinal, nor a year that not every option lies in',
  applies: ({ question, fact }) =>
    question.kind === 'date' || question.kind === 'sequence' || (fact.kind === 'event' && fact.by === 'date'),
  violations(subject) {
    const { context, question } = subject;
    // Where an event is asked by its date, the stem says it: only the options must not.
    const shown = question.kind === 'event' ? question.options.map(({ text }) => text) : shownTexts(subject);
    return shown.flatMap((text) => {
      // Of a stem that asks for a date its template is left, which is one of a few.
      const find = text === question.stem && question.kind !== 'date' ? calendarWordInStem : calendarWordIn;
      const word = find(withoutAsking(subject, text), context.language);
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

/**
 * What a stem says besides the event's words and its place, which are looked at for themselves. The Ukrainian stem that asks for a century
 * names it: what the question itself says of the unit tells nothing.
 */
function withoutAsking({ question: { kind, stem, dispatch } }: Subject, text: string): string {
  if (kind !== 'date' || text !== stem) return text;
  const own = text.replace(dispatch?.text ?? '', ' ').replace(dispatch?.place ?? '', ' ');
  return own.includes('столітт') ? own.replace(/столітт\p{L}+/giu, ' ') : own;
}

/**
 * A year narrows the options if the key lies in it and another option does not; in a sequence every year tells; where the date is
 * typed, its own year does.
 */
function narrows({ question, event, fact, keys, distractors }: Subject, year: number): boolean {
  if (question.kind !== 'date') return true;
  if (question.accept !== null) {
    const end = fact.kind === 'date' ? fact.end : 'whole';
    const dated = event === null ? [] : datedEnds(event);
    return dated.some((one) => one.end === end && holdsYear(one.date, year));
  }
  const lies = (option: (typeof keys)[number]): boolean => optionDate(option)?.year === year;
  return keys.some(lies) && !distractors.every(lies);
}

const L2: Rule = {
  id: 'L2',
  title: 'no dated name that excludes half of the options or more',
  applies: ofForm('date/choice'),
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
  title: 'no word of the key, and no river or region, in a place stem, nor the place shown in an event to choose',
  applies: ({ question, fact }) => question.kind === 'place' || (fact.kind === 'event' && fact.by === 'place'),
  violations({ context, question, event, fact, keys, distractors, optionEvents }) {
    const [place] = event === null ? [] : context.index.mostSpecificPlaces(event);
    if (fact.kind === 'event') {
      return question.options.flatMap(({ text }) => {
        const word = place === undefined ? null : mentionOf(context, text, place, optionEvents);
        return word === null ? [] : [`“${word}” in “${text}”`];
      });
    }
    const key = keys[0]?.value ?? place;
    if (key === undefined) return [];
    const others = distractors.map(({ value }) => value);
    // The claimant is read with the words: "according to the mayor of Birk" gives Birk away.
    const text = question.dispatch?.text ?? question.stem;
    const told = question.according === null ? text : `${text} ${question.according}`;
    const word = placeLeakIn(context.index, told, key, others);
    return word === null ? [] : [`“${word}” gives ${key} away`];
  },
};

const L4: Rule = {
  id: 'L4',
  title: 'no cue word in an event of a sequence',
  applies: ofKind('sequence'),
  violations(subject) {
    const { context, question, bounds } = subject;
    // The question's own "first" and "last" are none: of a stem only what it tells of its bounds counts.
    const told = bounds.flatMap((event) => tellings(context, event)).map(({ text }) => text);
    const inStem = told.filter((text) => question.stem.toLowerCase().includes(text.toLowerCase()));
    return [...question.options.map(({ text }) => text), ...inStem].flatMap((text) => {
      const word = cueWordIn(text, context.language);
      return word === null ? [] : [`“${word}” in “${text}”`];
    });
  },
};

export const LEAK_RULES: readonly Rule[] = [L1, L2, L3, L4];
