import { fromUtf8 } from '../bytes/utf8';
import { unzip } from '../bytes/zip';
import type { AnkiCard, Began } from './schedule';
import { readSqlite, type Read, type SqliteFile } from './sqlite-read';

export type ReadPackage =
  | { readonly ok: true; readonly began: Began; readonly cards: readonly AnkiCard[] }
  | { readonly ok: false; readonly message: string };

/** The cards of a package that Anki exported, old format or new, with their schedules and answers. */
export async function readPackage(bytes: Uint8Array): Promise<ReadPackage> {
  try {
    const database = await databaseIn(bytes);
    if (database === null) return { ok: false, message: 'holds no collection of Anki' };
    return readCards(readSqlite(database));
  } catch (error) {
    return { ok: false, message: `cannot be read: ${error instanceof Error ? error.message : String(error)}` };
  }
}

/** The newest of the collections in a package: the others are there to tell old programs that they are too old. */
async function databaseIn(bytes: Uint8Array): Promise<Uint8Array | null> {
  const files = unzip(bytes);
  const packed = files['collection.anki21b'];
  if (packed === undefined) return files['collection.anki21'] ?? files['collection.anki2'] ?? null;
  const { decompress } = await import('fzstd');
  return decompress(packed);
}

/** Review of a filtered deck that changes no schedule: Anki's own FSRS leaves it out as well. */
const FILTERED = 3;
const FIRST_STEPS = [0, 2];

function readCards(file: SqliteFile): ReadPackage {
  const [collection = {}] = file.rows('col');
  const settings = settingsOf(file, textOf(collection.conf ?? null));
  // Before its second scheduler Anki had three buttons for what is being learnt: 2 was Good, 3 was Easy.
  const isOld = settings.schedVer !== 2;
  const reviews = new Map<Read, AnkiCard['reviews'][number][]>();
  for (const { id, cid, ease, time, type, factor } of file.rows('revlog')) {
    if (type === FILTERED && factor === 0) continue;
    const given = Number(ease);
    const later = isOld && FIRST_STEPS.includes(Number(type)) && (given === 2 || given === 3) ? 1 : 0;
    const list = reviews.get(cid ?? null) ?? [];
    list.push({ ms: Number(id), ease: given + later, took: Number(time) });
    reviews.set(cid ?? null, list);
  }
  const guids = new Map(file.rows('notes').map(({ id, guid }) => [id ?? null, textOf(guid ?? null)]));
  const cards = file.rows('cards').flatMap(({ id, nid, type, due, ivl, reps, lapses, data }): AnkiCard[] => {
    const guid = guids.get(nid ?? null);
    return guid === undefined ? [] : [{
      guid, type: Number(type), due: Number(due), interval: Number(ivl), reps: Number(reps), lapses: Number(lapses), data: textOf(data ?? null),
      reviews: (reviews.get(id ?? null) ?? []).toSorted((a, b) => a.ms - b.ms),
    }];
  });
  const { creationOffset, rollover } = settings;
  return { ok: true, cards, began: { seconds: Number(collection.crt), minutesWest: creationOffset ?? 0, rolloverHour: rollover ?? 4 } };
} // prettier-ignore

interface Settings {
  readonly creationOffset?: number;
  readonly rollover?: number;
  readonly schedVer?: number;
}

/** Old collections keep their settings in a column, new ones in a table; of both the numbers that days depend on. */
function settingsOf(file: SqliteFile, conf: string): Settings {
  const rows = file.rows('config').map(({ key, val }) => [textOf(key ?? null), parsed(textOf(val ?? null))] as const);
  const all: unknown = rows.length > 0 ? { schedVer: 2, ...Object.fromEntries(rows) } : parsed(conf);
  const numbers = Object.entries(typeof all === 'object' && all !== null ? all : {}).filter(
    ([, value]) => typeof value === 'number',
  );
  return Object.fromEntries(numbers);
}

function textOf(value: Read): string {
  return value instanceof Uint8Array ? fromUtf8(value) : typeof value === 'string' ? value : '';
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}
