import type { Question } from '$lib/core/questions/question';
import type { LostEdit } from '$lib/core/questions/saved-set/edited-question';
import type { EditWarning } from '$lib/core/questions/saved-set/edit-warnings';
import { m } from '$lib/paraglide/messages.js';

/** What a teacher should know of an edit, in a sentence. */
export function sayWarning(warning: EditWarning, { form }: Pick<Question, 'form'>): string {
  switch (warning.kind) {
    case 'proof':
      return m.warn_proof();
    case 'empty':
      return warning.option === null
        ? m.warn_empty_stem()
        : m.warn_empty_option({ letter: warning.option.toUpperCase() });
    case 'leak':
      return warning.option === null
        ? m.warn_leak_stem({ word: warning.word })
        : m.warn_leak_option({ word: warning.word, letter: warning.option.toUpperCase() });
    case 'answer-in-stem':
      return m.warn_answer_in_stem();
    case 'second-right':
      return (warning.sure ? m.warn_second_sure : m.warn_second_maybe)({ letter: warning.option.toUpperCase() });
    case 'not-right':
      if (form === 'order') return m.warn_not_right_order();
      return (warning.sure ? m.warn_not_right : m.warn_not_right_maybe)({ letter: warning.option.toUpperCase() });
    case 'unread':
      return m.warn_unread({ letter: warning.option.toUpperCase() });
    case 'alike': {
      const [first, second] = warning.options;
      return m.warn_alike({ first: first.toUpperCase(), second: second.toUpperCase() });
    }
    case 'catch-all':
      return m.warn_catch_all({ letter: warning.option.toUpperCase() });
    case 'name-of-another':
      return m.warn_name_of_another({ name: warning.name });
  }
}

export function sayLost(lost: LostEdit): string {
  return m.warn_lost({ text: lost.part === 'option' ? lost.text : lost.part });
}
