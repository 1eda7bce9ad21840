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
const HAPPENED: Record<DateEnd, string> = { whole: 'happened', began: 'began', ended: 'ended' };
/** What a day, a year … marks of something that lasted. */
const MARKED: Record<Exclude<DateEnd, 'whole'>, string> = { began: 'start', ended: 'end' };

const bracket = (text: string | null): string => (text === null ? '' : ` (${text})`);
/** A title that opens a sentence: what follows it is said of it. */
const opening = (title: string | null, rest: string): string =>
  title === null ? capitalise(rest) : `${capitalise(title)}: ${rest}`;

/** The claimant as an insertion. */
const by = (according: string | null): string => (according === null ? '' : `, according to ${according},`);

const before = (according: string | null, question: string): string =>
  capitalise(according === null ? question : `according to ${according}, ${question}`);

/** A clause: what began or ended is said of "this". Every wording names the unit, and they share as few words as they can. */
function askClause({ text, according }: Told, unit: Precision, end: DateEnd, place: string): readonly (() => string)[] {
  const at = AT[unit];
  const date = unit === 'day' ? 'date' : unit;
  const first = (): string => before(according, `${at} which ${unit} did this ${HAPPEN[end]}${place}: ${text}?`);
  if (end !== 'whole') {
    return [
      first,
      () => before(according, `which ${unit} marks the ${MARKED[end]} of this${place}: ${text}?`),
      () => before(according, `what ${unit} was it when this ${HAPPENED[end]}${place}: ${text}?`),
    ];
  }
  return [
    first,
    () => before(according, `what ${unit} was it when ${text}${place}?`),
    () => `Do you know ${at} which ${unit}${by(according)} ${text}${place}?`,
    () => before(according, `which ${date} belongs here${place}: ${text}?`),
    () => `Can you name the ${date} when${by(according)} ${text}${place}?`,
    () => `Could you put a ${date} to this${place}${according === null ? '' : `, according to ${according}`}: ${text}?`,
  ];
}

/** Whether a name can stand inside a sentence: "the fall of Rome", "Caesar's death". Nobody knows whether "Battle of Rome" wants an article. */
const standsInside = (name: string): boolean => /^(?:the|an?)\s|^\p{L}+(?:['’]s|s['’])\s/iu.test(name);
/** A name inside a sentence. */
const inside = (name: string): string => name.replace(/^The(?=\s)/, 'the');

/** A noun phrase is the subject, or what a day, a year … is that of; one that cannot stand inside a sentence follows a colon. */
function askName(told: Told, unit: Precision, end: DateEnd, place: string): readonly (() => string)[] {
  const { according } = told;
  const happen = end === 'whole' ? 'take place' : HAPPEN[end];
  const date = unit === 'day' ? 'date' : unit;
  if (!standsInside(told.text)) {
    const marked = end === 'whole' ? `which ${date} belongs here` : `which ${unit} marks the ${MARKED[end]} of this`;
    return [
      () => before(according, `${AT[unit]} which ${unit} did this ${happen}${place}: ${told.text}?`),
      () => before(according, `${marked}${place}: ${told.text}?`),
      () => before(according, `what ${unit} was it when this ${HAPPENED[end]}${place}: ${told.text}?`),
    ];
  }
  const text = inside(told.text);
  const common = [
    () => before(according, `${AT[unit]} which ${unit} did ${text}${place} ${happen}?`),
    () => before(according, `which ${unit} saw ${text}${place}${end === 'whole' ? '' : ` ${happen}`}?`),
  ];
  if (end !== 'whole') {
    return [...common, () => before(according, `which ${unit} marks the ${MARKED[end]} of ${text}${place}?`)];
  }
  return [
    ...common,
    () => before(according, `what is the ${date} of ${text}${place}?`),
    () => `Do you know the ${date}${by(according)} of ${text}${place}?`,
  ];
}

function askStatement({ text, according }: Told, unit: Precision): readonly (() => string)[] {
  const who = according ?? '';
  return [
    () => `${capitalise(AT[unit])} which ${unit} did ${who} say that ${text}?`,
    () => `What ${unit} was it when ${who} said that ${text}?`,
    () => `Do you know ${AT[unit]} which ${unit} ${who} said that ${text}?`,
    () => `When did ${who} say that ${text}?`,
    () => `Can you name the ${unit} when ${who} said that ${text}?`,
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
  const [superlative, side, edge] = end === 'first' ? ['earliest', 'before', 'start'] : ['latest', 'after', 'end'];
  const of = bracket(title);
  return [
    () => `Which of these ${many} ${was} ${end}${of}?`,
    () => `What came ${end}${of}?`,
    () => opening(title, `which is the ${superlative} here?`),
    () => `Can you spot the ${superlative} ${one}${of}?`,
    () => `One comes ${side} all the others${of}: which?`,
    () => `What would a timeline show at its ${edge}${of}?`,
  ];
}

/** In which order, earliest first: each wording says both. */
function askRow(title: string | null, statements: boolean): readonly (() => string)[] {
  const of = bracket(title);
  return [
    () =>
      `In which order ${statements ? 'were these statements made' : 'did these events happen'}${of}, earliest first?`,
    () => `What is the right sequence${of}, beginning with the oldest?`,
    () => opening(title, 'how does the story run from start to finish?'),
    () => `Can you sort all this by date${of}, from early to late?`,
    () => opening(title, 'which comes before which, if you begin with the earliest?'),
    () => `How do they follow one another${of}, from the earliest on?`,
  ];
}

export const en: Phrases = {
  askDate(told, unit, end, place, variant = 0) {
    if (told.statement) return wording(askStatement(told, unit), variant);
    const ask = told.as === 'clause' ? askClause : askName;
    return wording(ask(told, unit, end, bracket(place)), variant);
  },
  askPlace({ text, according }, on, observed, variant = 0) {
    const claimant = according === null ? '' : ` according to ${according},`;
    return wording(
      [
        () => before(according, `where ${observed ? 'was this the case' : 'did this happen'} ${on}: ${text}?`),
        () => `${capitalise(on)},${claimant} ${text}: where?`,
        () => `Do you know where, ${on},${claimant} ${text}?`,
        () => `Which place is meant: ${on},${claimant} ${text}?`,
        () => `Can you name the place where, ${on},${claimant} ${text}?`,
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
      ({ as, according, text }) =>
        as === 'name' && according === null && standsInside(text) && !/,|\band\b/u.test(text),
    );
    const said = (bound: Told): string => (plain ? inside(bound.text) : `“${en.option(bound)}”`);
    const two = `${said(after)} and ${said(before)}`;
    return wording(
      [
        () => `Which of these ${what} ${was} between ${two}${of}?`,
        () => opening(title, `what came after ${said(after)} but before ${said(before)}?`),
        () => `Between ${two}, what does the timeline show${of}?`,
        () => `Do you know what lies between ${two}${of}?`,
      ],
      variant,
    );
  },
  askEventThen(on, statements, variant = 0) {
    const [many, made] = statements ? ['statements', 'was made'] : ['events', 'took place'];
    return wording(
      [
        () => `Which of these ${many} ${statements ? made : 'happened'} ${on}?`,
        () => `What ${statements ? 'was said' : made} ${on}?`,
        () => `What would a timeline show ${on}?`,
        () => `${capitalise(on)}: can you pick what ${statements ? 'was said' : 'happened'}?`,
        () => `Which answer tells what ${statements ? 'was said' : 'happened'} ${on}?`,
        () => `${capitalise(on)}, which one ${made}?`,
      ],
      variant,
    );
  },
  // No name stands inside a sentence: "the Alps" has an article, and Ivankiv has none.
  askEventThere: (place, variant = 0) =>
    wording(
      [
        () => `Which of these events happened here: ${place}?`,
        () => `${capitalise(place)}: what took place there?`,
        () => `Can you tell which event belongs here: ${place}?`,
        () => `Which answer is about this place: ${place}?`,
        () => `For which of them was this the scene: ${place}?`,
        () => `Beside the name “${place}” on a map, what would you write?`,
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
