import { hash32 } from '$lib/core/memory/hash';
import { pairsOfChain } from '$lib/core/memory/memory-key';
import type { PackIndex } from '$lib/core/packs/pack-index';
import { datedEnds, sequenceFact } from '$lib/core/questions/facts';
import type { Fact } from '$lib/core/questions/facts';
import { FEWEST, MOST_FOR_FIRST } from '$lib/core/questions/chains';
import { createGenerator } from '$lib/core/questions/generator';
import type { Generator } from '$lib/core/questions/generator';
import { FORMS_OF, LANGUAGES } from '$lib/core/questions/question';
import type { Language, Question } from '$lib/core/questions/question';
import { isPackLanguage } from '$lib/core/questions/wording';
import { writeDate } from '$lib/core/time/date-part';
import type { FactInfo, PackSummary, QuestionSource } from './ports';

/** Forms from easy to hard, where that is not the order in which the program lists them. */
const EASIEST_FIRST: Readonly<Record<string, readonly string[]>> = { sequence: ['first', 'order'] };

/**
 * Questions of one pack for a learner: what is asked follows the pack's own language, the words follow the learner's where there are any.
 * `remembered`: the pack's facts as this version of the app found them before; finding them tries every event in every form.
 */
export function createQuestionSource(
  index: PackIndex,
  pack: PackSummary,
  language: Language,
  remembered: readonly FactInfo[] | null = null,
): QuestionSource {
  const own = LANGUAGES.find((one) => isPackLanguage(index.pack, one)) ?? language;
  const speaking: readonly Generator[] = [...new Set([language, own])].map((one) =>
    createGenerator(index, { language: one }),
  );
  let infos: ReadonlyMap<string, FactInfo> | null = null;
  const known = (): ReadonlyMap<string, FactInfo> =>
    (infos ??= new Map((remembered ?? factsOf(index, speaking)).map((info) => [info.fact, info])));
  const ask = (fact: string, form: string, seed: number): Question | null => {
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
      return info === undefined ? null : ask(form === 'first' ? firstWindow(info, seed, focus) : fact, form, seed);
    },
  };
}

/** What any of the languages asks, in the order of the one that asks most of it: the last, which is the pack's own. */
function factsOf(index: PackIndex, speaking: readonly Generator[]): readonly FactInfo[] {
  const own = speaking.at(-1)?.facts() ?? [];
  return own.map(({ fact, forms }) => {
    const events = eventsOf(index, fact);
    const possible: readonly string[] = FORMS_OF[fact.kind];
    const served = new Set(forms.map((key) => key.slice(fact.kind.length + 1)));
    // A long chain is too much for "which came first?", a part of it is not.
    if (events.length > MOST_FOR_FIRST) served.add('first');
    const ordered = EASIEST_FIRST[fact.kind] ?? possible;
    return {
      fact: fact.id,
      kind: fact.kind,
      storyline: storylineOf(index, fact),
      events,
      forms: ordered.filter((form) => served.has(form)),
      memories: memoriesOf(index, fact, events),
    };
  });
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
  if (fact.kind === 'place') return [{ fact: fact.id, answer: index.mostSpecificPlaces(event).join('+') }];
  const dated = datedEnds(event).find((one) => one.end === fact.end);
  return [{ fact: fact.id, answer: dated === undefined ? '' : writeDate(dated.date) }];
}

/**
 * The fact of neighbouring events of a chain, few enough for "which came first?". It begins with the pair in focus, which is the one
 * that such a question proves; without one, the seed decides.
 */
function firstWindow(info: FactInfo, seed: number, focus: string | null): string {
  const { events, storyline, fact } = info;
  if (events.length <= MOST_FOR_FIRST) return fact;
  const at = pairsOfChain(events).findIndex((pair) => pair === focus);
  const any = hash32('window', fact, seed) % (events.length - MOST_FOR_FIRST + 1);
  const from = at === -1 ? any : Math.min(at, events.length - FEWEST);
  return sequenceFact(storyline, events.slice(from, from + MOST_FOR_FIRST)).id;
}
