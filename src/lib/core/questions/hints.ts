import { coarsen, dayPartOf, partOfIndex, unitIndex } from '../time/date-part';
import { parseDate } from '../time/parse-date';
import type { DatePart, Precision } from '../time/when';
import { sayBetween, sayOn } from '../time/words';
import type { Frame, Place } from '../packs/pack';
import type { Context } from './context';
import { drawFrom, hashParts } from './hash';
import { placeWords, sharedWord } from './leaks';
import type { Question } from './question';

/** Something true about the answer that narrows it down and does not give it away. */
export type Hint =
  /** This option is wrong. */
  | { readonly is: 'struck'; readonly option: string }
  /** When it happened, less exactly than asked: "in March 2022", "some time between 1 and 7 March 2022". */
  | { readonly is: 'when'; readonly text: string }
  /** The place lies in this one. */
  | { readonly is: 'inside'; readonly place: string }
  /** The shape of the base map, `layer/name`, that the place lies in. */
  | { readonly is: 'outlined'; readonly area: string }
  /** The part of the map in which it lies. */
  | { readonly is: 'quarter'; readonly frame: Frame }
  /** The name begins so and has so many letters. */
  | { readonly is: 'begins'; readonly letter: string; readonly letters: number }
  /** The earliest events, in their order. */
  | { readonly is: 'placed'; readonly options: readonly string[] };

/** A choice keeps so many options, an ordering so many events to be put in order. */
const LEFT_TO_CHOOSE = 2;
/** Stretches of the asked unit that hold the answer, the wider first. */
const STRETCHES: Readonly<Record<Precision, readonly number[]>> = {
  day: [31, 7],
  month: [6, 3],
  season: [4, 2],
  year: [20, 5],
  decade: [5, 3],
  century: [5, 3],
};
/** A region with a larger share of the pack's places narrows nothing down. */
const MOST_OF_PACK = 2 / 3;
/** Kinds of places that people know as being around others. */
const REGIONS = new Set(['oblast', 'region', 'country', 'island']);

/**
 * The hints that a question has, in the order in which they are given; each holds with the ones before it. They follow from what
 * makes the key right (the options, the days accepted, the containers of the place) and from the question's id alone.
 */
export function hintsOf(context: Context, question: Question): readonly Hint[] {
  const { accept, form, options, key } = question;
  if (form === 'order') {
    const most = options.length - LEFT_TO_CHOOSE;
    return Array.from({ length: Math.max(0, most) }, (_, i): Hint => ({ is: 'placed', options: key.slice(0, i + 1) }));
  }
  if (accept === null) return strikes(question);
  if ('from' in accept) return dateHints(question, accept);
  const place = placeOf(context, question);
  if (place === null) return [];
  if ('names' in accept) {
    const inside = regionsOf(context, place).flatMap(({ id }): readonly Hint[] => {
      const name = context.placeName(id);
      return name === null ? [] : [{ is: 'inside', place: name }];
    });
    return [...inside.slice(0, 1), ...beginning(context.placeName(place))];
  }
  if (accept.area !== null) return [];
  const areas = regionsOf(context, place).flatMap(({ area, kind }) =>
    area === null || kind === 'country' ? [] : [area],
  );
  const outlined = areas.slice(0, 1).map((area): Hint => ({ is: 'outlined', area }));
  return [...outlined, { is: 'quarter', frame: quarterAround(accept.frame, accept.point) }];
}

function strikes({ id, options, key }: Question): readonly Hint[] {
  const wrong = options.filter((option) => !key.includes(option.id));
  return drawFrom(hashParts(['hint', id]))
    .shuffle(wrong)
    .slice(0, Math.max(0, options.length - LEFT_TO_CHOOSE))
    .map((option) => ({ is: 'struck', option: option.id }));
}

function dateHints(
  question: Question,
  accept: { readonly from: string; readonly to: string; readonly unit: string },
): readonly Hint[] {
  const [first, last] = [accept.from, accept.to].map(dayOf);
  const unit = precisionOf(accept.unit);
  if (first === undefined || last === undefined || unit === null) return [];
  const [low, high] = [unitIndex(coarsen(first, unit)), unitIndex(coarsen(last, unit))];
  const { language, id } = question;
  const month = coarsen(first, 'month');
  // Of a day its month is told first, which is how people remember it.
  const isOneMonth = unit === 'day' && unitIndex(month) === unitIndex(coarsen(last, 'month'));
  const hints: Hint[] = isOneMonth ? [{ is: 'when', text: sayOn(month, language) }] : [];
  for (const units of isOneMonth ? STRETCHES[unit].slice(1) : STRETCHES[unit]) {
    const spare = units - (high - low + 1);
    if (spare < 1) continue;
    // Anywhere in its stretch: were the answer always in the middle, the hint would tell it.
    let from = low - drawFrom(hashParts(['hint', id, String(units)])).below(spare + 1);
    // Decades and centuries are counted from the year 0 on.
    if (unit === 'decade' || unit === 'century') from = Math.max(0, from);
    if (isOneMonth) from = withinMonth(from, units, first);
    const [begin, end] = [partOfIndex(from, unit), partOfIndex(from + units - 1, unit)];
    hints.push({ is: 'when', text: sayBetween(begin, end, language) });
  }
  return hints;
}

/** Moves a stretch of days into the month that was told before: else the two hints together would tell more than either. */
function withinMonth(from: number, days: number, day: DatePart): number {
  const month = unitIndex(coarsen(day, 'month'));
  const [begin, next] = [month, month + 1].map((index) =>
    unitIndex({ ...partOfIndex(index, 'month'), precision: 'day', day: 1 }),
  );
  return Math.max(begin ?? from, Math.min(from, (next ?? from) - days));
}

function dayOf(text: string): DatePart | undefined {
  const read = parseDate(text, 'gregorian');
  return read.ok ? dayPartOf(unitIndex(read.value)) : undefined;
}

function precisionOf(unit: string): Precision | null {
  return unit in STRETCHES ? (unit as Precision) : null; // looked up in the table whose keys are the precisions
}

function placeOf(context: Context, question: Question): string | null {
  const [located] = question.proof.key.filter((step) => step.rule === 'located');
  return located?.place ?? null;
}

/** The regions around a place, nearest first, without those whose names tell its own and those that hold most of the pack. */
function regionsOf({ index }: Context, placeId: string): readonly Place[] {
  const own = placeWords(index.place(placeId));
  const { places } = index.pack;
  const holdsMost = (id: string): boolean =>
    places.filter((place) => index.contains(id, place.id)).length > places.length * MOST_OF_PACK;
  return index
    .containersOf(placeId)
    .map((id) => index.place(id))
    .filter(({ id, kind, name }) => REGIONS.has(kind) && sharedWord(name, own) === null && !holdsMost(id));
}

function beginning(name: string | null): readonly Hint[] {
  const letters = Array.from(name ?? '').filter((sign) => /\p{L}/u.test(sign));
  const [letter] = letters;
  return letter === undefined || letters.length < 3 ? [] : [{ is: 'begins', letter, letters: letters.length }];
}

function quarterAround([west, south, east, north]: Frame, [x, y]: readonly [number, number]): Frame {
  const [middleX, middleY] = [(west + east) / 2, (south + north) / 2];
  const [fromX, toX] = x < middleX ? [west, middleX] : [middleX, east];
  const [fromY, toY] = y < middleY ? [south, middleY] : [middleY, north];
  return [fromX, fromY, toX, toY];
}
