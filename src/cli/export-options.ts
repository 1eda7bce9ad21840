import { FORMAT_IDS, SHAPES, type FormatId, type Substitute, type WriteOptions } from '$lib/core/export/format';
import { isFormatId } from '$lib/core/export/catalogue';
import { UsageError } from './command';

/** The options that say how questions are written, as `parseArgs` of node:util takes them. */
export const EXPORT_OPTIONS = {
  format: { type: 'string' },
  out: { type: 'string' },
  title: { type: 'string' },
  versions: { type: 'string' },
  order: { type: 'string' },
  map: { type: 'string' },
  typed: { type: 'string' },
  'too-long': { type: 'string' },
  answers: { type: 'string' },
  report: { type: 'string' },
} as const;

/** The same, as they were given. */
export interface GivenExport {
  readonly format?: string | undefined;
  readonly versions?: string | undefined;
  readonly order?: string | undefined;
  readonly map?: string | undefined;
  readonly typed?: string | undefined;
  readonly 'too-long'?: string | undefined;
  readonly answers?: string | undefined;
}

/** @throws {UsageError} for a format that this program does not write */
export function readFormatId({ format }: GivenExport): FormatId {
  if (format !== undefined && isFormatId(format)) return format;
  const what = format === undefined ? '--format is missing' : `--format ${format} is not known`;
  throw new UsageError(`${what} (expected ${FORMAT_IDS.join(', ')})`);
}

/** @throws {UsageError} for a substitute that no shape has, or a version that is no letter */
export function readWriteOptions(given: GivenExport): WriteOptions {
  const shapes = ['order', 'map', 'typed'] as const;
  const substitutes = shapes.flatMap((shape) => {
    const text = given[shape];
    return text === undefined ? [] : [[shape, readSubstitute(text, shape)] as const];
  });
  const { 'too-long': tooLong = 'shorten', answers = 'end' } = given;
  if (tooLong !== 'shorten' && tooLong !== 'leave-out')
    throw new UsageError(`--too-long ${tooLong} is not known (expected shorten, leave-out)`);
  if (answers !== 'end' && answers !== 'inline')
    throw new UsageError(`--answers ${answers} is not known (expected end, inline)`);
  return { substitutes: Object.fromEntries(substitutes), tooLong, answers, versions: readVersions(given.versions) };
}

const STAND_INS: Readonly<Record<'order' | 'map' | 'typed', readonly Substitute[]>> = {
  order: ['match', 'choice', 'leave-out'],
  map: ['choice', 'typed', 'leave-out'],
  typed: ['choice', 'leave-out'],
};

function readSubstitute(text: string, shape: 'order' | 'map' | 'typed'): Substitute {
  const found = [...SHAPES, 'leave-out' as const].find((each) => each === text);
  if (found !== undefined && STAND_INS[shape].includes(found)) return found;
  throw new UsageError(`--${shape} ${text} is not known (expected ${STAND_INS[shape].join(', ')})`);
}

function readVersions(text: string | undefined): readonly string[] {
  if (text === undefined) return [];
  const letters = text.split(',').map((letter) => letter.trim());
  const bad = letters.find((letter, i) => !/^[\p{L}\p{N}]{1,8}$/u.test(letter) || letters.indexOf(letter) !== i);
  if (bad === undefined) return letters;
  throw new UsageError(
    `--versions ${text}: expected different letters or short names with commas between, such as A,B,C`,
  );
}
