import type { Option, Question } from '../question';
import { isEmptyEdit, type Edit } from './saved-set';

/** A part of an edit that does not fit the question any more, because the pack has changed: an option or a key that is not there, names where none are typed. */
export type LostEdit =
  { readonly part: 'option'; readonly value: string; readonly text: string } | { readonly part: 'key' | 'names' };

/**
 * A question with a teacher's edits on it. It keeps its id: what was exported before is still the same question. Its proof holds no
 * longer, and is gone.
 */
export function withEdit(
  question: Question,
  edit: Edit | null,
): { readonly question: Question; readonly lost: readonly LostEdit[] } {
  if (edit === null || isEmptyEdit(edit)) return { question, lost: [] };
  const lost: LostEdit[] = [];
  let edited = question;
  const { stem, explanation, options, key, names } = edit;
  // The dispatch tells the question before: what is drawn and what is read must not differ.
  if (stem !== undefined && stem !== question.stem) edited = { ...edited, stem, dispatch: null };
  if (explanation !== undefined && explanation !== question.explanation) edited = { ...edited, explanation };
  for (const [value, text] of Object.entries(options ?? {})) {
    const option = question.options.find((one) => one.value === value);
    if (option === undefined) lost.push({ part: 'option', value, text });
    else if (option.text !== text) edited = { ...edited, options: edited.options.map((one) => (one.value === value ? { ...one, text } : one)) }; // prettier-ignore
  }
  if (key !== undefined) {
    const keyed = withKey(edited, key);
    if (keyed === null) lost.push({ part: 'key' });
    else edited = keyed;
  }
  if (names !== undefined) {
    const { accept } = question;
    if (accept === null || !('names' in accept)) lost.push({ part: 'names' });
    else if (names.join('\n') !== accept.names.join('\n')) edited = { ...edited, accept: { ...accept, names } };
  }
  return { question: withStandingProof(question, edited), lost };
}

/** An edited question with its proof where that still holds, without one where what was proved is asked no more. */
export function withStandingProof(generated: Question, edited: Question): Question {
  return isProved(generated, edited) ? edited : { ...edited, proof: { key: [], others: {} } };
}

/** The proof is about what is asked and offered; an explanation may say what it likes. */
function isProved(generated: Question, edited: Question): boolean {
  const { explanation } = generated;
  return edited === generated || JSON.stringify({ ...edited, explanation }) === JSON.stringify(generated);
}

/** The question with other right options; null where it has not got them all. */
function withKey(question: Question, values: readonly string[]): Question | null {
  const key = values.flatMap((value) => question.options.find((option) => option.value === value)?.id ?? []);
  if (key.length !== values.length || key.length !== question.key.length || new Set(key).size !== key.length) return null;
  return withRight(question, key);
} // prettier-ignore

/** The question with the options of these ids as its right ones, or its right order; each option's reason goes with it. */
export function withRight(question: Question, key: readonly string[]): Question {
  if (key.join() === question.key.join()) return question;
  if (question.form === 'order') return { ...question, key };
  return { ...question, key, options: question.options.map((option) => marked(option, key)) };
}

/** The old reasons say why an option is not the answer: that of the new answer falls away, and the old answer has none. */
function marked(option: Option, key: readonly string[]): Option {
  if (key.includes(option.id)) return { ...option, why: 'key' };
  return option.why === 'key' ? { ...option, why: '' } : option;
}

/** The edit that makes one question of the other; null where they are the same. Both must be of one fact, form and seed. */
export function editBetween(generated: Question, edited: Question): Edit | null {
  const options = edited.options.flatMap(({ value, text }): [string, string][] => {
    const before = generated.options.find((option) => option.value === value);
    return before === undefined || before.text === text ? [] : [[value, text]];
  });
  const names = namesOf(edited);
  const edit: Edit = {
    ...(edited.stem === generated.stem ? {} : { stem: edited.stem }),
    ...(edited.explanation === generated.explanation ? {} : { explanation: edited.explanation }),
    ...(options.length === 0 ? {} : { options: Object.fromEntries(options) }),
    ...(edited.key.join() === generated.key.join() ? {} : { key: valuesOf(edited, edited.key) }),
    ...(names === null || names.join('\n') === namesOf(generated)?.join('\n') ? {} : { names }),
  };
  return isEmptyEdit(edit) ? null : edit;
}

function namesOf({ accept }: Question): readonly string[] | null {
  return accept !== null && 'names' in accept ? accept.names : null;
}

function valuesOf({ options }: Question, ids: readonly string[]): readonly string[] {
  return ids.flatMap((id) => options.find((option) => option.id === id)?.value ?? []);
}
