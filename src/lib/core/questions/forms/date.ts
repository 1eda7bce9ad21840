import type { PackEvent } from '../../packs/pack';
import type { DatePart } from '../../time/when';
import type { Request } from '../assemble';
import type { Context } from '../context';
import { objectionTo, type Objection } from '../eligibility';
import { datedEnds, type Fact } from '../facts';
import type { Outline } from '../foresight';
import { yearsIn } from '../calendar-words';
import { placeWords, sharedWord } from '../leaks';
import type { Told } from '../stems/phrases';
import { chooseStem, objectionIn, variantOf } from '../stems/variety';
import { chooseTelling, datesItself, isTold, phrasesOf, shownPlace, type Flaw } from '../telling';
import { toldAlike } from '../uniqueness';

export type DateFact = Extract<Fact, { kind: 'date' }>;

/** A date that may be asked, and the words in which every form asks it. */
export interface AskedDateFact {
  readonly event: PackEvent;
  readonly date: DatePart;
  readonly told: Told;
  readonly stem: string;
  /** The place as the dateline shows it. */
  readonly place: string | null;
}

/**
 * Reads a date fact, or says what stands against asking it.
 *
 * @param flaw what else a form cannot have in a wording
 */
export function readDate(
  request: Request<DateFact>,
  flaw: (event: PackEvent) => Flaw = () => () => null,
): AskedDateFact | Objection {
  const { context, fact } = request;
  const event = context.index.event(fact.event);
  const objection = objectionTo(context.index, event, 'date');
  if (objection !== null) return objection;
  const date = datedEnds(event).find(({ end }) => end === fact.end)?.date;
  if (date === undefined) return { reason: 'no-date', detail: `no ${fact.end} date is known` };
  const ofForm = flaw(event);
  const variant = variantOf(request, 'date');
  const stemFor = (told: Told): string | Objection => {
    const place = placeBesideWords(context, event, told);
    const phrases = phrasesOf(context);
    return chooseStem(variant, (one) => phrases.askDate(told, date.precision, fact.end, place, one));
  };
  const stems = new Map<Told, string | Objection>();
  const objectionToStem = (one: Told): Objection | null => {
    const stem = stemFor(one);
    stems.set(one, stem);
    return objectionIn(stem);
  };
  const told = chooseTelling(
    context,
    event,
    (one) => datesItself(one.text, context.language) ?? ofForm(one) ?? objectionToStem(one),
  );
  if (!isTold(told)) return told;
  const stem = stems.get(told) ?? stemFor(told);
  if (typeof stem !== 'string') return stem;
  const twin = toldAlike(context, event, told);
  if (twin !== null) return { reason: 'not-unique', detail: `${twin} is told in the same words` };
  return { event, date, told, stem, place: placeForDate(context, event)?.name ?? null };
}

/** What every form of a date question shows alike. */
export function dateOutline({ stem, place, told }: AskedDateFact): Outline {
  return { stem, dispatch: { place, date: null, text: told.text }, according: told.according };
}

/** Whether what is shown names a year: then it depends on the options whether that tells (rules L1 and L2). */
export function namesYear({ stem, place }: AskedDateFact): boolean {
  return yearsIn(stem).length > 0 || (place !== null && yearsIn(place).length > 0);
}

/** The place beside which a date is asked: none whose name tells when, such as the Winter Palace (L1). */
function placeForDate(context: Context, event: PackEvent): ReturnType<typeof shownPlace> {
  const place = shownPlace(context, event);
  return place === null || datesItself(place.name, context.language) !== null ? null : place;
}

/** The place as the stem names it: only where the text does not. */
function placeBesideWords(context: Context, event: PackEvent, told: Told): string | null {
  const place = placeForDate(context, event);
  if (place === null || sharedWord(told.text, placeWords(context.index.place(place.id))) !== null) return null;
  return place.name;
}
