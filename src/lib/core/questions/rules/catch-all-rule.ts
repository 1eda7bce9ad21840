import type { Language, Question } from '../question';
import { remembered, type ByLanguage } from '../text';
import type { Rule } from './rule';

/** Options that stand for other options: all that they say, or somewhere in them; the latter is looked for only where they hold what is quickly found. */
const CATCH_ALL: ByLanguage<{ readonly whole: RegExp; readonly within: RegExp; readonly holding: RegExp }> = {
  en: {
    whole: /^(?:all|none|any|both|neither)(?: of (?:them|these|those))?$/iu,
    within:
      /\b(?:all|none|any|both|neither) of (?:the|these|those|them)\b.*\b(?:above|below|others?|options|answers)\b/iu,
    holding: /above|below|other|option|answer/iu,
  },
  uk: {
    whole: /^(?:усі|всі|жодне|жодна|жоден|обидва|обидві)$/iu,
    within:
      /(?<!\p{L})(?:усі|всі|жодн\p{L}*|будь-як\p{L}*|обидв\p{L}*)\s+(?:із?|зі?|з)?\s*(?:наведен\p{L}*|перелічен\p{L}*|відповід\p{L}*|варіант\p{L}*)/iu,
    holding: /(?:)/u,
  },
};

/** Whether an option stands for other options. */
export function isCatchAll(text: string, language: Language): boolean {
  const { whole, within, holding } = CATCH_ALL[language];
  return whole.test(text) || (holding.test(text) && within.test(text));
}

/** Words that turn a question round. */
const NEGATIVE: ByLanguage<RegExp> = {
  en: /\b(?:not|never|except|excluding|neither|nor|no)\b|n['’]t\b/iu,
  uk: /(?<!\p{L})(?:не|ні|ані|крім|окрім|жодн\p{L}*)(?!\p{L})/iu,
};

/** Of a stem without the event's words its template is left, which is one of a few. */
const negativeIn: ByLanguage<(text: string) => string | null> = {
  en: remembered((text) => NEGATIVE.en.exec(text)?.[0] ?? null),
  uk: remembered((text) => NEGATIVE.uk.exec(text)?.[0] ?? null),
};

/** O6: no "all" or "none of the above", no negative stem. What the pack's own words deny is the event's business, not the question's. */
export const O6: Rule = {
  id: 'O6',
  title: 'no “all / none of the above”, no negative stem',
  applies: () => true,
  violations({ context, question }) {
    const { language } = context;
    const found = question.options
      .filter(({ text }) => isCatchAll(text, language))
      .map(({ text }) => `“${text}” stands for other options`);
    const word = negativeIn[language](ownWords(question));
    return word === null ? found : [...found, `“${word}” in “${question.stem}”`];
  },
};

/** The stem without what the pack says: the event's text, quotations, and what stands in brackets. */
function ownWords({ stem, dispatch, according, bounds }: Question): string {
  const given = [dispatch?.text, dispatch?.place, according].filter((words) => words != null);
  const rest = given
    .reduce((text, words) => text.replace(words, '…'), stem)
    .replace(/“[^”]*”|„[^“]*“|«[^»]*»|\([^)]*\)/gu, '…');
  // Bare names of bounds stand between "between" (or "after") and the end.
  return bounds === undefined ? rest : rest.replace(/\b(?:between|after)\b.*|(?<!\p{L})між(?!\p{L}).*/iu, '…');
}
