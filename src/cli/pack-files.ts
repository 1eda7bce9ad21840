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
  if (kind === null) throw new NoPackError(`there is no file or folder ${path}`);
  if (kind === 'folder') return readFolder(path, places.cwd);
  if (kind === 'other' || !/\.(ya?ml|json)$/i.test(path)) {
    throw new NoPackError(`${path} is no pack: a folder, a .yaml, .yml or .json file, or - for standard input`);
  }
  return readTexts([await readText(path, 'whole', places.cwd)], []);
}

async function readFolder(folder: string, cwd: string): Promise<ReadFiles> {
  const names = await namesIn(resolve(cwd, folder));
  const head = join(folder, 'pack.yaml');
  const texts: PackText[] = [];
  if (names.includes('pack.yaml')) texts.push(await readText(head, 'head', cwd));
  if (names.includes('places.yaml')) texts.push(await readText(join(folder, 'places.yaml'), 'places', cwd));
  const problems = names.flatMap((name) => strayInFolder(folder, name));
  if (names.includes('events')) {
    const events = join(folder, 'events');
    if ((await kindOf(resolve(cwd, events))) !== 'folder') {
      problems.push(misplaced(events, 'is no folder', 'a folder of .yaml files'));
    } else {
      for (const name of await namesIn(resolve(cwd, events))) {
        const file = join(events, name);
        const isFile = (await kindOf(resolve(cwd, file))) === 'file';
        if (isFile && name.endsWith('.yaml')) texts.push(await readText(file, 'events', cwd));
        else problems.push(...strayInEvents(file, name, isFile));
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

function strayInEvents(file: string, name: string, isFile: boolean): Problem[] {
  if (!isFile) return [misplaced(file, 'is not read: folders inside events/ are not', 'files straight in events/')];
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

async function readText(file: string, role: PackRole, cwd: string): Promise<PackText> {
  const bytes = await readFile(resolve(cwd, file));
  // A wrong byte becomes U+FFFD, which the schema refuses by its place.
  return { file, text: new TextDecoder().decode(bytes), role };
}

/** Names in the order of their code units, the same on every machine; hidden ones left out. */
async function namesIn(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder);
  return names.filter((name) => !name.startsWith('.')).sort();
}

async function kindOf(path: string): Promise<'file' | 'folder' | 'other' | null> {
  try {
    const found = await stat(path);
    return found.isFile() ? 'file' : found.isDirectory() ? 'folder' : 'other';
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')) return null;
    throw error;
  }
}
