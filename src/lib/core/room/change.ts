import type { RefusalReason, Reply } from './protocol';
import type { Phase, Room, Seat } from './room';

/** Who has to hear of a change; the messages are made when the room is what it will be. */
export type Notice =
  /** Everybody: the phase. Every seat also hears of itself where `owns` says so. */
  | { readonly tell: 'phase'; readonly owns: 'none' | 'special' | 'all' }
  | { readonly tell: 'seat'; readonly seat: number }
  /** Rows of the host's list, and the counts. */
  | { readonly tell: 'desk'; readonly seats: readonly number[] }
  | { readonly tell: 'host' }
  | { readonly tell: 'gone'; readonly seat: number | 'host'; readonly why: 'kicked' | 'seat-taken' | 'host-moved' };

/** What a message does to a room: `room` is the very same object where it does nothing. */
export interface Change {
  readonly room: Room;
  readonly notices: readonly Notice[];
  readonly reply: Reply;
}

export function refuse(room: Room, reason: RefusalReason): Change {
  return { room, notices: [], reply: { ok: false, reason } };
}

export function done(room: Room, notices: readonly Notice[] = [], reply: Reply = { ok: true }): Change {
  return { room, notices, reply };
}

/** The room in another phase: everybody is told. */
export function enter(room: Room, phase: Phase, owns: 'none' | 'special' | 'all' = 'all'): Change {
  return done({ ...room, phase, stage: room.stage + 1 }, [{ tell: 'phase', owns }]);
}

export function withSeat(room: Room, number: number, change: Partial<Seat>): Room {
  const seat = room.seats[number];
  return seat === undefined ? room : { ...room, seats: room.seats.with(number, { ...seat, ...change }) };
}

/** How many commands are remembered, by seat and for the host: more than can be under way at once. */
const REMEMBERED = 12;

export function remember(doneSoFar: readonly string[], id: string): readonly string[] {
  return [...doneSoFar.slice(1 - REMEMBERED), id];
}
