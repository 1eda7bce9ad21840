import { problemAt, type Fault, type PackDocument, type Path } from './document';
import type { Problem } from './problem';

/**
 * One source, storyline, place or event as written, whatever else is wrong with it. Reading a key gives what has the right
 * type and passes over what has not: the schema has said so already.
 */
export interface DraftItem {
  /** Null where it has none that is text. */
  readonly id: string | null;
  readonly document: PackDocument;
  readonly path: Path;
  readonly raw: Readonly<Record<string, unknown>>;
}

/** A text inside a draft, with the way to it. */
export interface DraftText {
  readonly text: string;
  readonly path: Path;
}

export const LISTS = ['sources', 'storylines', 'places', 'events'] as const;
export type ListName = (typeof LISTS)[number];

/** A pack as written, over all its documents. */
export interface Draft {
  readonly lists: Readonly<Record<ListName, readonly DraftItem[]>>;
  /** Whether every document that may hold items of the list could be read: only then is an unknown id a problem. */
  readonly complete: Readonly<Record<ListName, boolean>>;
}

/** Collects the items of all documents, in their order. */
export function draftOf(documents: readonly PackDocument[], complete: Draft['complete']): Draft {
  const itemsOf = (list: ListName): readonly DraftItem[] =>
    documents.flatMap((document) =>
      listIn(document.value, list).flatMap((raw, index): DraftItem[] =>
        isRecord(raw) ? [{ id: typeof raw.id === 'string' ? raw.id : null, document, path: [list, index], raw }] : [],
      ),
    );
  return {
    lists: {
      sources: itemsOf('sources'),
      storylines: itemsOf('storylines'),
      places: itemsOf('places'),
      events: itemsOf('events'),
    },
    complete,
  };
}

/** A problem with something in an item, `path` counted from the item. */
export function problemIn(item: DraftItem, path: Path, fault: Fault): Problem {
  return problemAt(item.document, [...item.path, ...path], fault);
}

/** The text at a path inside an item; null if there is none. */
export function textIn(item: DraftItem, ...path: Path): string | null {
  const value = valueIn(item, path);
  return typeof value === 'string' ? value : null;
}

/** The texts of a list inside an item, paths counted from the item. */
export function textsIn(item: DraftItem, ...path: Path): readonly DraftText[] {
  const value = valueIn(item, path);
  if (!Array.isArray(value)) return [];
  return value.flatMap((text: unknown, index) => (typeof text === 'string' ? [{ text, path: [...path, index] }] : []));
}

/** How many entries a list inside an item has; 0 if there is none. */
export function lengthIn(item: DraftItem, ...path: Path): number {
  const value = valueIn(item, path);
  return Array.isArray(value) ? value.length : 0;
}

/** Items by id, the first definition winning. */
export function byId(items: readonly DraftItem[]): ReadonlyMap<string, DraftItem> {
  return new Map(items.flatMap((item) => (item.id === null ? [] : [[item.id, item] as const])).reverse());
}

function valueIn(item: DraftItem, path: Path): unknown {
  let value: unknown = item.raw;
  for (const key of path) {
    if (Array.isArray(value) && typeof key === 'number') value = (value as unknown[])[key];
    else if (isRecord(value) && Object.hasOwn(value, key)) value = value[key];
    else return undefined;
  }
  return value;
}

/** Whether the items of a list in this document are known: it has such a list, or none at all. */
export function canBeListed({ value }: PackDocument, list: ListName): boolean {
  return isRecord(value) && (!Object.hasOwn(value, list) || Array.isArray(value[list]));
}

function listIn(value: unknown, list: ListName): readonly unknown[] {
  const found = isRecord(value) && Object.hasOwn(value, list) ? value[list] : undefined;
  return Array.isArray(found) ? found : [];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
