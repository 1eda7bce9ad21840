import type { Precision } from '../../time/when';
import { sayUnits } from '../../time/words';
import type { DateEnd } from '../facts';
import { capitalise } from '../text';
import type { Phrases, Told } from './phrases';
import { wording } from './wordings';

/** Before "which day", "which month" … */
const AT: Record<Precision, string> = { day: 'on', month: 'in', season: 'in', year: 'in', decade: 'in', century: 'in' };

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

/** A clause: what began or ended is said of "this". Every wording names the unit. */
function askClause({ text, according }: Told, unit: Precision, end: DateEnd, place: string): readonly (() => string)[] {
  const acc = by(according);
  const happen = HAPPEN[end];
  const common = [
    () => before(according, `${AT[unit]} which ${unit} did this ${happen}${place}: ${text}?`),
    () => `When${acc === '' ? ',' : acc} to the ${unit}, did this ${happen}${place}: ${text}?`,
  ];
  if (end !== 'whole') {
    return [
      ...common,
      () => `Which ${unit}${acc} saw this ${happen}${place}: ${text}?`,
      () => `The following did ${happen}${acc} ${AT[unit]} which ${unit}${place}: ${text}?`,
    ];
  }
  return [
    ...common,
    () => `What ${unit} was it${acc} when ${text}${place}?`,
    () => `Which ${unit}${acc} saw this event${place}: ${text}?`,
    () => `To which ${unit}${acc} does this belong${place}: ${text}?`,
    () => `The following${acc} dates to which ${unit}${place}: ${text}?`,
    () => `Taken to the ${unit}${acc === '' ? ',' : acc} when was it that ${text}${place}?`,
  ];
}

/** A noun phrase is the subject, or the object of "saw". */
function askName({ text, according }: Told, unit: Precision, end: DateEnd, place: string): readonly (() => string)[] {
  const acc = by(according);
  const takePlace = TAKE_PLACE[end];
  const common = [
    () => before(according, `${AT[unit]} which ${unit} did ${text}${place} ${takePlace}?`),
    () => `When${acc === '' ? ',' : acc} to the ${unit}, did ${text}${place} ${takePlace}?`,
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

/** Which came first, or last, of what is shown. */
function askEnd(
  title: string | null,
  statements: boolean,
  [end, superlative]: readonly [end: string, superlative: string],
): readonly (() => string)[] {
  const [one, many, was] = statements ? ['statement', 'statements', 'was made'] : ['event', 'events', 'happened'];
  const of = bracket(title);
  return [
    () => `Which of these ${many}${of} ${was} ${end}?`,
    () => `What came ${end} here${of}?`,
    () => `Of the ${many} shown${of}, which is the ${superlative}?`,
    () => `Which ${one}${of} stands ${end} in time?`,
    () => `The ${superlative} of them all${of} is which ${one}?`,
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
    const happened = observed ? 'was the case' : 'happened';
    return wording(
      [
        () => before(according, `where ${observed ? 'was this the case' : 'did this happen'} ${on}: ${text}?`),
        () => `Which place${acc} saw this ${on}: ${text}?`,
        () => `At which place${acc} ${observed ? 'was the following seen' : 'did the following occur'} ${on}: ${text}?`,
        () => `The following${acc} ${happened} ${on} in which place: ${text}?`,
        () =>
          `${capitalise(on)}${acc === '' ? ',' : acc} where ${observed ? 'was this so' : 'did this take place'}: ${text}?`,
      ],
      variant,
    );
  },
  askOrder(title, statements, variant = 0) {
    const [these, happen, happened] = statements
      ? ['these statements', 'be made', 'were these made']
      : ['these events', 'happen', 'did these happen'];
    const of = bracket(title);
    return wording(
      [
        () =>
          `In which order ${statements ? `were ${these}${of} made` : `did ${these}${of} ${happen}`}, earliest first?`,
        () => `What is the right order of ${these}${of}, from the earliest on?`,
        () => `Starting with the earliest, how would you put ${these}${of} in order?`,
        () => `Earliest at the top: in what order ${happened}${of}?`,
        () => `How do ${these}${of} follow one another, in order from earliest to latest?`,
      ],
      variant,
    );
  },
  askFirst: (title, statements, variant = 0) => wording(askEnd(title, statements, ['first', 'earliest']), variant),
  askLast: (title, statements, variant = 0) => wording(askEnd(title, statements, ['last', 'latest']), variant),
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
  option(told) {
    if (told.statement) return capitalise(`${told.according ?? ''} said that ${told.text}`);
    return capitalise(told.according === null ? told.text : `${told.text}, according to ${told.according}`);
  },
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
