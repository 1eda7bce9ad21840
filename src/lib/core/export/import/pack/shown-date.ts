import { showText } from '../../../packs/document';
import { parseWhen, partsOf } from '../../../time/parse-when';
import { rangeOfDate } from '../../../time/read-span';
import { mayBeSame, yearIn } from '../dates/same-date';
import { readDate } from '../dates/read-date';
import type { Field, ForeignDate } from '../foreign';
import type { RowFaults } from '../row-faults';

/**
 * The date of a row beside the words that its file shows for it. "c. 1400" or "14th century" beside the year 1400 says that the
 * number only holds a place: then the words count, since nothing may be known finer than its source has it.
 */
export function shownDate(
  date: ForeignDate | null,
  field: Field | null,
  text: string | null,
  faults: RowFaults,
  remarks: RowFaults,
): ForeignDate | null {
  if (date === null || field === null || text === null) return date;
  const year = yearIn(date.when);
  const alone = readDate(text, date.calendar);
  const shown = alone.ok || year === null ? alone : readDate(`${text} ${year}`, date.calendar);
  if (!shown.ok) return date;
  if (!mayBeSame(date.when, shown.value)) {
    faults.add(field, 'shows another date than the row has', date.when, showText(text));
    return date;
  }
  if (!isVaguer(shown.value, date.when)) return date;
  remarks.add(field, `is less exact than the row's date, and counts: ${shown.value}`, null, showText(text));
  return { ...date, when: shown.value };
}

/** Both are single dates, and the first leaves more open. */
function isVaguer(shown: string, own: string): boolean {
  const [first, second] = [singleDays(shown), singleDays(own)];
  if (first === null || second === null) return false;
  return first > second || (/[~?]$/.test(shown) && !/[~?]$/.test(own));
}

function singleDays(when: string): number | null {
  const parsed = parseWhen(when, null);
  if (!parsed.ok || parsed.value.form.kind !== 'date') return null;
  const [part] = partsOf(parsed.value.form);
  if (part === undefined) return null;
  const { first, last } = rangeOfDate({ ...part, approximate: false }, 'julian');
  return last - first;
}
