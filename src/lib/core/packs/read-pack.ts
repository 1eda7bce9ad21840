import { checkClaims } from './checks/claims';
import { checkCycles } from './checks/cycles';
import { checkDates } from './checks/dates';
import { checkIds } from './checks/ids';
import { checkOrder } from './checks/order';
import { checkPlaces } from './checks/places';
import { checkReferences } from './checks/references';
import type { PackDocument, PackRole, PackText } from './document';
import { documentOfValue } from './document-of-value';
import { canBeListed, draftOf, type Draft } from './draft';
import type { Pack } from './pack';
import type { PackSource } from './pack-source';
import type { Problem } from './problem';
import { readDocument } from './read-document';
import { revivePack } from './revive-pack';
import { checkSchema } from './schema/check-schema';
import { sourceOf } from './source-of';
import type { YamlLibrary } from './yaml-port';

/** A pack that is in order, and its document as plain JSON; or everything that is wrong with it. */
export type ReadPack =
  | { readonly ok: true; readonly pack: Pack; readonly source: PackSource }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/**
 * Reads a pack from one text (`whole`) or from the files of a folder (`head`, `places`, `events`, merged in the order
 * given), YAML or JSON. `headFile` is the name that a missing head is reported under. Every problem is found in one go, in the order of the texts and of the places in them.
 */
export function readPack(texts: readonly PackText[], yaml: YamlLibrary, headFile = 'pack.yaml'): ReadPack {
  const read = texts.map((text) => readDocument(text, yaml));
  const documents = read.flatMap(({ document }) => document ?? []);
  const draft = draftOf(documents, completeness(texts, documents));
  const problems = [
    ...(texts.some(isHead) ? [] : [headless(headFile)]),
    ...read.flatMap((each) => each.problems),
    ...problemsIn(documents, draft),
  ];
  if (problems.length > 0) return { ok: false, problems: inOrderOfText(problems, texts) };
  const source = sourceOf(documents);
  return { ok: true, pack: revivePack(source), source };
}

/** Every problem of a pack that is no text yet; its places are told by their paths, all in line 1. */
export function checkSource(source: PackSource, file: string): readonly Problem[] {
  const documents = [documentOfValue(source, file)];
  const complete = { sources: true, storylines: true, places: true, events: true };
  return problemsIn(documents, draftOf(documents, complete));
}

function problemsIn(documents: readonly PackDocument[], draft: Draft): readonly Problem[] {
  const dates = checkDates(draft);
  return [
    ...documents.flatMap(checkSchema),
    ...checkIds(draft),
    ...checkReferences(draft),
    ...checkCycles(draft),
    ...dates.problems,
    ...checkOrder(draft, dates),
    ...checkClaims(draft),
    ...checkPlaces(draft),
  ];
}

const HOLDERS: Readonly<Record<keyof Draft['complete'], PackRole>> = {
  sources: 'head',
  storylines: 'head',
  places: 'places',
  events: 'events',
};

/** A list is complete when every text that may hold items of it could be read and is a list there. */
function completeness(texts: readonly PackText[], documents: readonly PackDocument[]): Draft['complete'] {
  const complete = (list: keyof Draft['complete']): boolean =>
    (texts.some(isHead) || HOLDERS[list] !== 'head') &&
    texts
      .filter(({ role }) => role === 'whole' || role === HOLDERS[list])
      .every(({ file }) => documents.some((document) => document.file === file && canBeListed(document, list)));
  return {
    sources: complete('sources'),
    storylines: complete('storylines'),
    places: complete('places'),
    events: complete('events'),
  };
}

function isHead({ role }: PackText): boolean {
  return role === 'whole' || role === 'head';
}

function headless(file: string): Problem {
  const expected = 'the head of the pack: format, id, version, title, …';
  return { file, line: 1, column: 1, path: '(root)', message: 'is missing', expected, received: null };
}

function inOrderOfText(problems: readonly Problem[], texts: readonly PackText[]): readonly Problem[] {
  const rank = new Map(texts.map(({ file }, index) => [file, index]));
  const rankOf = ({ file }: Problem): number => rank.get(file) ?? -1;
  return problems.toSorted((a, b) => rankOf(a) - rankOf(b) || a.line - b.line || a.column - b.column);
}
