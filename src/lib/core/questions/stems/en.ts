import type { Precision } from '../../time/when';
import { sayUnits } from '../../time/words';
import type { DateEnd } from '../facts';
import { capitalise } from '../text';
import type { Phrases, Told } from './phrases';
import { wording } from './wordings';

/** Before "which day", "which month" … */
const AT: Record<Precision, string> = { day: 'on', month: 'in', season: 'in', year: 'in', decade: 'in', century: 'in' };

/** What an entry stands under: a day is a date. */
const THEN: Record<Precision, string> = {
  day: 'on that day',
  month: 'in that month',
  season: 'in that season',
  year: 'in that year',
  decade: 'in that decade',
  century: 'in that century',
};

const HAPPEN: Record<DateEnd, string> = { whole: 'happen', began: 'begin', ended: 'end' };
const TAKE_PLACE: Record<DateEnd, string> = { whole: 'take place', began: 'begin', ended: 'end' };
const HAPPENED: Record<DateEnd, string> = { whole: 'happened', began: 'began', ended: 'ended' };

const bracket = (text: string | null): string => (text === null ? '' : ` (${text})`);

/** The claimant as an insertion behind the words that ask. */
const by = (according: string | null): string => (according === null ? '' : `, according to ${according},`);

const before = (according: string | null, question: string): string =>
  capitalise(according === null ? question : `according to ${according}, ${question}`);

/** A clause: what began or ended is said of "this". Every wording names the unit, and they share as few words as they can. */
function askClause({ text, according }: Told, unit: Precision, end: DateEnd, place: string): readonly (() => string)[] {
  const acc = by(according);
  const comma = acc === '' ? ',' : acc;
  const happen = HAPPEN[end];
  const first = (): string => before(according, `${AT[unit]} which ${unit} did this ${happen}${place}: ${text}?`);
  if (end !== 'whole') {
    return [
      first,
      () => `When${comma} to the nearest ${unit}, did it ${happen}${place}: ${text}?`,
      () => `What ${unit}${acc} saw the following ${happen}${place}: ${text}?`,
    ];
  }
  return [
    first,
    () => `What ${unit} was it${acc} when ${text}${place}?`,
    () => `When${comma} to the nearest ${unit}, did it come about that ${text}${place}?`,
    () => `Which ${unit}${acc} saw this event${place}: ${text}?`,
  ];
}

/** A noun phrase is the subject, or the object of "saw". */
function askName({ text, according }: Told, unit: Precision, end: DateEnd, place: string): readonly (() => string)[] {
  const acc = by(according);
  const takePlace = TAKE_PLACE[end];
  const common = [
    () => before(according, `${AT[unit]} which ${unit} did ${text}${place} ${takePlace}?`),
    () => `When${acc === '' ? ',' : acc} to the nearest ${unit}, did ${text}${place} ${takePlace}?`,
    () => `What ${unit}${acc} did ${text}${place} ${takePlace}?`,
    () => `Which ${unit}${acc} saw ${text}${place}${end === 'whole' ? '' : ` ${takePlace}`}?`,
  ];
  if (end !== 'whole') return common;
  return [...common, () => `To which ${unit}${acc} does ${text}${place} belong?`];
}

function askStatement({ text, according }: Told, unit: Precision): readonly (() => string)[] {
  const who = according ?? '';
  return [
    () => `When did ${who} say that ${text}?`,
    () => `${capitalise(AT[unit])} which ${unit} did ${who} say that ${text}?`,
    () => `What ${unit} was it when ${who} said that ${text}?`,
    () => `Which ${unit} heard ${who} say that ${text}?`,
  ];
}

/** What happened then, as feedback to a wrong option: the time first, so that nothing in the event's own words can attach to it. */
function tell(told: Told, then: string): string {
  if (told.statement) return `${then} ${told.according ?? ''} said that ${told.text}`;
  const verb = told.as === 'name' ? ' took place' : '';
  const claimant = told.according === null ? '' : `, according to ${told.according}`;
  return `${then} ${told.text}${verb}${claimant}`;
}

/** Which came first, or last, of what is shown. The title is all that tells one such stem from another. */
function askEnd(title: string | null, statements: boolean, end: 'first' | 'last'): readonly (() => string)[] {
  const [one, many, was] = statements ? ['statement', 'statements', 'was made'] : ['event', 'events', 'happened'];
  const superlative = end === 'first' ? 'earliest' : 'latest';
  const of = bracket(title);
  return [
    () => `Which of these ${many}${of} ${was} ${end}?`,
    () => `What came ${end} here${of}?`,
    () => `The ${superlative} ${one} among all shown${of}: which is it?`,
  ];
}

/** In which order, earliest first: each wording says both. */
function askRow(title: string | null, statements: boolean): readonly (() => string)[] {
  const of = bracket(title);
  return [
    () =>
      statements
        ? `In which order were these statements${of} made, earliest first?`
        : `In which order did these events${of} happen, earliest first?`,
    () => `What is the correct sequence here${of}, beginning with the oldest?`,
    () => `How would a timeline${of} show all this from first to last?`,
  ];
}

export const en: Phrases = {
  askDate(told, unit, end, place, variant = 0) {
    if (told.statement) return wording(askStatement(told, unit), variant);
    const ask = told.as === 'clause' ? askClause : askName;
    return wording(ask(told, unit, end, bracket(place)), variant);
  },
  askPlace({ text, according }, on, observed, variant = 0) {
    const acc = by(according);
    const comma = acc === '' ? ',' : acc;
    return wording(
      [
        () => before(according, `where ${observed ? 'was this the case' : 'did this happen'} ${on}: ${text}?`),
        () => `Which place${comma} ${on}, saw what follows: ${text}?`,
        () => `${capitalise(on)}${comma} where was it that ${text}?`,
      ],
      variant,
    );
  },
  askOrder: (title, statements, variant = 0) => wording(askRow(title, statements), variant),
  askFirst: (title, statements, variant = 0) => wording(askEnd(title, statements, 'first'), variant),
  askLast: (title, statements, variant = 0) => wording(askEnd(title, statements, 'last'), variant),
  askBetween(title, statements, after, before, variant = 0) {
    const [what, was] = statements ? ['statements', 'was made'] : ['events', 'happened'];
    const of = bracket(title);
    // A comma or an "and" inside a name would blur where it ends.
    const plain = [after, before].every(
      ({ as, according, text }) => as === 'name' && according === null && !/,|\band\b/u.test(text),
    );
    const two = plain ? `${after.text} and ${before.text}` : `“${en.option(after)}” and “${en.option(before)}”`;
    const these = plain ? two : `these two: ${two}`;
    return wording(
      [
        () => `Which of these ${what}${of} ${was} between ${these}?`,
        () => `Between ${two}, which of these ${what}${of} ${was}?`,
        () => `What${of} ${was} between ${these}?`,
      ],
      variant,
    );
  },
  askEventThen(on, statements, variant = 0) {
    const [what, happened] = statements ? ['statements', 'was made'] : ['events', 'happened'];
    return wording(
      [
        () => `Which of these ${what} ${happened} ${on}?`,
        () => `What, out of all that is listed below, ${statements ? 'was said' : 'took place'} ${on}?`,
      ],
      variant,
    );
  },
  askEventThere: (place, variant = 0) =>
    wording(
      [
        () => `Which of these events happened here: ${place}?`,
        () => `What, out of all that is listed below, belongs to ${place}?`,
      ],
      variant,
    ),
  option(told) {
    if (told.statement) return capitalise(`${told.according ?? ''} said that ${told.text}`);
    return capitalise(told.according === null ? told.text : `${told.text}, according to ${told.according}`);
  },
  optionThen: (told, date) => `${en.option(told)} (${date})`,
  happenedThen: (told, unit) => tell(told, THEN[unit]),
  offBy(units, unit, end) {
    return `${sayUnits(Math.abs(units), unit, 'en')} ${units < 0 ? 'before' : 'after'} it ${HAPPENED[end]}`;
  },
  happenedThere: tell,
  nothingThere: 'nothing in this pack is dated to that time there',
  dated: (on) => (on === null ? 'another of these came before it' : `it happened ${on}`),
  datedEarlier: (on) => (on === null ? 'another of these came after it' : `it happened ${on}`),
  datedOutside: (on) => (on === null ? 'it did not happen between the two' : `it happened ${on}`),
  datedThen: (on) => `that was ${on}`,
  wasElsewhere: (place) => (place === null ? 'that happened elsewhere' : `that happened elsewhere: ${place}`),
  dispatch(place, date, told) {
    const line = [place, date, told.statement || told.according === null ? null : `according to ${told.according}`];
    const text = told.statement ? `${told.according ?? ''} said that ${told.text}` : told.text;
    const head = line.filter((part) => part !== null).join(', ');
    return head === '' ? `${capitalise(text)}.` : `${capitalise(head)}: ${capitalise(text)}.`;
  },
};
