import type { Generator } from '../../questions/generator';
import { editBetween } from '../../questions/saved-set/edited-question';
import { resolveItem } from '../../questions/saved-set/resolve-set';
import type { SavedSet, SetItem } from '../../questions/saved-set/saved-set';
import { applyChanges } from '../back/apply-changes';
import { backFormatOf, readBack } from '../back/read-back';
import { reconcile, type Change } from '../back/reconcile';
import type { ExportSet } from '../export-set';
import { exportSetOf } from './desk-export';
import type { DeskWorks, Returning } from './desk-task';

/** Reads a file that comes from elsewhere and compares it with the set, by the ids of its questions. */
export async function readReturning(set: ExportSet, base: ExportSet | null, text: string): Promise<Returning> {
  const format = backFormatOf(text);
  if (format === null) return { ok: false, why: 'no-format', detail: '' };
  const read = await readBack(text, format);
  if (!read.ok) return { ok: false, why: 'unreadable', detail: read.message };
  const { changes, conflicts, missing, unknown } = reconcile(set, read.returned, base);
  if (missing.length === set.questions.length)
    return { ok: false, why: 'no-set', detail: String(read.returned.length) };
  return { ok: true, format, changes, conflicts, missing: missing.length, unknown: unknown.length };
}

/**
 * The set's items with edits made elsewhere, and how many could not be put on: those of a form that stood in for a question, where the
 * question itself has no such part. An explanation is the same in every form.
 */
export function itemsWith(
  generator: Generator,
  set: SavedSet,
  changes: readonly Change[],
): DeskWorks['changed']['answer'] {
  const own = changes.map((change) =>
    change.part === 'explanation' ? { ...change, target: change.question } : change,
  );
  const fitting = own.filter(({ question, target }) => question === target);
  const changed = applyChanges(exportSetOf(generator, set, null), fitting);
  const byId = new Map(changed.questions.map((question) => [question.id, question]));
  const touched = new Set(fitting.map(({ question }) => question));
  const items = set.items.map((item): SetItem => {
    const resolved = resolveItem(generator, item);
    if (resolved.is === 'gone' || !touched.has(resolved.question.id)) return item;
    const question = byId.get(resolved.question.id);
    return question === undefined ? item : { ...item, edit: editBetween(resolved.generated, question) };
  });
  return { items, left: own.length - fitting.length };
}
