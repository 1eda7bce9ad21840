import type { Item } from './item';
import type { ExportWords } from './words';

/** Moodle's id of a question is cut off by its database: a longer one aborts the import. */
export const LONGEST_IDNUMBER = 100;

/** What to add to a stem whose answer is typed as a number, so that a year before our era can be. */
export function yearHint(item: Item, words: ExportWords): string {
  return item.shape === 'typed' && item.year !== null && item.year.from < 0 ? ` (${words.negativeYears})` : '';
}
