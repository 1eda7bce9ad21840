import type { PackEvent } from '../../packs/pack';
import type { Evidence } from './evidence';
import type { ClaimedFact } from './fact';
import type { Claimed } from './shape';
import { unless, type Finding } from './violation';

/** Whether the id says what the question is: pack, fact and form, and the hash of these with the language and the seed. */
export function checkId({ id, pack, fact, kind, form, language, seed }: Claimed): readonly Finding[] {
  const expected = `${pack}:${fact}:${form}:${hashOf([pack, fact, `${kind}/${form}`, language, String(seed)])}`;
  return unless(id === expected, 'format', `id: expected ${expected} for the seed ${String(seed)}, received ${id}`);
}

/** FNV-1a over both bytes of each code unit of the parts, each behind its length, mixed as murmur3 ends; eight hexadecimal digits. */
function hashOf(parts: readonly string[]): string {
  const text = parts.map((part) => `${String(part.length)}:${part}`).join('');
  const bytes = Array.from({ length: text.length }, (_, i) => [
    text.charCodeAt(i) & 0xff,
    text.charCodeAt(i) >>> 8,
  ]).flat();
  let hash = bytes.reduce((sum, byte) => Math.imul(sum ^ byte, 0x01000193), 0x811c9dc5) >>> 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0).toString(16).padStart(8, '0');
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
