import type { PackEvent } from '../../packs/pack';
import type { Span } from '../../time/span';

/**
 * Whether one event certainly ended before another began. By dates: its latest end, or that of something after it by
 * `after`, lies before the earliest start of the other, or of something before that. Or by `after` alone.
 */
export function precedenceOf(events: ReadonlyMap<string, PackEvent>): (earlier: string, later: string) => boolean {
  const followers = new Map<string, string[]>();
  for (const { id, after } of events.values()) {
    for (const earlier of after) {
      const list = followers.get(earlier);
      if (list === undefined) followers.set(earlier, [id]);
      else list.push(id);
    }
  }
  const back = (id: string): readonly string[] => events.get(id)?.after ?? [];
  const on = (id: string): readonly string[] => followers.get(id) ?? [];
  const bounds = new Map([...events].map(([id, event]) => [id, certainDays(event)]));
  const startsFrom = farthest(back, (id) => bounds.get(id)?.earliestStart ?? -Infinity, Math.max);
  const endsBy = farthest(on, (id) => bounds.get(id)?.latestEnd ?? Infinity, Math.min);
  return (earlier, later) => earlier !== later && (endsBy(earlier) < startsFrom(later) || leads(later, earlier, back));
}

/** The days that every source agrees on holding the event; null where dates decide nothing (none, or a `?`). */
function certainDays({ when, conflicts }: PackEvent): Pick<Span, 'earliestStart' | 'latestEnd'> | null {
  const dates = when === null ? [] : [when, ...conflicts];
  if (dates.length === 0 || dates.some(({ uncertain }) => uncertain)) return null;
  return {
    earliestStart: Math.min(...dates.map(({ span }) => span.earliestStart)),
    latestEnd: Math.max(...dates.map(({ span }) => span.latestEnd)),
  };
}

/** The farthest of a value over all that can be reached from an event, itself included. Each is worked out once. */
function farthest(
  next: (id: string) => readonly string[],
  own: (id: string) => number,
  choose: (...values: number[]) => number,
): (id: string) => number {
  const known = new Map<string, number>();
  const entered = new Set<string>();
  // A stack of our own: a chain of `after` may be longer than the machine's.
  return (id) => {
    const open = [id];
    for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
      const waiting = entered.has(top) ? [] : next(top).filter((each) => !known.has(each));
      entered.add(top);
      if (waiting.length > 0) {
        open.push(...waiting);
        continue;
      }
      known.set(top, choose(own(top), ...next(top).flatMap((each) => known.get(each) ?? [])));
      open.pop();
    }
    return known.get(id) ?? own(id);
  };
}

function leads(from: string, to: string, next: (id: string) => readonly string[]): boolean {
  const seen = new Set([from]);
  for (const id of seen) {
    if (id === to) return true;
    for (const each of next(id)) seen.add(each);
  }
  return false;
}
