import type { Option, Question } from '$lib/core/questions/question';
import type { Response, Verdict } from '$lib/core/answers/response';
import type { Reveal } from '$lib/core/answers/reveal';

/** How an answer is called: never by colour alone, and never louder than it deserves. */
export type Outcome = 'right' | 'hinted' | 'near' | 'partly' | 'wrong' | 'passed';

export function outcomeOf(verdict: Verdict, response: Response, hints: number): Outcome {
  if ('pass' in response) return 'passed';
  if (verdict.correct) return hints > 0 ? 'hinted' : 'right';
  // Of an order the pairs count, each for itself, however many of them are right.
  if (verdict.band === 'near' && !('order' in response)) return 'near';
  return verdict.credit > 0 ? 'partly' : 'wrong';
}

/** An option after the answer. */
export interface JudgedOption {
  readonly id: string;
  readonly text: string;
  readonly is: 'key' | 'chosen' | 'other';
  /** Why it is wrong; null for the key. */
  readonly why: string | null;
}

/** What is known of a question once it is answered, whether it comes from a pack or from a class's room. */
export type Answered = Pick<Question, 'form' | 'key' | 'language'> & {
  readonly options: readonly Pick<Option, 'id' | 'text' | 'why'>[];
};

/** The options of a choice as they stand after the answer, in the order shown. */
export function judgedOptions(question: Answered, response: Response): readonly JudgedOption[] {
  const chosen = 'choice' in response ? response.choice : null;
  return question.options.map(({ id, text, why }) => {
    const isKey = question.key.includes(id);
    return { id, text, is: isKey ? 'key' : id === chosen ? 'chosen' : 'other', why: isKey ? null : why };
  });
}

/** An event of a question about order, as it stands after the answer. */
export interface JudgedRow {
  readonly id: string;
  readonly text: string;
  readonly date: string | null;
  /** `none`: neither asked for nor chosen. */
  readonly mark: 'right' | 'wrong' | 'none';
  /** Position given in an ordering, from 1; null: none was given, or it is where it belongs. */
  readonly given: number | null;
}

/** The events of an ordering, or those of which the first, the last or the one between was asked, from the earliest to the latest. */
export function judgedRows(question: Answered, response: Response, timeline: Reveal['timeline']): readonly JudgedRow[] {
  const inTime = question.form === 'order' ? question.key : timeline.map(({ option }) => option);
  return inTime.map((id, index) => {
    const text = question.options.find((option) => option.id === id)?.text ?? '';
    const date = timeline.find(({ option }) => option === id)?.date ?? null;
    if (question.form !== 'order') {
      const isKey = question.key.includes(id);
      const isChosen = 'choice' in response && response.choice === id;
      return { id, text, date, given: null, mark: isKey ? 'right' : isChosen ? 'wrong' : 'none' };
    }
    const at = 'order' in response ? response.order.indexOf(id) : -1;
    const mark = at === -1 ? 'none' : at === index ? 'right' : 'wrong';
    return { id, text, date, given: mark === 'wrong' ? at + 1 : null, mark };
  });
}

/**
 * What the explanation adds to the dispatch above it, which tells the event already. A claim is explained whole: its claimant stands
 * in the explanation alone.
 */
export function addedWords({
  explanation,
  dispatch,
  according,
}: Pick<Question, 'explanation' | 'dispatch' | 'according'>): string {
  const text = dispatch?.text ?? null;
  if (text === null || according !== null) return explanation;
  const at = explanation.toLowerCase().indexOf(text.toLowerCase());
  const rest = at === -1 ? null : explanation.slice(at + text.length);
  // The dispatch may be the beginning of a longer sentence: then nothing is left out.
  return rest === null || !/^[.!?…](\s|$)/.test(rest) ? explanation : rest.replace(/^[.!?…\s]+/, '');
}

/** Reasons and clauses come without their final stop. */
export function sentence(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}
