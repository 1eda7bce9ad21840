/** A bucket of permissions that fills at a steady rate: bursts are let through, floods are not. */
export class Bucket {
  readonly #most: number;
  readonly #perMs: number;
  #left: number;
  #at: number;

  /** @param most how many may come at once @param perSecond how many in the long run */
  constructor(most: number, perSecond: number, now: number) {
    this.#most = most;
    this.#perMs = perSecond / 1000;
    this.#left = most;
    this.#at = now;
  }

  /** Takes one; false: there is none. */
  take(now: number): boolean {
    this.#fill(now);
    if (this.#left < 1) return false;
    this.#left--;
    return true;
  }

  /** Whether there is one, without taking it. */
  has(now: number): boolean {
    this.#fill(now);
    return this.#left >= 1;
  }

  #fill(now: number): void {
    this.#left = Math.min(this.#most, this.#left + Math.max(0, now - this.#at) * this.#perMs);
    this.#at = Math.max(this.#at, now);
  }
}

/** A phone sends a handful of commands a question; a host a few more. */
export const COMMANDS = { most: 60, perSecond: 20 };
/** What is over the limit is refused; who goes on like that is cut off. */
export const FLOODED_MOST = 200;
export const MALFORMED_MOST = 10;
/** Wrong PINs and codes, of one connection in its life, and of all together (a class sits behind one address, so that addresses count nothing). */
export const GUESSES_EACH = 8;
export const GUESSES = { most: 60, perSecond: 5 };
/** Rooms: who makes more than that is no teacher. */
export const CREATIONS = { most: 100, perSecond: 2 };
export const ROOMS_MOST = 3000;
/** Connections without a place in a room: how many, and how long, in milliseconds. */
export const STRANGERS_MOST = 2000;
export const STRANGER_MS = 60_000;
export const CONNECTIONS_MOST = 12_000;
/** The most bytes of a frame from a client; a room is made over HTTP. */
export const FRAME_MOST = 16_384;
export const BODY_MOST = 2_000_000;
