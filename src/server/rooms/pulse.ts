const BEAT_MS = 1000;
/** A gap that no load explains: the machine stood still. */
const GAP_MS = 6000;

/** Notices that the machine slept (a closed lid): nothing that was due meanwhile may happen before the rooms know. */
export class Pulse {
  readonly #now: () => number;
  readonly #slept: (lastSeen: number) => void;
  readonly #timer: NodeJS.Timeout;
  #last: number;

  constructor(now: () => number, slept: (lastSeen: number) => void) {
    this.#now = now;
    this.#slept = slept;
    this.#last = now();
    this.#timer = setInterval(() => this.check(), BEAT_MS).unref();
  }

  /** Whether the machine slept since the last beat; everybody who has to know has been told then. */
  check(): boolean {
    const [last, now] = [this.#last, this.#now()];
    this.#last = now;
    if (now - last < GAP_MS) return false;
    this.#slept(last);
    return true;
  }

  stop(): void {
    clearInterval(this.#timer);
  }
}
