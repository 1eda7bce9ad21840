import type { SavedSet } from './saved-set';
import { readSavedSet, type SetProblem } from './saved-set-schema';

/** The name and version of the file; a reader looks for it. */
export const SET_FILE = 'dateline-saved-set/1';

/** Why a file is no set: not ours, of a newer app, or with something wrong in it. */
export type SetFileProblem =
  | { readonly kind: 'no-set' }
  | { readonly kind: 'newer-set' }
  | { readonly kind: 'bad-set'; readonly problems: readonly SetProblem[] };

export type ReadSetFile =
  { readonly ok: true; readonly set: SavedSet } | { readonly ok: false; readonly problem: SetFileProblem };

/** A set as a file for another device: pack and version, what each question is made of, edits. */
export function writeSetFile(set: SavedSet): string {
  return `${JSON.stringify({ format: SET_FILE, set: { ...set, exported: null } }, null, 1)}\n`;
}

/** Reads such a file; nothing in it is believed. */
export function readSetFile(text: string): ReadSetFile {
  let raw: unknown;
  try {
    raw = JSON.parse(text.replace(/^\uFEFF/u, ''));
  } catch {
    return { ok: false, problem: { kind: 'no-set' } };
  }
  if (typeof raw !== 'object' || raw === null || !('format' in raw) || !('set' in raw))
    return { ok: false, problem: { kind: 'no-set' } };
  if (raw.format !== SET_FILE) {
    const isOurs = typeof raw.format === 'string' && raw.format.startsWith('dateline-saved-set/');
    return { ok: false, problem: { kind: isOurs ? 'newer-set' : 'no-set' } };
  }
  const read = readSavedSet(raw.set);
  return read.ok ? read : { ok: false, problem: { kind: 'bad-set', problems: read.problems } };
}
