import type { Generator } from '../../questions/generator';
import type { Language, Question } from '../../questions/question';
import { withEdit } from '../../questions/saved-set/edited-question';
import { questionsOf, resolveSet } from '../../questions/saved-set/resolve-set';
import type { SavedSet } from '../../questions/saved-set/saved-set';
import { loadFormat } from '../catalogue';
import type { DrawMap, ExportSet } from '../export-set';
import { SHAPES, type ExportFormat, type FormatId, type WriteOptions } from '../format';
import type { Loss } from '../loss';
import { lossReport } from '../loss-report';
import { sayAlike } from '../loss-words';
import { preflight } from '../preflight';
import { setOfQuestions } from '../set-of-questions';
import { shapeOf } from '../shapes';
import { fileName } from '../text/file-name';
import { versionOf } from '../versions';
import type { DeskFile, FormatInfo, LossGroup, PreflightView } from './desk-task';

/** A saved set as it goes out: with its edits, on its questions and on the forms that may stand in for them. */
export function exportSetOf(generator: Generator, set: SavedSet, drawMap: DrawMap | null): ExportSet {
  const resolved = resolveSet(generator, set);
  const title = set.title.trim();
  const made = setOfQuestions(generator, questionsOf(resolved), {
    id: set.id,
    ...(title === '' ? {} : { title }),
    revision: set.revision,
    seed: set.seed,
    drawMap,
  });
  const edits = resolved.items.flatMap((item) =>
    item.is === 'question' && item.item.edit !== null ? [[item.question.id, item.item.edit] as const] : [],
  );
  if (edits.length === 0) return made;
  // What was changed of a fact's words holds for its other forms as well, as far as they have them.
  const alternatives = { ...made.alternatives };
  for (const [id, { explanation, options, names }] of edits) {
    const shared = {
      ...(explanation === undefined ? {} : { explanation }),
      ...(options === undefined ? {} : { options }),
      ...(names === undefined ? {} : { names }),
    };
    alternatives[id] = (alternatives[id] ?? []).map((question: Question) => withEdit(question, shared).question);
  }
  return { ...made, alternatives };
}

export function infoOf({
  id,
  label,
  extension,
  mimeType,
  carries,
  printsVersions,
  answersInline = false,
}: ExportFormat): FormatInfo {
  return { id, label, extension, mimeType, shapes: carries.shapes, printsVersions, answersInline };
}

/** What a file of a format would have of the set, in words of a language. */
export async function checkExport(
  set: ExportSet,
  id: FormatId,
  options: WriteOptions,
  words: Language,
): Promise<PreflightView> {
  const format = await loadFormat(id);
  const shapes = SHAPES.filter((shape) => set.questions.some((question) => shapeOf(question) === shape));
  const isOfEvents = format.carries.shapes.length === 0;
  // A target that takes events, not questions, knows only as it writes which of them it can take.
  const losses = isOfEvents ? (await format.write(set, options)).losses : preflight(set, format, options).losses;
  const all = isOfEvents ? set.events.length : set.questions.length;
  const gone = losses.filter(({ kind }) => kind === 'left-out').length;
  return { taken: all - gone, all, groups: groupLosses(set, losses, words), shapes };
}

/** Losses by what is said of them in words of a language, each with the places in the set that it is said of. */
export function groupLosses(set: ExportSet, losses: readonly Loss[], words: Language): LossGroup[] {
  const places = new Map(set.questions.map(({ id }, i) => [id, i]));
  const groups = new Map<string, { kind: Loss['kind']; places: Set<number> }>();
  for (const loss of losses) {
    const said = sayAlike(loss, words);
    const group = groups.get(said) ?? { kind: loss.kind, places: new Set() };
    const place = 'question' in loss ? places.get(loss.question) : undefined;
    if (place !== undefined) group.places.add(place);
    groups.set(said, group);
  }
  return [...groups].map(([said, { kind, places: found }]) => ({ said, kind, places: [...found] }));
}

/** The files of a set in a format: one, or one a version where a file holds only one. */
export async function writeExport(set: ExportSet, id: FormatId, options: WriteOptions): Promise<DeskFile[]> {
  const format = await loadFormat(id);
  const isApart = options.versions.length > 0 && !format.printsVersions;
  const letters = isApart ? options.versions : [null];
  const files: DeskFile[] = [];
  for (const letter of letters) {
    const own = letter === null ? set : versionOf(set, letter);
    const { bytes, losses } = await format.write(own, isApart ? { ...options, versions: [] } : options);
    const title = letter === null ? set.title : `${set.title} ${letter}`;
    const name = fileName(title, format.extension);
    files.push({ name, mimeType: format.mimeType, bytes, report: lossReport(own, format, losses) });
  }
  return files;
}
