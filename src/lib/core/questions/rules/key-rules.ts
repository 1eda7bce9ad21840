import { PRECISIONS } from '../../time/date-part';
import { spanOfDate } from '../../time/read-span';
import { mayTouch } from '../../time/span';
import type { PackEvent } from '../../packs/pack';
import { isOccupied } from '../distractors/occupied';
import { datesGiven, isBound } from '../eligibility';
import { datedEnds } from '../facts';
import { spellingsOf } from '../leaks';
import type { Option } from '../question';
import { shownDate } from '../telling';
import { foldText } from '../text';
import { toldAlike } from '../uniqueness';
import { ofKind, optionDate, type Rule, type Subject } from './rule';

const K2: Rule = {
  id: 'K2',
  title: 'exactly one option is right; every other is provably false',
  applies: ({ question }) => question.form !== 'order',
  violations: (subject) =>
    subject.question.kind === 'date'
      ? dateUnique(subject)
      : subject.question.kind === 'place'
        ? placeUnique(subject)
        : firstUnique(subject),
};

function dateUnique({ context, event, question, keys, distractors }: Subject): string[] {
  if (event?.when == null) return ['the event has no date'];
  const { when } = event;
  const found = keys.length === 1 ? [] : [`${String(keys.length)} keys`];
  for (const option of distractors) {
    const date = optionDate(option);
    if (date === null || mayTouch(spanOfDate(date, when.calendar), when.span))
      found.push(`${option.value} may be true`);
  }
  const text = question.dispatch?.text ?? '';
  const twin = toldAlike(context, event, { text, as: 'clause', according: null, statement: false });
  return twin === null ? found : [...found, `${twin} is told in the same words`];
}

function placeUnique({ context, event, keys, distractors }: Subject): string[] {
  if (event === null) return [];
  const found = keys.length === 1 ? [] : [`${String(keys.length)} keys`];
  const shown = shownDate(context, event);
  if (shown === null) return ['no date is shown that would make other places false'];
  for (const { value } of distractors) {
    const there = context.index.eventsAtOrInside(value).find((other) => {
      if (other.id === event.id || other.dates === 'statement' || other.dates === 'plan') return false;
      return datesGiven(other).some(({ span }) => mayTouch(span, shown.span));
    });
    if (there !== undefined) found.push(`${there.id} may have happened at ${value} at the time shown`);
  }
  return found;
}

function firstUnique({ context, keys, distractors }: Subject): string[] {
  const [key, ...more] = keys;
  if (key === undefined || more.length > 0) return [`${String(keys.length)} keys`];
  return distractors
    .filter(({ value }) => context.index.order(key.value, value) !== 'before')
    .map(({ value }) => `${key.value} is not certainly before ${value}`);
}

const K3: Rule = {
  id: 'K3',
  title: 'every pair of a sequence is strictly ordered, and none is part or twin of another',
  applies: ofKind('sequence'),
  violations({ context, question, fact }) {
    const ids = question.key.length > 1 ? question.key.map((id) => valueOf(question.options, id)) : null;
    const events = fact.kind === 'sequence' ? fact.events : [];
    const found: string[] = question.ties.length > 0 ? ['a generated sequence has ties'] : [];
    for (const [i, a] of events.entries()) {
      for (const b of events.slice(i + 1)) {
        const order = context.index.order(a, b);
        if (order !== 'before' && order !== 'after') found.push(`${a} and ${b}: ${order}`);
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
    return question.options
      .filter((option) => {
        const date = optionDate(option);
        return date === null || PRECISIONS.indexOf(date.precision) < PRECISIONS.indexOf(known.precision);
      })
      .map(({ value }) => `${value} is finer than ${known.precision}`);
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
    const finest = question.options.some((option) => optionDate(option)?.precision === 'day');
    return event?.when?.calendar === 'unknown' && finest ? [...found, 'the calendar of the day is not known'] : found;
  },
};

const K6: Rule = {
  id: 'K6',
  title: 'what sources disagree on is not asked, and none of the dates they give is an option',
  applies: () => true,
  violations({ context, events, question, distractors }) {
    const found: string[] = [];
    for (const event of events) {
      const tellings = [event, ...context.index.twinsOf(event.id).map((id) => context.index.event(id))];
      const conflicts = tellings.flatMap((one) => one.conflicts);
      if (conflicts.length > 0)
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

const K7: Rule = {
  id: 'K7',
  title: 'an event longer than the asked unit says which end is asked',
  applies: ofKind('date'),
  violations({ event, fact, question }) {
    if (event === null || fact.kind !== 'date') return [];
    const ends = datedEnds(event).map(({ end }) => end);
    if (!ends.includes(fact.end)) return [`${fact.end} is no end of ${event.id}`];
    const says = { whole: /./u, began: /\bbegin\b|почалося/u, ended: /\bend\b|завершилося/u }[fact.end];
    return says.test(question.stem) ? [] : [`the stem does not say that the ${fact.end} date is asked`];
  },
};

const K8: Rule = {
  id: 'K8',
  title: 'a claim names its claimant in stem and explanation, in sequences in its option',
  applies: ({ events }) => events.some((event) => event.according !== null || event.dates === 'statement'),
  violations({ context, events, question }) {
    return events.flatMap((event) => {
      const claimant = context.spoken(event).according;
      if (event.according === null && event.dates !== 'statement') return [];
      if (claimant === null) return [`${event.id} has no claimant in ${context.language}`];
      const option = question.options.find(({ value }) => value === event.id)?.text;
      const place = question.kind === 'sequence' ? (option ?? '') : question.stem;
      const missing = [place, question.explanation].filter((text) => !holds(text, claimant));
      return missing.map((text) => `“${text}” does not name ${claimant}`);
    });
  },
};

/** Case-blind for the first letter only: a claimant that opens a sentence is capitalised. */
function holds(text: string, claimant: string): boolean {
  return text.toLowerCase().includes(claimant.toLowerCase());
}

const K9: Rule = {
  id: 'K9',
  title: 'no place option contains the key, lies in it, is another name of it or another place of the event',
  applies: ofKind('place'),
  violations({ context, event, keys, distractors }) {
    const { index } = context;
    const key = keys[0] === undefined ? null : index.place(keys[0].value);
    if (event === null || key === null) return [];
    const names = new Set(spellingsOf(key).map(foldText));
    return distractors.flatMap(({ value }) => {
      const place = index.place(value);
      const found = [key.id, ...event.where]
        .filter((id) => index.related(id, value))
        .map((id) => `${value} is related to ${id}`);
      return spellingsOf(place).some((name) => names.has(foldText(name)))
        ? [...found, `${value} shares a name with the key`]
        : found;
    });
  },
};

const K10: Rule = {
  id: 'K10',
  title: 'no date option is the date of another event at the place, nor one to be avoided',
  applies: ofKind('date'),
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
  return event.avoid.dates.some((when) => mayTouch(when.span, span))
    ? [...found, `${option.value} is to be avoided`]
    : found;
}

export const KEY_RULES: readonly Rule[] = [K2, K3, K4, K5, K6, K7, K8, K9, K10];
