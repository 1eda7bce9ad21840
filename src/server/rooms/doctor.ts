import type { IncomingMessage } from 'node:http';

/** What is known about whether phones can get here. */
export interface Reached {
  /** How many other devices have asked for anything, by address. */
  readonly devices: number;
  /** When the last of them did. Milliseconds since 1970; null: none ever did. */
  readonly lastAt: number | null;
}

/** More addresses than that are not told apart: a doctor needs to know whether there are any. */
const KEPT = 2000;

/** Watches for devices other than this one. Addresses are kept in memory only, and never told. */
export class Doctor {
  readonly #now: () => number;
  readonly #seen = new Set<string>();
  #lastAt: number | null = null;

  constructor(now: () => number) {
    this.#now = now;
  }

  notice({ socket }: IncomingMessage): void {
    const { remoteAddress: remote, localAddress: local } = socket;
    if (remote === undefined || remote === local || isLoopback(remote)) return;
    if (this.#seen.size < KEPT) this.#seen.add(remote);
    this.#lastAt = this.#now();
  }

  get reached(): Reached {
    return { devices: this.#seen.size, lastAt: this.#lastAt };
  }
}

function isLoopback(address: string): boolean {
  return address === '::1' || /^(::ffff:)?127\./.test(address);
}
