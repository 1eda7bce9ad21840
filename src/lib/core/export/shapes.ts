import type { Question } from '../questions/question';
import type { ExportSet } from './export-set';
import type { Shape, Substitute, WriteOptions } from './format';
import type { LeftOutReason } from './loss';

/** The shape of a question as it is; null for one that has no answer of that shape (a set edited by hand may hold such). */
export function shapeOf(question: Question): Shape | null {
  const { form, options, key, accept } = question;
  if (form === 'typed') return accept !== null && ('from' in accept || 'names' in accept) ? 'typed' : null;
  if (form === 'map') return accept !== null && 'point' in accept ? 'map' : null;
  const ids = new Set(options.map(({ id }) => id));
  if (form === 'order') return options.length > 1 && key.length === ids.size && key.every((id) => ids.has(id)) ? 'order' : null;
  const [right, ...more] = key;
  return right !== undefined && more.length === 0 && ids.has(right) && options.length > 1 ? 'choice' : null;
} // prettier-ignore

/** What stands in for a shape, the nearest first. */
const STAND_INS: Readonly<Record<Shape, readonly Shape[]>> = {
  order: ['match', 'choice'],
  map: ['choice', 'typed'],
  typed: ['choice'],
  choice: ['typed'],
  match: [],
};

/** The question that a target gets for one of the set, and the shape it has there. */
export type Placed =
  | { readonly ok: true; readonly question: Question; readonly shape: Shape; readonly instead: boolean }
  | { readonly ok: false; readonly why: LeftOutReason };

/**
 * Finds what a target can ask in place of a question: what is wished for (an old Moodle has no ordering), the question itself, its matching pairs, or another form of the same fact
 * that the set brings along. Nothing is made up here, so that what is asked stays proved.
 */
export function place(
  set: ExportSet,
  question: Question,
  shapes: readonly Shape[],
  { substitutes }: Pick<WriteOptions, 'substitutes'>,
): Placed {
  const own = shapeOf(question);
  if (own === null) return { ok: false, why: 'no-answer' };
  const wanted: Substitute | undefined = substitutes[own];
  if (wanted === 'leave-out') return { ok: false, why: 'unwanted' };
  const order = [...(wanted === undefined ? [] : [wanted]), own, ...STAND_INS[own]];
  for (const shape of order) {
    if (!shapes.includes(shape)) continue;
    if (shape === own) return { ok: true, question, shape, instead: false };
    // A tie has no one position, so pairs of things and positions would have two right answers.
    if (shape === 'match' && own === 'order' && question.ties.length === 0) return { ok: true, question, shape, instead: true };
    const other = (set.alternatives[question.id] ?? []).find((each) => shapeOf(each) === shape);
    if (other !== undefined) return { ok: true, question: other, shape, instead: true };
  }
  return { ok: false, why: 'no-substitute' };
} // prettier-ignore
