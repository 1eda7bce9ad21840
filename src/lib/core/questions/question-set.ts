import { mayTouch, type Span } from '../time/span';
import { answersAnother, statementsOf, type Statements } from './bank/answers-another';
import { shownTwice } from './bank/stems-alike';
import type { Context } from './context';
import { parseFact, type Fact } from './facts';
import type { Generator } from './generator';
import { drawFrom, hashParts, type Draw } from './hash';
import { formKey, formOf, type Kind, type Question } from './question';
import { isInBand, pairsOf, storylineOf, type Pair, type Wanted } from './select';

/** What a set is to be made of. */
export interface SetWanted extends Wanted {
  /** How many. */
  readonly count: number;
  /** Questions that are in the set already: what is made goes with them, and is returned without them. */
  readonly kept?: readonly Question[];
  /** Ids of facts that are not wanted. */
  readonly without?: readonly string[];
  /** How many of each kind for one of the others, such as `{ date: 2, place: 1 }`; a kind not named has none. Absent: forms share evenly. */
  readonly mix?: Partial<Readonly<Record<Kind, number>>>;
}

/** Why a wanted question did not get into a set. */
export const LEFT_OUT = {
  'asked-already': 'its event is asked already',
  answered: 'it answers another, or another answers it',
  'not-in-band': 'it is not as hard as wanted',
  'asked-twice': 'it would read the same as another',
  'same-day': 'it would stand next to one of the same day',
  refused: 'it cannot be asked with this seed',
} as const;
export type LeftOut = keyof typeof LEFT_OUT;

/** A set of questions, and where it is shorter than wanted, what stood against the rest. */
export interface QuestionSet {
  readonly questions: readonly Question[];
  /** How many were left out for each reason; empty where the set has all that were wanted. */
  readonly leftOut: Readonly<Partial<Record<LeftOut, number>>>;
}

/**
 * A set for a quiz, a class or a test, the same for the same seed: spread over forms (or kinds, as the mix wants them) and then over
 * storylines; no event asked twice, no question that answers another (L5), none that reads like another (B4), no two neighbours about
 * one day. Fewer than wanted where the pack allows no more.
 */
export function makeSet(generator: Generator, wanted: SetWanted, seed: number): QuestionSet {
  const { context } = generator;
  const { kept = [], without = [] } = wanted;
  const draw = drawFrom(hashParts(['set', context.index.pack.id, context.language, String(seed)]));
  const pairs = pairsOf(context, generator.facts(), wanted).filter(({ fact }) => !without.includes(fact.id));
  const waiting = createWaiting(context, draw.shuffle(pairs), wanted.mix);
  const members: Member[] = [];
  const leftOut = new Map<LeftOut, number>();
  const leave = (why: LeftOut): void => void leftOut.set(why, (leftOut.get(why) ?? 0) + 1);
  const used = new Set<string>();
  const texts = new Set<string>();
  const take = (question: Question, fact: Fact): void => {
    members.push({ question, statements: statementsOf(context, question), days: daysOf(context, fact) });
    texts.add(textOf(question));
    for (const event of eventsOf(fact)) used.add(event);
  };
  for (const question of kept) {
    const [fact, key] = [parseFact(question.fact), formKey(question.kind, question.form)];
    if (fact === null || key === null) continue;
    take(question, fact);
    waiting.took({ fact, key });
  }
  const before = members.length;
  while (members.length < before + wanted.count) {
    const pair = waiting.next();
    if (pair === null) break;
    if (eventsOf(pair.fact).some((event) => used.has(event))) {
      leave('asked-already');
      continue;
    }
    const made = generator.question(pair.fact.id, formOf(pair.key), seed);
    const question = made?.type === 'question' ? made : null;
    const why = question === null ? 'refused' : objectionTo(context, members, texts, question, wanted);
    if (question === null || why !== null) {
      leave(why ?? 'refused');
      continue;
    }
    take(question, pair.fact);
    waiting.took(pair);
  }
  const made = members.slice(before);
  const row = apart(draw, made);
  for (let i = row.length; i < made.length; i++) leave('same-day');
  const questions = row.map(({ question }) => question);
  return { questions, leftOut: questions.length < wanted.count ? Object.fromEntries(leftOut) : {} };
}

interface Member {
  readonly question: Question;
  readonly statements: Statements;
  readonly days: readonly Span[];
}

function objectionTo(
  context: Context,
  members: readonly Member[],
  texts: ReadonlySet<string>,
  question: Question,
  wanted: Wanted,
): LeftOut | null {
  if (!isInBand(question, wanted)) return 'not-in-band';
  if (texts.has(textOf(question))) return 'asked-twice';
  const own = statementsOf(context, question);
  const answers = members.some(
    (member) => answersAnother(context, member.statements, question) || answersAnother(context, own, member.question),
  );
  return answers ? 'answered' : null;
}

function textOf(question: Question): string {
  return `${question.kind}/${question.form}\n${shownTwice(question)}`;
}

function eventsOf(fact: Fact): readonly string[] {
  return fact.kind === 'sequence' ? fact.events : [fact.event];
}

function daysOf(context: Context, fact: Fact): readonly Span[] {
  return eventsOf(fact).flatMap((id) => context.index.span(context.index.event(id)) ?? []);
}

/** Whether two questions are about the same days: side by side, the one would remind of the other. */
export function areSiblings(a: readonly Span[], b: readonly Span[]): boolean {
  return a.some((one) => b.some((other) => mayTouch(one, other)));
}

/**
 * The members in an order without siblings side by side: each next one is the first in a drawn order that is no sibling of the last,
 * those with most siblings first. One that fits nowhere at the end is put between two others where it can, and else left out.
 */
function apart(draw: Draw, members: readonly Member[]): Member[] {
  const siblings = (one: Member): number => members.filter((other) => areSiblings(one.days, other.days)).length;
  const count = new Map(members.map((member) => [member, siblings(member)]));
  const waiting = draw.shuffle(members).sort((a, b) => (count.get(b) ?? 0) - (count.get(a) ?? 0));
  const row: Member[] = [];
  const fits = (one: Member, at: number): boolean =>
    [row[at - 1], row[at]].every((other) => other === undefined || !areSiblings(one.days, other.days));
  while (waiting.length > 0) {
    const next = waiting.findIndex((one) => fits(one, row.length));
    const [member] = waiting.splice(Math.max(0, next), 1);
    if (member === undefined) break;
    if (next >= 0) row.push(member);
    else {
      const at = row.findIndex((_, i) => fits(member, i));
      if (at >= 0) row.splice(at, 0, member);
    }
  }
  return row;
}

interface Waiting {
  /** The next of the group, then the storyline, that has had least; null when none is left. */
  next(): Pair | null;
  took(pair: Pair): void;
}

/** The pairs of one storyline in a group, and how many of them a set has already. */
interface Line {
  had: number;
  readonly queue: Pair[];
}

interface Group {
  had: number;
  readonly weight: number;
  readonly lines: Map<string, Line>;
}

/** Pairs in queues by group (form, or kind of a mix) and storyline: a pick looks at the queues, not at the pairs. */
function createWaiting(context: Context, pairs: readonly Pair[], mix: SetWanted['mix']): Waiting {
  const groups = new Map<string, Group>();
  const groupOf = ({ key, fact }: Pair): string => (mix === undefined ? key : fact.kind);
  for (const pair of [...pairs].reverse()) {
    const weight = mix === undefined ? 1 : (mix[pair.fact.kind] ?? 0);
    if (weight <= 0) continue;
    const group: Group = groups.get(groupOf(pair)) ?? { had: 0, weight, lines: new Map<string, Line>() };
    groups.set(groupOf(pair), group);
    const storyline = storylineOf(context, pair.fact);
    const line: Line = group.lines.get(storyline) ?? { had: 0, queue: [] };
    group.lines.set(storyline, line);
    line.queue.push(pair);
  }
  return {
    next() {
      const open = [...groups.values()].filter(({ lines }) => lines.size > 0);
      const [first] = open;
      if (first === undefined) return null;
      const group = open.reduce((a, b) => (b.had / b.weight < a.had / a.weight ? b : a), first);
      const [name, line] = [...group.lines].reduce((a, b) => (b[1].had < a[1].had ? b : a));
      const pair = line.queue.pop() ?? null;
      if (line.queue.length === 0) group.lines.delete(name);
      return pair;
    },
    took(pair) {
      const group = groups.get(groupOf(pair));
      if (group === undefined) return;
      group.had++;
      const line = group.lines.get(storylineOf(context, pair.fact));
      if (line !== undefined) line.had++;
    },
  };
}
