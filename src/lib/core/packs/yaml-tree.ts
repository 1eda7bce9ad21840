import { showText, type Path } from './document';
import type { YamlLibrary, YamlMap } from './yaml-port';

/** Levels of a value; a pack has eight. An alias that leads back into itself ends here. */
const DEEPEST = 30;
/** Values that aliases may stand for in all: more is an attack, not a pack. What is written out is bounded by the text. */
const MOST_ALIASED = 100_000;

interface TreeFault {
  readonly path: Path;
  readonly offset: number;
  readonly message: string;
  readonly expected: string | null;
}

/** A parsed document as plain values, with the way back to where each stands in the text. */
export interface Tree {
  readonly value: unknown;
  readonly faults: readonly TreeFault[];
  /** A limit was passed or an alias leads nowhere: the value is not whole. */
  readonly broken: boolean;
  readonly offset: (path: Path) => number;
  readonly keyOffset: (path: Path) => number;
  readonly written: (path: Path) => string;
}

/** Plain values from the parser's nodes. Keys that objects have by themselves are faults and left out, as are repeated ones. */
export function createTree(root: unknown, yaml: YamlLibrary): Tree {
  const anchors = new Map<string, unknown>();
  const faults: TreeFault[] = [];
  let insideAliases = 0;
  let aliased = 0;
  let broken = false;

  const resolve = (node: unknown): unknown => (yaml.isAlias(node) ? (anchors.get(node.source) ?? null) : node);
  const giveUp = (path: Path, node: unknown, message: string, expected: string): null => {
    if (!broken) faults.push({ path, offset: offsetOf(node), message, expected });
    broken = true;
    return null;
  };

  const convert = (node: unknown, path: Path): unknown => {
    if (broken) return null;
    if (insideAliases > 0 && ++aliased > MOST_ALIASED) {
      return giveUp(path, node, 'aliases stand for too many values', `at most ${String(MOST_ALIASED)}`);
    }
    if (path.length > DEEPEST) return giveUp(path, node, 'nests too deep', `at most ${String(DEEPEST)} levels`);
    if (yaml.isAlias(node)) {
      if (!anchors.has(node.source)) {
        return giveUp(path, node, 'refers to an anchor that is not there', `&${node.source} before it`);
      }
      insideAliases++;
      const value = convert(anchors.get(node.source), path);
      insideAliases--;
      return value;
    }
    if (yaml.isMap(node) || yaml.isSeq(node) || yaml.isScalar(node)) {
      if (node.anchor !== undefined) anchors.set(node.anchor, node);
    }
    if (yaml.isMap(node)) return convertMap(node, path);
    if (yaml.isSeq(node)) return node.items.map((item, index) => convert(item, [...path, index]));
    return yaml.isScalar(node) ? (node.value ?? null) : null;
  };

  const convertMap = (map: YamlMap, path: Path): Record<string, unknown> => {
    const value: Record<string, unknown> = {};
    for (const pair of map.items) {
      const key = keyOf(pair.key, yaml);
      const at = [...path, key ?? '?'];
      const fault = (message: string, expected: string): number =>
        faults.push({ path: at, offset: offsetOf(pair.key), message, expected });
      if (key === null) fault('is a key that is no word', 'a word');
      else if (key in Object.prototype || key === 'prototype') fault('is no key of this format', 'a key of the format');
      else if (Object.hasOwn(value, key)) fault('stands twice', 'each key once');
      else value[key] = convert(pair.value, at);
    }
    return value;
  };

  const pairs = new WeakMap<YamlMap, ReadonlyMap<string, { readonly key: unknown; readonly value: unknown }>>();
  const pairOf = (map: YamlMap, key: string): { readonly key: unknown; readonly value: unknown } | undefined => {
    let known = pairs.get(map);
    if (known === undefined) {
      // The first of repeated keys is the one that counts.
      known = new Map(map.items.map((pair) => [keyOf(pair.key, yaml) ?? '', pair] as const).reverse());
      pairs.set(map, known);
    }
    return known.get(key);
  };

  /** The node at a path, or the deepest one on the way to it, and the key that led there. */
  const find = (path: Path): { readonly node: unknown; readonly key: unknown; readonly whole: boolean } => {
    let node = root;
    let key: unknown = root;
    for (const part of path) {
      const parent = resolve(node);
      if (typeof part === 'number' && yaml.isSeq(parent) && part < parent.items.length) {
        node = parent.items[part];
        key = node;
        continue;
      }
      const pair = typeof part === 'string' && yaml.isMap(parent) ? pairOf(parent, part) : undefined;
      if (pair === undefined) return { node, key, whole: false };
      node = pair.value;
      key = pair.key;
    }
    return { node, key, whole: true };
  };

  const value = convert(root, []);
  return {
    value,
    faults,
    broken,
    offset(path) {
      const { node, key } = find(path);
      return offsetOf(node ?? key); // a key with nothing behind it stands for its missing value
    },
    keyOffset: (path) => offsetOf(find(path).key),
    written(path) {
      const { node, whole } = find(path);
      const target = resolve(node);
      if (!whole) return 'nothing';
      if (yaml.isMap(target)) return 'a mapping';
      if (yaml.isSeq(target)) return 'a list';
      if (!yaml.isScalar(target) || target.value === null) return 'nothing';
      if (typeof target.value === 'string') return showText(target.value);
      return showText(target.source ?? 'a value').slice(1, -1);
    },
  };
}

function keyOf(key: unknown, yaml: YamlLibrary): string | null {
  if (!yaml.isScalar(key)) return null;
  return typeof key.value === 'string' ? key.value : (key.source ?? null);
}

function offsetOf(node: unknown): number {
  const range = typeof node === 'object' && node !== null && 'range' in node ? node.range : null;
  return Array.isArray(range) && typeof range[0] === 'number' ? range[0] : 0;
}
