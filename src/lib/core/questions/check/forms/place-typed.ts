import * as v from 'valibot';
import type { Case } from '../case';
import { checkNoBounds, checkNothingOffered } from '../options';
import { checkProof } from '../proof';
import { shownTime } from '../shown-time';
import { unless, type Finding } from '../violation';
import { folded, spellings } from '../words';
import { checkPlaceWords } from './place-words';

const Accept = v.strictObject({ names: v.pipe(v.array(v.string()), v.minLength(1)), rivals: v.array(v.string()) });

/** "Where did this happen on …: …?", its name to be typed. */
export function checkPlaceTyped(subject: Case): readonly Finding[] {
  const shown = shownTime(subject);
  const accept = v.safeParse(Accept, subject.question.accept);
  return [
    ...checkNothingOffered(subject),
    ...checkNoBounds(subject),
    ...unless(accept.success, 'format', 'accept: expected { names, rivals }'),
    ...(accept.success ? checkNames(subject, accept.output) : []),
    ...checkPlaceWords(subject, shown),
    ...checkProof(subject, { key: ['located'], others: [], shown, spanOf: () => null }),
  ];
}

/** What is accepted are names of the event's one place, its own name among them, and of no other place. */
function checkNames(
  { question, events: [event], evidence }: Case,
  accept: v.InferOutput<typeof Accept>,
): readonly Finding[] {
  const [id, ...more] = evidence.specific(event);
  const place = id === undefined || more.length > 0 ? undefined : evidence.places.get(id);
  if (place === undefined) return [{ rule: 'K2', detail: `${event.id} has not one most specific place` }];
  const own = new Set(spellings(place).map(folded));
  const isShared = (name: string): boolean => [...evidence.bearers(name)].some((other) => other !== place.id);
  const shown = evidence.placeName(place.id, question.language) ?? place.name;
  return [
    ...unless(accept.names.includes(place.name) && accept.names.includes(shown), 'K1', `“${shown}” is not accepted`),
    ...accept.names.flatMap((name) => [
      ...unless(own.has(folded(name)), 'K1', `“${name}” is no name of ${place.id}`),
      ...unless(!isShared(name), 'K2', `“${name}” is the name of another place too`),
    ]),
    // Folding differs from ours in what it forgets, but never takes a name for one that reads otherwise.
    ...unless(accept.rivals.every((rival) => !own.has(folded(rival)) || isShared(rival)), 'K2', 'a name of the place is taken for a rival'),
  ]; // prettier-ignore
}
