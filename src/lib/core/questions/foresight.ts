import { assemble, type Request } from './assemble';
import type { Objection } from './eligibility';
import type { FormKey, Option, Question } from './question';
import { breachesOf, WORD_RULES } from './rules/rules';

/** What is known of a question before anything but its words is made: nobody has to choose distractors to know that there are some. */
export type Outline = Pick<Question, 'stem' | 'dispatch' | 'according'> & {
  /** The right option, where what it says could give it away. */
  readonly key?: Omit<Option, 'id' | 'why'>;
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
export function wordsKeepRules(request: Request, key: FormKey, { key: right, ...outline }: Outline): boolean {
  const draft = assemble(request, key, {
    ...outline,
    options: right === undefined ? [] : [{ id: 'a', ...right, why: 'key' }],
    key: right === undefined ? [] : ['a'],
    explanation: '',
    sources: [],
    proof: { key: [], others: {} },
    difficulty: 0,
  });
  return breachesOf(request.context, draft, WORD_RULES).length === 0;
}
