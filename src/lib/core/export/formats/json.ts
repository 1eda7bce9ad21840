import { utf8 } from '../bytes/utf8';
import { creditLines } from '../credit';
import type { ExportSet } from '../export-set';
import type { ExportFormat } from '../format';
import { SHAPES } from '../format';
import { versionOf } from '../versions';

/** The name and version of our own format; a reader looks for it. */
export const SET_FORMAT = 'dateline-set/1';

/** A set in our own JSON: the questions of formats.md §2 as they are, and what they come from. Nothing is lost. */
export const json: ExportFormat = {
  id: 'json',
  label: 'Dateline JSON',
  extension: 'json',
  mimeType: 'application/json',
  limits: 'carries everything',
  carries: { shapes: SHAPES, drops: [] },
  printsVersions: true,
  write: (set, { versions }) => {
    const document = {
      ...headOf(set),
      questions: set.questions,
      alternatives: set.alternatives,
      ...versioned(set, versions),
    };
    return Promise.resolve({ bytes: utf8(`${JSON.stringify(document, null, 2)}\n`), losses: [] });
  },
};

function headOf({ id, title, revision, language, seed, pack, ...rest }: ExportSet) {
  const credit = creditLines({ id, title, revision, language, seed, pack, ...rest });
  return { format: SET_FORMAT, id, title, revision, language, seed, licence: pack.licence, credit, pack };
}

/** Each version as it is printed; questions by their ids, with the options of that version and their key. */
function versioned(set: ExportSet, letters: readonly string[]): object {
  if (letters.length === 0) return {};
  const versions = letters.map((letter) => {
    const questions = versionOf(set, letter).questions.map(({ id, options, key, ties }) => ({
      id,
      options,
      key,
      ties,
    }));
    return [letter, questions] as const;
  });
  return { versions: Object.fromEntries(versions) };
}
