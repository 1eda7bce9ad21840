import { FORM_KEYS, type FormKey } from '../questions/question';
import { judgeChoice } from './judge-choice';
import { judgeMap } from './judge-map';
import { judgeOrder } from './judge-order';
import { judgeTypedDate } from './judge-typed-date';
import { judgeTypedPlace } from './judge-typed-place';
import type { Judgeable } from './judgeable';
import type { Response } from './response';
import { judgedAs, unfit, type Judged } from './verdict';

type AnsweredBy = 'choice' | 'order' | 'typed-date' | 'typed-place' | 'point';

/** How each form is answered, exhaustively: a new one does not compile until it is judged. */
const ANSWERED_BY: Readonly<Record<FormKey, AnsweredBy>> = {
  'date/choice': 'choice',
  'date/typed': 'typed-date',
  'place/choice': 'choice',
  'place/map': 'point',
  'place/typed': 'typed-place',
  'sequence/order': 'order',
  'sequence/first': 'choice',
  'sequence/last': 'choice',
  'sequence/between': 'choice',
  'event/choice': 'choice',
};

/**
 * What a response is worth (rules C1–C7). A response that does not fit the question, or a question that cannot be judged,
 * is a message for whoever put the two together; "don't know" is worth nothing in every form.
 */
export function judge(question: Judgeable, response: Response): Judged {
  const name = `${question.kind}/${question.form}`;
  const form = FORM_KEYS.find((key) => key === name);
  if (form === undefined) return unfit(`no form ${name} (expected one of ${FORM_KEYS.join(', ')})`);
  if ('pass' in response) return judgedAs(0);
  switch (ANSWERED_BY[form]) {
    case 'choice':
      return 'choice' in response ? judgeChoice(question, response.choice) : misfit(form, 'choice', response);
    case 'order':
      return 'order' in response ? judgeOrder(question, response.order) : misfit(form, 'order', response);
    case 'typed-date':
      return 'typed' in response ? judgeTypedDate(question.accept, response.typed) : misfit(form, 'typed', response);
    case 'typed-place':
      return 'typed' in response ? judgeTypedPlace(question.accept, response.typed) : misfit(form, 'typed', response);
    case 'point':
      return 'point' in response ? judgeMap(question.accept, response.point) : misfit(form, 'point', response);
  }
}

function misfit(form: string, expected: string, response: Response): Judged {
  return unfit(
    `a ${form} question is answered by { "${expected}": … } or { "pass": true }, not by { "${Object.keys(response).join('", "')}": … }`,
  );
}
