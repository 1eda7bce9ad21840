import { readTypedDate } from '../time/typed-date';
import { parseDate } from '../time/parse-date';
import { rangeOfDate } from '../time/read-span';
import { dayPartOf, writeDate } from '../time/date-part';
import type { Point } from '../packs/pack';
import type { Response } from '../answers/response';
import { countedAnswer } from './answers-given';
import type { LessonQuestion } from './lesson';
import type { Given, Room, Round } from './room';
import type { Distribution } from './view';

/** How the class has answered a round: what counts, or the first vote alone. Raised hands are counted with the options. */
export function distributionOf(
  room: Room,
  round: Round,
  question: LessonQuestion,
  vote: 'first' | 'counted',
): Distribution {
  const given: Given[] = [];
  let none = 0;
  room.seats.forEach((seat, number) => {
    if (seat.out) return;
    const answer = vote === 'first' ? (round.first?.[number] ?? null) : countedAnswer(round, number);
    if (answer === null) none++;
    else given.push(answer);
  });
  const responses = given.map(({ response }) => response);
  const passed = responses.filter((response) => 'pass' in response).length;
  const said = { responses, none: none + passed };
  if (question.form === 'order') return ordersOf(question, given, said.none);
  if (question.form === 'map') return pointsOf(responses, said.none);
  if (question.form === 'typed')
    return question.kind === 'date' ? daysOf(question, responses, said.none) : namesOf(given, said.none);
  return optionsOf(question, responses, said.none, vote === 'counted' ? round.hands : null);
}

function optionsOf(
  question: LessonQuestion,
  responses: readonly Response[],
  none: number,
  hands: Round['hands'],
): Distribution {
  const counts: Record<string, number> = {};
  for (const { id } of question.options) counts[id] = hands?.[id] ?? 0;
  for (const response of responses) {
    if ('choice' in response) counts[response.choice] = (counts[response.choice] ?? 0) + 1;
  }
  return { of: 'options', counts, none };
}

/** Three digits are a hundred metres: enough for a picture. */
const round3 = (value: number): number => Math.round(value * 1000) / 1000;

function pointsOf(responses: readonly Response[], none: number): Distribution {
  const points = responses.flatMap((response): Point[] =>
    'point' in response ? [[round3(response.point[0]), round3(response.point[1])]] : [],
  );
  const [longitude, latitude] = [middle(points.map(([x]) => x)), middle(points.map(([, y]) => y))];
  return { of: 'points', points, median: longitude === null || latitude === null ? null : [round3(longitude), round3(latitude)], none }; // prettier-ignore
}

function daysOf({ accept }: LessonQuestion, responses: readonly Response[], none: number): Distribution {
  const key = accept !== null && 'from' in accept ? parseDate(accept.from, 'gregorian') : null;
  const near = key?.ok === true ? rangeOfDate(key.value, 'gregorian').first : 0;
  const typed = responses.flatMap((response) => ('typed' in response ? [response.typed] : []));
  const read = typed.flatMap((text) => {
    const date = readTypedDate(text, near);
    if (date === null) return [];
    const [first] = date.kind === 'dates' ? date.dates : date.dayFirst;
    return first === undefined ? [] : [first.first];
  });
  const days = read.toSorted((a, b) => a - b);
  const centre = days[Math.floor((days.length - 1) / 2)];
  const iso = (day: number): string => writeDate(dayPartOf(day));
  return { of: 'dates', days: days.map(iso), median: centre === undefined ? null : iso(centre), unread: typed.length - days.length, none }; // prettier-ignore
}

function namesOf(given: readonly Given[], none: number): Distribution {
  const names = new Map<string, { text: string; count: number; right: boolean }>();
  for (const { response, credit } of given) {
    if (!('typed' in response)) continue;
    const text = response.typed.trim().replace(/\s+/gu, ' ');
    const key = text.toLowerCase();
    const known = names.get(key) ?? { text, count: 0, right: credit === 1 };
    names.set(key, { ...known, count: known.count + 1 });
  }
  return { of: 'names', names: [...names.values()].sort((a, b) => b.count - a.count), none };
}

function ordersOf(question: LessonQuestion, given: readonly Given[], none: number): Distribution {
  const places: Record<string, number[]> = {};
  for (const { id } of question.options) places[id] = question.options.map(() => 0);
  let right = 0;
  for (const { response, credit } of given) {
    if (!('order' in response)) continue;
    if (credit === 1) right++;
    response.order.forEach((id, place) => {
      const row = places[id];
      if (row?.[place] !== undefined) row[place]++;
    });
  }
  return { of: 'orders', places, right, none };
}

function middle(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}
