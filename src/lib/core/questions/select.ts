import type { Context } from './context';
import type { AskableFact, Generator } from './generator';
import { drawFrom, hashParts } from './hash';
import { KINDS, type FormKey, type Kind, type Question } from './question';
import type { Fact } from './facts';

/** Which questions are wanted; empty lists want all. */
export interface Wanted {
  readonly kinds: readonly Kind[];
  /** Names of forms, such as `choice`, of whatever kind. */
  readonly forms: readonly string[];
  /** A fact's id; null wants all. */
  readonly fact: string | null;
}

interface Pair {
  readonly fact: Fact;
  readonly key: FormKey;
}

function pairsOf(facts: readonly AskableFact[], wanted: Wanted): Pair[] {
  return facts
    .filter(({ fact }) => wanted.kinds.length === 0 || wanted.kinds.includes(fact.kind))
    .filter(({ fact }) => wanted.fact === null || fact.id === wanted.fact)
    .flatMap(({ fact, forms }) => forms.map((key) => ({ fact, key })))
    .filter(({ key }) => wanted.forms.length === 0 || wanted.forms.includes(formOf(key)));
}

function formOf(key: FormKey): string {
  return key.split('/')[1] ?? '';
}

/** Every wanted fact in every wanted form it can take, in the order of kinds, then of the pack. */
export function* allQuestions(generator: Generator, wanted: Wanted, seed: number): IterableIterator<Question> {
  const pairs = pairsOf(generator.facts(), wanted);
  pairs.sort((a, b) => KINDS.indexOf(a.fact.kind) - KINDS.indexOf(b.fact.kind));
  for (const { fact, key } of pairs) {
    const question = generator.question(fact.id, formOf(key), seed);
    if (question?.type === 'question') yield question;
  }
}

/**
 * A set of at most `count` questions, spread evenly over forms and then over storylines, in which no event is asked twice, so that no
 * question answers another (rule L5), and no two have the same stem and options (B4). Fewer where the pack allows no more.
 */
export function balancedSet(generator: Generator, wanted: Wanted, seed: number, count: number): Question[] {
  const { context } = generator;
  const draw = drawFrom(hashParts(['set', context.index.pack.id, context.language, String(seed)]));
  const waiting = draw.shuffle(pairsOf(generator.facts(), wanted));
  const chosen: Question[] = [];
  const used = new Set<string>();
  const texts = new Set<string>();
  const shares = new Map<string, number>();
  while (chosen.length < count) {
    const at = fairest(context, waiting, shares);
    if (at === null) break;
    const [pair] = waiting.splice(at, 1);
    if (pair === undefined || eventsOf(pair.fact).some((event) => used.has(event))) continue;
    const question = generator.question(pair.fact.id, formOf(pair.key), seed);
    if (question?.type !== 'question' || texts.has(textOf(question))) continue;
    chosen.push(question);
    texts.add(textOf(question));
    for (const event of eventsOf(pair.fact)) used.add(event);
    for (const share of sharesOf(context, pair)) shares.set(share, (shares.get(share) ?? 0) + 1);
  }
  return chosen;
}

/** The next pair of the form, then of the storyline, that has had least; null when none is left. */
function fairest(context: Context, waiting: readonly Pair[], shares: ReadonlyMap<string, number>): number | null {
  let best: number | null = null;
  let least: readonly number[] = [];
  for (const [i, pair] of waiting.entries()) {
    const had = sharesOf(context, pair).map((share) => shares.get(share) ?? 0);
    if (best === null || compareLists(had, least) < 0) [best, least] = [i, had];
  }
  return best;
}

function sharesOf(context: Context, { fact, key }: Pair): string[] {
  const storyline = fact.kind === 'sequence' ? fact.storyline : context.index.event(fact.event).storyline;
  return [key, `${key} ${storyline}`];
}

function compareLists(a: readonly number[], b: readonly number[]): number {
  for (const [i, value] of a.entries()) {
    const difference = value - (b[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

function eventsOf(fact: Fact): readonly string[] {
  return fact.kind === 'sequence' ? fact.events : [fact.event];
}

function textOf({ kind, form, stem, options }: Question): string {
  const shown = kind === 'sequence' ? options.map(({ value }) => value).sort() : [];
  return [form, stem, ...shown].join('\n');
}
