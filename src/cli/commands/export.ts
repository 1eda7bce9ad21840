import { stat } from 'node:fs/promises';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { loadFormat } from '$lib/core/export/catalogue';
import type { ExportSet } from '$lib/core/export/export-set';
import type { ExportFormat, WriteOptions, Written } from '$lib/core/export/format';
import { lossLines, lossReport } from '$lib/core/export/loss-report';
import { mapDrawer } from '$lib/core/export/map/map-picture';
import { setOfQuestions } from '$lib/core/export/set-of-questions';
import { versionOf } from '$lib/core/export/versions';
import { indexPack } from '$lib/core/packs/index-pack';
import { createGenerator } from '$lib/core/questions/generator';
import { makeSet } from '$lib/core/questions/question-set';
import { allQuestions } from '$lib/core/questions/select';
import { defineCommand, UsageError, type ExitCode } from '../command';
import { EXPORT_OPTIONS, readFormatId, readWriteOptions } from '../export-options';
import type { Io } from '../io';
import { readMapLayers, readMapShapes } from '../map-file';
import { readSoundPack } from '../pack-operand';
import { writeWhole } from '../whole-file';
import { QUESTION_OPTIONS, readCount, readLanguage, readSeed, readStorylines, readWanted } from '../wanted-questions';

export const exportCommand = defineCommand({
  name: 'export',
  summary: 'writes a set of questions in another format, and prints what that could not carry',
  usage:
    'PACK --format F --out FILE [--kind K]… [--form F]… [--count N] [--seed N] [--language L] [--storyline ID]… [--difficulty LOW..HIGH] [--fact ID] [--title T] [--versions A,B,C] [--order match|choice|leave-out] [--map choice|typed|leave-out] [--typed choice|leave-out] [--too-long shorten|leave-out] [--answers end|inline] [--report FILE]',
  operands: ['PACK'],
  options: { ...QUESTION_OPTIONS, ...EXPORT_OPTIONS },
  run: async ({ operands: [path = '-'], options }, io) => {
    const id = readFormatId(options);
    const written = readWriteOptions(options);
    const { out, report } = options;
    if (out === undefined || out === '') throw new UsageError('--out is missing: a file, or - for standard output');
    await refuseFolder(out, io);
    const given = readWanted(options);
    const [seed, count] = [readSeed(options.seed), readCount(options.count)];
    const pack = await readSoundPack(path, io);
    if (pack === null) return 1;
    const wanted = { ...given, storylines: readStorylines(options.storyline, pack) };
    const language = readLanguage(options.language, pack);
    const generator = createGenerator(indexPack(pack), { language, shapes: await readMapShapes(path, pack, io) });
    const questions = count === null ? [...allQuestions(generator, wanted, seed)] : makeSet(generator, { ...wanted, count }, seed).questions;
    if (questions.length === 0) {
      io.err('no question: nothing is written (dateline questions --refusals tells why)');
      return 1;
    }
    if (count !== null && questions.length < count) io.err(`${String(questions.length)} of ${String(count)}: the pack allows no more of what is wanted`);
    const layers = await readMapLayers(path, pack, io);
    const title = options.title === undefined ? {} : { title: options.title };
    const set = setOfQuestions(generator, questions, { id: pack.id, ...title, seed, drawMap: layers === null ? null : mapDrawer(layers) });
    return finish({ set, format: await loadFormat(id), options: written, out, report: report ?? null }, io);
  },
}); // prettier-ignore

interface Wanted {
  readonly set: ExportSet;
  readonly format: ExportFormat;
  readonly options: WriteOptions;
  readonly out: string;
  readonly report: string | null;
}

async function finish({ set, format, options, out, report }: Wanted, io: Io): Promise<ExitCode> {
  const isApart = options.versions.length > 0 && !format.printsVersions;
  const files = isApart
    ? await Promise.all(options.versions.map(async (letter) => [withVersion(out, letter), await format.write(versionOf(set, letter), { ...options, versions: [] })] as const))
    : [[out, await format.write(set, options)] as const];
  const losses = files[0]?.[1].losses ?? [];
  // A timeline or calendar takes the events behind the questions.
  const [all, noun] = format.carries.shapes.length === 0 ? [set.events.length, 'events'] : [set.questions.length, 'questions'];
  const taken = all - losses.filter(({ kind }) => kind === 'left-out').length;
  const say = out === '-' ? io.err : io.out;
  for (const line of lossLines(set, losses)) say(line);
  if (taken <= 0) {
    io.err(`${format.label} can carry none of what is wanted: nothing is written`);
    return 1;
  }
  for (const [file, written] of files) await put(file, written, format, io);
  if (report !== null) await writeWhole(resolve(io.cwd, report), lossReport(set, format, losses));
  io.err(`${format.label}: ${String(taken)} of ${String(all)} ${noun} in ${files.map(([file]) => (file === '-' ? 'standard output' : file)).join(', ')}`);
  return 0;
} // prettier-ignore

/** quiz.csv of version B is quiz-B.csv. @throws {UsageError} for standard output, which takes one file */
function withVersion(out: string, letter: string): string {
  if (out === '-') throw new UsageError('several versions of this format are several files: --out - takes one');
  const extension = extname(out);
  return join(dirname(out), `${basename(out, extension)}-${letter}${extension}`);
}

async function put(file: string, { bytes }: Written, { mimeType }: ExportFormat, io: Io): Promise<void> {
  if (file !== '-') {
    await writeWhole(resolve(io.cwd, file), bytes);
    return;
  }
  if (!/^text\/|json|xml$/.test(mimeType)) throw new UsageError(`--out - takes text only: ${mimeType} needs a file`);
  io.out(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes).replace(/\r?\n$/, ''));
}

/** @throws {UsageError} for a folder: an export is a file */
async function refuseFolder(out: string, { cwd }: Io): Promise<void> {
  const found = out === '-' ? null : await stat(resolve(cwd, out)).catch(() => null);
  if (found?.isDirectory() === true) throw new UsageError(`--out ${out} is a folder: an export is a file`);
}
