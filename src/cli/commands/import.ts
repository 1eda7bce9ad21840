import { mkdir, mkdtemp, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, extname, join, resolve } from 'node:path';
import * as yaml from 'yaml';
import { importPack, type Imported } from '$lib/core/export/import/import-pack';
import { packDocument, packFolder } from '$lib/core/export/import/pack-files';
import { BACK_FORMATS, backFormatOf } from '$lib/core/export/back/read-back';
import { IMPORT_FORMATS, type ImportFormat } from '$lib/core/export/import/read-foreign';
import type { PackText } from '$lib/core/packs/document';
import type { PackSource } from '$lib/core/packs/pack-source';
import { describeProblem } from '$lib/core/packs/problem';
import { LONGEST_TEXT } from '$lib/core/packs/read-document';
import { checkSource, readPack } from '$lib/core/packs/read-pack';
import { defineCommand, UsageError, type ExitCode } from '../command';
import { importBack } from '../import-back';
import type { Io } from '../io';
import { readTextFile } from '../text-file';
import { writeYaml } from '../write-yaml';

const FORMATS = IMPORT_FORMATS.join(', ');

export const importCommand = defineCommand({
  name: 'import',
  summary: 'makes a pack from a foreign file, or takes edits of an exported set home',
  usage: `FILE [--from ${IMPORT_FORMATS.join('|')}] --out PACK [--id ID] [--title T] [--language L] [--licence L]\n       dateline import FILE --set SET.json [--base SET.json] [--from ${BACK_FORMATS.join('|')}] [--out SET.json]`,
  operands: ['FILE'],
  options: {
    from: { type: 'string' },
    out: { type: 'string' },
    id: { type: 'string' },
    title: { type: 'string' },
    language: { type: 'string' },
    licence: { type: 'string' },
    set: { type: 'string' },
    base: { type: 'string' },
  },
  run: async ({ operands: [path = '-'], options }, io) => {
    if (options.set !== undefined) return importBack(path, { ...options, set: options.set }, io);
    if (options.base !== undefined) throw new UsageError('--base needs --set');
    const format = readFormat(options.from);
    const { out } = options;
    if (out === undefined || out === '')
      throw new UsageError('--out is missing: a folder, a .yaml or .json file, or - for standard output');
    checkHead(options);
    await refuseFull(out, io.cwd);
    const text = await readTextFile(path, io);
    if (text === null) return 1;
    if (format === null && backFormatOf(text) !== null)
      throw new UsageError(`${path} holds exported questions, not events: --set names the set that its edits are for`);
    const imported = importPack({
      file: path === '-' ? '<stdin>' : path,
      name: path === '-' ? 'imported' : basename(path, extname(path)),
      text,
      format,
      id: options.id ?? null,
      title: options.title ?? null,
      language: options.language ?? null,
      licence: options.licence ?? null,
    });
    return finish(imported, path, out, io);
  },
});

async function finish(imported: Imported, path: string, out: string, io: Io): Promise<ExitCode> {
  const { format, pack, rows, problems, remarks } = imported;
  if (format === null && problems.every(({ message }) => message.includes('no format that is recognised')))
    throw new UsageError(`${path} is in no format that is recognised: give --from with one of ${FORMATS}`);
  if (format !== null) io.err(`${path}: read as ${format}`);
  for (const remark of remarks) io.err(`note: ${describeProblem(remark)}`);
  for (const problem of problems) io.err(describeProblem(problem));
  const say = out === '-' ? io.err : io.out;
  const events = pack?.events?.length ?? 0;
  say(`${count(rows, 'row')}: ${count(events, 'event')}, ${count(problems.length, 'problem')} in ${count(rows - events, 'row')}`);
  if (pack === null) {
    io.err('nothing is written: there is no event');
    return 1;
  }
  if (!(await writePack(pack, out, io))) return 1;
  const { places = [], storylines = [], sources = [] } = pack;
  say(`${out === '-' ? 'standard output' : out}: ${count(events, 'event')}, ${count(places.length, 'place')}, ${count(storylines.length, 'storyline')}, ${count(sources.length, 'source')}`);
  return problems.length > 0 ? 1 : 0;
} // prettier-ignore

function count(number: number, noun: string): string {
  return `${String(number)} ${noun}${number === 1 ? '' : 's'}`;
}

/** @throws {UsageError} for a format that is not read */
function readFormat(given: string | undefined): ImportFormat | null {
  const format = IMPORT_FORMATS.find((each) => each === given) ?? null;
  if (given !== undefined && format === null)
    throw new UsageError(`--from ${given} is not known (expected ${FORMATS})`);
  return format;
}

/** @throws {UsageError} for an id, title, language or licence that no pack can have */
function checkHead({ id = 'pack', title = 'Pack', language = 'en', licence = 'unknown' }: { id?: string; title?: string; language?: string; licence?: string }): void {
  const head = { format: 'dateline-pack/1', id, version: 1, title, language, licence };
  const read = readPack([{ file: '', text: JSON.stringify(head), role: 'head' }], yaml);
  const [problem] = read.ok ? [] : read.problems;
  if (problem !== undefined) throw new UsageError(`--${problem.path} ${problem.message} (expected ${problem.expected ?? 'another'})`);
} // prettier-ignore

/** @throws {UsageError} when something is there already that would be lost */
async function refuseFull(out: string, cwd: string): Promise<void> {
  if (out === '-') return;
  const path = resolve(cwd, out);
  const found = await stat(path).catch(() => null);
  const isFile = /\.(?:ya?ml|json)$/i.test(out);
  if (!isFile && found?.isDirectory() !== true && /\.[a-z]\w{0,6}$/i.test(out))
    throw new UsageError(`--out ${out} is no pack: a folder, a .yaml or .json file, or - for standard output`);
  if (found === null) return;
  if (isFile === found.isDirectory()) throw new UsageError(`${out} is there already, and is ${isFile ? 'a folder' : 'no folder'}`);
  const full = isFile ? found.size > 0 : (await readdir(path)).length > 0;
  if (full) throw new UsageError(`${out} is there already and not empty: nothing is overwritten, give another name`);
} // prettier-ignore

/** Checks the pack, and writes it in one go: all of it or nothing. False, and said why, if it is not sound. */
async function writePack(pack: PackSource, out: string, io: Io): Promise<boolean> {
  const isJson = /\.json$/i.test(out);
  const write = isJson ? (value: object) => `${JSON.stringify(value, null, 2)}\n` : writeYaml;
  const isFolder = out !== '-' && !/\.(?:ya?ml|json)$/i.test(out);
  const problems = checkSource(pack, out);
  if (problems.length > 0) {
    for (const problem of problems) io.err(describeProblem(problem));
    io.err('nothing is written: the pack would have problems');
    return false;
  }
  const texts = isFolder ? packFolder(pack, write) : packDocument(pack, out, write);
  const long = texts.find(({ text }) => text.length > LONGEST_TEXT);
  if (long !== undefined) {
    io.err(
      `nothing is written: ${long.file} would be longer than the ${String(LONGEST_TEXT / 1e6)} million characters that are read`,
    );
    return false;
  }
  const [document] = texts;
  if (out === '-') io.out((document?.text ?? '').replace(/\n$/, ''));
  else await writeTexts(texts, isFolder, resolve(io.cwd, out));
  return true;
}

/** Into a temporary folder beside the target, which is then renamed. */
async function writeTexts(texts: readonly PackText[], isFolder: boolean, target: string): Promise<void> {
  await mkdir(dirname(target), { recursive: true });
  const temporary = await mkdtemp(`${target}.`);
  try {
    if (!isFolder) {
      const file = join(temporary, basename(target));
      await writeFile(file, texts[0]?.text ?? '');
      await rename(file, target);
      return;
    }
    await mkdir(join(temporary, 'events'));
    for (const { file, text } of texts) await writeFile(join(temporary, file), text);
    await rename(temporary, target);
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}
