import { showPath, showText, type Path } from '../../../packs/document';
import type { Field, Spot } from '../foreign';
import type { Locate } from '../positions';
import type { JsonNode } from './read-json';

/** A value of a JSON file together with the way to it. */
export interface JsonPlace {
  readonly node: JsonNode;
  readonly path: Path;
  readonly locate: Locate;
}

/** The entry of an object; null where there is none, or it is null. */
export function entryOf(place: JsonPlace | null, key: string): JsonPlace | null {
  if (place?.node.kind !== 'object') return null;
  const node = place.node.entries.get(key);
  if (node === undefined || node.kind === 'null') return null;
  return { node, path: [...place.path, key], locate: place.locate };
}

/** The first of several entries that is there. */
export function firstEntry(place: JsonPlace | null, keys: readonly string[]): JsonPlace | null {
  for (const key of keys) {
    const found = entryOf(place, key);
    if (found !== null) return found;
  }
  return null;
}

/** The items of a list; a single value counts as a list of itself, nothing as an empty one. */
export function itemsOf(place: JsonPlace | null): readonly JsonPlace[] {
  if (place === null) return [];
  if (place.node.kind !== 'list') return [place];
  return place.node.items.map((node, index) => ({ node, path: [...place.path, index], locate: place.locate }));
}

export function spotOf({ node, path, locate }: JsonPlace): Spot {
  return { ...locate(node.at), path: showPath(path) };
}

/** A text, or a number as it is written; null for anything else and for blanks. */
export function fieldOf(place: JsonPlace | null): Field | null {
  if (place === null) return null;
  const text = scalarOf(place.node);
  return text === null || text.trim() === '' ? null : { ...spotOf(place), text };
}

export function textOf(place: JsonPlace | null): string | null {
  return fieldOf(place)?.text.trim() ?? null;
}

function scalarOf(node: JsonNode): string | null {
  if (node.kind === 'text') return node.value;
  return node.kind === 'number' ? node.written : null;
}

/** A value for a message: short, on one line. */
export function showNode({ node }: JsonPlace): string {
  switch (node.kind) {
    case 'object':
      return 'an object';
    case 'list':
      return 'a list';
    case 'text':
      return showText(node.value);
    case 'number':
      return showText(node.written).slice(1, -1);
    case 'boolean':
      return String(node.value);
    case 'null':
      return 'null';
  }
}
