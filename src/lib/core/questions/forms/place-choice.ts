import { compareText } from '../../places/collate';
import { distanceKm } from '../../places/distance';
import type { PackEvent, Place } from '../../packs/pack';
import { assemble, citedSources, explain, hashOf, lettered, type Request } from '../assemble';
import type { Context } from '../context';
import { closenessOfKm, difficultyOf, fameOf } from '../difficulty';
import { chooseAround } from '../distractors/choose';
import { falsePlaces, type FalsePlace } from '../distractors/places';
import { objectionTo, type Objection } from '../eligibility';
import { placelessTelling } from '../event-options';
import type { Fact } from '../facts';
import { drawFrom } from '../hash';
import { placeLeakIn } from '../leaks';
import type { ProofStep, Question } from '../question';
import type { Told } from '../stems/phrases';
import { chooseStem, objectionIn, variantOf } from '../stems/variety';
import { noWording, phrasesOf, plainTelling, pointsNowhere, shownDate, type ShownDate } from '../telling';
import { placelessAlike } from '../uniqueness';

type PlaceFact = Extract<Fact, { kind: 'place' }>;

/** "Where did this happen on …: …?" with places of one type, in the alphabet's order. */
export function placeChoice(request: Request<PlaceFact>): Question | Objection {
  const { context, fact } = request;
  const { index } = context;
  const event = index.event(fact.event);
  const objection = objectionTo(index, event, 'place');
  if (objection !== null) return objection;
  const shown = shownDate(context, event);
  if (shown === null) return { reason: 'no-date', detail: 'no date can be shown that makes other places false' };

  const told = placelessTelling(context, event);
  if ('reason' in told) return told;
  const stem = chooseStem(variantOf(request, 'place'), (variant) =>
    phrasesOf(context).askPlace(told, shown.on, event.dates === 'observation', variant),
  );
  const places = index.mostSpecificPlaces(event);
  const flaw = pointsNowhere(told.text, context.language) ?? objectionIn(stem) ?? leak(context, told.text, places, []);
  if (flaw !== null) return flaw;
  if (typeof stem !== 'string') return stem;
  const [id, ...more] = places;
  if (id === undefined || more.length > 0) return { reason: 'not-unique', detail: places.join(', ') };
  const key = index.place(id);
  if (context.placeName(id) === null) return noWording(context.language);
  const alike = placelessAlike(context, event, told.text, shown.span);
  if (alike !== null) return { reason: 'not-unique', detail: `${alike} is told in the same words` };

  const sides = falsePlaces(context, event, key, shown.span);
  // A container that the text names gives the key away unless every option shares it (rule L3).
  const shares = ({ value }: { value: FalsePlace }): boolean =>
    leak(context, told.text, [id], [value.place.id]) === null;
  const chosen = chooseAround(
    drawFrom(hashOf(request, 'place/choice')),
    sides.earlier.filter(shares),
    sides.later.filter(shares),
  );
  if (chosen === null) return { reason: 'too-few-distractors', detail: 'fewer than two places are provably false' };
  return build(request, event, key, { told, shown, stem }, chosen);
}

function leak(context: Context, text: string, keys: readonly string[], others: readonly string[]): Objection | null {
  for (const key of keys) {
    const word = placeLeakIn(context.index, text, key, others);
    if (word !== null) return { reason: 'leak', detail: `“${word}” gives the place away` };
  }
  return null;
}

interface Asked {
  readonly told: Told;
  readonly shown: ShownDate;
  readonly stem: string;
}

function build(
  request: Request<PlaceFact>,
  event: PackEvent,
  key: Place,
  { told, shown, stem }: Asked,
  chosen: readonly FalsePlace[],
): Question {
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
  return assemble(request, 'place/choice', {
    stem,
    options,
    dispatch: { place: null, date: shown.label, text: told.text },
    key: options.filter((option) => option.value === key.id).map((option) => option.id),
    according: told.according,
    explanation: explain(context, event, true),
    sources: citedSources(context, event),
    proof: {
      key: [{ rule: 'located', event: event.id, place: key.id }],
      others: Object.fromEntries(
        options.flatMap(({ id, value }) => {
          const one = chosen.find(({ place }) => place.id === value);
          return one === undefined ? [] : [[id, steps(one)]];
        }),
      ),
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
