import type { ExportSet } from './export-set';
import type { ExportFormat, WriteOptions } from './format';
import type { Item } from './item';
import type { Loss } from './loss';
import { preflight } from './preflight';
import { versionOf } from './versions';

/** A question as it stands on paper: its number, and for every option the letter that is printed. */
export interface Task {
  readonly number: number;
  readonly item: Item;
  /** Letters and texts as printed; empty where there is nothing to choose from. */
  readonly options: readonly { readonly letter: string; readonly text: string }[];
  /** What the key says: a letter, letters in their order, or the answer in words. */
  readonly key: string;
}

/** A version of a test. */
export interface Sheet {
  /** Null where there is only one. */
  readonly letter: string | null;
  readonly tasks: readonly Task[];
}

/**
 * A test as it is printed, in all its versions. The key is read off the printed letters, never off the set, so that it cannot tell of
 * another permutation.
 */
export function paper(
  set: ExportSet,
  format: Pick<ExportFormat, 'carries'>,
  options: WriteOptions,
): { readonly sheets: readonly Sheet[]; readonly losses: readonly Loss[] } {
  const letters: readonly (string | null)[] = options.versions.length === 0 ? [null] : options.versions;
  const flights = letters.map((letter) => {
    const { items, losses } = preflight(letter === null ? set : versionOf(set, letter), format, options);
    return { sheet: { letter, tasks: items.map(taskOf) }, losses };
  });
  // What one version loses, all do: they hold the same questions.
  return { sheets: flights.map(({ sheet }) => sheet), losses: flights[0]?.losses ?? [] };
}

function taskOf(item: Item, index: number): Task {
  const number = index + 1;
  const things = item.shape === 'choice' ? item.options : item.shape === 'order' ? item.shown : [];
  const options = things.map(({ text }, i) => ({ letter: String.fromCharCode(65 + i), text }));
  const letterOf = (id: string): string => options[things.findIndex((thing) => thing.id === id)]?.letter ?? '';
  const key =
    item.shape === 'choice'
      ? item.options.flatMap(({ id, right }) => (right ? [letterOf(id)] : [])).join(', ')
      : item.shape === 'order'
        ? item.ordered.map(({ id }) => letterOf(id)).join(', ')
        : item.answer;
  return { number, item, options, key };
}
