import { hashParts } from '../../questions/hash';
import { sha1 } from '../bytes/sha1';
import type { ExportSet } from '../export-set';
import { deckName } from './names';
import { FIELDS, modelsJson, NOTE_TYPE_IDS, type NoteType } from './note-types';
import { sqlite, type Table } from './sqlite';
import type { Value } from './sqlite-record';

/** What a card's schedule is, in Anki's own columns. */
export interface CardSchedule {
  /** 0 new, 1 learning, 2 review, 3 relearning; `queue` is the same for cards that are not suspended. */
  readonly type: number;
  /** Position of a new card; days since the collection began of a review; seconds of the epoch while learning. */
  readonly due: number;
  /** Days. */
  readonly interval: number;
  /** Ease in thousandths; with FSRS only a fallback. */
  readonly factor: number;
  readonly reps: number;
  readonly lapses: number;
  /** JSON with the memory of FSRS, or empty. */
  readonly data: string;
}

/** A line of the review log. */
export interface ReviewLine {
  /** UTC milliseconds; the log's key. */
  readonly ms: number;
  /** 1 again … 4 easy. */
  readonly ease: number;
  /** Days after and before; negative: seconds. */
  readonly interval: number;
  readonly lastInterval: number;
  readonly factor: number;
  /** Milliseconds spent, at most 60000. */
  readonly took: number;
  /** 0 learn, 1 review, 2 relearn. */
  readonly kind: number;
}

/** A note with its one card. */
export interface AnkiNote {
  readonly guid: string;
  readonly type: NoteType;
  readonly tags: readonly string[];
  readonly fields: readonly string[];
  /** Null: a new card. */
  readonly schedule: CardSchedule | null;
  readonly reviews: readonly ReviewLine[];
}

/** The day on which collections of ours began, 2020-01-01 at four in the morning UTC: seconds. Due days count from it. */
export const CREATED = 1_577_851_200;
const BASE_MS = 1_600_000_000_000;
/** Raised when what a writer puts into fields changes: 0 … 9. */
const WRITER = 2;

/**
 * When a note was last changed, in seconds: grows with the pack's version, within it with every edit of the set. Anki updates a note in
 * place, and keeps its schedule, only if this is later than what it has.
 */
export function changedAt({ pack, revision }: ExportSet): number {
  return 1_600_000_000 + pack.version * 100_000 + Math.min(revision, 9999) * 10 + WRITER;
}

/** A collection in the legacy format (schema 11), which every Anki since 2.0 imports. */
export function collection(set: ExportSet, notes: readonly AnkiNote[], description: string): Uint8Array {
  const mod = changedAt(set);
  const base = BASE_MS + hashParts(['anki', set.pack.id, set.id]) * 20;
  const deck = BASE_MS + hashParts(['anki deck', set.pack.id, set.id]);
  const tables: readonly Table[] = [
    { name: 'col', sql: COL, rows: [{ id: 1, values: colRow(set, deck, mod, description, notes.some(({ reviews }) => reviews.length > 0)) }] },
    { name: 'notes', sql: NOTES, rows: notes.map((note, i) => ({ id: base + i, values: noteRow(note, mod) })) },
    { name: 'cards', sql: CARDS, rows: notes.map((note, i) => ({ id: base + i, values: cardRow(note, base + i, deck, mod, i) })) },
    { name: 'revlog', sql: REVLOG, rows: reviewRows(notes, base) },
    { name: 'graves', sql: 'CREATE TABLE graves (usn integer not null, oid integer not null, type integer not null)', rows: [] },
  ];
  return sqlite(tables);
} // prettier-ignore

const COL =
  'CREATE TABLE col (id integer primary key, crt integer not null, mod integer not null, scm integer not null, ver integer not null, dty integer not null, usn integer not null, ls integer not null, conf text not null, models text not null, decks text not null, dconf text not null, tags text not null)';
const NOTES =
  'CREATE TABLE notes (id integer primary key, guid text not null, mid integer not null, mod integer not null, usn integer not null, tags text not null, flds text not null, sfld integer not null, csum integer not null, flags integer not null, data text not null)';
const CARDS =
  'CREATE TABLE cards (id integer primary key, nid integer not null, did integer not null, ord integer not null, mod integer not null, usn integer not null, type integer not null, queue integer not null, due integer not null, ivl integer not null, factor integer not null, reps integer not null, lapses integer not null, left integer not null, odue integer not null, odid integer not null, flags integer not null, data text not null)';
const REVLOG =
  'CREATE TABLE revlog (id integer primary key, cid integer not null, usn integer not null, ease integer not null, ivl integer not null, lastIvl integer not null, factor integer not null, time integer not null, type integer not null)';

function colRow(set: ExportSet, deck: number, mod: number, description: string, isLearnt: boolean): Value[] {
  const conf = { activeDecks: [1], addToCur: true, collapseTime: 1200, curDeck: 1, curModel: String(NOTE_TYPE_IDS.choice), dueCounts: true, estTimes: true, newBury: true, newSpread: 0, nextPos: 1, sortBackwards: false, sortType: 'noteFld', timeLim: 0, ...(isLearnt ? { schedVer: 2 } : {}) };
  // Answers are told with four buttons; without this Anki takes them for those of its first scheduler, and a first Good for Easy.
  const shared = { collapsed: false, conf: 1, dyn: 0, extendNew: 10, extendRev: 50, lrnToday: [0, 0], newToday: [0, 0], revToday: [0, 0], timeToday: [0, 0], usn: -1, mod };
  const decks = { 1: { ...shared, id: 1, name: 'Default', desc: '' }, [deck]: { ...shared, id: deck, name: deckName(set), desc: description } };
  const lapse = { delays: [10], leechAction: 0, leechFails: 8, minInt: 1, mult: 0 };
  const fresh = { bury: true, delays: [1, 10], initialFactor: 2500, ints: [1, 4, 7], order: 1, perDay: 20, separate: true };
  const rev = { bury: true, ease4: 1.3, fuzz: 0.05, ivlFct: 1, maxIvl: 36500, minSpace: 1, perDay: 200 };
  const dconf = { 1: { autoplay: true, id: 1, lapse, maxTaken: 60, mod: 0, name: 'Default', new: fresh, replayq: true, rev, timer: 0, usn: 0 } };
  const texts = [JSON.stringify(conf), modelsJson(deck), JSON.stringify(decks), JSON.stringify(dconf), '{}'];
  return [null, CREATED, mod * 1000, CREATED * 1000, 11, 0, 0, 0, ...texts];
} // prettier-ignore

function noteRow({ guid, type, tags, fields }: AnkiNote, mod: number): Value[] {
  const all = FIELDS[type].map((_, i) => fields[i] ?? '');
  const sort = stripped(all[0] ?? '');
  return [null, guid, NOTE_TYPE_IDS[type], mod, -1, ` ${tags.join(' ')} `, all.join('\u001F'), numeric(sort), sha1(sort)[0], 0, ''];
} // prettier-ignore

/** As Anki strips a field for sorting and its checksum: tags out, the entities that we write decoded. */
function stripped(field: string): string {
  return field.replace(/<[^>]*>/gu, '').replace(/&lt;/gu, '<').replace(/&gt;/gu, '>').replace(/&#(\d+);/gu, (_, code: string) => String.fromCharCode(Number(code))).replace(/&amp;/gu, '&'); // prettier-ignore
}

/** The column has the affinity of a number, so SQLite itself would store a text that is one as a number. */
function numeric(text: string): Value {
  return /^\s*[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?\s*$/iu.test(text) && Number.isFinite(Number(text)) ? Number(text) : text;
} // prettier-ignore

function cardRow({ schedule }: AnkiNote, note: number, deck: number, mod: number, position: number): Value[] {
  const { type = 0, due = position + 1, interval = 0, factor = 0, reps = 0, lapses = 0, data = '' } = schedule ?? {};
  const queue = type === 3 ? 1 : type;
  return [null, note, deck, 0, mod, -1, type, queue, due, interval, factor, reps, lapses, 0, 0, 0, 0, data];
}

/** By time; two at the same millisecond would be one, so the later moves on. */
function reviewRows(notes: readonly AnkiNote[], base: number): Table['rows'] {
  const all = notes.flatMap(({ reviews }, i) => reviews.map((review) => ({ review, card: base + i })));
  let last = 0;
  return all.toSorted((a, b) => a.review.ms - b.review.ms).map(({ review, card }) => {
    const { ease, interval, lastInterval, factor, took, kind } = review;
    last = Math.max(last + 1, review.ms);
    return { id: last, values: [null, card, -1, ease, interval, lastInterval, factor, took, kind] };
  });
} // prettier-ignore
