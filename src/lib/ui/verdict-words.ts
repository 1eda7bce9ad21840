import type { Question } from '$lib/core/questions/question';
import type { Response, Verdict } from '$lib/core/answers/response';

/** How an answer is called: never by colour alone, and never louder than it deserves. */
export type Outcome = 'right' | 'partly' | 'wrong' | 'passed';

export function outcomeOf(verdict: Verdict, response: Response): Outcome {
  if ('pass' in response) return 'passed';
  if (verdict.correct) return 'right';
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

/** The options of a choice as they stand after the answer, in the order shown. */
export function judgedOptions(question: Question, response: Response): readonly JudgedOption[] {
  const chosen = 'choice' in response ? response.choice : null;
  return question.options.map(({ id, text, why }) => {
    const isKey = question.key.includes(id);
    return { id, text, is: isKey ? 'key' : id === chosen ? 'chosen' : 'other', why: isKey ? null : why };
  });
}

/** A row of an ordering after the answer: in the right order, with where the learner had put it. */
export interface JudgedRow {
  readonly id: string;
  readonly text: string;
  /** Position given, from 1; null: none was given. */
  readonly given: number | null;
  readonly inPlace: boolean;
}

/** An ordering after the answer, earliest first. */
export function judgedRows(question: Question, response: Response): readonly JudgedRow[] {
  const given = 'order' in response ? response.order : null;
  return question.key.map((id, index) => {
    const at = given?.indexOf(id) ?? -1;
    const text = question.options.find((option) => option.id === id)?.text ?? '';
    return { id, text, given: at === -1 ? null : at + 1, inPlace: at === index };
  });
}

/**
 * What the explanation adds to the dispatch above it, which tells the event already. A claim is explained whole: its claimant stands
 * in the explanation alone.
 */
export function addedWords({ explanation, dispatch, according }: Question): string {
  const text = dispatch?.text ?? null;
  if (text === null || according !== null) return explanation;
  const at = explanation.toLowerCase().indexOf(text.toLowerCase());
  const rest = at === -1 ? null : explanation.slice(at + text.length);
  // The dispatch may be the beginning of a longer sentence: then nothing is left out.
  return rest === null || !/^[.!?…](\s|$)/.test(rest) ? explanation : rest.replace(/^[.!?…\s]+/, '');
}
