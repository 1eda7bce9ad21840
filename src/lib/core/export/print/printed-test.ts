import { shortCredit } from '../credit';
import type { ExportSet } from '../export-set';
import { DEFAULT_OPTIONS, type ExportFormat } from '../format';
import type { ItemOf } from '../item';
import type { Loss } from '../loss';
import { paper, type Sheet, type Task } from '../paper';
import { gridOf, squareOf, type MapGrid } from './map-grid';
import { PRINT_WORDS } from './print-words';
import { versionLetters, type PrintOptions } from './print-options';

/** What paper takes: everything that is asked. Why an option is wrong is no part of a test. */
const PAPER: Pick<ExportFormat, 'carries'> = {
  carries: { shapes: ['choice', 'typed', 'order', 'map'], drops: [] },
};

interface TaskHead {
  readonly number: number;
  readonly id: string;
  readonly stem: string;
  /** Points that it is worth: one a question, for an order one for each pair of neighbours. */
  readonly points: number;
}

/** A task as it stands on paper. What is right is nowhere in it. */
export type PrintedTask =
  | (TaskHead & { readonly shape: 'choice'; readonly options: Task['options'] })
  | (TaskHead & { readonly shape: 'typed' })
  /** Boxes for numbers, in the order printed. */
  | (TaskHead & { readonly shape: 'order'; readonly options: Task['options'] })
  | (TaskHead & {
      readonly shape: 'map';
      readonly frame: ItemOf<'map'>['frame'];
      readonly grid: MapGrid;
      /** The answer is a region: then none is named. */ readonly asksRegion: boolean;
    });

/** A line of the key, read off what is printed. */
export interface KeyLine {
  readonly number: number;
  /** A letter; the numbers for the boxes from top to bottom; the answer; the square of the map and the place. */
  readonly key: string;
  /** The answer in words where the key is a sign; empty where it is the answer itself, and where it has steps. */
  readonly answer: string;
  /** Of an order: its things, earliest first; else none. */
  readonly steps: readonly string[];
  readonly alsoAccepted: readonly string[];
  /** Numbers of an order that may change places, as nothing tells which of the two came first. */
  readonly either: readonly (readonly [number, number])[];
  readonly explanation: string;
  readonly sources: readonly string[];
  /** Where the cross belongs; null where nothing is marked on a map. */
  readonly target: { readonly frame: ItemOf<'map'>['frame']; readonly point: ItemOf<'map'>['point']; readonly radiusKm: number } | null; // prettier-ignore
}

export interface PrintedVersion {
  /** Null where there is only one. */
  readonly letter: string | null;
  readonly tasks: readonly PrintedTask[];
  readonly points: number;
  readonly keys: readonly KeyLine[];
  /** Set, letter, seed, revision, pack and its version: enough to make the same sheet again. */
  readonly footer: string;
}

export interface PrintedTest {
  readonly title: string;
  readonly credit: string;
  readonly versions: readonly PrintedVersion[];
  /** What of the set paper cannot ask, or asks otherwise. */
  readonly losses: readonly Loss[];
}

/** A set as a test on paper, in its versions, each with the key of what is printed. */
export function printedTest(set: ExportSet, { versions }: Pick<PrintOptions, 'versions'>): PrintedTest {
  const { sheets, losses } = paper(set, PAPER, { ...DEFAULT_OPTIONS, versions: versionLetters(versions) });
  return {
    title: set.title,
    credit: shortCredit(set),
    versions: sheets.map((sheet) => printedVersion(set, sheet)),
    losses,
  };
}

function printedVersion(set: ExportSet, { letter, tasks }: Sheet): PrintedVersion {
  const printed = tasks.map(printedTask);
  return {
    letter,
    tasks: printed,
    points: printed.reduce((sum, { points }) => sum + points, 0),
    keys: tasks.map(keyLine),
    footer: footerOf(set, letter),
  };
}

/** What stands at the foot of every sheet of a version. */
export function footerOf({ title, language, seed, revision, pack }: ExportSet, letter: string | null): string {
  const words = PRINT_WORDS[language];
  return [
    title,
    ...(letter === null ? [] : [`${words.version} ${letter}`]),
    `${words.seed} ${String(seed)}.${String(revision)}`,
    `${pack.id} ${words.packVersion} ${String(pack.version)}`,
    pack.licence,
  ].join(' · ');
}

function printedTask({ number, item, options }: Task): PrintedTask {
  const head = { number, id: item.id, stem: item.stem, points: 1 };
  switch (item.shape) {
    case 'choice':
      return { ...head, shape: 'choice', options };
    case 'typed':
      return { ...head, shape: 'typed' };
    case 'order':
      return { ...head, shape: 'order', options, points: Math.max(1, options.length - 1) };
    case 'map':
      return { ...head, shape: 'map', frame: item.frame, grid: gridOf(item.frame), asksRegion: item.area !== null };
    case 'match':
      throw new Error(`${item.id}: preflight let ${item.shape} through`);
  }
}

function keyLine({ number, item, key }: Task): KeyLine {
  const shared = { number, steps: [], alsoAccepted: [], either: [], explanation: item.explanation, sources: item.sources, target: null };
  switch (item.shape) {
    case 'choice':
      return { ...shared, key, answer: item.answer };
    case 'typed':
      return { ...shared, key: item.answer, answer: '', alsoAccepted: item.answers.slice(1) };
    case 'order': {
      // Of each thing as printed: which number belongs into its box.
      const rank = (id: string): number => item.ordered.findIndex((thing) => thing.id === id) + 1;
      const either = item.question.ties.map(([a, b]) => [Math.min(rank(a), rank(b)), Math.max(rank(a), rank(b))] as const);
      return { ...shared, key: item.shown.map(({ id }) => rank(id)).join(' '), answer: '', steps: item.ordered.map(({ text }) => text), either };
    }
    case 'map': {
      const { frame, point, radiusKm } = item;
      const square = squareOf(gridOf(frame), point);
      return { ...shared, key: square ?? item.answer, answer: square === null ? '' : item.answer, target: { frame, point, radiusKm } };
    }
    case 'match':
      throw new Error(`${item.id}: preflight let ${item.shape} through`);
  }
} // prettier-ignore
