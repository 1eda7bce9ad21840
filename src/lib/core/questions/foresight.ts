import type { Request } from './assemble';
import type { Objection } from './eligibility';
import { formOf, type FormKey, type Option, type Question } from './question';
import { subjectOf } from './rules/rule';
import { breachesIn, WORD_RULES } from './rules/rules';

/** What is known of a question before its distractors are chosen: nobody has to choose them to know that there are some. */
export type Outline = Pick<Question, 'stem' | 'dispatch' | 'according'> & {
  /** The options that stand in it for every seed, where what they say could give something away. */
  readonly options?: readonly Pick<Option, 'text' | 'value'>[];
};

/**
 * What can be told of a question without making it: that it can be made for every seed (its outline), why it cannot (an objection), or
 * nothing (null). Finding the facts of a pack would else make every question of it once, only to throw them away.
 */
export type Foresight = Outline | Objection | null;

/**
 * Whether the words of a foreseen question keep the rules. The other rules are kept by what the form has seen to before it foresees:
 * two false options are left, and none of them can say what the rules forbid.
 */
export function wordsKeepRules({ context, fact, seed }: Request, key: FormKey, outline: Outline): boolean {
  const { stem, dispatch, according, options = [] } = outline;
  const draft: Question = {
    type: 'question',
    id: '',
    pack: context.index.pack.id,
    fact: fact.id,
    kind: fact.kind,
    form: formOf(key),
    stem,
    options: options.map(({ text, value }, i) => ({ id: String(i), text, value, why: '' })),
    dispatch,
    key: [],
    ties: [],
    accept: null,
    according,
    explanation: '',
    sources: [],
    proof: { key: [], others: {} },
    difficulty: 0,
    seed,
    language: context.language,
  };
  const subject = subjectOf(context, draft, fact);
  return subject !== null && breachesIn(subject, WORD_RULES).length === 0;
}
