import type { ExportSet } from '../export-set';
import { DEFAULT_OPTIONS, type Written } from '../format';
import { apkg, packed } from '../formats/apkg';
import { preflight } from '../preflight';
import { collection, type AnkiNote } from './collection';
import { guidOf } from './guid';
import { tagsOf } from './names';
import { deckDescription, noteOf } from './notes';
import type { AnkiCard, Began, FactFromAnki, LearntAnswer, LearntFact } from './schedule';
import { factFromCard, reviewsOf, scheduleOf } from './schedule';

/** What Anki knows a fact of a learner by, in whatever form it is asked: the schedule belongs to the fact. */
export function guidOfFact(pack: string, fact: string): string {
  return guidOf(`${pack}:${fact}:memory`);
}

/**
 * A learner's own memory as an Anki package: a note a fact that has a question in the set, with its schedule, its FSRS state and the
 * answers behind it. Facts of the set that were never answered go along as new cards.
 */
export function learnerPackage(set: ExportSet, learnt: readonly LearntFact[], answers: readonly LearntAnswer[]): Written {
  const { items, losses } = preflight(set, apkg, DEFAULT_OPTIONS);
  const memories = new Map(learnt.map((each) => [each.fact, each]));
  const log = new Map<string, LearntAnswer[]>();
  for (const answer of answers) log.set(answer.fact, [...(log.get(answer.fact) ?? []), answer]);
  const pictures = new Map<string, Uint8Array>();
  const seen = new Set<string>();
  const notes = items.flatMap((item): AnkiNote[] => {
    const { fact } = item.question;
    if (seen.has(fact)) return [];
    seen.add(fact);
    const { type, fields, picture } = noteOf(set, item);
    if (picture !== null) pictures.set(picture.name, picture.picture.png);
    const memory = memories.get(fact);
    return [{
      guid: guidOfFact(set.pack.id, fact), type, fields, tags: tagsOf(set, item),
      schedule: memory === undefined ? null : scheduleOf(memory),
      reviews: reviewsOf(log.get(fact) ?? []),
    }];
  });
  return { bytes: packed(collection(set, notes, deckDescription(set)), pictures), losses };
} // prettier-ignore

/** What came back of a learner's facts: those whose cards the package has. */
export function factsFromAnki(pack: string, facts: readonly string[], cards: readonly AnkiCard[], began: Began): ReadonlyMap<string, FactFromAnki> {
  const byGuid = new Map(facts.map((fact) => [guidOfFact(pack, fact), fact]));
  return new Map(cards.flatMap((card) => {
    const fact = byGuid.get(card.guid);
    return fact === undefined ? [] : [[fact, factFromCard(card, began)] as const];
  }));
} // prettier-ignore
