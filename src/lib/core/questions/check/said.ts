import type { PackEvent } from '../../packs/pack';
import { parseDate } from '../../time/parse-date';
import { spanOfDate } from '../../time/read-span';
import { mayTouch } from '../../time/span';
import { sayWhen } from '../../time/words';
import type { Language } from '../../time/language';
import type { Case } from './case';
import type { Evidence } from './evidence';
import type { ClaimedOption } from './shape';
import { timesOf } from './shown-time';
import { unless, type Finding } from './violation';
import { apart, strayWord } from './vocabulary';
import { holds, wordsOf } from './words';

/**
 * Whatever a question says is the pack's, or the sentence's own: nothing is added to what is asked, to the explanation, or to the reasons
 * why options are wrong, and a reason that tells of an event tells the truth of it.
 */
export function checkSaid(subject: Case): readonly Finding[] {
  const { question, events, bounds, distractors } = subject;
  const shown = [...events, ...bounds];
  const own = shown.flatMap((event) => packWords(subject, event));
  const stray = (where: string, text: string, words: readonly string[]): readonly Finding[] => {
    const word = strayWord(text, words, question.language);
    return unless(word === null, 'wording', `${where}: “${word ?? ''}” is neither the pack's word nor one to ask with`);
  };
  return [
    ...stray('stem', question.stem, [...own, ...titles(subject)]),
    ...stray('explanation', question.explanation, own),
    ...distractors.flatMap((option) => {
      const told = toldIn(subject, option.why);
      const about = [...told, ...optionEvents(subject, option)];
      return [
        ...stray(`options.${option.id}.why`, option.why, [...own, ...about.flatMap((event) => packWords(subject, event))]),
        ...unless(told.length === 0 || told.some((event) => isReason(subject, option, event)), 'O8', `options.${option.id}.why: no such event was then or there`),
      ];
    }),
  ]; // prettier-ignore
}

const kept = new WeakMap<Evidence, Map<string, readonly string[]>>();

/** All words that the pack has for an event, each phrase set apart: they are read for every question that shows it. */
function packWords({ question: { language }, evidence }: Case, event: PackEvent): readonly string[] {
  const known = kept.get(evidence) ?? new Map<string, readonly string[]>();
  kept.set(evidence, known);
  const key = `${language} ${event.id}`;
  let words = known.get(key);
  if (words === undefined) {
    words = phrasesOf(evidence, event, language)
      .map(apart)
      .filter((phrase) => phrase !== '');
    known.set(key, words);
  }
  return words;
}

/** How an event is told, where, when, by whom, and its note. */
function phrasesOf(evidence: Evidence, event: PackEvent, language: Language): readonly string[] {
  const { name, clause, dateless, placeless, according, note } = wordsOf(evidence.pack, event, language);
  const places = event.where.map((id) => evidence.placeName(id, language));
  const times = timesOf(event, language).flatMap(({ said }) => said);
  const when = event.when === null ? [] : [sayWhen(event.when, language)];
  return [name, clause, dateless, placeless, according, note, ...places, ...times, ...when].filter((words) => words != null); // prettier-ignore
}

function titles({ question: { language }, evidence, events }: Case): readonly string[] {
  const lines = evidence.pack.storylines.filter(({ id }) => events.some(({ storyline }) => storyline === id));
  return lines.flatMap(({ title, translations }) => [title, translations[language]?.title ?? title]).map(apart);
}

function optionEvents({ question: { kind }, evidence }: Case, { value }: ClaimedOption): readonly PackEvent[] {
  const event = kind === 'event' || kind === 'sequence' ? evidence.events.get(value) : undefined;
  return event === undefined ? [] : [event];
}

/** Words that may stand before an event in a reason: "from 7 December 1939 to 8 January 1940". */
const MOST_BEFORE = 14;

/** The events that a reason tells of: it ends with their words, but for a verb and the claimant. */
function toldIn({ question: { language }, evidence }: Case, why: string): readonly PackEvent[] {
  const bare = why.replace(/, according to .+$| \(джерело: .+\)$/u, '').replace(/ took place$/u, '');
  const ends = [...new Set([why, bare])].map((text) => text.split(' '));
  for (let from = 0; from <= MOST_BEFORE; from++) {
    for (const words of ends) {
      const found = evidence.toldAs(words.slice(from).join(' '), 'told', language);
      if (found.length > 0) return found;
    }
  }
  return [];
}

/** Whether an event shows what it is told for: it was at the time that is offered, or at the place that is, when the reason says. */
function isReason({ question, events: [event], evidence }: Case, option: ClaimedOption, told: PackEvent): boolean {
  const { when } = told;
  if (question.kind === 'place') {
    const isThere = told.where.some((id) => id === option.value || evidence.related(id, option.value));
    return isThere && timesOf(told, question.language).some(({ said }) => said.some((each) => holds(option.why, each)));
  }
  if (question.kind !== 'date' || when === null) return false;
  const calendar = event.when?.calendar ?? event.calendar;
  const date = parseDate(option.value, calendar);
  return date.ok && mayTouch(when.span, spanOfDate(date.value, calendar));
}
