import { parseFact, type Fact } from '$lib/core/questions/facts';
import type { Kind } from '$lib/core/questions/question';
import { m } from '$lib/paraglide/messages.js';
import { KIND_WORDS } from './knowledge-words';

/**
 * What is asked of an event: one word where the kind says it, more where two facts of one kind would look alike (an event is asked by its
 * day and by its place, and what lasted by its beginning and by its end).
 */
export function sayAsked({ fact, kind }: { readonly fact: string; readonly kind: Kind }): string {
  return (narrower(parseFact(fact)) ?? KIND_WORDS[kind])();
}

function narrower(fact: Fact | null): (() => string) | null {
  if (fact?.kind === 'event') return fact.by === 'date' ? m.pack_kind_event_by_date : m.pack_kind_event_by_place;
  if (fact?.kind === 'date' && fact.end !== 'whole')
    return fact.end === 'began' ? m.pack_kind_date_began : m.pack_kind_date_ended;
  return null;
}
