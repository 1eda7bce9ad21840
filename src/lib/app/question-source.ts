import { hash32 } from '$lib/core/memory/hash';
import { pairsOfChain } from '$lib/core/memory/memory-key';
import type { MapShapes } from '$lib/core/places/map-shapes';
import type { PackIndex } from '$lib/core/packs/pack-index';
import { datedEnds, sequenceFact } from '$lib/core/questions/facts';
import type { Fact } from '$lib/core/questions/facts';
import { FEWEST, MOST_FOR_ONE } from '$lib/core/questions/chains';
import { createGenerator } from '$lib/core/questions/generator';
import type { Generator } from '$lib/core/questions/generator';
import { LANGUAGES } from '$lib/core/questions/question';
import type { FormKey, Kind, Language, Question, FORMS_OF } from '$lib/core/questions/question';
import { isPackLanguage } from '$lib/core/questions/wording';
import { writeDate } from '$lib/core/time/date-part';
import type { FactInfo, PackSummary, QuestionSource } from './ports';

/**
 * The forms that the study screen can show. A form that it cannot is made, proved and exported like any other, but no session asks
 * it: set it to true together with the screen that serves it.
 */
const STUDIED: Readonly<Record<FormKey, boolean>> = {
  'date/choice': true,
  'date/typed': false,
  'place/choice': true,
  'place/map': false,
  'place/typed': false,
  'sequence/order': true,
  'sequence/first': true,
  'sequence/last': true,
  'sequence/between': true,
  'event/choice': true,
};

/** The forms of each kind from easy to hard: a young fact is asked in the first, a mature one in the last. */
const EASIEST_FIRST: { readonly [K in Kind]: readonly (typeof FORMS_OF)[K][number][] } = {
  date: ['choice', 'typed'],
  place: ['choice', 'map', 'typed'],
  sequence: ['first', 'last', 'between', 'order'],
  event: ['choice'],
};

/** Questions kept at hand: the current one, the one looked ahead to, and what an undo brings back. */
const MOST_KEPT = 16;

/** Forms about one of a few events, for which a part of a long chain will do. */
const OF_A_PART = ['first', 'last', 'between'] as const;

/**
 * Questions of one pack for a learner: what is asked follows the pack's own language, the words follow the learner's where there are any.
 *
 * @param remembered the pack's facts as this version of the app found them before; finding them tries every event in every form
 * @param shapes the pack's base map, for places that are asked on it by their area; null while nobody has loaded it
 */
export function createQuestionSource(
  index: PackIndex,
  pack: PackSummary,
  language: Language,
  remembered: readonly FactInfo[] | null = null,
  shapes: MapShapes | null = null,
): QuestionSource {
  const own = LANGUAGES.find((one) => isPackLanguage(index.pack, one)) ?? language;
  const speaking: readonly Generator[] = [...new Set([language, own])].map((one) =>
    createGenerator(index, { language: one, shapes }),
  );
  let infos: ReadonlyMap<string, FactInfo> | null = null;
  const known = (): ReadonlyMap<string, FactInfo> =>
    (infos ??= new Map((remembered ?? factsOf(index, speaking)).map((info) => [info.fact, info])));
  const kept = new Map<string, Question | null>();
  const ask = (fact: string, form: string, seed: number): Question | null => {
    const key = JSON.stringify([fact, form, seed]);
    const ready = kept.get(key);
    if (ready !== undefined) return ready;
    const made = make(fact, form, seed);
    if (kept.size >= MOST_KEPT) kept.clear();
    kept.set(key, made);
    return made;
  };
  const make = (fact: string, form: string, seed: number): Question | null => {
    for (const generator of speaking) {
      const made = generator.question(fact, form, seed);
      if (made?.type === 'question') return made;
    }
    return null;
  };
  return {
    pack,
    facts: () => [...known().values()],
    question(fact, form, seed, focus) {
      const info = known().get(fact);
      return info === undefined
        ? null
        : ask(OF_A_PART.some((one) => one === form) ? partOf(info, form, seed, focus) : fact, form, seed);
    },
  };
}

/** What any of the languages asks, in the order of the one that asks most of it: the last, which is the pack's own. */
function factsOf(index: PackIndex, speaking: readonly Generator[]): readonly FactInfo[] {
  const own = speaking.at(-1)?.facts() ?? [];
  const infos = own.map(({ fact, forms }): FactInfo => {
    const events = eventsOf(index, fact);
    const served = new Set(forms.filter((key) => STUDIED[key]).map((key) => key.slice(fact.kind.length + 1)));
    // Bounds from outside a short chain make pairs with its events that are no memories: the answer would be remembered nowhere.
    served.delete('between');
    // A long chain is too much for "which came first?", a part of it is not.
    if (events.length > MOST_FOR_ONE) for (const form of OF_A_PART) if (STUDIED[`sequence/${form}`]) served.add(form);
    const ordered: readonly string[] = EASIEST_FIRST[fact.kind];
    return {
      fact: fact.id,
      kind: fact.kind,
      storyline: storylineOf(index, fact),
      events,
      forms: ordered.filter((form) => served.has(form)),
      memories: memoriesOf(index, fact, events),
    };
  });
  // What can only be asked in a form that the screen does not show is not asked at all.
  return infos.filter(({ forms }) => forms.length > 0);
}

/** Its event, or its chain with the earliest first: chains are strict, so that any two are in order. */
function eventsOf(index: PackIndex, fact: Fact): readonly string[] {
  if (fact.kind !== 'sequence') return [fact.event];
  return [...fact.events].sort((a, b) => (index.order(a, b) === 'before' ? -1 : 1));
}

function storylineOf(index: PackIndex, fact: Fact): string {
  return fact.kind === 'sequence' ? fact.storyline : index.event(fact.event).storyline;
}

/** The memories behind a fact, each with the answer whose change makes it another fact. */
function memoriesOf(index: PackIndex, fact: Fact, events: readonly string[]): FactInfo['memories'] {
  if (fact.kind === 'sequence') return pairsOfChain(events).map((pair) => ({ fact: pair, answer: 'before' }));
  const event = index.event(fact.event);
  if (fact.kind === 'event' && fact.by === 'date') return [{ fact: fact.id, answer: event.when?.text ?? '' }];
  if (fact.kind !== 'date') return [{ fact: fact.id, answer: index.mostSpecificPlaces(event).join('+') }];
  const dated = datedEnds(event).find((one) => one.end === fact.end);
  return [{ fact: fact.id, answer: dated === undefined ? '' : writeDate(dated.date) }];
}

/**
 * The fact of a part of a chain that is few enough for a question about one event. For "first" and "last" neighbours, of which the
 * question proves the first or the last pair: the one in focus where there is one, else the seed decides. For "between" every second one,
 * so that the generator finds its bounds, the neighbours of the key, in the chain itself.
 */
function partOf(info: FactInfo, form: string, seed: number, focus: string | null): string {
  const { events, storyline, fact } = info;
  if (events.length <= MOST_FOR_ONE) return fact;
  const luck = hash32('window', fact, seed);
  if (form === 'between') {
    const from = luck % (events.length - MOST_FOR_ONE);
    return sequenceFact(
      storyline,
      [0, 2, 4].flatMap((step) => events[from + step] ?? []),
    ).id;
  }
  const pair = pairsOfChain(events).findIndex((one) => one === focus);
  const [from, to] = pair === -1 ? [luck % (events.length - MOST_FOR_ONE + 1)] : windowOf(pair, form, events.length);
  return sequenceFact(storyline, events.slice(from, to ?? from + MOST_FOR_ONE)).id;
}

/** From and to of the events that prove a pair: those that follow it for "first", those before it for "last"; at least three. */
function windowOf(pair: number, form: string, count: number): readonly [number, number] {
  if (form === 'first') return [Math.min(pair, count - FEWEST), Math.min(pair + MOST_FOR_ONE, count)];
  const to = Math.max(pair + 2, FEWEST);
  return [Math.max(0, to - MOST_FOR_ONE), to];
}
