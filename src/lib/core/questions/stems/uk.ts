import type { Precision } from '../../time/when';
import { sayUnits } from '../../time/words';
import type { DateEnd } from '../facts';
import { capitalise } from '../text';
import type { Phrases, Told } from './phrases';

const WHICH: Record<Precision, string> = {
  day: 'якого дня',
  month: 'якого місяця',
  season: 'якої пори року',
  year: 'якого року',
  decade: 'якого десятиліття',
  century: 'якого століття',
};

const THEN: Record<Precision, string> = {
  day: 'того дня',
  month: 'того місяця',
  season: 'тієї пори року',
  year: 'того року',
  decade: 'того десятиліття',
  century: 'того століття',
};

const HAPPENED: Record<DateEnd, string> = { whole: 'сталося', began: 'почалося', ended: 'завершилося' };

const bracket = (text: string | null): string => (text === null ? '' : ` (${text})`);
/** The claimant in the nominative, in brackets: no case or number to agree with. */
const source = (according: string | null): string => (according === null ? '' : ` (джерело: ${according})`);

function tell(told: Told, then: string): string {
  if (told.statement) return `${then} було заявлено${source(told.according)}, що ${told.text}`;
  const claimant = source(told.according);
  return told.as === 'clause' ? `${then} ${told.text}${claimant}` : `${then} – ${told.text}${claimant}`;
}

export const uk: Phrases = {
  askDate(told, unit, end, place) {
    if (told.statement) return `Коли було заявлено${source(told.according)}, що ${told.text}?`;
    const claimant = told.according === null ? '' : `, як повідомляє джерело (${told.according}),`;
    return capitalise(`${WHICH[unit]}${claimant} це ${HAPPENED[end]}${bracket(place)}: ${told.text}?`);
  },
  askPlace(told, on, observed) {
    const claimant = told.according === null ? '' : `, як повідомляє джерело (${told.according}),`;
    return `Де${claimant} це ${observed ? 'спостерігали' : 'сталося'} ${on}: ${told.text}?`;
  },
  askOrder: (title, statements) =>
    statements
      ? `У якому порядку пролунали ці заяви${bracket(title)}, від найранішої?`
      : `У якому порядку сталися ці події${bracket(title)}, від найранішої?`,
  askFirst: (title, statements) =>
    statements
      ? `Яка з цих заяв${bracket(title)} пролунала першою?`
      : `Яка з цих подій${bracket(title)} сталася першою?`,
  askLast: (title, statements) =>
    statements
      ? `Яка з цих заяв${bracket(title)} пролунала останньою?`
      : `Яка з цих подій${bracket(title)} сталася останньою?`,
  askBetween(title, statements, after, before) {
    const asked = statements ? `Яка з цих заяв${bracket(title)} пролунала` : `Яка з цих подій${bracket(title)} сталася`;
    return `${asked} між такими двома: «${uk.option(after)}» і «${uk.option(before)}»?`;
  },
  option(told) {
    if (told.statement) return `Заява${bracket(told.according)}: ${told.text}`;
    return capitalise(`${told.text}${source(told.according)}`);
  },
  happenedThen: (told, unit) => tell(told, THEN[unit]),
  offBy(units, unit) {
    // "пора року" alone is feminine and would have to be inflected after "на".
    if (unit === 'season') return `${units < 0 ? 'раніша' : 'пізніша'} пора року`;
    return `на ${sayUnits(Math.abs(units), unit, 'uk')} ${units < 0 ? 'раніше' : 'пізніше'}`;
  },
  happenedThere: tell,
  nothingThere: 'у цьому наборі там на той час нічого не датовано',
  dated: (on) => (on === null ? 'інша з цих подій була раніше' : `це сталося ${on}`),
  datedEarlier: (on) => (on === null ? 'інша з цих подій була пізніше' : `це сталося ${on}`),
  datedOutside: (on) => (on === null ? 'це сталося не між цими двома' : `це сталося ${on}`),
  dispatch(place, date, told) {
    const head = [place, date].filter((part) => part !== null).join(', ');
    const text = told.statement
      ? `заява${bracket(told.according)}: ${told.text}`
      : `${told.text}${source(told.according)}`;
    return head === '' ? `${capitalise(text)}.` : `${capitalise(head)}: ${capitalise(text)}.`;
  },
};
