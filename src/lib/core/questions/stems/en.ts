import type { Precision } from '../../time/when';
import { sayUnits } from '../../time/words';
import type { DateEnd } from '../facts';
import { capitalise } from '../text';
import type { Phrases, Told } from './phrases';

const WHICH: Record<Precision, string> = {
  day: 'on which day',
  month: 'in which month',
  season: 'in which season',
  year: 'in which year',
  decade: 'in which decade',
  century: 'in which century',
};

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

function claimed(according: string | null, question: string): string {
  return capitalise(according === null ? question : `according to ${according}, ${question}`);
}

/** What happened then, as feedback to a wrong option: the time first, so that nothing in the event's own words can attach to it. */
function tell(told: Told, then: string): string {
  if (told.statement) return `${then} ${told.according ?? ''} said that ${told.text}`;
  const verb = told.as === 'name' ? ' took place' : '';
  const claimant = told.according === null ? '' : `, according to ${told.according}`;
  return `${then} ${told.text}${verb}${claimant}`;
}

export const en: Phrases = {
  askDate(told, unit, end, place) {
    if (told.statement) return `When did ${told.according ?? ''} say that ${told.text}?`;
    const question =
      told.as === 'clause'
        ? `${WHICH[unit]} did this ${HAPPEN[end]}${bracket(place)}: ${told.text}?`
        : `${WHICH[unit]} did ${told.text}${bracket(place)} ${TAKE_PLACE[end]}?`;
    return claimed(told.according, question);
  },
  askPlace(told, on, observed) {
    return claimed(told.according, `where ${observed ? 'was this the case' : 'did this happen'} ${on}: ${told.text}?`);
  },
  askOrder: (title, statements) =>
    statements
      ? `In which order were these statements${bracket(title)} made, earliest first?`
      : `In which order did these events${bracket(title)} happen, earliest first?`,
  askFirst: (title, statements) =>
    statements
      ? `Which of these statements${bracket(title)} was made first?`
      : `Which of these events${bracket(title)} happened first?`,
  askLast: (title, statements) =>
    statements
      ? `Which of these statements${bracket(title)} was made last?`
      : `Which of these events${bracket(title)} happened last?`,
  askBetween(title, statements, after, before) {
    const asked = statements
      ? `Which of these statements${bracket(title)} was made`
      : `Which of these events${bracket(title)} happened`;
    // A comma or an "and" inside a name would blur where it ends.
    const plain = [after, before].every(
      ({ as, according, text }) => as === 'name' && according === null && !/,|\band\b/u.test(text),
    );
    if (plain) return `${asked} between ${after.text} and ${before.text}?`;
    return `${asked} between these two: “${en.option(after)}” and “${en.option(before)}”?`;
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
  dispatch(place, date, told) {
    const line = [place, date, told.statement || told.according === null ? null : `according to ${told.according}`];
    const text = told.statement ? `${told.according ?? ''} said that ${told.text}` : told.text;
    const head = line.filter((part) => part !== null).join(', ');
    return head === '' ? `${capitalise(text)}.` : `${capitalise(head)}: ${capitalise(text)}.`;
  },
};
