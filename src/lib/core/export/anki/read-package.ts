import { fromUtf8 } from '../bytes/utf8';
import { unzip } from '../bytes/zip';
import type { AnkiCard, Began } from './schedule';

/** The program of SQLite for the web, which whoever reads a package has to fetch. */
export interface SqliteProgram {
  readonly wasmBinary: ArrayBuffer;
}

export type ReadPackage =
  | { readonly ok: true; readonly began: Began; readonly cards: readonly AnkiCard[] }
  | { readonly ok: false; readonly message: string };

type Row = readonly unknown[];

/**
 * The cards of a package that Anki exported, old format or new, with their schedules and answers. Of the new one only tables are read
 * whose columns SQLite can compare by itself.
 */
export async function readPackage(bytes: Uint8Array, program: SqliteProgram): Promise<ReadPackage> {
  try {
    const database = await databaseIn(bytes);
    if (database === null) return { ok: false, message: 'holds no collection of Anki' };
    const { default: initSqlJs } = await import('sql.js');
    const { Database } = await initSqlJs(program);
    const opened = new Database(database);
    try {
      return readCards((query) => opened.exec(query)[0]?.values ?? []);
    } finally {
      opened.close();
    }
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

function readCards(query: (sql: string) => readonly Row[]): ReadPackage {
  const [[created, conf] = []] = query('select crt, conf from col');
  const reviews = new Map<string, AnkiCard['reviews'][number][]>();
  for (const [card, ms, ease, took] of query('select cid, id, ease, time from revlog order by id')) {
    const list = reviews.get(String(card)) ?? [];
    list.push({ ms: Number(ms), ease: Number(ease), took: Number(took) });
    reviews.set(String(card), list);
  }
  const columns = 'select n.guid, c.id, c.type, c.due, c.ivl, c.reps, c.lapses, c.data';
  const cards = query(`${columns} from cards c join notes n on n.id = c.nid order by c.id`).map(
    ([guid, id, type, due, interval, repetitions, lapses, data]): AnkiCard => ({
      guid: textOf(guid), type: Number(type), due: Number(due), interval: Number(interval), reps: Number(repetitions), lapses: Number(lapses), data: textOf(data),
      reviews: reviews.get(String(id)) ?? [],
    }),
  ); // prettier-ignore
  return { ok: true, began: { seconds: Number(created), minutesWest: westOf(textOf(conf)) }, cards };
}

function textOf(value: unknown): string {
  return value instanceof Uint8Array ? fromUtf8(value) : typeof value === 'string' ? value : '';
}

function westOf(conf: string): number {
  try {
    const parsed: unknown = JSON.parse(conf);
    const west = typeof parsed === 'object' && parsed !== null && 'creationOffset' in parsed ? parsed.creationOffset : 0;
    return typeof west === 'number' ? west : 0;
  } catch {
    return 0;
  }
} // prettier-ignore
