import type { PackEvent, Place } from '../../packs/pack';
import type { Request } from '../assemble';
import { objectionTo, type Objection } from '../eligibility';
import { placelessTelling } from '../event-options';
import type { Fact } from '../facts';
import type { Outline } from '../foresight';
import { placeLeakIn } from '../leaks';
import type { Told } from '../stems/phrases';
import { chooseStem, variantOf } from '../stems/variety';
import { isTold, noWording, phrasesOf, shownDate, wordsRead, type ShownDate } from '../telling';
import { placelessAlike, placelessLike } from '../uniqueness';

export type PlaceFact = Extract<Fact, { kind: 'place' }>;

/** A place that may be asked, and the words in which every form asks it. */
export interface AskedPlace {
  readonly event: PackEvent;
  readonly key: Place;
  readonly told: Told;
  readonly shown: ShownDate;
  readonly stem: string;
}

/**
 * Reads a place fact, or says what stands against asking it.
 *
 * @param onMap what stands against a place on a map, which comes before any want of words; left out where no map is shown
 */
export function readPlace(
  request: Request<PlaceFact>,
  onMap: (key: Place) => Objection | null = () => null,
): AskedPlace | Objection {
  const { context, fact } = request;
  const { index } = context;
  const event = index.event(fact.event);
  const objection = objectionTo(index, event, 'place');
  if (objection !== null) return objection;
  const shown = shownDate(context, event);
  if (shown === null) return { reason: 'no-date', detail: 'no date can be shown that makes other places false' };
  const places = index.mostSpecificPlaces(event);
  const [id, ...more] = places;
  if (id === undefined) return { reason: 'no-place', detail: 'no place is given' };
  const key = index.place(id);
  const offMap = more.length === 0 ? onMap(key) : null;
  if (offMap !== null) return offMap;

  const told = placelessTelling(context, event);
  if (!isTold(told)) return told;
  const stem = chooseStem(variantOf(request, 'place'), (variant) =>
    phrasesOf(context).askPlace(told, shown.on, event.dates === 'observation', variant),
  );
  if (typeof stem !== 'string') return stem;
  for (const place of places) {
    const word = placeLeakIn(index, wordsRead(told), place, []);
    if (word !== null) return { reason: 'leak', detail: `“${word}” gives the place away` };
  }
  if (more.length > 0) return { reason: 'not-unique', detail: places.join(', ') };
  if (context.placeName(id) === null) return noWording(context.language);
  const alike = placelessAlike(context, event, told.text, shown.span);
  if (alike !== null) return { reason: 'not-unique', detail: `${alike} is told in the same words` };
  return { event, key, told, shown, stem };
}

/** What every form of a place question shows alike. */
export function placeOutline({ stem, shown, told }: AskedPlace): Outline {
  return { stem, dispatch: { place: null, date: shown.label, text: told.text }, according: told.according };
}

/** The same where the answer is produced: no option rules out another place where much the same happened then (rule K2). */
export function readPlaceToProduce(
  request: Request<PlaceFact>,
  onMap?: (key: Place) => Objection | null,
): AskedPlace | Objection {
  const asked = readPlace(request, onMap);
  if ('reason' in asked) return asked;
  const like = placelessLike(request.context, asked.event, asked.told.text, asked.shown.span);
  return like === null ? asked : { reason: 'not-unique', detail: `${like} may be told in these words too` };
}
