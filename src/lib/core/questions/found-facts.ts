import type { Pack } from '../packs/pack';
import { parseFact } from './facts';
import type { FormKey } from './question';
import type { AskableFact } from './survey';

/**
 * What is asked of a pack, as few bytes: finding it tries every event in every form, so the build does that for the packs it brings, and a
 * phone only reads it. Events go by their number in the pack.
 */
export interface FoundFacts {
  /** What stands behind the colon of a fact's id, and the forms: `date choice typed`. Each goes by its letter, from `a`. */
  readonly kinds: readonly string[];
  /** For each event the letters of its facts, in their order. */
  readonly events: readonly string[];
  /** Chains: storyline, letter, events. */
  readonly sequences: readonly (readonly [storyline: string, letter: string, events: readonly number[]])[];
}

const FIRST = 'a'.charCodeAt(0);

/** Notes facts as `generator.facts()` gives them: events in the pack's order, then chains. */
export function noteFacts({ events }: Pack, facts: readonly AskableFact[]): FoundFacts {
  const kinds: string[] = [];
  const letterOf = (what: string, forms: readonly FormKey[]): string => {
    const kind = [what, ...forms].join(' ');
    if (!kinds.includes(kind)) kinds.push(kind);
    return String.fromCharCode(FIRST + kinds.indexOf(kind));
  };
  const numbers = new Map(events.map(({ id }, number) => [id, number]));
  const letters = events.map(() => '');
  const sequences: [string, string, number[]][] = [];
  for (const { fact, forms } of facts) {
    if (fact.kind === 'sequence') {
      const chain = fact.events.map((id) => numbers.get(id) ?? -1);
      sequences.push([fact.storyline, letterOf('sequence', forms), chain]);
      continue;
    }
    const number = numbers.get(fact.event) ?? -1;
    letters[number] = (letters[number] ?? '') + letterOf(fact.id.slice(fact.event.length + 1), forms);
  }
  return { kinds, events: letters, sequences };
}

/** Reads them back; null where they are not of this pack. */
export function readFacts({ events }: Pack, found: FoundFacts): readonly AskableFact[] | null {
  const read = (subject: string, letter: string, rest: string): AskableFact | null => {
    const [what, ...forms] = found.kinds[letter.charCodeAt(0) - FIRST]?.split(' ') ?? [];
    const fact = what === undefined ? null : parseFact(`${subject}:${what}${rest}`);
    return fact === null ? null : { fact, forms: forms as FormKey[] };
  };
  if (found.events.length !== events.length) return null;
  const facts = [
    ...events.flatMap(({ id }, number) => Array.from(found.events[number] ?? '', (letter) => read(id, letter, ''))),
    ...found.sequences.map(([storyline, letter, chain]) =>
      read(storyline, letter, `:${chain.map((number) => events[number]?.id ?? '').join('+')}`),
    ),
  ];
  return facts.includes(null) ? null : facts.filter((fact) => fact !== null);
}
