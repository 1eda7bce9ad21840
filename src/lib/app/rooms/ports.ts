// What the pages of a class need from the world. Adapters fill these in, `compose/` plugs them together, tests bring their own.
import type { Response } from '$lib/core/answers/response';
import type { Command, ReplyTo, ServerMessage } from '$lib/core/room/protocol';

/**
 * Whether messages get through. `no-network`: this device has none. `stopped`: the laptop is there, and the program on it is not.
 * `no-way`: there is a network, and the laptop does not answer in it.
 */
export type Reach = 'connecting' | 'here' | 'no-network' | 'stopped' | 'no-way';

export interface LineListener {
  readonly onmessage: (message: ServerMessage) => void;
  /** Connected, for the first time or again: whoever has a seat says so now. */
  readonly onconnect: () => void;
  readonly onreach: (reach: Reach) => void;
}

/** The line to the server of a class. It connects again by itself until it is closed. */
export interface RoomLine {
  /** Null: it did not get there, or the reply did not come back. Sent again with the same id, a command is done once. */
  ask<C extends Command>(command: C): Promise<ReplyTo<C['kind']> | null>;
  /** The server's clock, as far as this device can tell. Milliseconds since 1970. */
  now(): number;
  /** The shortest way there and back, milliseconds; null: not measured yet. */
  rttMs(): number | null;
  listen(listener: LineListener): void;
  close(): void;
}

/** The answer that a phone is at, so that sleep, reload and a lost network cost nothing. */
export interface KeptAnswer {
  readonly questionRevision: number;
  readonly response: Response;
  /** How sure the pupil says to be; null: did not say. */
  readonly sure: boolean | null;
  /** When it was sent for the first time, by the server's clock; null: it has not been sent. */
  readonly tappedAt: number | null;
}

/** A seat as its phone keeps it. */
export interface KeptSeat {
  readonly room: string;
  /** The number that was typed, or that the address held. */
  readonly pin: string;
  /** Null: asked for with this token, and no reply yet; asked again, it is the same seat. */
  readonly seat: number | null;
  /** Nobody else has it: whoever knows it is the pupil. */
  readonly token: string;
  readonly answer: KeptAnswer | null;
}

/** Keeps seats on the device, one a room, the last few. */
export interface SeatStore {
  /** By the PIN of the room; null: none. */
  find(pin: string): KeptSeat | null;
  keep(seat: KeptSeat): void;
  forget(room: string): void;
}

/** Luck for tokens and the ids of commands. */
export interface Luck {
  /** 128 bits, base64url. */
  secret(): string;
  id(): string;
}
