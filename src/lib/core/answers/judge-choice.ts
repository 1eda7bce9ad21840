import type { Judgeable } from './judgeable';
import { judgedAs, unfit, type Judged } from './verdict';

/** One option chosen: all or nothing. */
export function judgeChoice(question: Judgeable, choice: string): Judged {
  const ids = question.options.map((option) => option.id);
  const [key, ...more] = question.key;
  if (key === undefined || more.length > 0 || !ids.includes(key)) {
    return unfit('the question does not name exactly one of its options as its key');
  }
  if (!ids.includes(choice)) {
    return unfit(`no option "${choice}" (expected one of ${ids.join(', ')})`);
  }
  return judgedAs(choice === key ? 1 : 0);
}
