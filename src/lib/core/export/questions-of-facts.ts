import { citedForAll, explain } from '../questions/assemble';
import type { Context } from '../questions/context';
import { datelessTelling } from '../questions/event-options';
import { parseFact } from '../questions/facts';
import type { Generator } from '../questions/generator';
import { FORMS_OF, type Question } from '../questions/question';
import { isTold, phrasesOf } from '../questions/telling';

/**
 * A question for each fact that a learner's memory has, in the form that suits a card best; facts that cannot be asked any more have none.
 * The memory of a sequence is one for each two neighbours, `<earlier>+<later>:before`: their card asks which of the two came first.
 */
export function questionsOfFacts(generator: Generator, facts: readonly string[], seed: number): Question[] {
  return facts.flatMap(
    (fact) => pairQuestion(generator.context, fact, seed) ?? formsOf(generator, fact, seed)[0] ?? [],
  );
}

function formsOf(generator: Generator, fact: string, seed: number): Question[] {
  const kind = parseFact(fact)?.kind;
  const forms: readonly string[] = kind === undefined ? [] : FORMS_OF[kind];
  return forms.flatMap((form) => {
    const made = generator.question(fact, form, seed);
    return made?.type === 'question' ? [made] : [];
  });
}

/** Null for a fact that is no pair, or whose events the pack does not have or cannot tell without their dates. */
function pairQuestion(context: Context, fact: string, seed: number): Question | null {
  const [, first = '', second = ''] = /^([^+:]+)\+([^+:]+):before$/u.exec(fact) ?? [];
  const { index, language } = context;
  if (!index.hasEvent(first) || !index.hasEvent(second)) return null;
  const events = [index.event(first), index.event(second)];
  const phrases = phrasesOf(context);
  const texts = events.map((event) => {
    const told = datelessTelling(context, event);
    return isTold(told) ? phrases.option(told) : null;
  });
  const [earlier, later] = texts;
  if (earlier == null || later == null) return null;
  const pairs = [[first, earlier, 'key'], [second, later, '']] as const; // prettier-ignore
  // In the order of their ids, which tells nothing of time.
  const sorted = [...pairs].sort(([a], [b]) => (a < b ? -1 : 1));
  const options = sorted.map(([value, text, why], i) => ({ id: String.fromCharCode(97 + i), text, value, why }));
  return {
    type: 'question',
    id: `${index.pack.id}:${fact}:first`,
    pack: index.pack.id,
    fact,
    kind: 'sequence',
    form: 'first',
    stem: phrases.askFirst(null, events.every(({ dates }) => dates === 'statement')),
    options,
    dispatch: null,
    key: options.filter(({ why }) => why === 'key').map(({ id }) => id),
    ties: [],
    accept: null,
    according: null,
    explanation: events.map((event) => explain(context, event, false)).join(' '),
    sources: citedForAll(context, events),
    proof: { key: [{ rule: 'before', earlier: first, later: second }], others: {} },
    difficulty: 0.5,
    seed,
    language,
  };
} // prettier-ignore
