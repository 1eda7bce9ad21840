import { byId, problemIn, textIn, textsIn, type Draft, type DraftItem, type DraftText } from '../draft';
import type { Problem } from '../problem';

interface Relation {
  readonly items: readonly DraftItem[];
  readonly namedBy: (item: DraftItem) => readonly DraftText[];
  readonly message: string;
  readonly expected: string;
}

/** Places inside themselves, events part of, after or the same as themselves: each circle once, named from end to end. */
export function checkCycles({ lists: { places, events } }: Draft): readonly Problem[] {
  const relations: readonly Relation[] = [
    { items: places, namedBy: (place) => textsIn(place, 'within'), message: 'closes a circle of containment', expected: 'containers that do not lie in their contents' },
    { items: events, namedBy: partOf, message: 'closes a circle of parts', expected: 'a longer event' },
    { items: events, namedBy: (event) => textsIn(event, 'after'), message: 'closes a circle in time', expected: 'events that ended before' },
    { items: events, namedBy: (event) => textsIn(event, 'sameAs'), message: 'closes a circle of tellings', expected: 'the one telling that is asked' },
  ]; // prettier-ignore
  return relations.flatMap(circlesOf);
}

function partOf(event: DraftItem): readonly DraftText[] {
  const text = textIn(event, 'partOf');
  return text === null ? [] : [{ text, path: ['partOf'] }];
}

interface Step {
  readonly item: DraftItem;
  readonly named: readonly DraftText[];
  next: number;
}

/** Depth first, without recursion: a chain may be as long as the pack. */
function circlesOf({ items, namedBy, message, expected }: Relation): readonly Problem[] {
  const known = byId(items);
  const problems: Problem[] = [];
  const done = new Set<string>();
  for (const start of known.values()) {
    const trail: Step[] = [];
    const onTrail = new Map<string, number>();
    const enter = (item: DraftItem): void => {
      onTrail.set(item.id ?? '', trail.length);
      trail.push({ item, named: namedBy(item), next: 0 });
    };
    if (!done.has(start.id ?? '')) enter(start);
    for (let step = trail.at(-1); step !== undefined; step = trail.at(-1)) {
      const named = step.named[step.next++];
      if (named === undefined) {
        trail.pop();
        onTrail.delete(step.item.id ?? '');
        done.add(step.item.id ?? '');
        continue;
      }
      const back = onTrail.get(named.text);
      if (back !== undefined) {
        const circle = [...trail.slice(back).map(({ item }) => item.id ?? ''), named.text];
        problems.push(problemIn(step.item, named.path, { message: `${message}: ${shortened(circle)}`, expected }));
      } else if (!done.has(named.text)) {
        const item = known.get(named.text);
        if (item !== undefined) enter(item);
      }
    }
  }
  return problems;
}

function shortened(circle: readonly string[]): string {
  const shown = circle.length > 12 ? [...circle.slice(0, 6), '…', ...circle.slice(-5)] : circle;
  return shown.join(' → ');
}
