import type { JournalEntry } from '$lib/core/room/replay';
import type { Room } from '$lib/core/room/room';

/**
 * Where rooms are written down before anybody is told: files of this machine (file-journals.ts), or Redis, where several servers write
 * into one journal (redis-journals.ts).
 */
export interface Journals {
  /** All rooms that only this process can bring back, as they were when they were last heard of. */
  load(): Promise<readonly Room[]>;
  /** A room that may be elsewhere; null: there is none. */
  find(by: 'id' | 'pin' | 'secret' | 'host', value: string): Promise<Room | null>;
  /** The journal of a room that is made by `entry`; null: its PIN is taken. Written, and safe from a power cut, when this resolves. */
  create(room: Room, entry: JournalEntry): Promise<Journal | null>;
  /** The journal of a room that `load` or `find` gave. `orphan`: nobody has kept its clock, so that it has to be stopped first. */
  open(room: Room): Promise<{ readonly journal: Journal; readonly orphan: boolean }>;
  close(): Promise<void>;
}

export interface Journal {
  /**
   * Adds entries, all or none of them as far as a reader can tell. When it resolves they survive the end of this process.
   *
   * @returns `written`; or what another server has written first, and nothing of this; null where the room is gone
   * @throws when they could not be written: nothing of what they say may be told to anybody
   */
  append(entries: readonly JournalEntry[], room: Room): Promise<'written' | readonly JournalEntry[] | null>;
  /** When it resolves, what was added survives a power cut too. */
  sync(): Promise<void>;
  /** What follows entry `n`; null where the room is gone. */
  since(n: number): Promise<readonly JournalEntry[] | null>;
  /** Calls when another server has written entry `n`, or may have written any (Infinity). */
  follow(changed: (n: number) => void): Promise<void>;
  /** All of it, in order. */
  read(): Promise<readonly JournalEntry[]>;
  /** Forgets the room, for good. */
  erase(): Promise<void>;
  close(): Promise<void>;
}
