import type { Case } from './case';
import { folded } from './words';
import { unless, type Finding } from './violation';

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/** What holds for the options of every form with options: letters in order, no two alike, keys among them, reasons with them. */
export function checkOptions({ question, keys, distractors }: Case, fewest: number, most: number): readonly Finding[] {
  const { options, key } = question;
  const ids = options.map(({ id }) => id);
  const lettered = ids.every((id, i) => id === LETTERS.charAt(i));
  const unknown = key.filter((id) => !ids.includes(id));
  return [
    ...unless(lettered, 'format', `options: expected the ids a, b, c … in order, received ${ids.join(', ')}`),
    ...unless(unknown.length === 0, 'format', `key: no option ${unknown.join(', ')}`),
    ...unless(areDistinct(key), 'format', 'key: names an option twice'),
    ...unless(options.length >= fewest && options.length <= most, 'O1', `${String(options.length)} options; ${String(fewest)} to ${String(most)} are shown`),
    ...unless(areDistinct(options.map(({ value }) => value)), 'O1', 'two options have the same value'),
    ...unless(areDistinct(options.map(({ text }) => folded(text))), 'O1', 'two options read the same'),
    ...keys.flatMap(({ id, why }) => unless(why === 'key', 'O8', `option ${id} is the key, but is not marked as such`)),
    ...distractors.flatMap(({ id, why }) => unless(why.trim() !== '' && why !== 'key', 'O8', `option ${id} has no reason`)),
  ]; // prettier-ignore
}

/** Exactly one right option; the one, or null. */
export function checkOneKey({ question, keys }: Case): readonly Finding[] {
  return [
    ...unless(keys.length === 1, 'K2', `${String(keys.length)} keys where one option is right`),
    ...unless(question.ties.length === 0, 'format', 'ties: only an order has them'),
    ...unless(question.accept === null, 'format', 'accept: only typed and map questions have it'),
  ];
}

/** Where the answer is produced, nothing is offered and nothing but `accept` says what is right. */
export function checkNothingOffered({ question }: Case): readonly Finding[] {
  const { options, key, ties, accept } = question;
  return [
    ...unless(options.length === 0, 'format', 'options: expected none, the answer is produced'),
    ...unless(key.length === 0, 'format', 'key: expected none, accept says what is right'),
    ...unless(ties.length === 0, 'format', 'ties: only an order has them'),
    ...unless(accept !== null, 'format', 'accept: nothing is accepted'),
  ];
}

/** `bounds` belong to one form only. */
export function checkNoBounds({ question }: Case): readonly Finding[] {
  return unless(question.bounds === undefined, 'format', 'bounds: only a between question has them');
}

function areDistinct(texts: readonly string[]): boolean {
  return new Set(texts).size === texts.length;
}
