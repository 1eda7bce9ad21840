import { readdir, readFile, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import * as yaml from 'yaml';
import type { PackRole, PackText } from '../lib/core/packs/document';
import type { Problem } from '../lib/core/packs/problem';
import { readPack, type ReadPack } from '../lib/core/packs/read-pack';

/** Where a pack is read from: `cwd` is what relative paths count from, `stdin` gives what `-` stands for. */
export interface PackPlaces {
  readonly cwd: string;
  readonly stdin: () => Promise<string>;
}

/** There is nothing to read at the path that was given: wrong usage, not a broken pack. */
export class NoPackError extends Error {}

/** A pack read from files, and how many files that were. */
export type ReadFiles = ReadPack & { readonly files: number };

/**
 * Reads a pack from a folder, from one YAML or JSON file, or from `-`. Problems bear the path as it was given, continued.
 * What lies in a folder and looks as though it should have been read, but is not by its name, is a problem too.
 *
 * @throws {NoPackError} when there is neither folder nor file, or a file of another kind
 */
export async function readPackFrom(path: string, places: PackPlaces): Promise<ReadFiles> {
  if (path === '-') return readTexts([{ file: '<stdin>', text: await places.stdin(), role: 'whole' }], []);
  const kind = await kindOf(resolve(places.cwd, path));
  if (kind === 'unreadable')
    throw new NoPackError(
      `${path} cannot be opened: a link that leads back to itself, or a folder that this user may not enter`,
    );
  if (kind === null) throw new NoPackError(`there is no file or folder ${path}`);
  if (kind === 'folder') return readFolder(path, places.cwd);
  if (kind === 'other' || !/\.(ya?ml|json)$/i.test(path)) {
    throw new NoPackError(`${path} is no pack: a folder, a .yaml, .yml or .json file, or - for standard input`);
  }
  const read = await readText(path, 'whole', places.cwd);
  return isProblem(read) ? readTexts([], [read]) : readTexts([read], []);
}

async function readFolder(folder: string, cwd: string): Promise<ReadFiles> {
  const names = await namesIn(resolve(cwd, folder));
  const head = join(folder, 'pack.yaml');
  const texts: PackText[] = [];
  const problems = names.flatMap((name) => strayInFolder(folder, name));
  const take = async (file: string, role: PackRole): Promise<void> => {
    const read = await readText(file, role, cwd);
    if (isProblem(read)) problems.push(read);
    else texts.push(read);
  };
  if (names.includes('pack.yaml')) await take(head, 'head');
  if (names.includes('places.yaml')) await take(join(folder, 'places.yaml'), 'places');
  if (names.includes('events')) {
    const events = join(folder, 'events');
    const kind = await kindOf(resolve(cwd, events));
    if (kind === 'unreadable') {
      problems.push({ ...unreadable(events, 'ELOOP'), expected: 'a folder of .yaml files' });
    } else if (kind !== 'folder') {
      problems.push(misplaced(events, 'is no folder', 'a folder of .yaml files'));
    } else {
      for (const name of await namesIn(resolve(cwd, events))) {
        const file = join(events, name);
        const found = await kindOf(resolve(cwd, file));
        const isNoFile = found === 'folder' || found === 'other';
        if (!isNoFile && name.endsWith('.yaml')) await take(file, 'events');
        else problems.push(...strayInEvents(file, name, isNoFile));
      }
    }
  }
  return readTexts(texts, problems, head);
}

/** Names that were probably meant to be read. Everything else in a folder (README.md, notes) is the author's own business. */
function strayInFolder(folder: string, name: string): Problem[] {
  const read = ['pack.yaml', 'places.yaml', 'events'];
  if (read.includes(name)) return [];
  const meant = /^(pack|places?|events?)(\.(ya?ml|json))?$/i.exec(name)?.[1]?.toLowerCase();
  if (meant === undefined && !/\.(ya?ml|json)$/i.test(name)) return [];
  const expected =
    meant === undefined
      ? 'pack.yaml, places.yaml and events/*.yaml'
      : meant.startsWith('event')
        ? 'events/ with .yaml files in it'
        : `${meant.startsWith('place') ? 'places' : 'pack'}.yaml`;
  return [misplaced(join(folder, name), 'is not read under this name', expected)];
}

function strayInEvents(file: string, name: string, isNoFile: boolean): Problem[] {
  if (isNoFile) return [misplaced(file, 'is not read: folders inside events/ are not', 'files straight in events/')];
  if (!/\.(yml|json|yaml)$/i.test(name)) return [];
  return [misplaced(file, 'is not read under this name', 'a name that ends in .yaml')];
}

function misplaced(file: string, message: string, expected: string): Problem {
  return { file, line: 1, column: 1, path: '(root)', message, expected, received: null };
}

function readTexts(texts: readonly PackText[], problems: readonly Problem[], head = '<stdin>'): ReadFiles {
  const read = readPack(texts, yaml, head);
  const files = texts.length;
  if (problems.length === 0) return { ...read, files };
  return { ok: false, problems: [...problems, ...(read.ok ? [] : read.problems)], files };
}

/** What a file holds, or why it cannot be read: a broken link in a pack is the pack's problem, not a crash. */
async function readText(file: string, role: PackRole, cwd: string): Promise<PackText | Problem> {
  try {
    const bytes = await readFile(resolve(cwd, file));
    // A wrong byte becomes U+FFFD, which the schema refuses by its place.
    return { file, text: new TextDecoder().decode(bytes), role };
  } catch (error) {
    return unreadable(file, codeOf(error) ?? String(error));
  }
}

function isProblem(read: PackText | Problem): read is Problem {
  return 'message' in read;
}

/** What the system's words for a file that cannot be read mean to whoever made the pack. */
const UNREADABLE: Readonly<Record<string, string>> = {
  ELOOP: 'a link that leads back to itself',
  ENOENT: 'a link to a file that is not there',
  EISDIR: 'a folder',
  EACCES: 'a file that this user may not read',
  EPERM: 'a file that this user may not read',
};

function unreadable(file: string, code: string): Problem {
  const received = UNREADABLE[code] ?? code;
  return { ...misplaced(file, 'cannot be read', 'a file, or a link to one'), received };
}

function codeOf(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;
}

/** Names in the order of their code units, the same on every machine; hidden ones left out. */
async function namesIn(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder);
  return names.filter((name) => !name.startsWith('.')).sort();
}

/** What a path leads to; null where nothing is there, `unreadable` where that cannot be told, as of a link to itself. */
async function kindOf(path: string): Promise<'file' | 'folder' | 'other' | 'unreadable' | null> {
  try {
    const found = await stat(path);
    return found.isFile() ? 'file' : found.isDirectory() ? 'folder' : 'other';
  } catch (error) {
    const code = codeOf(error);
    return code === 'ENOENT' || code === 'ENOTDIR' ? null : 'unreadable';
  }
}
