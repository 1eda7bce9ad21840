import type { PackIndex } from '../../packs/pack-index';
import { parseFact, type Fact } from '../../questions/facts';
import { hashParts } from '../../questions/hash';
import type { Language } from '../../questions/question';
import type { Edit, SavedSet, SetItem } from '../../questions/saved-set/saved-set';
import { readEdit } from '../../questions/saved-set/saved-set-schema';
import { fromBase64Url, toBase64Url } from './base64url';
import { ByteEnd, ByteReader, ByteWriter } from './byte-stream';

/*
 * A set as a few letters for a link: version of this format, flags, the pack with its version, language, seed, title; then of each question
 * one byte for what is asked and in which form, and the events it is about; a checksum. Events stand as 32-bit hashes of their ids: they
 * hold in every version of a pack that has the event, wherever it stands there. Where two events of the pack share a hash, the ids stand.
 */
const FORMAT = 1;
const LITERAL = 1;

/** Append only: their places are in links that are out there. */
const FACTS = ['date', 'date-began', 'date-ended', 'place', 'event-by-date', 'event-by-place', 'sequence'] as const;
const FORMS = ['choice', 'typed', 'map', 'order', 'first', 'last', 'between'] as const;
const TONGUES: readonly Language[] = ['en', 'uk'];
const [HAS_SEED, HAS_EDIT] = [1, 2];
const MORE = 0x80;

/** An event as a link names it. */
export type SharedEvent = { readonly hash: number } | { readonly id: string };

export interface SharedItem extends Pick<SetItem, 'form' | 'seed' | 'edit'> {
  readonly what: (typeof FACTS)[number];
  readonly events: readonly SharedEvent[];
}

/** What a link holds, before its pack is at hand. */
export interface SharedSet extends Pick<SavedSet, 'title' | 'pack' | 'language' | 'seed'> {
  readonly items: readonly SharedItem[];
  /** Of its content: the same for the same set. */
  readonly checksum: string;
}

/** Why a link cannot be read. `newer`: another version of the app made it. `damaged`: letters are missing or wrong. */
export type ShareProblem = 'newer' | 'damaged';

/** The hash by which a link names an event. */
export function eventHash(id: string): number {
  return hashParts(['event', id]);
}

/** The events of a pack by their hashes; null for those that two share. */
export function eventsByHash({ pack }: PackIndex): ReadonlyMap<number, string | null> {
  const known = new Map<number, string | null>();
  for (const { id } of pack.events) known.set(eventHash(id), known.has(eventHash(id)) ? null : id);
  return known;
}

/** What of a set travels. */
export type Shareable = Pick<SavedSet, 'title' | 'pack' | 'language' | 'seed'> & {
  readonly items: readonly Pick<SetItem, 'fact' | 'form' | 'seed' | 'edit'>[];
};

/**
 * A set as letters for an address. Items that are no questions of this program are left out.
 *
 * @param index the pack; null where it is not at hand: then the ids of events stand, which no other event can be taken for
 */
export function encodeSet(set: Shareable, index: PackIndex | null): string {
  const items = set.items.flatMap((item) => {
    const fact = parseFact(item.fact);
    const form = FORMS.findIndex((known) => known === item.form);
    return fact === null || form < 0 ? [] : [{ item, fact, form }];
  });
  const known = index === null ? null : eventsByHash(index);
  const literal = items.some(({ fact }) => eventsOf(fact).some((id) => known?.get(eventHash(id)) !== id));
  const out = new ByteWriter();
  out.byte(FORMAT);
  out.byte(literal ? LITERAL : 0);
  out.text(set.pack.id);
  out.number(set.pack.version);
  out.byte(TONGUES.indexOf(set.language));
  out.number(set.seed);
  out.text(set.title);
  out.number(items.length);
  for (const { item, fact, form } of items) {
    const extras = (item.seed === set.seed ? 0 : HAS_SEED) | (item.edit === null ? 0 : HAS_EDIT);
    out.byte(FACTS.indexOf(whatOf(fact)) * 16 + form + (extras === 0 ? 0 : MORE));
    const events = eventsOf(fact);
    if (fact.kind === 'sequence') out.byte(events.length);
    for (const id of events) {
      if (literal) out.text(id);
      else out.word(eventHash(id));
    }
    if (extras !== 0) out.byte(extras);
    if (item.seed !== set.seed) out.number(item.seed);
    if (item.edit !== null) out.text(JSON.stringify(item.edit));
  }
  const body = out.done();
  const end = new ByteWriter();
  end.word(checksumOf(body));
  return toBase64Url(Uint8Array.from([...body, ...end.done()]));
}

/** Reads the letters of an address; nothing of them is believed. */
export function decodeSet(code: string): { readonly ok: true; readonly shared: SharedSet } | { readonly ok: false; readonly problem: ShareProblem } {
  const bytes = fromBase64Url(code);
  if (bytes === null || bytes.length < 6) return { ok: false, problem: 'damaged' };
  const body = bytes.slice(0, -4);
  if (new ByteReader(bytes.slice(-4)).word() !== checksumOf(body)) return { ok: false, problem: 'damaged' };
  if ((body[0] ?? 0) > FORMAT) return { ok: false, problem: 'newer' };
  try {
    const shared = readBody(new ByteReader(body), checksumOf(body));
    return shared === null ? { ok: false, problem: 'damaged' } : { ok: true, shared };
  } catch (error) {
    if (error instanceof ByteEnd) return { ok: false, problem: 'damaged' };
    throw error;
  }
} // prettier-ignore

function readBody(input: ByteReader, checksum: number): SharedSet | null {
  if (input.byte() !== FORMAT) return null;
  const literal = (input.byte() & LITERAL) !== 0;
  const pack = { id: input.text(), version: input.number() };
  const language = TONGUES[input.byte()];
  const [seed, title, count] = [input.number(), input.text(), input.number()];
  if (language === undefined || seed >= 2 ** 32 || !/^[a-z0-9]+(?:-[a-z0-9]+)*$/u.test(pack.id)) return null;
  const items: SharedItem[] = [];
  for (let i = 0; i < count; i++) {
    const item = readItem(input, literal, seed);
    if (item === null) return null;
    items.push(item);
  }
  if (input.left > 0) return null;
  return { title, pack, language, seed, items, checksum: checksum.toString(16).padStart(8, '0') };
}

function readItem(input: ByteReader, literal: boolean, setSeed: number): SharedItem | null {
  const head = input.byte();
  const what = FACTS[(head & ~MORE) >> 4];
  const form = FORMS[head & 15];
  const count = what === 'sequence' ? input.byte() : 1;
  const events: SharedEvent[] = [];
  for (let i = 0; i < count; i++) events.push(literal ? { id: input.text() } : { hash: input.word() });
  const extras = (head & MORE) === 0 ? 0 : input.byte();
  const seed = (extras & HAS_SEED) === 0 ? setSeed : input.number();
  const edit = (extras & HAS_EDIT) === 0 ? null : editIn(input.text());
  if (what === undefined || form === undefined || edit === undefined || seed >= 2 ** 32) return null;
  return { what, form, events, seed, edit };
}

/** Undefined: not valid. */
function editIn(text: string): Edit | undefined {
  try {
    return readEdit(JSON.parse(text)) ?? undefined;
  } catch {
    return undefined;
  }
}

function whatOf(fact: Fact): (typeof FACTS)[number] {
  if (fact.kind === 'sequence' || fact.kind === 'place') return fact.kind;
  if (fact.kind === 'event') return fact.by === 'date' ? 'event-by-date' : 'event-by-place';
  return fact.end === 'whole' ? 'date' : fact.end === 'began' ? 'date-began' : 'date-ended';
}

function eventsOf(fact: Fact): readonly string[] {
  return fact.kind === 'sequence' ? fact.events : [fact.event];
}

/** FNV-1a over the bytes, 32 bits: a letter that was lost or changed is found, 1 time in four thousand million it is not. */
function checksumOf(bytes: Uint8Array): number {
  let hash = 0x811c9dc5;
  for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x01000193);
  return hash >>> 0;
}
