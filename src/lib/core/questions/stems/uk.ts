import type { Precision } from '../../time/when';
import { sayUnits } from '../../time/words';
import type { DateEnd } from '../facts';
import { capitalise } from '../text';
import type { Phrases, Told } from './phrases';
import { wording } from './wordings';

const WHICH: Record<Precision, string> = {
  day: 'якого дня',
  month: 'якого місяця',
  season: 'якої пори року',
  year: 'якого року',
  decade: 'якого десятиліття',
  century: 'якого століття',
};

/** The genitive, after "до" and "якого". */
const OF: Record<Precision, string> = {
  day: 'дня',
  month: 'місяця',
  season: 'пори року',
  year: 'року',
  decade: 'десятиліття',
  century: 'століття',
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

/** The claimant as an insertion behind the words that ask: in the nominative, in brackets. */
const by = (according: string | null): string => (according === null ? '' : `, як повідомляє джерело (${according}),`);

/** A clause or a noun phrase after a colon: nothing has to agree with it. Every wording names the unit. */
function askEvent({ text, according }: Told, unit: Precision, end: DateEnd, place: string): readonly (() => string)[] {
  const claimant = by(according);
  const happened = HAPPENED[end];
  const which = WHICH[unit];
  const another = which.replace('якого', 'котрого').replace('якої', 'котрої');
  const common = [
    () => capitalise(`${which}${claimant} це ${happened}${place}: ${text}?`),
    () => `Коли${claimant === '' ? ',' : claimant} з точністю до ${OF[unit]}, ${happened} таке${place}: ${text}?`,
    () => capitalise(`${another}${claimant} ${end === 'whole' ? 'відбулося' : happened} ось що${place}: ${text}?`),
  ];
  if (end !== 'whole') return common;
  return [...common, () => `До ${which}${claimant} належить ця подія${place}: ${text}?`];
}

function askStatement({ text, according }: Told, unit: Precision): readonly (() => string)[] {
  return [
    () => `Коли було заявлено${source(according)}, що ${text}?`,
    () => capitalise(`${WHICH[unit]} пролунала заява${source(according)}, що ${text}?`),
    () => `До ${WHICH[unit]} належить заява${source(according)}, що ${text}?`,
  ];
}

/** Which came first, or last, of what is shown. The title is all that tells one such stem from another. */
function askEnd(title: string | null, statements: boolean, end: 'first' | 'last'): readonly (() => string)[] {
  const [of, came, one] = statements ? ['заяв', 'пролунала', 'заява'] : ['подій', 'сталася', 'подія'];
  const [instrumental, superlative, adverb] =
    end === 'first' ? ['першою', 'найраніша', 'найраніше'] : ['останньою', 'найпізніша', 'найпізніше'];
  const line = bracket(title);
  return [
    () => `Яка з цих ${of}${line} ${came} ${instrumental}?`,
    () => `Котра ${one}${line} тут ${superlative}?`,
    () => `Що з наведеного${line} було ${adverb}?`,
  ];
}

/** In which order, earliest first: each wording says both. */
function askRow(title: string | null, statements: boolean): readonly (() => string)[] {
  const [these, came] = statements ? ['ці заяви', 'пролунали'] : ['ці події', 'сталися'];
  const line = bracket(title);
  return [
    () => `У якому порядку ${came} ${these}${line}, від найранішої?`,
    () => `Якою буде правильна послідовність${line}, якщо почати з найдавнішого?`,
  ];
}

export const uk: Phrases = {
  askDate(told, unit, end, place, variant = 0) {
    const ask = told.statement ? askStatement(told, unit) : askEvent(told, unit, end, bracket(place));
    return wording(ask, variant);
  },
  askPlace({ text, according }, on, observed, variant = 0) {
    const claimant = by(according);
    return wording(
      [
        () => `Де${claimant} це ${observed ? 'спостерігали' : 'сталося'} ${on}: ${text}?`,
        () => `У якому місці${claimant} ${observed ? 'було так' : 'відбулося таке'} ${on}: ${text}?`,
      ],
      variant,
    );
  },
  askOrder: (title, statements, variant = 0) => wording(askRow(title, statements), variant),
  askFirst: (title, statements, variant = 0) => wording(askEnd(title, statements, 'first'), variant),
  askLast: (title, statements, variant = 0) => wording(askEnd(title, statements, 'last'), variant),
  askBetween(title, statements, after, before, variant = 0) {
    const [of, came] = statements ? ['заяв', 'пролунала'] : ['подій', 'сталася'];
    const two = `«${uk.option(after)}» і «${uk.option(before)}»`;
    const line = bracket(title);
    return wording(
      [
        () => `Яка з цих ${of}${line} ${came} між такими двома: ${two}?`,
        () => `Між ${two} – що з наведеного${line} сталося?`,
        () => `Що${line} відбулося між цими: ${two}?`,
      ],
      variant,
    );
  },
  askEventThen(on, statements, variant = 0) {
    const [of, came] = statements ? ['заяв', 'пролунала'] : ['подій', 'сталася'];
    return wording([() => `Яка з цих ${of} ${came} ${on}?`, () => `Що з наведеного нижче було ${on}?`], variant);
  },
  askEventThere: (place, variant = 0) =>
    wording(
      [
        () => `Яка з цих подій сталася тут: ${place}?`,
        () => `Що з наведеного нижче відбулося в такому місці: ${place}?`,
        () => `Котра відповідь – про це місце: ${place}?`,
      ],
      variant,
    ),
  option(told) {
    if (told.statement) return `Заява${bracket(told.according)}: ${told.text}`;
    return capitalise(`${told.text}${source(told.according)}`);
  },
  optionThen: (told, date) => `${uk.option(told)} (${date})`,
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
  datedThen: (on) => `це було ${on}`,
  wasElsewhere: (place) => (place === null ? 'це сталося в іншому місці' : `це сталося в іншому місці: ${place}`),
  dispatch(place, date, told) {
    const head = [place, date].filter((part) => part !== null).join(', ');
    const text = told.statement
      ? `заява${bracket(told.according)}: ${told.text}`
      : `${told.text}${source(told.according)}`;
    return head === '' ? `${capitalise(text)}.` : `${capitalise(head)}: ${capitalise(text)}.`;
  },
};
