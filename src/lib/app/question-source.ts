import { revealOf } from '$lib/core/answers/reveal';
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
import type { Kind, Language, Question, FORMS_OF } from '$lib/core/questions/question';
import type { Context } from '$lib/core/questions/context';
import { hintsOf } from '$lib/core/questions/hints';
import { readFacts } from '$lib/core/questions/found-facts';
import type { FoundFacts } from '$lib/core/questions/found-facts';
import type { AskableFact } from '$lib/core/questions/survey';
import { isPackLanguage } from '$lib/core/questions/wording';
import { writeDate } from '$lib/core/time/date-part';
import type { FactInfo, PackSummary, QuestionSource } from './ports';

/** The forms of each kind from easy to hard; which one is asked is a matter of memory (form-choice.ts). */
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
 * @param options.remembered the pack's facts as this version of the app found them before; finding them tries every event in every form
 * @param options.found the same as the build found it, where it brought the pack; either saves the search
 * @param options.map what is at hand of the pack's base map: the exact shapes of the places that are asked on it by their area. Null: no map
 * can be drawn, so nothing is asked on one
 */
export function createQuestionSource(
  index: PackIndex,
  pack: PackSummary,
  language: Language,
  options: {
    readonly remembered?: readonly FactInfo[] | null;
    readonly found?: FoundFacts | null;
    readonly map?: MapShapes | null;
  } = {},
): QuestionSource {
  const { remembered = null, found = null, map = null } = options;
  const spoken = LANGUAGES.find((one) => isPackLanguage(index.pack, one));
  const own = spoken ?? language;
  const speakerOf = (one: Language): Generator => createGenerator(index, { language: one, shapes: map });
  const asker = speakerOf(language);
  const speaking: readonly Generator[] = own === language ? [asker] : [asker, speakerOf(own)];
  const search = (): readonly FactInfo[] => {
    const ready = spoken === undefined || found === null ? null : readFacts(index.pack, found);
    return infosOf(index, ready ?? speaking.at(-1)?.facts() ?? [], map !== null);
  };
  let infos: ReadonlyMap<string, FactInfo> | null = null;
  const known = (): ReadonlyMap<string, FactInfo> =>
    (infos ??= new Map((remembered ?? search()).map((info) => [info.fact, info])));
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
  const contextOf = (question: Question): Context =>
    (speaking.find(({ context }) => context.language === question.language) ?? asker).context;
  return {
    pack,
    groundwork: asker.groundwork,
    facts: () => [...known().values()],
    question(fact, form, seed, focus) {
      const info = known().get(fact);
      if (info === undefined) return null;
      if (form === 'between') return betweenOf(info, seed, focus, (part) => ask(part, form, seed));
      return ask(OF_A_PART.some((one) => one === form) ? partOf(info, form, seed, focus) : fact, form, seed);
    },
    hints: (question) => hintsOf(contextOf(question), question),
    reveal: (question, response) => revealOf(contextOf(question), question, response),
  };
}

/** What is asked in the pack's own language, which asks most, with all that a session needs of it. */
function infosOf(index: PackIndex, asked: readonly AskableFact[], onMap: boolean): readonly FactInfo[] {
  const infos = asked.map(({ fact, forms }): FactInfo => {
    const events = eventsOf(index, fact);
    const served = new Set(forms.map((key) => key.slice(fact.kind.length + 1)));
    if (!onMap) served.delete('map');
    // Bounds from outside a short chain make pairs with its events that are no memories: the answer would be remembered nowhere.
    served.delete('between');
    // A long chain is too much for "which came first?", a part of it is not.
    if (events.length > MOST_FOR_ONE) for (const form of OF_A_PART) served.add(form);
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
  // What can only be asked on a map is not asked without one.
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
 * The fact of a part of a chain that is few enough for a question about one event: neighbours, of which "first" proves the first pair
 * and "last" the last one: the one in focus where there is one, else the seed decides.
 */
function partOf(info: FactInfo, form: string, seed: number, focus: string | null): string {
  const { events, storyline, fact } = info;
  if (events.length <= MOST_FOR_ONE) return fact;
  const luck = hash32('window', fact, seed);
  const pair = pairsOfChain(events).findIndex((one) => one === focus);
  const [from, to] = pair === -1 ? [luck % (events.length - MOST_FOR_ONE + 1)] : windowOf(pair, form, events.length);
  return sequenceFact(storyline, events.slice(from, to ?? from + MOST_FOR_ONE)).id;
}

/**
 * "Which happened between?" of every second event, so that the generator finds its bounds, the neighbours of the key, in the chain itself.
 * Null: no such question proves the pair in focus.
 */
function betweenOf(
  { events, storyline, fact }: FactInfo,
  seed: number,
  focus: string | null,
  ask: (part: string) => Question | null,
): Question | null {
  const windows = events.length - MOST_FOR_ONE;
  for (let i = 0; i < windows; i++) {
    const from = (hash32('window', fact, seed) + i) % windows;
    const shown = [0, 2, 4].flatMap((step) => events[from + step] ?? []);
    const question = ask(sequenceFact(storyline, shown).id);
    if (question !== null && (focus === null || provesPair(question, focus))) return question;
  }
  return null;
}

function provesPair({ bounds, options, key }: Question, pair: string): boolean {
  const right = options.find(({ id }) => key.includes(id))?.value;
  return bounds !== undefined && right !== undefined && pairsOfChain([bounds[0], right, bounds[1]]).includes(pair);
}

/** From and to of the events that prove a pair: those that follow it for "first", those before it for "last"; at least three. */
function windowOf(pair: number, form: string, count: number): readonly [number, number] {
  if (form === 'first') return [Math.min(pair, count - FEWEST), Math.min(pair + MOST_FOR_ONE, count)];
  const to = Math.max(pair + 2, FEWEST);
  return [Math.max(0, to - MOST_FOR_ONE), to];
}
