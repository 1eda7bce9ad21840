import type { PackEvent } from '../../packs/pack';
import { assemble, citedSources, explain, hashOf, lettered, proveOthers, type Request } from '../assemble';
import { perEvent } from '../context';
import { closenessOfUnits, difficultyOf, fameOf } from '../difficulty';
import { chooseAround } from '../distractors/choose';
import {
  areFalseEvents, atOtherPlaces, atOtherTimes, doOptionsMention, falseEvents, type FalseBy, type FalseEvent,
} from '../distractors/events'; // prettier-ignore
import { objectionTo, type Objection } from '../eligibility';
import { datelessTelling, mentionOf, placelessTelling } from '../event-options';
import type { Fact } from '../facts';
import type { Foresight } from '../foresight';
import { drawFrom } from '../hash';
import { mentionedPlaces, placeLeakIn } from '../leaks';
import type { Dispatch, ProofStep, Question } from '../question';
import { variantOf } from '../stems/variety';
import { isTold, noWording, phrasesOf, shownDate, shownPlace } from '../telling';
import { placelessTwinAt, toldTwinThen } from '../uniqueness';

type EventFact = Extract<Fact, { kind: 'event' }>;

/** What the two ways of asking for an event differ in. */
interface Asked {
  readonly event: PackEvent;
  /** The key as an option. */
  readonly text: string;
  readonly textOf: (one: FalseEvent) => string;
  readonly stem: string;
  readonly dispatch: Dispatch;
  readonly false: FalseBy;
  readonly key: ProofStep;
  readonly why: (one: FalseEvent) => string;
  readonly proof: (one: FalseEvent) => ProofStep;
}

/** "Which of these events happened on …?" or "… here: …?", with events told as whole sentences. */
export function eventChoice(request: Request<EventFact>): Question | Objection {
  const { context } = request;
  const asked = readEvent(request);
  if ('reason' in asked) return asked;
  const { event } = asked;
  const draw = drawFrom(hashOf(request, 'event/choice'));
  const sides = falseEvents(context, event, asked.false);
  const chosen = chooseAround(draw, sides.earlier, sides.later);
  if (chosen === null) return { reason: 'too-few-distractors', detail: 'fewer than two events are provably false' };

  const all = [
    { text: asked.text, value: event.id, why: 'key' },
    ...chosen.map((one) => ({ text: asked.textOf(one), value: one.event.id, why: asked.why(one) })),
  ];
  const options = lettered(draw.shuffle(all));
  return assemble(request, 'event/choice', {
    stem: asked.stem,
    options,
    dispatch: asked.dispatch,
    key: options.filter(({ value }) => value === event.id).map(({ id }) => id),
    // Each option names its own claimant (rule K8).
    according: null,
    explanation: explain(context, event, true),
    sources: citedSources(context, event),
    proof: {
      key: [asked.key],
      others: proveOthers(options, ({ value }) => {
        const one = chosen.find(({ event: { id: other } }) => other === value);
        return one === undefined ? null : [asked.proof(one)];
      }),
    },
    difficulty: difficultyOf(
      chosen.map(({ days }) => closenessOfUnits(days)),
      fameOf(context, event),
    ),
  });
}

/** Whether it can be asked: where no words name a place, two false events are enough to know that there are two. */
export function foreseeEventChoice(request: Request<EventFact>): Foresight {
  const { context, fact } = request;
  const asked = readEvent(request);
  if ('reason' in asked) return asked;
  const { event, text, stem, dispatch } = asked;
  if (fact.by === 'place') {
    const named = mentionedPlaces(context.index, context.spoken(event).placeless ?? '').length > 0;
    if (named || doOptionsMention(context, event, asked.false)) return null;
  }
  if (!areFalseEvents(context, event, asked.false)) return null;
  return { stem, dispatch, according: null, options: [{ text, value: event.id }] };
}

function readEvent(request: Request<EventFact>): Asked | Objection {
  const { context, fact } = request;
  const event = context.index.event(fact.event);
  const objection = objectionTo(context.index, event, 'event');
  if (objection !== null) return objection;
  return fact.by === 'date' ? byDate(request, event) : byPlace(request, event);
}

/** An event as an option where one is asked by its date; it stands in several questions. */
const datelessOption = perEvent((context, event): string => {
  const told = datelessTelling(context, event);
  return isTold(told) ? phrasesOf(context).option(told) : '';
});

/** The same by its place: the date makes an event told without its place this one and no other. */
const placelessOption = perEvent((context, event): string => {
  const told = placelessTelling(context, event);
  if (!isTold(told)) return '';
  const shown = shownDate(context, event);
  const phrases = phrasesOf(context);
  return shown === null ? phrases.option(told) : phrases.optionThen(told, shown.label);
});

function byDate(request: Request<EventFact>, event: PackEvent): Asked | Objection {
  const { context } = request;
  const shown = shownDate(context, event);
  const when = event.when?.text ?? '';
  if (shown === null) return { reason: 'no-date', detail: 'no date can be shown' };
  const told = datelessTelling(context, event);
  if (!isTold(told)) return told;
  const twin = toldTwinThen(context, event, told.text, shown.span);
  if (twin !== null) return { reason: 'not-unique', detail: `${twin} is told in the same words` };
  const phrases = phrasesOf(context);
  return {
    event,
    text: datelessOption(context, event),
    textOf: (one) => datelessOption(context, one.event),
    stem: phrases.askEventThen(shown.on, told.statement, variantOf(request, 'event')),
    dispatch: { place: null, date: shown.label, text: null },
    false: atOtherTimes(context, event, shown.span),
    key: { rule: 'dated', event: event.id, when },
    why: (one) => phrases.datedThen(shownDate(context, one.event)?.on ?? ''),
    proof: (one) => ({ rule: 'disjoint-date', event: one.event.id, when: one.event.when?.text ?? '', option: when }),
  };
}

function byPlace(request: Request<EventFact>, event: PackEvent): Asked | Objection {
  const { context } = request;
  const { index } = context;
  if (event.dates === 'statement')
    return { reason: 'not-an-event', detail: 'a statement; where it was made is not asked' };
  if (event.where.length === 0) return { reason: 'no-place', detail: 'no place is given' };
  const phrases = phrasesOf(context);
  const places = index.mostSpecificPlaces(event);
  if (places.length > 1) return { reason: 'not-unique', detail: places.join(', ') };
  const place = shownPlace(context, event);
  if (place === null) return noWording(context.language);
  const told = placelessTelling(context, event);
  if (!isTold(told)) return told;
  const word = placeLeakIn(index, told.text, place.id, []) ?? mentionOf(context, told.text, place.id, []);
  if (word !== null) return { reason: 'leak', detail: `“${word}” gives the place away` };
  const twin = placelessTwinAt(context, event, told.text, place.id);
  if (twin !== null) return { reason: 'not-unique', detail: `${twin} is told in the same words` };
  return {
    event,
    text: placelessOption(context, event),
    textOf: (one) => placelessOption(context, one.event),
    stem: phrases.askEventThere(place.name, variantOf(request, 'event')),
    dispatch: { place: place.name, date: null, text: null },
    false: atOtherPlaces(context, event, place.id),
    key: { rule: 'located', event: event.id, place: place.id },
    why: (one) => phrases.wasElsewhere(shownPlace(context, one.event)?.name ?? null),
    proof: (one) => ({
      rule: 'unrelated-place',
      place: place.id,
      event: one.event.id,
      eventPlaces: one.event.where,
    }),
  };
}
