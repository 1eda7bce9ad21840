import type { Judgeable } from './judgeable';

/** Two options of an ordering, by what the key says, and whether the answer has them so. */
export interface OrderPair {
  readonly earlier: string;
  readonly later: string;
  readonly right: boolean;
}

export interface OrderPairs {
  /** Every pair whose order the key fixes. */
  readonly definite: readonly OrderPair[];
  /** Those of them that stand next to each other in the key: one memory each. */
  readonly neighbours: readonly OrderPair[];
  /** The answer's own neighbours, in its order: the feedback between its lines. A tie is right either way. */
  readonly shown: readonly OrderPair[];
}

/** How an answered order compares with the key, pair by pair. Expects an order that `orderProblem` lets through. */
export function pairsOf(question: Judgeable, order: readonly string[]): OrderPairs {
  const tied = tiesOf(question);
  const placeInAnswer = new Map(order.map((id, index) => [id, index]));
  const placeInKey = new Map(question.key.map((id, index) => [id, index]));
  const place = (places: ReadonlyMap<string, number>, id: string): number => places.get(id) ?? -1;

  const definite: OrderPair[] = [];
  const neighbours: OrderPair[] = [];
  question.key.forEach((earlier, index) => {
    for (const later of question.key.slice(index + 1)) {
      if (tied(earlier, later)) continue;
      const pair = { earlier, later, right: place(placeInAnswer, earlier) < place(placeInAnswer, later) };
      definite.push(pair);
      if (question.key[index + 1] === later) neighbours.push(pair);
    }
  });

  const shown = order.slice(1).map((below, index) => {
    const above = order[index] ?? below;
    const inOrder = place(placeInKey, above) < place(placeInKey, below);
    if (inOrder || tied(above, below)) return { earlier: above, later: below, right: true };
    return { earlier: below, later: above, right: false };
  });
  return { definite, neighbours, shown };
}

/** Why an order is no answer to the question; null when it names every option exactly once. */
export function orderProblem(question: Judgeable, order: readonly string[]): string | null {
  const ids = question.options.map((option) => option.id);
  const unknown = order.filter((id) => !ids.includes(id));
  if (unknown.length > 0) return `no option "${unknown.join('", "')}" (expected ${ids.join(', ')} in some order)`;
  const repeated = order.filter((id, index) => order.indexOf(id) !== index);
  if (repeated.length > 0) return `option "${repeated.join('", "')}" stands more than once in the order`;
  const missing = ids.filter((id) => !order.includes(id));
  return missing.length > 0 ? `option "${missing.join('", "')}" is missing from the order` : null;
}

function tiesOf(question: Judgeable): (a: string, b: string) => boolean {
  const ties = new Map<string, Set<string>>();
  for (const [a, b] of question.ties) {
    ties.set(a, (ties.get(a) ?? new Set()).add(b));
    ties.set(b, (ties.get(b) ?? new Set()).add(a));
  }
  return (a, b) => ties.get(a)?.has(b) ?? false;
}
