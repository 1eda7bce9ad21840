import type { PackEvent } from '../packs/pack';
import type { Span } from '../time/span';
import { perContext, perEvent, type Context } from './context';
import { twinsOf } from './distractors/kin';
import { allReasons, type Reason } from './distractors/reasons';
import { objectionTo, type Objection } from './eligibility';
import { calendarWordIn, yearsIn } from './calendar-words';
import { mentionedPlaces, pointerIn } from './leaks';
import { isCatchAll } from './rules/catch-all-rule';
import type { Told } from './stems/phrases';
import { chooseTelling, datesItself, isTold, noWording, phrasesOf, pointsNowhere, shownDate } from './telling';
import { foldText } from './text';
import { maySpeakOfAnother, toldAsWell } from './uniqueness';

/** How an event is told among options where its date is shown: nothing in it may date it. */
export const datelessTelling = perEvent((context, event): Told | Objection =>
  chooseTelling(context, event, ({ text }) => {
    const year = yearsIn(text)[0];
    if (year !== undefined) return { reason: 'leak', detail: `“${String(year)}” tells when it happened` };
    return datesItself(text, context.language);
  }),
);

/** How an event is told where its place is shown, or must not be read. */
export const placelessTelling = perEvent((context, event): Told | Objection => {
  const words = context.spoken(event);
  if (words.placeless === null) return noWording(context.language);
  if (event.according !== null && words.according === null) return noWording(context.language);
  return (
    pointsNowhere(words.placeless, context.language) ?? {
      text: words.placeless,
      as: 'clause',
      according: words.according,
      statement: false,
    }
  );
});

/** An event as an option, with its earliest start for looking it up, and what is compared of it again and again. */
export interface EventOption extends Reason {
  readonly told: Told;
  /** Characters of the whole option, with its claimant. */
  readonly length: number;
  /** Its words, folded, where another event may be told in them; else null: no other option reads like it. */
  readonly words: string | null;
  /** Its date, where it may be shown. */
  readonly time: Span | null;
  /** Its words name a place of the pack. */
  readonly mentions: boolean;
  /** It has one date and no other telling, and no other event is told in its words. */
  readonly isAlone: boolean;
}

/** Events that may be options where one is asked by its date: asked themselves, dated for certain, told without a date. In time order. */
export const optionsByDate = perContext((context) => optionsWith(context, datelessTelling, datesItselfAsOption));

/** The same by its place: told without it, and known to have been somewhere. */
export const optionsByPlace = perContext((context) =>
  optionsWith(context, placelessTelling, () => false).filter(
    ({ event }) => event.dates === 'event' && event.where.length > 0,
  ),
);

function optionsWith(
  context: Context,
  tell: (context: Context, event: PackEvent) => Told | Objection,
  gives: (context: Context, text: string) => boolean,
): readonly EventOption[] {
  const { index, language } = context;
  return allReasons(context)
    .flatMap((reason): EventOption[] => {
      const { event, about, line, start } = reason;
      if (objectionTo(index, event, 'event') !== null) return [];
      const told = tell(context, event);
      if (!isTold(told) || pointerIn(told.text, language) !== null) return [];
      // With its claimant, an option may say what its own words do not.
      const text = phrasesOf(context).option(told);
      if (pointerIn(text, language) !== null || isCatchAll(text, language) || gives(context, text)) return [];
      const mentions = mentionedPlaces(index, told.text).length > 0;
      const isAlone =
        event.conflicts.length === 0 &&
        twinsOf(context, event).length === 0 &&
        toldAsWell(context, event, told.text, 'told').length === 0;
      const words = maySpeakOfAnother(context, event) ? foldText(told.text) : null;
      const time = shownDate(context, event)?.span ?? null;
      return [{ event, about, line, start, told, length: text.length, words, time, mentions, isAlone }];
    })
    .sort((a, b) => a.start - b.start || (a.event.id < b.event.id ? -1 : 1));
}

function datesItselfAsOption({ language }: Context, text: string): boolean {
  return yearsIn(text).length > 0 || calendarWordIn(text, language) !== null;
}

/** Whether one of so many options near a day is as wanted; looked at nearest first, alternating between later and earlier ones. */
export function someNear(
  options: readonly EventOption[],
  day: number,
  most: number,
  isWanted: (option: EventOption) => boolean,
): boolean {
  let [low, high] = [0, options.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((options[middle]?.start ?? Infinity) < day) low = middle + 1;
    else high = middle;
  }
  let looked = 0;
  const looksAt = (option: EventOption | undefined): boolean =>
    option !== undefined && looked++ < most && isWanted(option);
  for (let before = low - 1, after = low; before >= 0 || after < options.length; before--, after++) {
    if (looksAt(options[after]) || looksAt(options[before])) return true;
    if (looked >= most) return false;
  }
  return false;
}

/**
 * The name of a place that a text mentions and that gives another away by being it, lying in it or containing it; null if none does.
 * "Ukrainian forces" names the country of every option, and so tells nothing: what contains the place and all events shown does not count.
 */
export function mentionOf(context: Context, text: string, place: string, shown: readonly PackEvent[]): string | null {
  const { index } = context;
  const holdsAll = (id: string): boolean =>
    index.contains(id, place) && shown.every(({ where }) => where.every((one) => index.contains(id, one)));
  return mentionedPlaces(index, text).find(({ id }) => index.related(id, place) && !holdsAll(id))?.name ?? null;
}
