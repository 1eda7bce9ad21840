import { constants } from 'node:fs';
import { mkdir, open, readdir, readFile, rename, rm, writeFile, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { proceed, replay, type JournalEntry } from '$lib/core/room/replay';
import type { Room } from '$lib/core/room/room';
import type { Journal, Journals } from './journals';
import type { Log } from './log';
import { Turns } from './turns';

const JOURNAL = 'journal.ndjson';
const SNAPSHOT = 'snapshot.json';
/** Only whoever runs the server may read what pupils answered. */
const PRIVATE = { mode: 0o600 };
/** Entries after which the whole room is written, so that a restart has little to go through. */
const SNAPSHOT_EVERY = 500;
/** A file that is not written to is closed meanwhile: many old rooms need no handles. Milliseconds. */
const IDLE_MS = 10_000;

/** A disk takes its time to be sure. Node has four threads for files: some must be left for answers, whatever forty rooms want at once. */
const SYNCS_AT_ONCE = 2;

/** Rooms as folders of a data folder: a journal with an entry a line, and a snapshot that only shortens its reading. */
export function fileJournals(dataDir: string, log: Log): Journals {
  const folder = join(dataDir, 'rooms');
  const journals = new Set<FileJournal>();
  const syncs = new Turns(SYNCS_AT_ONCE);
  const at = (id: string, count: number): FileJournal => {
    const journal = new FileJournal(join(folder, id), count, syncs);
    journals.add(journal);
    return journal;
  };
  return {
    async load() {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const rooms: Room[] = [];
      for (const id of await readdir(folder)) {
        try {
          const room = await readRoom(join(folder, id));
          if (room !== null) rooms.push(room);
        } catch (error) {
          // One unreadable room must not keep all others from coming back. It stays where it is, for whoever wants to look.
          log('room-unreadable', { room: id, reason: error instanceof Error ? error.message : String(error) });
        }
      }
      return rooms;
    },
    async create(room, entry) {
      await mkdir(join(folder, room.id), { recursive: true, mode: 0o700 });
      const journal = at(room.id, 0);
      await journal.append([entry], room);
      await journal.sync();
      return journal;
    },
    // What is here was loaded at the start.
    find: () => Promise.resolve(null),
    open: (room) => Promise.resolve({ journal: at(room.id, room.revision), orphan: true }),
    async close() {
      await Promise.all([...journals].map((journal) => journal.close()));
    },
  };
}

/** The room of a folder: from its snapshot and what was written after it; null where it was never finished being made. */
async function readRoom(folder: string): Promise<Room | null> {
  const { entries, torn } = await readEntries(join(folder, JOURNAL));
  // A torn last line was never acknowledged; what follows must not be glued to it.
  if (torn) await writeWhole(folder, JOURNAL, entries.map(lineOf).join(''));
  let room: Room | null = await readSnapshot(folder);
  if (room === null) {
    for (const step of replay(entries)) room = step.room;
    return room;
  }
  for (const entry of entries) {
    if ('input' in entry && entry.n > room.revision) room = proceed(room, entry);
  }
  return room;
}

async function readSnapshot(folder: string): Promise<Room | null> {
  try {
    return JSON.parse(await readFile(join(folder, SNAPSHOT), 'utf8')) as Room; // written by `append`, renamed only when it is whole
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

async function readEntries(path: string): Promise<{ readonly entries: JournalEntry[]; readonly torn: boolean }> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if (isMissing(error)) return { entries: [], torn: false };
    throw error;
  }
  const lines = text.split('\n');
  const rest = lines.pop() ?? '';
  return { entries: lines.map((line) => JSON.parse(line) as JournalEntry), torn: rest !== '' }; // our own lines
}

function lineOf(entry: JournalEntry): string {
  return `${JSON.stringify(entry)}\n`;
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

/** A file that is there as a whole or not at all. */
async function writeWhole(folder: string, name: string, text: string): Promise<void> {
  const temporary = join(folder, `${name}.new`);
  await writeFile(temporary, text, { ...PRIVATE, flush: true });
  await rename(temporary, join(folder, name));
}

class FileJournal implements Journal {
  readonly #folder: string;
  readonly #syncs: Turns;
  #syncing: Promise<void> = Promise.resolve();
  #handle: FileHandle | null = null;
  #idle: NodeJS.Timeout | null = null;
  /** Entries since the last snapshot. */
  #since: number;
  #size: number | null = null;
  #snapshot: Promise<void> = Promise.resolve();

  constructor(folder: string, since: number, syncs: Turns) {
    this.#folder = folder;
    this.#syncs = syncs;
    this.#since = since;
  }

  async append(entries: readonly JournalEntry[], room: Room): Promise<'written'> {
    const handle = await this.#open();
    const bytes = Buffer.from(entries.map(lineOf).join(''));
    const before = this.#size ?? 0;
    try {
      let written = 0;
      while (written < bytes.length) written += (await handle.write(bytes, written)).bytesWritten;
    } catch (error) {
      // What was half written (a full disk) must not stand before what is written next.
      await handle.truncate(before);
      throw error;
    }
    this.#size = before + bytes.length;
    this.#since += entries.length;
    // The more seats, the longer a snapshot takes: a room of a thousand has it between questions rather than in the middle of one.
    if (this.#since >= SNAPSHOT_EVERY + 2 * room.seats.length) {
      this.#since = 0;
      this.#snapshot = this.#snapshot
        .then(() => writeWhole(this.#folder, SNAPSHOT, JSON.stringify(room)))
        .catch(() => {
          // A snapshot only saves time: without it the journal is read from an earlier one.
          this.#since += SNAPSHOT_EVERY;
        });
    }
    return 'written';
  }

  async sync(): Promise<void> {
    const handle = this.#handle;
    if (handle === null) return;
    const syncing = this.#syncs.run(() => handle.datasync());
    // The file stays open for it, whether it succeeds or not.
    this.#syncing = Promise.allSettled([this.#syncing, syncing]).then(() => undefined);
    await syncing;
  }

  /** Nobody else writes here (data-lock.ts). */
  since(): Promise<readonly JournalEntry[]> {
    return Promise.resolve([]);
  }

  follow(): Promise<void> {
    return Promise.resolve();
  }

  async read(): Promise<readonly JournalEntry[]> {
    return (await readEntries(join(this.#folder, JOURNAL))).entries;
  }

  async erase(): Promise<void> {
    await this.close();
    await rm(this.#folder, { recursive: true, force: true });
  }

  async close(): Promise<void> {
    if (this.#idle !== null) clearTimeout(this.#idle);
    const handle = this.#handle;
    this.#handle = null;
    await this.#snapshot;
    await this.#syncing;
    await handle?.close();
  }

  async #open(): Promise<FileHandle> {
    if (this.#idle === null) this.#idle = setTimeout(() => void this.#rest(), IDLE_MS).unref();
    else this.#idle.refresh();
    if (this.#handle === null) {
      const path = join(this.#folder, JOURNAL);
      this.#handle = await open(path, constants.O_CREAT | constants.O_APPEND | constants.O_RDWR, PRIVATE.mode);
      this.#size = (await this.#handle.stat()).size;
    }
    return this.#handle;
  }

  async #rest(): Promise<void> {
    const handle = this.#handle;
    this.#handle = null;
    await this.#syncing;
    await handle?.close();
  }
}
