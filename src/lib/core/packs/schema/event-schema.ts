import * as v from 'valibot';
import { byLanguage, choice, id, ids, line, paragraph, rule, strict } from './parts';

const noFinalStop = rule(
  // A single capital before the stop is an abbreviation: "the U.S."
  (text: string) => !/[.!?…;:,]$/u.test(text) || /(?:^|[\s.])\p{Lu}\.$/u.test(text),
  'ends with a stop',
  'no punctuation at the end: it becomes part of a sentence',
);
const clause = v.pipe(line('a whole clause without the final stop'), noFinalStop);

/** Stands inside a sentence, "according to …". */
const claimant = v.pipe(
  line('who says so, as it stands inside a sentence', 120),
  rule(
    (text: string) => !/^The\s/u.test(text),
    'begins with a capital The',
    'such as the mayor of Kyiv, or Ukrainian officials',
  ),
  rule((text: string) => !/[,;]/u.test(text), 'has a comma in it', 'a claimant without one: the sentence sets its own'),
);

const words = {
  name: v.nullish(line('a noun phrase')),
  clause: v.nullish(clause),
  placeless: v.nullish(clause),
  dateless: v.nullish(v.pipe(line('a wording without a date'), noFinalStop)),
  according: v.nullish(claimant),
  note: v.nullish(paragraph),
};

// What a date is right is judged by the checks, which know the calendar.
const date = v.string('a date in quotes, such as "2022-03-02"');
const dates = v.array(date, 'a list of dates in quotes');

const reference = strict('a source reference such as { source: kyiv-offensive, section: …, paragraph: 3 }', {
  source: id,
  section: v.nullish(line('the heading of a section')),
  paragraph: v.nullish(
    v.pipe(
      v.number('a whole number'),
      rule(
        (n: number) => Number.isInteger(n) && n >= 0,
        'is no paragraph number',
        'a whole number, 0 for front matter',
      ),
    ),
  ),
});

export const eventSchema = strict('an event', {
  id,
  ...words,
  when: v.nullish(date),
  calendar: v.nullish(choice(['gregorian', 'julian', 'unknown'])),
  dates: v.nullish(choice(['event', 'statement', 'observation', 'plan'])),
  where: v.optional(ids),
  storyline: id,
  status: choice(['stated', 'attributed', 'reported', 'disputed']),
  sensitive: v.optional(v.boolean('true or false')),
  partOf: v.nullish(id),
  after: v.optional(ids),
  sameAs: v.optional(ids),
  conflicts: v.optional(dates),
  avoid: v.nullish(
    strict('lists of dates, places, events', {
      dates: v.optional(dates),
      places: v.optional(ids),
      events: v.optional(ids),
    }),
  ),
  ask: v.nullish(v.array(choice(['date', 'place', 'sequence', 'event']), 'a list of date, place, sequence, event')),
  sources: v.pipe(
    v.array(reference, 'a list of at least one source'),
    rule((list: v.InferOutput<typeof reference>[]) => list.length > 0, 'is an empty list', 'at least one source'),
  ),
  translations: v.optional(byLanguage(strict('the words of an event', words))),
});
