import type { PackSource } from '../../packs/pack-source';
import type { Problem } from '../../packs/problem';
import type { RowFault } from './foreign';
import { assemblePack } from './pack/assemble';
import type { RowDraft } from './pack/draft';
import { draftRow } from './pack/draft-row';
import { languageOfTexts } from './pack/language-of-texts';
import { readForeign, type ImportFormat } from './read-foreign';
import { plainText } from './text/plain-text';
import { slugOf } from './text/slug';

/** A foreign file, and what its reader wants of the pack; null: by default. */
export interface ImportInput {
  /** The name that problems bear. */
  readonly file: string;
  /** The same without folders and extension, from which the id and title come. */
  readonly name: string;
  readonly text: string;
  readonly format: ImportFormat | null;
  readonly id: string | null;
  readonly title: string | null;
  readonly language: string | null;
  readonly licence: string | null;
}

/** What came of a file. Every row is an event of the pack or has problems. */
export interface Imported {
  /** Null where the format could not be told. */
  readonly format: ImportFormat | null;
  /** Null where there is no event. */
  readonly pack: PackSource | null;
  readonly rows: number;
  /** In the order of the file. */
  readonly problems: readonly Problem[];
  /** What was left out, understood or assumed in a way worth saying; no problem. */
  readonly remarks: readonly Problem[];
}

/** Makes a pack from a foreign file. The pack passes every check of packs. Never throws. */
export function importPack(input: ImportInput): Imported {
  const { format, file } = readForeign(input.text, input.format);
  const at = (faults: readonly RowFault[]): readonly Problem[] => faults.map((fault) => problemOf(fault, input.file));
  const drafted = file.rows.map((row) => draftRow(row, { undated: format === 'csv' }));
  const sound = drafted.filter(({ faults }) => faults.length === 0).map(({ draft }) => draft);
  const faults = [...file.faults, ...drafted.flatMap((each) => each.faults)];
  const remarks = [...file.remarks, ...drafted.flatMap((each) => each.remarks)];
  if (file.faults.length === 0 && file.rows.length === 0) faults.push({ spot: { line: 1, column: 1, path: '(root)' }, message: 'holds no event', expected: 'one at least', received: null });
  if (sound.length === 0) return { format, pack: null, rows: file.rows.length, problems: at(inOrder(faults)), remarks: at(remarks) };

  const title = input.title ?? titleFrom(file.title) ?? titleFrom(input.name) ?? 'Imported events';
  const language = input.language ?? file.language ?? languageOfTexts(sound.map(textOf));
  const head = {
    id: input.id ?? slugOf(input.name) ?? 'imported',
    title,
    language,
    licence: input.licence ?? file.licence ?? 'unknown',
  };
  const century = sound.find(({ date }) => /\dXX/.test(date?.when ?? ''));
  if (century !== undefined) remarks.push({ spot: century.row.spot, message: 'is dated by its century, which packs write as 15XX, 1500 to 1599, though the 16th is counted from 1501 to 1600', expected: null, received: century.date?.when ?? null });
  const made = assemblePack(sound, file, titleFrom(input.name) ?? 'Imported file', head);
  if (input.language === null && file.language === null) remarks.push(aboutHead('language', `is not said by the file: ${language} is taken from its letters`, '--language LANGUAGE'));
  if (input.licence === null && file.licence === null) remarks.push(aboutHead('licence', 'is not said by the file: the pack says "unknown"', '--licence LICENCE'));
  return {
    format,
    pack: (made.pack.events ?? []).length === 0 ? null : made.pack,
    rows: file.rows.length,
    problems: at(inOrder([...faults, ...made.faults])),
    remarks: at([...remarks, ...made.remarks]),
  };
} // prettier-ignore

function titleFrom(text: string | null): string | null {
  const title = text === null ? '' : plainText(text).text.replaceAll('\uFFFD', '').slice(0, 200).trim();
  return title === '' ? null : title;
}

function textOf({ name, clause }: RowDraft): string {
  return name ?? clause ?? '';
}

function aboutHead(path: string, message: string, expected: string): RowFault {
  return { spot: { line: 1, column: 1, path }, message, expected, received: null };
}

function inOrder(faults: readonly RowFault[]): readonly RowFault[] {
  return faults.toSorted((a, b) => a.spot.line - b.spot.line || a.spot.column - b.spot.column);
}

function problemOf({ spot, message, expected, received }: RowFault, file: string): Problem {
  return { file, line: spot.line, column: spot.column, path: spot.path, message, expected, received };
}
