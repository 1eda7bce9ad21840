import type { Scope } from '$lib/core/memory/session-state';
import type { PackIndex } from '$lib/core/packs/pack-index';
import { parseFact } from '$lib/core/questions/facts';
import { spokenPlace, spokenStoryline } from '$lib/core/questions/wording';
import type { Language } from '$lib/core/questions/question';
import type { FactInfo } from './ports';

/** What a learner wants to study of a pack, and how. */
export interface StudyWish extends Scope {
  /** `cram`: whatever is asked, nothing is scheduled. */
  readonly mode: 'study' | 'cram';
}

/**
 * Which facts a scope takes in: those of a storyline, and those all of whose events happened at a place or inside it. A storyline or a
 * place that the pack has not takes nothing in.
 */
export function factsWithin(index: PackIndex, { storyline, place, facts }: Scope): (info: FactInfo) => boolean {
  const known = place === null || index.pack.places.some(({ id }) => id === place);
  const there = new Set(place === null || !known ? [] : index.eventsAtOrInside(place).map(({ id }) => id));
  return (info) =>
    (storyline === null || info.storyline === storyline) &&
    (place === null || info.events.every((event) => there.has(event))) &&
    (facts === undefined || facts.some((fact) => isPartOf(fact, info)));
}

/** Whether a scope takes in all of a pack. */
export function isWhole({ storyline, place, facts }: Scope): boolean {
  return storyline === null && place === null && facts === undefined;
}

/** Whether a fact is this one, or a part of this chain: a class may have been asked about three events of nine. */
function isPartOf(fact: string, info: FactInfo): boolean {
  if (fact === info.fact) return true;
  const part = info.kind === 'sequence' ? parseFact(fact) : null;
  return (
    part?.kind === 'sequence' &&
    part.storyline === info.storyline &&
    part.events.every((event) => info.events.includes(event))
  );
}

/** A scope in words, `Battle of Kyiv, Bucha`; what the pack has not, by its id. Null: the whole pack. */
export function sayScope({ pack }: PackIndex, { storyline, place }: Scope, language: Language): string | null {
  const told = pack.storylines.find(({ id }) => id === storyline);
  const lies = pack.places.find(({ id }) => id === place);
  const words = [
    told === undefined ? storyline : (spokenStoryline(pack, told, language) ?? told.title),
    lies === undefined ? place : (spokenPlace(pack, lies, language) ?? lies.name),
  ].filter((part) => part !== null);
  return words.length === 0 ? null : words.join(', ');
}

/** A place with what a learner can study there. */
export interface StudyPlace {
  readonly id: string;
  readonly name: string;
  /** Facts about events there or at a place inside it. */
  readonly facts: number;
}

/** The places of a pack at which or inside which something is asked, by name. */
export function studyPlaces(index: PackIndex, facts: readonly FactInfo[], language: Language): readonly StudyPlace[] {
  const places = index.pack.places.map((place) => ({
    id: place.id,
    name: spokenPlace(index.pack, place, language) ?? place.name,
    facts: facts.filter(factsWithin(index, { storyline: null, place: place.id })).length,
  }));
  return places.filter((place) => place.facts > 0).sort((a, b) => a.name.localeCompare(b.name, language));
}
