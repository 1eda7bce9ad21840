import { showText } from '../../../packs/document';
import { parseWhen } from '../../../time/parse-when';
import { readingsOfNumbers } from '../dates/read-date';
import { mayBeSame, yearIn } from '../dates/same-date';
import type { Field, ForeignDate, ForeignRow } from '../foreign';
import { draftPlace } from '../places/draft-place';
import { rowFaults, type RowFaults } from '../row-faults';
import { plainText, shorten } from '../text/plain-text';
import { splitHeadline, type SplitHeadline } from '../text/split-headline';
import type { DraftedRow, RowDraft } from './draft';
import { probe } from './probe';
import { shownDate } from './shown-date';

/** Longest note of a pack. */
const LONGEST_NOTE = 4000;

/** What a file demands of its rows. */
export interface RowRules {
  /** An undated row may be an event: a plain table can leave a date blank on purpose. */
  readonly undated: boolean;
}

/** Makes the words and the date of a row fit for a pack, and finds all that is wrong with it in one go. */
export function draftRow(row: ForeignRow, { undated }: RowRules): DraftedRow {
  const faults = rowFaults(row.faults);
  const remarks = rowFaults();
  const clean = (field: Field | null): string | null => cleaned(field, faults, remarks);

  const given = shownDate(row.date, row.shownDate, clean(row.shownDate), faults, remarks);
  const headline = split(row.headline, clean(row.headline), given, faults);
  const sentence = split(row.clause, clean(row.clause), given, faults);
  const date = given ?? foundDate(headline, sentence);
  if (date === null && row.faults.length === 0 && faults.faults.length === 0) {
    const receiver = undated ? remarks : faults;
    receiver.add(
      row.spot,
      undated ? 'has no date: it is told, and not asked when' : 'has no date',
      undated ? null : 'a date',
    );
  }
  const draft: RowDraft = {
    row,
    ...wordsOf(headline, sentence),
    placeless: withoutStop(clean(row.placeless)),
    note: noteOf(row, clean(row.note), remarks),
    according: clean(row.according),
    status: row.status ?? 'stated',
    date,
    places: row.places.map((place) => draftPlace(place, clean)),
    storyline: clean(row.storyline),
    source:
      row.source === null
        ? null
        : { ...row.source, title: row.source.title === null ? null : plainText(row.source.title).text },
  };
  if (draft.name === null && draft.clause === null) {
    if (row.faults.length === 0)
      faults.add(row.headline ?? row.spot, row.headline === null ? 'has no name' : 'has no words besides its date', 'what happened'); // prettier-ignore
  } else {
    remarkYear(draft, remarks);
    for (const fault of probe(draft)) faults.add(fault.spot, fault.message, fault.expected, fault.received);
  }
  return { draft, faults: faults.faults, remarks: remarks.faults };
}

function cleaned(field: Field | null, faults: RowFaults, remarks: RowFaults): string | null {
  if (field === null) return null;
  const { text, cleaned: dirty, cut } = plainText(field.text);
  if (text.includes('\uFFFD')) faults.add(field, 'holds letters that were lost before', 'the file in UTF-8', showText(text)); // prettier-ignore
  if (dirty) remarks.add(field, 'holds control, directional or invisible characters, which are left out');
  if (cut) remarks.add(field, 'is very long and was cut');
  return text === '' ? null : text;
}

/** A text apart from its dates, each of which must be the row's own. */
function split(
  field: Field | null,
  text: string | null,
  date: ForeignDate | null,
  faults: RowFaults,
): SplitHeadline | null {
  if (field === null || text === null) return null;
  const parts = splitHeadline(text, date?.when ?? null);
  const own = date?.when ?? parts.dates[0]?.when;
  for (const found of parts.dates) {
    if (date === null && readingsOfNumbers(found.written).length > 0)
      faults.add(field, 'has a date that does not say which is the month', found.when, showText(found.written));
    if (own === undefined || mayBeSame(own, found.when)) continue;
    faults.add(field, 'names another date than the row has', own, showText(found.written.trim()));
  }
  return parts;
}

function foundDate(...texts: readonly (SplitHeadline | null)[]): ForeignDate | null {
  const found = texts.flatMap((text) => text?.dates ?? [])[0];
  return found === undefined ? null : { when: found.when, calendar: null };
}

/** What is called a sentence by its column, its "On 2 March, …" or its full stop is a clause; everything else is a name. */
function wordsOf(
  headline: SplitHeadline | null,
  sentence: SplitHeadline | null,
): { readonly name: string | null; readonly clause: string | null } {
  const clause = withoutStop(sentence?.words ?? null);
  const words = headline?.words === '' ? null : (headline?.words ?? null);
  if (words === null || clause !== null) return { name: withoutStop(words), clause };
  return headline?.clause === true || isSentence(words)
    ? { name: null, clause: withoutStop(words) }
    : { name: words, clause };
}

/** One sentence with its full stop: four words at least, no stop inside, no abbreviation at the end. */
function isSentence(text: string): boolean {
  return /\p{L}{3,}[.!]$/u.test(text) && text.split(' ').length >= 4 && !/[.!?]\s/u.test(text);
}

function withoutStop(text: string | null): string | null {
  if (text === null || /(?:^|[\s.])\p{Lu}\.$/u.test(text)) return text;
  const bare = text.replace(/[\s.!?…;:,]+$/u, '');
  return bare === '' ? null : bare;
}

function noteOf(row: ForeignRow, text: string | null, remarks: RowFaults): string | null {
  if (text === null) return null;
  if (text.length > LONGEST_NOTE) remarks.add(row.note ?? row.spot, `is a long text, of which the note keeps ${String(LONGEST_NOTE)} characters`); // prettier-ignore
  return shorten(text, LONGEST_NOTE);
}

/** A year that belongs to a name stays, but gives the date away. */
function remarkYear({ row, name, clause, date }: RowDraft, remarks: RowFaults): void {
  if (date === null || !parseWhen(date.when, date.calendar).ok) return;
  const year = yearIn(date.when)?.replace(' BC', '') ?? '';
  const telling = [name, clause].find(
    // Most texts have no such figures: nearly no row needs a pattern of its own.
    (text) => text?.includes(year) === true && new RegExp(`(?<!\\p{N})${year}(?!\\p{N})`, 'u').test(text),
  );
  if (telling != null)
    remarks.add(row.headline ?? row.spot, 'names its year among its words, so its date may not be asked', null, showText(telling)); // prettier-ignore
}
