import type { Question } from '../questions/question';
import { capitalise } from '../questions/text';
import { EXPORT_WORDS } from './words';

/**
 * The question in fewer words, from its dispatch: "When? Russian forces captured Ivankiv", "Where, 1 April 2022? …". Null where that
 * would lose something: who claims it, the unit in which an answer is typed, or where there is no dispatch to go by.
 */
export function shortStem({ kind, form, dispatch, according, language }: Question): string | null {
  if (dispatch?.text == null || according !== null || form === 'typed') return null;
  const words = EXPORT_WORDS[language];
  const text = capitalise(dispatch.text);
  if (kind === 'date') return `${words.when} ${text}`;
  return kind === 'place' ? `${words.where(dispatch.date ?? '')} ${text}` : null;
}
