import type { Language } from '../../time/language';
import type { Case } from './case';
import { holds, tellingsOf, without } from './words';
import { unless, type Finding } from './violation';

export type ByLanguage<T> = Readonly<Record<Language, T>>;

/**
 * The words asked about are the pack's words for this event, the stem holds them, and what the stem says around them asks
 * what the form asks: a sentence in other words may be right, but it is not proved.
 *
 * @param allowed the pack's words that may stand for the event here
 */
export function checkStem(
  { question, events }: Case,
  allowed: readonly string[],
  asks: ByLanguage<RegExp>,
): readonly Finding[] {
  const text = question.dispatch?.text ?? null;
  if (text === null) return [{ rule: 'wording', detail: 'dispatch.text: nothing is told' }];
  const around = without(question.stem, text);
  return [
    ...unless(allowed.includes(text), 'wording', `“${text}” is not how the pack tells ${events[0].id}`),
    ...unless(holds(question.stem, text), 'wording', `the stem does not say “${text}”`),
    ...unless(question.stem.trim().endsWith('?'), 'wording', 'the stem is no question'),
    ...unless(asks[question.language].test(around), 'wording', `“${around}” does not ask for what the options answer`),
  ];
}

/** What the dateline shows of the place: the event's only one, or nothing. */
export function checkShownPlace({ question, events: [event], evidence }: Case): readonly Finding[] {
  const shown = question.dispatch?.place ?? null;
  if (shown === null) return [];
  const [only, ...more] = event.dates === 'statement' ? [] : evidence.specific(event);
  const name = only === undefined || more.length > 0 ? null : evidence.placeName(only, question.language);
  return unless(shown === name, 'wording', `dispatch.place: ${shown} is not the one place of ${event.id}`);
}

/** The event's words where its place may be read. */
export function toldWords({ question, events: [event], evidence }: Case): readonly string[] {
  return tellingsOf(evidence.pack, event, question.language);
}
