import { hostView } from '$lib/core/room/host-view';
import { replay, type JournalEntry } from '$lib/core/room/replay';
import type { HostView } from '$lib/core/room/view';

/** A moment of a lesson that is stepped through. */
export interface LessonMoment {
  /** Milliseconds since 1970. */
  readonly at: number;
  /** What happened: the kind of the message that made it so; `made` for the first. */
  readonly what: string;
  /** Whose it was; null: not a pupil's. */
  readonly who: string | null;
  readonly view: HostView;
}

/** Coming and going, and the clock where it changed nothing to be seen, are no steps of a lesson. */
const QUIET = new Set(['presence', 'hello']);

/** A lesson from its journal, moment by moment. */
export function momentsOf(journal: readonly JournalEntry[]): readonly LessonMoment[] {
  const moments: LessonMoment[] = [];
  for (const { entry, room } of replay(journal)) {
    const input = 'input' in entry ? entry.input : null;
    if (input !== null && QUIET.has(input.kind)) continue;
    const seat =
      input !== null && 'seat' in input && typeof input.seat === 'number' ? room.seats[input.seat] : undefined;
    moments.push({ at: entry.now, what: input?.kind ?? 'made', who: seat?.name ?? null, view: hostView(room) });
  }
  return moments;
}
