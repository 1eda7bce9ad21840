import { readDate, readingsOfNumbers } from '../dates/read-date';
import { mayBeSame, yearIn } from '../dates/same-date';

/** A headline apart from its dates. */
export interface SplitHeadline {
  readonly words: string;
  /** Each in a form of packs, as written beside it. */
  readonly dates: readonly { readonly when: string; readonly written: string }[];
  /** A date at its head was an adverbial, "On 2 March 2022, forces …": the words are a clause. */
  readonly clause: boolean;
}

interface Found {
  readonly words: string;
  readonly written: string;
  readonly when: string;
  readonly clause: boolean;
}

/** More dates than that are part of what is told. */
const MOST_DATES = 3;
/** Longest date in a headline, in characters and in words. */
const LONGEST = 60;
const MOST_WORDS = 8;

/**
 * Takes the dates out of a headline, where they plainly stand beside the words: before a colon or dash, in brackets, behind a
 * comma, dash, "in" or "on" at the end, and at the head of a sentence. A year that is part of a name ("Revolution of 1848",
 * "1956 Summer Olympics") stays.
 *
 * @param own the row's own date, for dates in the headline that leave out the year or say not which is the month; null if it has none
 */
export function splitHeadline(headline: string, own: string | null): SplitHeadline {
  const read = (text: string): string | null => readHeadlineDate(text, own);
  const dates: { when: string; written: string }[] = [];
  let words = headline;
  let clause = false;
  while (dates.length < MOST_DATES) {
    const whole = read(words.replace(/[\s.:]+$/u, ''));
    if (whole !== null) return { words: '', dates: [...dates, { when: whole, written: words }], clause: false };
    const found = inBrackets(words, read) ?? atHead(words, read) ?? asAdverbial(words, read) ?? atEnd(words, read);
    if (found === null) break;
    dates.push({ when: found.when, written: found.written });
    words = tidy(found.words);
    clause ||= found.clause;
  }
  return { words, dates, clause };
}

type Read = (text: string) => string | null;

function readHeadlineDate(text: string, own: string | null): string | null {
  const trimmed = text.trim();
  if (trimmed.length > LONGEST || !/\p{N}|століття|century/iu.test(trimmed)) return null;
  const whole = readDate(trimmed);
  if (whole.ok) return whole.value;
  const [dayFirst, monthFirst] = readingsOfNumbers(trimmed);
  if (dayFirst !== undefined && monthFirst !== undefined) {
    if (own === null) return `[${[dayFirst, monthFirst].sort().join()}]`;
    return mayBeSame(own, monthFirst) ? monthFirst : dayFirst;
  }
  const year = own === null ? null : yearIn(own);
  if (year === null || !/\p{L}/u.test(trimmed)) return null;
  const completed = readDate(`${trimmed} ${year}`);
  return completed.ok ? completed.value : null;
}

/** `Battle of Hastings (14 October 1066)`, anywhere. */
function inBrackets(text: string, read: Read): Found | null {
  for (const match of text.matchAll(/[([]([^()[\]]{1,60})[)\]]/gu)) {
    const written = match[1] ?? '';
    const when = read(written);
    if (when === null) continue;
    const words = `${text.slice(0, match.index)} ${text.slice(match.index + match[0].length)}`;
    if (tidy(words) !== '') return { words, written, when, clause: false };
  }
  return null;
}

/** `1066: Battle of Hastings`, `1914–1918 – the First World War`. */
function atHead(text: string, read: Read): Found | null {
  for (const match of text.slice(0, LONGEST + 3).matchAll(/\s*:\s+|\s+[-–—|]\s+|[–—](?=\p{L})/gu)) {
    const written = text.slice(0, match.index);
    const when = read(written.replace(/^(?:on|in|у|в)\s/iu, ''));
    if (when !== null) return { words: text.slice(match.index + match[0].length), written, when, clause: false };
  }
  return null;
}

/** `On 2 March 2022, forces …`, `In 1066 William …`, `2 березня 2022 року війська …`: the longest date counts. */
function asAdverbial(text: string, read: Read): Found | null {
  const preposition = /^(?:on|in|during|у|в|на)\s+(?=\S)/iu.exec(text)?.[0] ?? '';
  const rest = text.slice(preposition.length);
  const ends = [...rest.matchAll(/\s+/gu)].slice(0, MOST_WORDS);
  for (const end of ends.toReversed()) {
    const written = rest.slice(0, end.index).replace(/,$/u, '');
    const when = read(written);
    if (when === null) continue;
    const words = rest.slice(end.index);
    // Without a preposition a year or month may belong to a name: "1956 Summer Olympics", "May 1968 events".
    const adverbial = preposition !== '' || rest.charAt(end.index - 1) === ',' || isDay(when);
    if (adverbial && tidy(words) !== '') return { words, written, when, clause: true };
  }
  return null;
}

function isDay(when: string): boolean {
  return /^-?\d{4}-\d{2}-\d{2}/u.test(when);
}

/** `Treaty of Paris, 1763`, `Battle of Kursk – July 1943`, `landing at Bari on 3 September 1943`. */
function atEnd(text: string, read: Read): Found | null {
  const from = Math.max(1, text.length - LONGEST - 8);
  for (const match of text.slice(from).matchAll(/,\s+(?:on\s+|in\s+)?|\s+[-–—|]\s+|\s+(?:on|in|у|в)\s+|:\s+/giu)) {
    const start = from + match.index;
    const written = text.slice(start + match[0].length).replace(/\.$/u, '');
    const when = read(written);
    // "in 300" may count anything else.
    if (when === null || /^\d{1,3}$/u.test(written)) continue;
    if (tidy(text.slice(0, start)) !== '') return { words: text.slice(0, start), written, when, clause: false };
  }
  return null;
}

function tidy(text: string): string {
  return text
    .replace(/\s+/gu, ' ')
    .replace(/\s+(?=[,.;:!?])/gu, '')
    .replace(/^[\s,;:.–—|-]+|[\s,;:–—|-]+$/gu, '');
}
