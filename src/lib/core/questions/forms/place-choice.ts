import { compareText } from '../../places/collate';
import { distanceKm } from '../../places/distance';
import type { PackEvent } from '../../packs/pack';
import { assemble, citedSources, explain, hashOf, lettered, proveOthers, type Request } from '../assemble';
import type { Context } from '../context';
import { closenessOfKm, difficultyOf, fameOf } from '../difficulty';
import { chooseAround } from '../distractors/choose';
import { areFalsePlaces, falsePlaces, type FalsePlace } from '../distractors/places';
import type { Objection } from '../eligibility';
import type { Foresight } from '../foresight';
import { drawFrom } from '../hash';
import { namesNothing, placeLeakIn } from '../leaks';
import type { ProofStep, Question } from '../question';
import { phrasesOf, plainTelling, shownDate, wordsRead, type ShownDate } from '../telling';
import { placeOutline, readPlace, type AskedPlace, type PlaceFact } from './place';

/** "Where did this happen on …: …?" with places of one type, in the alphabet's order. */
export function placeChoice(request: Request<PlaceFact>): Question | Objection {
  const { context } = request;
  const asked = readPlace(request);
  if ('reason' in asked) return asked;
  const { event, key, told, shown } = asked;
  const sides = falsePlaces(context, event, key, shown.span);
  // A container that the text names gives the key away unless every option shares it (rule L3).
  const text = wordsRead(told);
  const isPlain = namesNothing(context.index, text, key);
  const shares = ({ value }: { value: FalsePlace }): boolean =>
    isPlain || placeLeakIn(context.index, text, key.id, [value.place.id]) === null;
  const chosen = chooseAround(
    drawFrom(hashOf(request, 'place/choice')),
    sides.earlier.filter(shares),
    sides.later.filter(shares),
  );
  if (chosen === null) return { reason: 'too-few-distractors', detail: 'fewer than two places are provably false' };
  return build(request, asked, chosen);
}

/** Whether it can be asked: where the words name no place, no false place has to be looked at for what they tell of it. */
export function foreseePlaceChoice(request: Request<PlaceFact>): Foresight {
  const { context } = request;
  const asked = readPlace(request);
  if ('reason' in asked) return asked;
  const { event, key, told, shown } = asked;
  if (!namesNothing(context.index, wordsRead(told), key)) return null;
  return areFalsePlaces(context, event, key, shown.span) ? placeOutline(asked) : null;
}

function build(request: Request<PlaceFact>, asked: AskedPlace, chosen: readonly FalsePlace[]): Question {
  const { event, key, shown } = asked;
  const { context } = request;
  const { language } = context;
  const all = [
    { place: key, name: context.placeName(key.id) ?? key.name, why: 'key' },
    ...chosen.map((one) => ({ place: one.place, name: one.name, why: reason(context, one) })),
  ].sort((a, b) => compareText(a.name, b.name, language));
  const options = lettered(all.map(({ place, name, why }) => ({ text: name, value: place.id, why })));
  const steps = (one: FalsePlace): ProofStep[] => falseSteps(event, one, shown);
  const closeness = chosen.map(({ place }) =>
    closenessOfKm(key.point === null || place.point === null ? null : distanceKm(key.point, place.point)),
  );
  const { stem, dispatch, according } = placeOutline(asked);
  return assemble(request, 'place/choice', {
    stem,
    dispatch,
    according,
    options,
    key: options.filter((option) => option.value === key.id).map((option) => option.id),
    explanation: explain(context, event, true),
    sources: citedSources(context, event),
    proof: {
      key: [{ rule: 'located', event: event.id, place: key.id }],
      others: proveOthers(options, ({ value }) => {
        const one = chosen.find(({ place }) => place.id === value);
        return one === undefined ? null : steps(one);
      }),
    },
    difficulty: difficultyOf(closeness, fameOf(context, event)),
  });
}

function reason(context: Context, one: FalsePlace): string {
  const phrases = phrasesOf(context);
  const told = one.backing === null ? null : plainTelling(context, one.backing);
  const on = one.backing === null ? null : shownDate(context, one.backing)?.on;
  return told === null || on === null || on === undefined ? phrases.nothingThere : phrases.happenedThere(told, on);
}

function falseSteps(event: PackEvent, one: FalsePlace, shown: ShownDate): ProofStep[] {
  const place = one.place.id;
  const steps: ProofStep[] = [
    { rule: 'unrelated-place', place, event: event.id, eventPlaces: event.where },
    { rule: 'no-event-then', place, shown: shown.label },
  ];
  const { backing } = one;
  if (backing !== null && backing.when !== null) {
    steps.push({ rule: 'dated-otherwise', event: backing.id, place, when: backing.when.text });
  }
  return steps;
}
