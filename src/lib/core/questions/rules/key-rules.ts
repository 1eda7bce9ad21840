import { PRECISIONS } from '../../time/date-part';
import { spanOfDate } from '../../time/read-span';
import { mayTouch } from '../../time/span';
import type { PackEvent } from '../../packs/pack';
import { twinsWith } from '../alike';
import { shareName } from '../distractors/beside';
import { isOccupied } from '../distractors/occupied';
import { isBound } from '../eligibility';
import { datedEnds } from '../facts';
import type { Option } from '../question';
import { K2 } from './unique-rule';
import { ofForm, ofKind, optionDate, type Rule, type Subject } from './rule';

const K3: Rule = {
  id: 'K3',
  title: 'every pair of a sequence is strictly ordered, and none is part or twin of another',
  applies: ofKind('sequence'),
  violations({ context, question, fact, bounds }) {
    const ids = question.key.length > 1 ? question.key.map((id) => valueOf(question.options, id)) : null;
    const events = fact.kind === 'sequence' ? [...fact.events, ...bounds.map(({ id }) => id)] : [];
    const found: string[] = question.ties.length > 0 ? ['a generated sequence has ties'] : [];
    for (const [i, a] of events.entries()) {
      for (const b of events.slice(i + 1)) {
        const order = context.index.order(a, b);
        if (a === b) found.push(`${a} stands twice`);
        else if (order !== 'before' && order !== 'after') found.push(`${a} and ${b}: ${order}`);
        if (context.index.kin(a, b)) found.push(`${a} and ${b} are part or twin of one another`);
      }
    }
    for (const [i, later] of (ids ?? []).entries()) {
      const earlier = ids?.[i - 1];
      if (earlier !== undefined && context.index.order(earlier, later) !== 'before')
        found.push(`the key puts ${earlier} before ${later}`);
    }
    return found;
  },
};

function valueOf(options: readonly Option[], id: string): string {
  return options.find((option) => option.id === id)?.value ?? '';
}

const K4: Rule = {
  id: 'K4',
  title: 'never finer than known; a bound is never asked as a date',
  applies: ofKind('date'),
  violations({ event, fact, question }) {
    if (event === null || fact.kind !== 'date') return [];
    if (isBound(event) || event.dates === 'observation') return [`${event.when?.text ?? 'no date'} is only a bound`];
    const known = datedEnds(event).find(({ end }) => end === fact.end)?.date;
    if (known === undefined) return ['that end of the event has no date'];
    const isFiner = (precision: string): boolean =>
      PRECISIONS.findIndex((one) => one === precision) < PRECISIONS.indexOf(known.precision);
    const { accept } = question;
    const typed = accept !== null && 'unit' in accept && isFiner(accept.unit) ? [accept.unit] : [];
    const offered = question.options.filter((option) => isFiner(optionDate(option)?.precision ?? ''));
    return [...typed, ...offered.map(({ value }) => value)].map((text) => `${text} is finer than ${known.precision}`);
  },
};

const K5: Rule = {
  id: 'K5',
  title: 'no year 0; a day before 15 October 1582 only with a known calendar',
  applies: ofKind('date'),
  violations({ event, question }) {
    const found = question.options
      .filter(
        ({ text, value }) => /(?<!\d)0+(?!\d)/u.test(text) || (/^(?:-|0000)/u.test(value) && !/BC|до н/u.test(text)),
      )
      .map(({ text }) => `“${text}” is no historical year`);
    const { accept } = question;
    const finest =
      question.options.some((option) => optionDate(option)?.precision === 'day') ||
      (accept !== null && 'unit' in accept && accept.unit === 'day');
    return event?.when?.calendar === 'unknown' && finest ? [...found, 'the calendar of the day is not known'] : found;
  },
};

const K6: Rule = {
  id: 'K6',
  title: 'what sources disagree on is not asked, and none of the dates they give is an option',
  applies: () => true,
  violations({ context, events, bounds, optionEvents, question, distractors }) {
    const found: string[] = [];
    for (const event of new Set([...events, ...bounds, ...optionEvents])) {
      const conflicts = twinsWith(context, event).flatMap((one) => one.conflicts);
      if (conflicts.length === 0) continue;
      found.push(`sources give ${conflicts.map(({ text }) => text).join(', ')} for ${event.id} too`);
      if (question.kind !== 'date') continue;
      for (const option of distractors) {
        const date = optionDate(option);
        const span = date === null ? null : spanOfDate(date, event.when?.calendar ?? 'gregorian');
        if (span !== null && conflicts.some((when) => mayTouch(when.span, span)))
          found.push(`${option.value} is one of them`);
      }
    }
    return found;
  },
};

/** How a stem says which end it asks for, in either language. */
const SAYS_END = {
  whole: /(?:)/u,
  began: /\b(?:begin|began|start)\b|почалося|початок/iu,
  ended: /\b(?:end|ended)\b|завершилося|завершення/iu,
} as const;

const K7: Rule = {
  id: 'K7',
  title: 'an event longer than the asked unit says which end is asked',
  applies: ofKind('date'),
  violations({ event, fact, question }) {
    if (event === null || fact.kind !== 'date') return [];
    const ends = datedEnds(event).map(({ end }) => end);
    if (!ends.includes(fact.end)) return [`${fact.end} is no end of ${event.id}`];
    // The event's own words may begin and end what they like.
    const around = question.stem.replace(question.dispatch?.text ?? '', ' ');
    return SAYS_END[fact.end].test(around) ? [] : [`the stem does not say that the ${fact.end} date is asked`];
  },
};

const K8: Rule = {
  id: 'K8',
  title: 'a claim names its claimant where it is told and in the explanation',
  applies: (subject) => claimsIn(subject).length > 0,
  violations(subject) {
    const { context, question } = subject;
    return claimsIn(subject).flatMap(({ event, told, explained }) => {
      const claimant = context.spoken(event).according;
      if (claimant === null) return [`${event.id} has no claimant in ${context.language}`];
      const missing = [told, ...(explained ? [question.explanation] : [])].filter((text) => !holds(text, claimant));
      return missing.map((text) => `“${text}” does not name ${claimant}`);
    });
  },
};

/** The claims that a question tells, with the text that tells them: an option where the options are events, else the stem. */
function claimsIn({ question, events, bounds, optionEvents }: Subject) {
  if (![events, bounds, optionEvents].some((some) => some.some(isClaim))) return [];
  const { stem, options } = question;
  const asked = [...events.filter((event) => !optionEvents.includes(event)), ...bounds];
  const told = [
    ...asked.map((event) => ({ event, told: stem, explained: true })),
    ...optionEvents.map((event) => ({
      event,
      told: options.find(({ value }) => value === event.id)?.text ?? '',
      explained: events.includes(event),
    })),
  ];
  return told.filter(({ event }) => isClaim(event));
}

function isClaim({ according, dates }: PackEvent): boolean {
  return according !== null || dates === 'statement';
}

/** Case-blind for the first letter only: a claimant that opens a sentence is capitalised. */
function holds(text: string, claimant: string): boolean {
  return text.toLowerCase().includes(claimant.toLowerCase());
}

const K9: Rule = {
  id: 'K9',
  title: 'no place option contains the key, lies in it, is another name of it or another place of the event',
  applies: ofForm('place/choice'),
  violations({ context, event, keys, distractors }) {
    const { index } = context;
    const key = keys[0] === undefined ? null : index.place(keys[0].value);
    if (event === null || key === null) return [];
    return distractors.flatMap(({ value }) => {
      const place = index.place(value);
      const found = [key.id, ...event.where]
        .filter((id) => index.related(id, value))
        .map((id) => `${value} is related to ${id}`);
      return shareName(key, place) ? [...found, `${value} shares a name with the key`] : found;
    });
  },
};

const K10: Rule = {
  id: 'K10',
  title: 'no date option is the date of another event at the place, nor one to be avoided',
  applies: ofForm('date/choice'),
  violations({ context, event, distractors }) {
    return event === null ? [] : distractors.flatMap((option) => taken(context, event, option));
  },
};

function taken(context: Subject['context'], event: PackEvent, option: Option): string[] {
  const date = optionDate(option);
  if (date === null) return [`${option.value} is no date`];
  const span = spanOfDate(date, event.when?.calendar ?? 'gregorian');
  const found = isOccupied(context, event, date.precision, span)
    ? [`another event at the place is dated ${option.value}`]
    : [];
  return twinsWith(context, event).some((one) => one.avoid.dates.some((when) => mayTouch(when.span, span)))
    ? [...found, `${option.value} is to be avoided`]
    : found;
}

export const KEY_RULES: readonly Rule[] = [K2, K3, K4, K5, K6, K7, K8, K9, K10];
