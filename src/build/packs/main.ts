import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import * as yaml from 'yaml';
import type { PackText } from '../../lib/core/packs/document';
import { indexPack } from '../../lib/core/packs/index-pack';
import type { PackSource } from '../../lib/core/packs/pack-source';
import { describeProblem } from '../../lib/core/packs/problem';
import { readPack } from '../../lib/core/packs/read-pack';
import { revivePack } from '../../lib/core/packs/revive-pack';
import { summarise } from '../../lib/core/packs/summarise';
import { createGenerator } from '../../lib/core/questions/generator';
import { LANGUAGES } from '../../lib/core/questions/question';
import { noteFacts } from '../../lib/core/questions/found-facts';
import type { AskableFact } from '../../lib/core/questions/survey';
import { mapFilesOf, mapModule, readAreas, usedAreas } from './maps';

/** The modules that the build gives the app; see packs-plugin.js. */
export const LIST = 'virtual:packs';
export const PACK = 'virtual:packs/';
const MAP = `${PACK}map/`;

/**
 * The code of one of the modules: the list of packs and base maps, one pack, or one base map.
 *
 * @param root the project's folder, absolute
 * @param id `virtual:packs`, `virtual:packs/<folder in content>` or `virtual:packs/map/<file in content/map>`
 * @throws Error with every problem of the pack by its place
 */
export function moduleOf(root: string, id: string): string {
  const content = join(root, 'content');
  if (id === LIST) return listModule(root, packFolders(content));
  if (id.startsWith(MAP)) return mapModule(join(content, 'map', id.slice(MAP.length)));
  return packModule(root, join(content, id.slice(PACK.length)));
}

/** Every file that the modules are made of, absolute. */
export function packFiles(root: string): readonly string[] {
  const content = join(root, 'content');
  const texts = packFolders(content).flatMap((folder) => textsOf(folder).map(({ path }) => path));
  return [...texts, ...mapFilesOf(content).flatMap(({ path, names }) => [path, names])];
}

export function packFolders(content: string): readonly string[] {
  return readdirSync(content)
    .filter((name) => existsSync(join(content, name, 'pack.yaml')))
    .sort()
    .map((name) => join(content, name));
}

function listModule(root: string, folders: readonly string[]): string {
  const packs = folders.map((folder) => {
    const source = readFolder(root, folder);
    const summary = JSON.stringify(summarise(source, 'bundled', factsOf(source, folder).length));
    const name = JSON.stringify(`${PACK}${relative(join(root, 'content'), folder)}`);
    return `{ summary: ${summary}, load: () => import(${name}) }`;
  });
  const maps = mapFilesOf(join(root, 'content')).map(
    ({ file }) =>
      `{ file: ${JSON.stringify(file)}, load: () => import(${JSON.stringify(MAP + file)}).then((module) => module.map) }`,
  );
  return `export const bundledPacks = [${packs.join(',\n')}];\nexport const bundledMaps = [${maps.join(',\n')}];`;
}

function packModule(root: string, folder: string): string {
  const source = readFolder(root, folder);
  const areas = usedAreas(indexPack(revivePack(source)), readAreas(folder, source));
  // A string is parsed by JSON's own parser, several times faster than the same text as JavaScript.
  const parsed = (value: unknown): string => `JSON.parse(${JSON.stringify(JSON.stringify(value))})`;
  const found = noteFacts(revivePack(source), factsOf(source, folder));
  return ['source', 'areas', 'found']
    .map((name, at) => `export const ${name} = ${parsed([source, areas, found][at])};`)
    .join('\n');
}

/** The facts that it asks in its own language, or in English where this program does not speak that. */
function factsOf(source: PackSource, folder: string): readonly AskableFact[] {
  const index = indexPack(revivePack(source));
  const own = LANGUAGES.find((language) => source.language.toLowerCase().startsWith(language)) ?? 'en';
  return createGenerator(index, { language: own, shapes: readAreas(folder, source) }).facts();
}

export function readFolder(root: string, folder: string): PackSource {
  const texts = textsOf(folder).map(({ path, role }): PackText => ({
    file: relative(root, path),
    text: readFileSync(path, 'utf8'),
    role,
  }));
  const read = readPack(texts, yaml, relative(root, join(folder, 'pack.yaml')));
  if (read.ok) return read.source;
  throw new Error(`The pack has problems:\n${read.problems.map(describeProblem).join('\n')}`);
}

function textsOf(folder: string): readonly { readonly path: string; readonly role: PackText['role'] }[] {
  const events = join(folder, 'events');
  const names = existsSync(events)
    ? readdirSync(events)
        .filter((name) => name.endsWith('.yaml'))
        .sort()
    : [];
  return [
    { path: join(folder, 'pack.yaml'), role: 'head' as const },
    { path: join(folder, 'places.yaml'), role: 'places' as const },
    ...names.map((name) => ({ path: join(events, name), role: 'events' as const })),
  ].filter(({ path }) => existsSync(path));
}
