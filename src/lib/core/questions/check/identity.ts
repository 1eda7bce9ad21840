import type { PackEvent } from '../../packs/pack';
import type { Evidence } from './evidence';
import type { ClaimedFact } from './fact';
import type { Claimed } from './shape';
import { unless, type Finding } from './violation';

/** Whether the id says what the question is: pack, fact and form, and eight digits of hash. */
export function checkId({ id, pack, fact, form }: Claimed): readonly Finding[] {
  const expected = `${pack}:${fact}:${form}:`;
  const right = id.startsWith(expected) && /^[0-9a-f]{8}$/.test(id.slice(expected.length));
  return unless(right, 'format', `id: expected ${expected} and eight hexadecimal digits, received ${id}`);
}

/** The events that a fact is about, or why it is no fact of this pack. */
export function eventsOf(
  fact: ClaimedFact,
  evidence: Evidence,
): { readonly events: readonly [PackEvent, ...PackEvent[]] } | { readonly finding: Finding } {
  const ids = fact.kind === 'sequence' ? fact.events : [fact.event];
  const unknown = ids.filter((id) => !evidence.events.has(id));
  const none = (detail: string) => ({ finding: { rule: 'fact', detail } as const });
  if (unknown.length > 0) return none(`no event ${unknown.join(', ')} in the pack`);
  const events = ids.flatMap((id) => evidence.events.get(id) ?? []);
  const [first, ...rest] = events;
  if (first === undefined) return none('a fact about no event');
  if (fact.kind === 'sequence') {
    if (!evidence.storylines.has(fact.storyline)) return none(`no storyline ${fact.storyline} in the pack`);
    const strays = events.filter(({ storyline }) => storyline !== fact.storyline);
    if (strays.length > 0)
      return none(`${strays.map(({ id }) => id).join(', ')}: not of the storyline ${fact.storyline}`);
  }
  return { events: [first, ...rest] };
}
