/**
 * The key of a memory: pack id and fact, `ukraine-2022:ivankiv-captured:date`. Ids are kebab-case, so the first colon ends the
 * pack's and no two pairs share a key.
 */
export function memoryKey(packId: string, fact: string): string {
  return `${packId}:${fact}`;
}

/** The keys of all memories behind a pack's facts. */
export function keysOfFacts(
  packId: string,
  facts: readonly { readonly memories: readonly { readonly fact: string }[] }[],
): readonly string[] {
  return facts.flatMap(({ memories }) => memories.map(({ fact }) => memoryKey(packId, fact)));
}

/** The pack id of a memory key. */
export function packOfKey(key: string): string {
  return key.slice(0, key.indexOf(':'));
}

/** The fact of a memory key. */
export function factOfKey(key: string): string {
  return key.slice(key.indexOf(':') + 1);
}

/** The memory of a neighbouring pair of a sequence: `<earlier>+<later>:before`. */
export function pairFact(earlierEvent: string, laterEvent: string): string {
  return `${earlierEvent}+${laterEvent}:before`;
}

/** The memories of a chain: one for each neighbouring pair. Events earliest first. */
export function pairsOfChain(events: readonly string[]): readonly string[] {
  return events.flatMap((event, index) => {
    const next = events[index + 1];
    return next === undefined ? [] : [pairFact(event, next)];
  });
}

/**
 * The events that a fact is about: of `<event>:<what>`, `<earlier>+<later>:before` and `<storyline>:sequence:<events joined by +>`.
 * Facts that share one are siblings.
 */
export function eventsOfFact(fact: string): readonly string[] {
  const parts = fact.split(':');
  const named = parts[1] === 'sequence' ? parts[2] : parts[0];
  return named === undefined || named === '' ? [] : named.split('+');
}
