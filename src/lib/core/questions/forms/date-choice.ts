import type { PackEvent } from '../../packs/pack';
import { compareParts } from '../../time/compare-parts';
import { writeDate } from '../../time/date-part';
import type { DatePart } from '../../time/when';
import { sayDate } from '../../time/words';
import { assemble, citedSources, explain, hashOf, lettered, type Request } from '../assemble';
import type { Context } from '../context';
import { closenessOfUnits, difficultyOf, fameOf } from '../difficulty';
import { chooseAround } from '../distractors/choose';
import { falseDates, type FalseDate } from '../distractors/dates';
import { objectionTo, type Objection } from '../eligibility';
import { datedEnds, type DateEnd, type Fact } from '../facts';
import { drawFrom } from '../hash';
import { sharedWord, placeWords, yearsIn } from '../leaks';
import type { Proof, Question } from '../question';
import type { Told } from '../stems/phrases';
import {
  chooseTelling, datesItself, isTold, phrasesOf, plainTelling, shownPlace, tooLong,
} from '../telling'; // prettier-ignore
import { toldAlike } from '../uniqueness';

type DateFact = Extract<Fact, { kind: 'date' }>;

/** "On which day did this happen: …?" with dates of one precision, in time order. */
export function dateChoice(request: Request<DateFact>): Question | Objection {
  const { context, fact } = request;
  const event = context.index.event(fact.event);
  const objection = objectionTo(context.index, event, 'date');
  if (objection !== null) return objection;
  const date = datedEnds(event).find(({ end }) => end === fact.end)?.date;
  if (date === undefined) return { reason: 'no-date', detail: `no ${fact.end} date is known` };

  const told = chooseTelling(
    context, event, (one) => datesItself(one.text, context.language) ?? tooLong(stemOf(context, event, one, date, fact.end)),
  ); // prettier-ignore
  if (!isTold(told)) return told;
  const twin = toldAlike(context, event, told);
  if (twin !== null) return { reason: 'not-unique', detail: `${twin} is told in the same words` };

  const chosen = choose(request, event, date, told);
  if (chosen === null) return { reason: 'too-few-distractors', detail: 'fewer than two dates are provably false' };
  return build(request, event, date, told, chosen);
}

function choose(request: Request<DateFact>, event: PackEvent, date: DatePart, told: Told): readonly FalseDate[] | null {
  const sides = falseDates(request.context, { event, date });
  // A year in the wording is no leak as long as every option lies in it (rules L1 and L2).
  const years = yearsIn(told.text).filter((year) => year === date.year);
  const inYear = ({ value }: { value: FalseDate }): boolean => years.every((year) => value.date.year === year);
  return chooseAround(
    drawFrom(hashOf(request, 'date/choice')),
    sides.earlier.filter(inYear),
    sides.later.filter(inYear),
  );
}

function build(
  request: Request<DateFact>,
  event: PackEvent,
  date: DatePart,
  told: Told,
  chosen: readonly FalseDate[],
): Question {
  const { context, fact } = request;
  const phrases = phrasesOf(context);
  const why = (one: FalseDate): string => {
    const backing = one.backing === null ? null : plainTelling(context, one.backing);
    return backing === null
      ? phrases.offBy(one.offset, date.precision, fact.end)
      : phrases.happenedThen(backing, date.precision);
  };
  const options = lettered(
    [{ date, why: 'key' }, ...chosen.map((one) => ({ date: one.date, why: why(one) }))]
      .sort((a, b) => compareParts(a.date, b.date))
      .map((one) => ({ text: sayDate(one.date, context.language), value: writeDate(one.date), why: one.why })),
  );
  const keyValue = writeDate(date);
  const place = shownPlace(context, event)?.name ?? null;
  return assemble(request, 'date/choice', {
    stem: stemOf(context, event, told, date, fact.end),
    options,
    dispatch: { place, date: null, text: told.text },
    key: options.filter((option) => option.value === keyValue).map((option) => option.id),
    according: told.according,
    explanation: explain(context, event, true),
    sources: citedSources(context, event),
    proof: prove(event, options, keyValue),
    difficulty: difficultyOf(
      chosen.map((one) => closenessOfUnits(one.offset)),
      fameOf(context, event),
    ),
  });
}

function prove(event: PackEvent, options: Question['options'], keyValue: string): Proof {
  const when = event.when?.text ?? keyValue;
  const others = options.filter((option) => option.value !== keyValue);
  return {
    key: [{ rule: 'dated', event: event.id, when }],
    others: Object.fromEntries(
      others.map(({ id, value }) => [id, [{ rule: 'disjoint-date', event: event.id, when, option: value } as const]]),
    ),
  };
}

/** The place stands in the stem only where the text does not name it. */
function stemOf(context: Context, event: PackEvent, told: Told, date: DatePart, end: DateEnd): string {
  const place = shownPlace(context, event);
  const named = place === null || sharedWord(told.text, placeWords(context.index.place(place.id))) !== null;
  return phrasesOf(context).askDate(told, date.precision, end, named ? null : place.name);
}
