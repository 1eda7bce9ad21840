import { resolve } from 'node:path';
import { applyChanges, countUnproved } from '$lib/core/export/back/apply-changes';
import { BACK_FORMATS, backFormatOf, readBack, type BackFormat } from '$lib/core/export/back/read-back';
import { readJsonSet } from '$lib/core/export/back/read-json-set';
import type { Returned } from '$lib/core/export/back/returned';
import { reconcile, type Change, type Conflict, type Reconciled } from '$lib/core/export/back/reconcile';
import type { TextFault } from '$lib/core/export/back/text-fault';
import type { ExportSet } from '$lib/core/export/export-set';
import { loadFormat } from '$lib/core/export/catalogue';
import { DEFAULT_OPTIONS } from '$lib/core/export/format';
import { fromUtf8 } from '$lib/core/export/bytes/utf8';
import { UsageError, type ExitCode } from './command';
import type { Io } from './io';
import { readTextFile } from './text-file';
import { writeWhole } from './whole-file';

export interface BackOptions {
  readonly set: string;
  readonly base?: string | undefined;
  readonly from?: string | undefined;
  readonly out?: string | undefined;
}

/**
 * Takes edits of an exported set home: prints what was changed elsewhere and what does not fit, and writes the set with the changes where
 * `out` says so. Ends with 1 where there are conflicts: they are left as they are here.
 *
 * @throws {UsageError} for files that are not there and formats that are not read
 */
export async function importBack(path: string, options: BackOptions, io: Io): Promise<ExitCode> {
  const text = await readTextFile(path, io);
  if (text === null) return 1;
  const format = formatOf(options.from, text, path);
  const set = await readSet(options.set, '--set', io);
  const base = options.base === undefined ? null : await readSet(options.base, '--base', io);
  if (set === null || (base === null && options.base !== undefined)) return 1;
  const read = await readBack(text, format);
  if (!read.ok) {
    io.err(`${path}: ${read.message}`);
    return 1;
  }
  const result = withCutRows(reconcile(set, read.returned, base), read.returned);
  if (result.missing.length === set.questions.length) {
    const what = result.unknown.length === 0 ? 'it holds no question with an id of ours' : `its ${counted(result.unknown.length, 'question')} are of another set`;
    io.err(`${path}: no question of the set "${set.id}" was found in the file, read as ${format}: ${what}`);
    return 1;
  }
  const say = options.out === '-' ? io.err : io.out;
  for (const line of linesOf(result)) say(line);
  if (read.passed > 0) io.err(`${String(read.passed)} in the file are no questions of ours, or none that come back`);
  const { changes, conflicts, missing } = result;
  say(`${String(read.returned.length)} read as ${format}: ${counted(changes.length, 'change')}, ${counted(conflicts.length, 'conflict')}, ${String(missing.length)} not in the file`);
  const unproved = countUnproved(changes);
  if (unproved > 0) say(`the proof of ${counted(unproved, 'question')} no longer holds: what was changed is not what was proved`);
  if (options.out !== undefined) await writeSet(applyChanges(set, changes), options.out, io);
  return conflicts.length > 0 ? 1 : 0;
} // prettier-ignore

/** A row may be cut within its id, which no question has then: that is a row that is not whole, not a question of another set. */
function withCutRows(result: Reconciled, returned: readonly Returned[]): Reconciled {
  const cut = new Set(returned.flatMap(({ id, fault }) => (fault === 'cut-short' ? [id] : [])));
  const lost = result.unknown.filter((id) => cut.has(id));
  const conflicts = lost.map((question): Conflict => ({ question, why: 'cut-short' }));
  return {
    ...result,
    conflicts: [...result.conflicts, ...conflicts],
    unknown: result.unknown.filter((id) => !cut.has(id)),
  };
}

function counted(number: number, noun: string): string {
  return `${String(number)} ${noun}${number === 1 ? '' : 's'}`;
}

function linesOf({ changes, conflicts, unknown }: Reconciled): readonly string[] {
  return [
    ...changes.map(sayChange),
    ...conflicts.map(sayConflict),
    ...unknown.map((id) => `${id}: the set has no such question`),
  ];
}

function sayChange(change: Change): string {
  const what = change.part === 'option' ? `option ${change.option}` : change.part;
  const instead = change.target === change.question ? '' : ` (of ${change.target}, which stood in)`;
  return `${change.question}: ${what}${instead}: ${JSON.stringify(change.from)} → ${JSON.stringify(change.to)}`;
}

const WHY: Readonly<Record<Exclude<Conflict['why'], 'changed-here-too' | 'answer-of-the-pack' | TextFault>, string>> = {
  twice: 'the file has it more than once, differently',
  'other-shape': 'it came back as another kind of task',
  'other-options': 'it came back with another number of options',
  'no-right-answer': 'it came back without exactly one right answer',
  alike: 'it came back with two options that read alike',
  'cut-short': 'its row of the table is cut short',
  'stray-key': 'its key does not name each of its options once',
};

const FAULTS: Readonly<Record<TextFault, string>> = {
  empty: 'came back empty',
  'not-text':
    'came back with characters that are not text (control or directional ones, or what another encoding left)',
  'too-long': 'came back longer than a set can keep',
};

function sayConflict(conflict: Conflict): string {
  switch (conflict.why) {
    case 'changed-here-too':
      return `conflict: ${sayChange(conflict.theirs)}, and here it was changed to ${JSON.stringify(conflict.mine)}`;
    case 'answer-of-the-pack':
      return `conflict: ${conflict.question}: its answer follows from the pack and is not changed in a set: ${conflict.from} → ${conflict.to}`;
    case 'empty':
    case 'not-text':
    case 'too-long':
      return `conflict: ${conflict.question}: its ${conflict.part} ${FAULTS[conflict.why]}`;
    default:
      return `conflict: ${conflict.question}: ${WHY[conflict.why]}`;
  }
}

/** @throws {UsageError} for a format that does not come back, or that cannot be told */
function formatOf(given: string | undefined, text: string, path: string): BackFormat {
  const format = BACK_FORMATS.find((each) => each === given) ?? (given === undefined ? backFormatOf(text) : null);
  if (format !== null) return format;
  const what = given === undefined ? `${path} is in no format that comes back` : `--from ${given} does not come back`;
  throw new UsageError(`${what} (expected ${BACK_FORMATS.join(', ')})`);
}

/** The set in a file of ours; null, and said why, where it is none. @throws {UsageError} where there is no such file */
async function readSet(path: string, option: string, io: Io): Promise<ExportSet | null> {
  const text = await readTextFile(path, io);
  if (text === null) return null;
  const read = readJsonSet(text);
  if (read.ok) return read.set;
  io.err(`${option} ${path}: ${read.message}`);
  return null;
}

async function writeSet(set: ExportSet, out: string, io: Io): Promise<void> {
  const { bytes } = await (await loadFormat('json')).write(set, DEFAULT_OPTIONS);
  if (out === '-') io.out(fromUtf8(bytes).trimEnd());
  else await writeWhole(resolve(io.cwd, out), bytes);
}
