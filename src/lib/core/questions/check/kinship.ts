import type { PackEvent } from '../../packs/pack';

export interface Kinship {
  /** The event itself and every other telling of it (`sameAs`, whichever way it points, through others too). */
  tellings(id: string): readonly string[];
  /** Whether one is another telling of the other, or contains it (`partOf`, through others too). */
  kin(a: string, b: string): boolean;
}

/** Reads which events are one and the same, and which contain which. */
export function kinshipOf(events: ReadonlyMap<string, PackEvent>): Kinship {
  const groups = new Map<string, Set<string>>();
  for (const { id, sameAs } of events.values()) {
    for (const other of sameAs) {
      const joined = new Set([...(groups.get(id) ?? [id]), ...(groups.get(other) ?? [other])]);
      for (const member of joined) groups.set(member, joined);
    }
  }
  const isPart = (part: string, whole: string): boolean => {
    let parent = events.get(part)?.partOf ?? null;
    while (parent !== null && parent !== whole) parent = events.get(parent)?.partOf ?? null;
    return parent !== null;
  };
  const tellings = (id: string): readonly string[] => [...(groups.get(id) ?? [id])];
  return { tellings, kin: (a, b) => tellings(a).includes(b) || isPart(a, b) || isPart(b, a) };
}
