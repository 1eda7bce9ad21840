import { sayDate, sayOn, sayWhen } from '../time/words';
import { coarsen } from '../time/date-part';
import { spanOfDate } from '../time/read-span';
import { joined, type Span } from '../time/span';
import type { DatePart } from '../time/when';
import type { PackEvent } from '../packs/pack';
import { perEvent, type Context } from './context';
import type { Objection } from './eligibility';
import { calendarWordIn } from './calendar-words';
import { pointerIn } from './leaks';
import type { Language } from './question';
import { PHRASES, type Phrases, type Told } from './stems/phrases';
import { countWords } from './text';

/** Most words a stem may have (rule S3). */
export const MOST_STEM_WORDS = 27;

/** The sentences of the context's language. */
export function phrasesOf(context: Context): Phrases {
  return PHRASES[context.language];
}

const told = perEvent(tell);

/** The ways to tell an event, best first; empty where its language lacks the words (or the claimant). */
export function tellings(context: Context, event: PackEvent): readonly Told[] {
  return told(context, event);
}

function tell(context: Context, event: PackEvent): readonly Told[] {
  const words = context.spoken(event);
  const statement = event.dates === 'statement';
  if (event.according !== null && words.according === null) return [];
  const { according } = words;
  const ways: Told[] = [];
  if (words.dateless !== null) ways.push({ text: words.dateless, as: 'clause', according, statement });
  if (words.clause !== null) ways.push({ text: words.clause, as: 'clause', according, statement });
  // What somebody said is a clause after "that": a noun phrase cannot stand there.
  if (words.name !== null && !statement) ways.push({ text: words.name, as: 'name', according, statement });
  return ways;
}

/** How the event is told where its date may be read: explanations and reasons. */
export const plainTelling = perEvent((context, event): Told | null => {
  const ways = tellings(context, event);
  const { clause } = context.spoken(event);
  return ways.find((one) => one.text === clause) ?? ways[0] ?? null;
});

/** What is wrong with a wording for a stem, if anything: its own leak, a pointer to nowhere, or too many words. */
export type Flaw = (told: Told) => Objection | null;

/** The first telling without a flaw, or the reason why there is none. */
export function chooseTelling(context: Context, event: PackEvent, flaw: Flaw): Told | Objection {
  let first: Objection | null = null;
  for (const way of tellings(context, event)) {
    const found = flaw(way) ?? pointsNowhere(way.text, context.language);
    if (found === null) return way;
    first ??= found;
  }
  return first ?? noWording(context.language);
}

export function isTold(result: Told | Objection): result is Told {
  return 'text' in result;
}

/** All that is read of a telling, its claimant too: "according to the mayor of Birk" gives Birk away as well as any clause. */
export function wordsRead({ text, according }: Told): string {
  return according === null ? text : `${text} ${according}`;
}

/** Refusal for words that the pack does not have in a language. */
export function noWording(language: Language): Objection {
  return { reason: 'no-wording', detail: `no wording in ${language}` };
}

/** Rule L1 for a wording. */
export function datesItself(text: string, language: Language): Objection | null {
  const word = calendarWordIn(text, language);
  return word === null ? null : { reason: 'leak', detail: `“${word}” tells when it happened` };
}

/** Rule S2 for a wording. */
export function pointsNowhere(text: string, language: Language): Objection | null {
  const word = pointerIn(text, language);
  return word === null ? null : { reason: 'no-wording', detail: `“${word}” points to nothing in the question` };
}

/** Rule S3 for a stem. */
export function tooLong(stem: string): Objection | null {
  const words = countWords(stem);
  return words <= MOST_STEM_WORDS
    ? null
    : {
        reason: 'no-wording',
        detail: `the stem would have ${String(words)} words; at most ${String(MOST_STEM_WORDS)} are read easily`,
      };
}

/** A date as it may be shown beside a question: its days, as a dateline and as an adverbial. */
export interface ShownDate {
  readonly span: Span;
  readonly label: string;
  readonly on: string;
}

const dates = perEvent(sayShownDate);

/** The event's date where it is certain and may be shown; null where it is unknown, bounded or approximate. */
export function shownDate(context: Context, event: PackEvent): ShownDate | null {
  return dates(context, event);
}

function sayShownDate(context: Context, event: PackEvent): ShownDate | null {
  const { when } = event;
  if (when === null || when.approximate || when.uncertain) return null;
  const { language } = context;
  if (when.form.kind === 'interval') {
    const said = sayWhen(when, language);
    return { span: when.span, label: said, on: said };
  }
  if (when.form.kind !== 'date') return null;
  const part = showable(when.form.date, when.calendar === 'unknown');
  // In its other reading the day may lie in the month before or after: what was then is no false answer either.
  const span = joined(spanOfDate(part, when.calendar), when.span);
  return { span, label: sayDate(part, language), on: sayOn(part, language) };
}

/** The event's date as it may stand in an explanation and in feedback: also one that is only known about. Null where it has none. */
export function toldDate(context: Context, event: PackEvent): { readonly label: string; readonly on: string } | null {
  const shown = shownDate(context, event);
  if (shown !== null || event.when === null) return shown;
  const said = sayWhen(event.when, context.language);
  return { label: said, on: said };
}

/** A day whose calendar is not known is shown as its month (rule K5): true in either reading, as chronicles name it. */
function showable(part: DatePart, calendarUnknown: boolean): DatePart {
  return calendarUnknown && part.precision === 'day' ? coarsen(part, 'month') : part;
}

/** The one place an event certainly happened at, in words; null for none, several, or a statement, whose place is not told. */
export function shownPlace(context: Context, event: PackEvent): { readonly id: string; readonly name: string } | null {
  if (event.dates === 'statement') return null;
  const [id, ...more] = context.index.mostSpecificPlaces(event);
  if (id === undefined || more.length > 0) return null;
  const name = context.placeName(id);
  return name === null ? null : { id, name };
}
