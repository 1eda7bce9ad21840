import type { PackEvent } from '../../packs/pack';
import { writeDate } from '../../time/date-part';
import { sayDate } from '../../time/words';
import { assemble, citedSources, explain, hashOf, lettered, proveOthers, type Request } from '../assemble';
import { closenessOfUnits, difficultyOf, fameOf } from '../difficulty';
import { chooseAround } from '../distractors/choose';
import { areNearFalseDates, falseDates, type FalseDate } from '../distractors/dates';
import type { Objection } from '../eligibility';
import type { Foresight } from '../foresight';
import { drawFrom } from '../hash';
import { yearsIn } from '../calendar-words';
import type { Proof, Question } from '../question';
import { phrasesOf, plainTelling } from '../telling';
import { dateOutline, namesYear, readDate, type AskedDateFact, type DateFact } from './date';

/** "On which day did this happen: …?" with dates of one precision, in time order. */
export function dateChoice(request: Request<DateFact>): Question | Objection {
  const asked = readDate(request);
  if ('reason' in asked) return asked;
  const chosen = choose(request, asked);
  if (chosen === null) return { reason: 'too-few-distractors', detail: 'fewer than two dates are provably false' };
  return build(request, asked, chosen);
}

/** Whether it can be asked: two false dates close by are enough to know that there are two. */
export function foreseeDateChoice(request: Request<DateFact>): Foresight {
  const asked = readDate(request);
  if ('reason' in asked) return asked;
  return !namesYear(asked) && areNearFalseDates(request.context, asked) ? dateOutline(asked) : null;
}

function choose(request: Request<DateFact>, { event, date, told }: AskedDateFact): readonly FalseDate[] | null {
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

function build(request: Request<DateFact>, asked: AskedDateFact, chosen: readonly FalseDate[]): Question {
  const { event, date } = asked;
  const { context, fact } = request;
  const phrases = phrasesOf(context);
  const why = (one: FalseDate): string => {
    const backing = one.backing === null ? null : plainTelling(context, one.backing);
    return backing === null
      ? phrases.offBy(one.offset, date.precision, fact.end)
      : phrases.happenedThen(backing, date.precision);
  };
  const options = lettered(
    [{ date, offset: 0, why: 'key' }, ...chosen.map((one) => ({ date: one.date, offset: one.offset, why: why(one) }))]
      .sort((a, b) => a.offset - b.offset)
      .map((one) => ({ text: sayDate(one.date, context.language), value: writeDate(one.date), why: one.why })),
  );
  const keyValue = writeDate(date);
  const { stem, dispatch, according } = dateOutline(asked);
  return assemble(request, 'date/choice', {
    stem,
    dispatch,
    according,
    options,
    key: options.filter((option) => option.value === keyValue).map((option) => option.id),
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
  return {
    key: [{ rule: 'dated', event: event.id, when }],
    others: proveOthers(options, ({ value }) =>
      value === keyValue ? null : [{ rule: 'disjoint-date', event: event.id, when, option: value }],
    ),
  };
}
