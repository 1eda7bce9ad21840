import type { JournalEntry } from '$lib/core/room/replay';
import type { Room } from '$lib/core/room/room';

/** Where rooms are written down before anybody is told: files (file-journals.ts) or Redis (redis-journals.ts). */
export interface Journals {
  /** All rooms that are written down here, as they were when they were last heard of. */
  load(): Promise<readonly Room[]>;
  /** The journal of a room that is made by `entry`. Written, and safe from a power cut, when this resolves. */
  create(room: Room, entry: JournalEntry): Promise<Journal>;
  /** The journal of a room that `load` gave. */
  open(room: Room): Promise<Journal>;
  close(): Promise<void>;
}

export interface Journal {
  /**
   * Adds entries, all or none of them as far as a reader can tell. When it resolves they survive the end of this process.
   *
   * @throws when they could not be written: nothing of what they say may be told to anybody
   */
  append(entries: readonly JournalEntry[], room: Room): Promise<void>;
  /** When it resolves, what was added survives a power cut too. */
  sync(): Promise<void>;
  /** All of it, in order. */
  read(): Promise<readonly JournalEntry[]>;
  /** Forgets the room, for good. */
  erase(): Promise<void>;
  close(): Promise<void>;
}
