import type { PackEvent } from '../packs/pack';
import { chainsOf } from './chains';
import type { Context } from './context';
import { dateFact, datedEnds, eventFact, placeFact, sequenceFact, type Fact } from './facts';
import type { Kind } from './question';

/** What could be asked of an event for a kind, whether or not anything stands against it. An undated one is tried too: its refusal has a reason. */
export function candidatesOf(event: PackEvent, kind: Exclude<Kind, 'sequence'>): readonly Fact[] {
  switch (kind) {
    case 'date': {
      const ends = datedEnds(event);
      return ends.length === 0 ? [dateFact(event.id, 'whole')] : ends.map(({ end }) => dateFact(event.id, end));
    }
    case 'place':
      return [placeFact(event.id)];
    case 'event':
      return [eventFact(event.id, 'date'), eventFact(event.id, 'place')];
  }
}

/** The sequences of a storyline, each with its events in time order. */
export function sequencesOf(
  context: Context,
  storyline: string,
): readonly { readonly fact: Fact; readonly chain: readonly PackEvent[] }[] {
  return chainsOf(context, storyline).chains.map((chain) => ({
    fact: sequenceFact(storyline, chain.map(({ id }) => id)),
    chain,
  })); // prettier-ignore
}

/** All that could be asked of a pack for a kind, in its order. */
export function* candidateFacts(context: Context, kind: Kind): IterableIterator<Fact> {
  const { events, storylines } = context.index.pack;
  if (kind === 'sequence') {
    for (const { id } of storylines) for (const { fact } of sequencesOf(context, id)) yield fact;
  } else {
    for (const event of events) yield* candidatesOf(event, kind);
  }
}
