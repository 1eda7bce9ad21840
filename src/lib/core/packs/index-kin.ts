import type { PackEvent } from './pack';

/** Parents by `partOf`, twins by `sameAs`. */
export interface KinQueries {
  /** Whether the event has any kin at all: most have none, and need no further question. */
  hasKin(id: string): boolean;
  isAncestor(ancestor: string, descendant: string): boolean;
  twinsOf(id: string): readonly string[];
}

/** Kin queries over a valid pack. Twins are everything that `sameAs` joins, whichever way it points. */
export function indexKin(events: readonly PackEvent[]): KinQueries {
  const parents = new Map(events.map(({ id, partOf }) => [id, partOf]));
  let twins: ReadonlyMap<string, readonly string[]> | null = null;
  const kinned = new Set(
    events.flatMap(({ id, partOf, sameAs }) =>
      partOf === null && sameAs.length === 0 ? [] : [id, ...sameAs, ...(partOf === null ? [] : [partOf])],
    ),
  );
  return {
    hasKin: (id) => kinned.has(id),
    isAncestor(ancestor, descendant) {
      let id = parents.get(descendant) ?? null;
      while (id !== null && id !== ancestor) id = parents.get(id) ?? null;
      return id !== null;
    },
    twinsOf: (id) => (twins ??= joinTwins(events)).get(id) ?? NONE,
  };
}

const NONE: readonly string[] = [];

function joinTwins(events: readonly PackEvent[]): ReadonlyMap<string, readonly string[]> {
  const neighbours = new Map<string, string[]>();
  const join = (from: string, to: string): void => {
    const list = neighbours.get(from);
    if (list === undefined) neighbours.set(from, [to]);
    else list.push(to);
  };
  for (const { id, sameAs } of events) {
    for (const other of sameAs) {
      join(id, other);
      join(other, id);
    }
  }
  const rank = new Map(events.map(({ id }, index) => [id, index]));
  const byRank = (a: string, b: string): number => (rank.get(a) ?? 0) - (rank.get(b) ?? 0);
  const twins = new Map<string, readonly string[]>();
  for (const id of neighbours.keys()) {
    if (twins.has(id)) continue;
    const group = new Set([id]);
    for (const member of group) {
      for (const neighbour of neighbours.get(member) ?? []) group.add(neighbour);
    }
    // In the pack's order, so that a set of twins reads the same from each of them.
    const sorted = [...group].sort(byRank);
    for (const member of sorted)
      twins.set(
        member,
        sorted.filter((each) => each !== member),
      );
  }
  return twins;
}
