import { createRoom, type RoomSecrets } from './create-room';
import type { Creation } from './creation';
import type { Room } from './room';
import { step, type Input } from './step';

/** A line of a room's journal. The first one makes the room, each further one is an input that changed it. */
export type JournalEntry =
  | {
      readonly n: 0;
      readonly now: number;
      readonly luck: string;
      readonly made: Creation;
      readonly secrets: RoomSecrets;
    }
  | { readonly n: number; readonly now: number; readonly luck: string; readonly input: Input };

/**
 * The room after each entry of its journal, from the first on: a finished lesson step by step. The last one is the room as it was.
 *
 * @throws {Error} where the entries do not follow each other: a journal with a hole is another lesson
 */
export function* replay(
  entries: Iterable<JournalEntry>,
): Generator<{ readonly entry: JournalEntry; readonly room: Room }> {
  let room: Room | null = null;
  for (const entry of entries) {
    if ('made' in entry) room = createRoom(entry.made, entry.secrets, entry.now, entry.luck);
    else room = proceed(room, entry);
    yield { entry, room };
  }
}

/** A room one entry further. */
export function proceed(room: Room | null, entry: Extract<JournalEntry, { input: Input }>): Room {
  if (room === null || entry.n !== room.revision + 1) {
    throw new Error(`journal entry ${String(entry.n)} does not follow ${String(room?.revision ?? 'nothing')}`);
  }
  return step(room, entry.input, entry.now, entry.luck).room;
}
