import { compareSpans, type Order, type Span } from '../time/span';
import { orderingSpan } from './date-bounds';
import type { PackEvent } from './pack';

interface Node {
  readonly span: Span | null;
  readonly predecessors: readonly string[];
  /** Longest chain of `after` that leads here; an event can only come after one of a lower level. */
  readonly level: number;
  /** The latest earliest start among the event and all that `after` puts before it. */
  readonly floor: number;
  /** The earliest latest end among the event and all that `after` puts behind it. */
  readonly ceiling: number;
}

/**
 * Order by dates and by `after`, mixed: A is before B when `after` leads from B back to A, or when something that is A or
 * comes after A by `after` ends, at the latest, before the earliest start of something that is B or comes before B by `after`.
 *
 * Longer mixtures need no search: in a pack without contradictions two date hops joined by `after` are one date hop, since
 * what begins the second lies behind what ends the first. So two numbers an event, its floor and its ceiling, answer
 * everything but pure chains of `after`.
 */
export function indexOrder(events: readonly PackEvent[]): (a: string, b: string) => Order {
  let nodes: ReadonlyMap<string, Node> | null = null;
  const node = (id: string): Node => {
    const found = (nodes ??= buildNodes(events)).get(id);
    if (found === undefined) throw new RangeError(`no event ${id} in this pack`);
    return found;
  };
  const precedes = (a: string, b: string): boolean => node(a).ceiling < node(b).floor || reaches(b, a, node);

  return (a, b) => {
    const { span } = node(a);
    const { span: other } = node(b);
    if (a === b) return 'overlaps';
    if (precedes(a, b)) return 'before';
    if (precedes(b, a)) return 'after';
    return span === null || other === null ? 'unknown' : compareSpans(span, other);
  };
}

/** Whether `after` leads from `from` back to `target`, directly or through others. */
function reaches(from: string, target: string, node: (id: string) => Node): boolean {
  const lowest = node(target).level;
  // Without `after` there is nothing to follow: true of nearly every pair of nearly every pack.
  if (node(from).level <= lowest) return false;
  const seen = new Set<string>();
  const open = [from];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    for (const earlier of node(id).predecessors) {
      if (earlier === target) return true;
      if (seen.has(earlier) || node(earlier).level <= lowest) continue;
      seen.add(earlier);
      open.push(earlier);
    }
  }
  return false;
}

function buildNodes(events: readonly PackEvent[]): ReadonlyMap<string, Node> {
  const byId = new Map(events.map((event) => [event.id, event]));
  const ordered = inOrderOfAfter(events, byId);
  const level = new Map<string, number>();
  const floor = new Map<string, number>();
  const ceiling = new Map<string, number>();
  for (const { id, after, ...event } of ordered) {
    level.set(id, Math.max(0, ...after.map((each) => (level.get(each) ?? 0) + 1)));
    const own = orderingSpan(event)?.earliestStart ?? -Infinity;
    floor.set(id, Math.max(own, ...after.map((each) => floor.get(each) ?? -Infinity)));
  }
  for (const { id, after, ...event } of ordered.toReversed()) {
    const own = Math.min(orderingSpan(event)?.latestEnd ?? Infinity, ceiling.get(id) ?? Infinity);
    ceiling.set(id, own);
    for (const earlier of after) ceiling.set(earlier, Math.min(own, ceiling.get(earlier) ?? Infinity));
  }
  return new Map(
    ordered.map((event) => [
      event.id,
      {
        span: orderingSpan(event),
        predecessors: event.after,
        level: level.get(event.id) ?? 0,
        floor: floor.get(event.id) ?? -Infinity,
        ceiling: ceiling.get(event.id) ?? Infinity,
      },
    ]),
  );
}

/** Every event behind all that its `after` names. Iterative: a chain may be as long as the pack. */
function inOrderOfAfter(events: readonly PackEvent[], byId: ReadonlyMap<string, PackEvent>): readonly PackEvent[] {
  const ordered: PackEvent[] = [];
  const placed = new Set<string>();
  const entered = new Set<string>();
  const open = events.toReversed();
  for (let event = open.at(-1); event !== undefined; event = open.at(-1)) {
    const waiting = entered.has(event.id) ? [] : event.after.flatMap((id) => byId.get(id) ?? []);
    entered.add(event.id);
    const unplaced = waiting.filter(({ id }) => !placed.has(id));
    if (unplaced.length > 0) {
      open.push(...unplaced);
      continue;
    }
    open.pop();
    if (!placed.has(event.id)) ordered.push(event);
    placed.add(event.id);
  }
  return ordered;
}
