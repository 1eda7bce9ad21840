import type { Judgeable } from './judgeable';
import { orderProblem, pairsOf } from './order-pairs';
import { judgedAs, unfit, type Judged } from './verdict';

/**
 * The credit of an order is Kendall's τ over the pairs whose order the key fixes, and nothing below 0 (rule C3;
 * M. G. Kendall, "A New Measure of Rank Correlation", Biometrika 30, 1938). Any linear extension of the key's partial
 * order is fully right (C2).
 */
export function judgeOrder(question: Judgeable, order: readonly string[]): Judged {
  const keyProblem = orderProblem(question, question.key);
  if (keyProblem !== null) return unfit(`the key of the question is no order of its options: ${keyProblem}`);
  const stray = question.ties.flat().find((id) => !question.key.includes(id));
  if (stray !== undefined) return unfit(`the ties of the question name an option "${stray}" that it does not have`);
  const problem = orderProblem(question, order);
  if (problem !== null) return unfit(problem);
  const { definite } = pairsOf(question, order);
  const right = definite.filter((pair) => pair.right).length;
  return judgedAs(definite.length === 0 ? 1 : (2 * right - definite.length) / definite.length);
}
