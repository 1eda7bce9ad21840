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

/** The accusative, after "назвати". */
const NAMED: Record<Precision, string> = {
  day: 'день',
  month: 'місяць',
  season: 'пору року',
  year: 'рік',
  decade: 'десятиліття',
  century: 'століття',
};

/** The instrumental, before "датують". */
const BY: Record<Precision, string> = {
  day: 'яким днем',
  month: 'яким місяцем',
  season: 'якою порою року',
  year: 'яким роком',
  decade: 'яким десятиліттям',
  century: 'яким століттям',
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

/** Quotation marks, other ones where the text has some of its own. */
const quoted = (text: string): string => (text.includes('«') ? `„${text}“` : `«${text}»`);

/** A title that opens a sentence: what follows it is said of it. */
const opening = (title: string | null, rest: string): string =>
  title === null ? capitalise(rest) : `${capitalise(title)}: ${rest}`;

/** A clause stands as it is behind "якого дня"; a noun phrase after a colon, where nothing has to agree with it. Every wording names the unit. */
function askEvent(
  { text, according, as }: Told,
  unit: Precision,
  end: DateEnd,
  place: string,
): readonly (() => string)[] {
  const claimant = by(according);
  const which = WHICH[unit];
  const common = [
    () => capitalise(`${which}${claimant} це ${HAPPENED[end]}${place}: ${text}?`),
    () => capitalise(`${BY[unit]}${claimant} датують ${end === 'whole' ? 'цю подію' : DATED[end]}${place}: ${text}?`),
  ];
  if (end !== 'whole') {
    return [...common, () => `Чи знаєте ви, ${which}${claimant} це ${HAPPENED[end]}${place}: ${text}?`];
  }
  if (as === 'name')
    return [...common, () => `Чи можете назвати ${NAMED[unit]}${claimant} цієї події${place}: ${text}?`];
  return [
    ...common,
    () => `Коли саме, ${which}${claimant === '' ? ',' : claimant} ${text}${place}?`,
    () => `Чи знаєте ви, ${which}${claimant} ${text}${place}?`,
    () => `Чи можете назвати ${NAMED[unit]}, коли${claimant} ${text}${place}?`,
  ];
}

/** What is dated where something lasted. */
const DATED: Record<Exclude<DateEnd, 'whole'>, string> = { began: 'початок', ended: 'завершення' };

function askStatement({ text, according }: Told, unit: Precision): readonly (() => string)[] {
  return [
    () => `Коли було заявлено${source(according)}, що ${text}?`,
    () => capitalise(`${WHICH[unit]} було заявлено${source(according)}, що ${text}?`),
    () => `Чи знаєте ви, ${WHICH[unit]} пролунала заява${source(according)}, що ${text}?`,
    () => capitalise(`${BY[unit]} датують заяву${source(according)}, що ${text}?`),
    () => `Чи можете назвати ${NAMED[unit]}, коли заявили${source(according)}, що ${text}?`,
  ];
}

/** Which came first, or last, of what is shown. The title is all that tells one such stem from another. */
function askEnd(title: string | null, statements: boolean, end: 'first' | 'last'): readonly (() => string)[] {
  const [of, came, one] = statements ? ['заяв', 'пролунала', 'заява'] : ['подій', 'сталася', 'подія'];
  const [instrumental, superlative, adverb, side] =
    end === 'first'
      ? ['першою', 'найраніша', 'найраніше', 'перед усіма іншими']
      : ['останньою', 'найпізніша', 'найпізніше', 'після всіх інших'];
  const line = bracket(title);
  return [
    () => `Яка з цих ${of} ${came} ${instrumental}${line}?`,
    () => `Що було ${adverb}${line}?`,
    () => opening(title, `котра ${one} тут ${superlative}?`),
    () => `Чи бачите, ${end === 'first' ? 'з чого тут усе почалося' : 'чим тут усе завершилося'}${line}?`,
    () => `Одну з них слід поставити ${side}${line}: котру?`,
  ];
}

/** In which order, earliest first: each wording says both. */
function askRow(title: string | null, statements: boolean): readonly (() => string)[] {
  const [these, came] = statements ? ['ці заяви', 'пролунали'] : ['ці події', 'сталися'];
  const line = bracket(title);
  return [
    () => `У якому порядку ${came} ${these}${line}, від найранішої?`,
    () => `Якою є правильна послідовність${line}, якщо почати з найдавнішого?`,
    () => opening(title, 'як усе розгорталося від початку до кінця?'),
    () => `Чи можете впорядкувати це за часом${line}, від давнішого до новішого?`,
    () => opening(title, 'що йде за чим, коли на початку найраніше?'),
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
        () => capitalise(`${on}${claimant} ${text}: де саме?`),
        () => `Чи знаєте ви, де ${on}${claimant} ${text}?`,
        () => `Яке місце мають на увазі: ${on}${claimant} ${text}?`,
        () => `Чи можете назвати місце, де ${on}${claimant} ${text}?`,
      ],
      variant,
    );
  },
  askOrder: (title, statements, variant = 0) => wording(askRow(title, statements), variant),
  askFirst: (title, statements, variant = 0) => wording(askEnd(title, statements, 'first'), variant),
  askLast: (title, statements, variant = 0) => wording(askEnd(title, statements, 'last'), variant),
  askBetween(title, statements, after, before, variant = 0) {
    const [of, came] = statements ? ['заяв', 'пролунала'] : ['подій', 'сталася'];
    const [first, second] = [quoted(uk.option(after)), quoted(uk.option(before))];
    const line = bracket(title);
    return wording(
      [
        () => `Яка з цих ${of} ${came} між такими двома: ${first} і ${second}${line}?`,
        () => opening(title, `що сталося пізніше, ніж ${first}, але раніше, ніж ${second}?`),
        () => `${statements ? 'Дві заяви' : 'Дві події'} – ${first} і ${second}: що відбулося між ними${line}?`,
        () => `Чи знаєте ви, що стоїть у часі між цими двома: ${first} і ${second}${line}?`,
      ],
      variant,
    );
  },
  askEventThen(on, statements, variant = 0) {
    const [of, came] = statements ? ['заяв', 'пролунала'] : ['подій', 'сталася'];
    return wording(
      [
        () => `Яка з цих ${of} ${came} ${on}?`,
        () => `Що ${statements ? 'було заявлено' : 'сталося'} ${on}?`,
        () => capitalise(`${on}: котра відповідь правильна?`),
        () => `Чи пам’ятаєте, що ${statements ? 'пролунало' : 'було'} ${on}?`,
        () => `Який запис стояв би у хроніці ${on}?`,
        () => capitalise(`${on} – що тоді ${statements ? 'заявили' : 'відбулося'}?`),
      ],
      variant,
    );
  },
  askEventThere: (place, variant = 0) =>
    wording(
      [
        () => `Яка з цих подій сталася тут: ${place}?`,
        () => capitalise(`${place}: що там відбулося?`),
        () => `Котра відповідь – про це місце: ${place}?`,
        () => `Що з наведеного пов’язане з такою назвою: ${place}?`,
        () => `Чи знаєте ви, яку подію записати на карті біля назви ${place}?`,
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
