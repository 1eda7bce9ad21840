/** Rows that changed and counts, gathered for host and projector: at most four times a second, at once when it was quiet. */
export class DeskPace {
  readonly #flush: (seats: readonly number[]) => void;
  #changed = new Set<number>();
  #timer: NodeJS.Timeout | null = null;
  #again = false;

  static readonly EVERY_MS = 250;

  constructor(flush: (seats: readonly number[]) => void) {
    this.#flush = flush;
  }

  add(seats: readonly number[]): void {
    for (const seat of seats) this.#changed.add(seat);
    if (this.#timer !== null) this.#again = true;
    else this.#send();
  }

  stop(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }

  #send(): void {
    const seats = [...this.#changed];
    this.#changed = new Set();
    this.#again = false;
    this.#timer = setTimeout(() => {
      this.#timer = null;
      if (this.#again) this.#send();
    }, DeskPace.EVERY_MS);
    this.#timer.unref();
    this.#flush(seats);
  }
}
