import type { Place } from '../../packs/pack';
import { dayPartOf, writeDate } from '../../time/date-part';
import { rangeOfDate, spanOfDate } from '../../time/read-span';
import { mayTouch } from '../../time/span';
import { perEvent } from '../context';
import { isNotThen, isNotThere } from '../distractors/events';
import { eventThereThen } from '../distractors/occupied';
import { givesReason } from '../distractors/reasons';
import { objectionTo } from '../eligibility';
import { datelessTelling, placelessTelling } from '../event-options';
import { datedEnds } from '../facts';
import { spellingsOf } from '../leaks';
import { locate, neighbourTooNear } from '../map-targets';
import { bearersOf } from '../place-names';
import type { FormKey } from '../question';
import type { Told } from '../stems/phrases';
import { isTold, shownDate, shownPlace } from '../telling';
import { placelessAlike, placelessLike, toldAlike } from '../uniqueness';
import { optionDate, type Rule, type Subject } from './rule';

/** What in a question of each form may be true besides its key. */
const SECOND_TRUTHS: Readonly<Record<FormKey, (subject: Subject) => string[]>> = {
  'date/choice': dateOffered,
  'date/typed': dateTyped,
  'place/choice': placeOffered,
  'place/map': placeOnMap,
  'place/typed': placeTyped,
  'sequence/order': () => [], // rule K3: every pair is ordered
  'sequence/first': (subject) => notInOrder(subject, (key, other) => [key, other]),
  'sequence/last': (subject) => notInOrder(subject, (key, other) => [other, key]),
  'sequence/between': between,
  'event/choice': eventOffered,
};

export const K2: Rule = {
  id: 'K2',
  title: 'exactly one answer is right; every other is provably false',
  applies: ({ form }) => form !== 'sequence/order',
  violations(subject) {
    const { question, keys, form } = subject;
    const wanted = question.accept === null ? 1 : 0;
    const found = keys.length === wanted ? [] : [`${String(keys.length)} keys`];
    return [...found, ...SECOND_TRUTHS[form](subject)];
  },
};

function dateOffered(subject: Subject): string[] {
  const { context, event, distractors } = subject;
  if (event?.when == null) return ['the event has no date'];
  const { when } = event;
  const found = distractors.flatMap((option) => {
    const date = optionDate(option);
    const isFalse = date !== null && !mayTouch(spanOfDate(date, when.calendar), when.span);
    return isFalse ? [] : [`${option.value} may be true`];
  });
  const twin = toldAlike(context, event, toldIn(subject));
  return twin === null ? found : [...found, `${twin} is told in the same words`];
}

function dateTyped(subject: Subject): string[] {
  const { context, event, fact, question } = subject;
  if (event === null || fact.kind !== 'date') return [];
  const date = datedEnds(event).find(({ end }) => end === fact.end)?.date;
  const { accept } = question;
  if (date === undefined || accept === null || !('unit' in accept)) return ['no days are accepted'];
  const { first, last } = rangeOfDate(date, 'gregorian');
  const days = [first, last].map((day) => writeDate(dayPartOf(day)));
  const found = accept.from === days[0] && accept.to === days[1] ? [] : [`accepts ${accept.from} to ${accept.to}`];
  const twin = toldAlike(context, event, toldIn(subject));
  return twin === null ? found : [...found, `${twin} is told in the same words`];
}

function toldIn({ question }: Subject): Told {
  return { text: question.dispatch?.text ?? '', as: 'clause', according: null, statement: false };
}

function placeOffered({ context, event, distractors }: Subject): string[] {
  if (event === null) return [];
  const shown = shownDate(context, event);
  if (shown === null) return ['no date is shown that would make other places false'];
  return distractors.flatMap(({ value }) => {
    const there = eventThereThen(context, value, event.id, shown.span);
    return there === null ? [] : [`${there.id} may have happened at ${value} at the time shown`];
  });
}

/** What is accepted on the map is the place of the event, and nothing else may be meant. */
function placeOnMap(subject: Subject): string[] {
  const { context, question } = subject;
  const key = onlyPlace(subject);
  const { accept } = question;
  if (key === null || accept === null || !('point' in accept)) return ['no point is accepted'];
  const target = locate(context, key);
  if ('reason' in target) return [target.detail];
  const same = accept.point.every((degrees, i) => degrees === target.point[i]) && accept.radiusKm === target.radiusKm;
  const near = neighbourTooNear(context, key, target);
  return [
    ...(same ? [] : [`accepts ${accept.point.join(', ')}`]),
    ...(near === null ? [] : [near.detail]),
    ...likeElsewhere(subject),
  ];
}

/** Every name that is accepted is the place's own, and none another place's. */
function placeTyped(subject: Subject): string[] {
  const { context, question } = subject;
  const key = onlyPlace(subject);
  const { accept } = question;
  if (key === null || accept === null || !('names' in accept)) return ['no name is accepted'];
  const own = spellingsOf(key);
  const wrong = accept.names.filter(
    (name) => !own.includes(name) || bearersOf(context, name).some((id) => id !== key.id),
  );
  return [...wrong.map((name) => `${name} is not this place's name alone`), ...likeElsewhere(subject)];
}

function onlyPlace({ context, event }: Subject): Place | null {
  const [id, ...more] = event === null ? [] : context.index.mostSpecificPlaces(event);
  return id === undefined || more.length > 0 ? null : context.index.place(id);
}

function likeElsewhere({ context, event, question }: Subject): string[] {
  const shown = event === null ? null : shownDate(context, event);
  if (event === null || shown === null) return ['no date is shown that would make other places false'];
  const text = question.dispatch?.text ?? '';
  const alike = placelessAlike(context, event, text, shown.span) ?? placelessLike(context, event, text, shown.span);
  return alike === null ? [] : [`${alike} may be told in these words too`];
}

const mayBeEvent = perEvent(({ index }, event) => objectionTo(index, event, 'event') === null);

/** The key is the event asked for, and every other certainly was at another time, or elsewhere. */
function eventOffered({ context, question, event, fact, keys, distractors }: Subject): string[] {
  if (event === null || fact.kind !== 'event') return [];
  const found = keys.every(({ value }) => value === event.id) ? [] : [`the key is not ${event.id}`];
  const shown = fact.by === 'date' ? shownDate(context, event) : null;
  const place = fact.by === 'place' ? shownPlace(context, event) : null;
  const { dispatch } = question;
  if ((dispatch?.date ?? null) !== (shown?.label ?? null) || (dispatch?.place ?? null) !== (place?.name ?? null))
    return [...found, 'the dateline does not show what makes the others false'];
  const isFalse = (id: string): boolean => {
    const other = context.index.event(id);
    if (!givesReason(context, other) || !mayBeEvent(context, other)) return false;
    if (context.index.kin(event.id, id) || event.avoid.events.includes(id)) return false;
    const told = fact.by === 'date' ? datelessTelling(context, other) : placelessTelling(context, other);
    if (!isTold(told)) return false;
    if (shown !== null) return isNotThen(context, other, told.text, shown.span);
    return place !== null && isNotThere(context, other, told.text, place.id);
  };
  return [...found, ...distractors.filter(({ value }) => !isFalse(value)).map(({ value }) => `${value} may be true`)];
}

type Ordered = readonly [earlier: string, later: string];

function notInOrder({ context, keys, distractors }: Subject, order: (key: string, other: string) => Ordered): string[] {
  const key = keys[0]?.value;
  if (key === undefined) return [];
  return uncertain(
    context,
    distractors.map(({ value }) => order(key, value)),
  );
}

function uncertain(context: Subject['context'], pairs: readonly Ordered[]): string[] {
  return pairs
    .filter(([earlier, later]) => context.index.order(earlier, later) !== 'before')
    .map(([earlier, later]) => `${earlier} is not certainly before ${later}`);
}

function between({ context, keys, distractors, bounds }: Subject): string[] {
  const [after, before, ...more] = bounds.map(({ id }) => id);
  const key = keys[0]?.value;
  if (after === undefined || before === undefined || more.length > 0) return ['it has no two bounds'];
  if (key === undefined) return [];
  const { index } = context;
  const inside = distractors.filter(
    ({ value }) => index.order(value, after) !== 'before' && index.order(before, value) !== 'before',
  );
  return [
    ...uncertain(context, [[after, key], [key, before]]),
    ...inside.map(({ value }) => `${value} may lie between them as well`),
  ]; // prettier-ignore
}
