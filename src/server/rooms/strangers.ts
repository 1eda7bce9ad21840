import type { Phone } from './carrier';
import { STRANGER_MS, STRANGERS_MOST } from './limits';

const SWEEP_MS = 5000;

/** Connections that have no place in any room: few at a time, and none for long, so that idle ones cost next to nothing. */
export class Strangers {
  /** In the order in which they came. */
  readonly #since = new Map<Phone, number>();
  readonly #timer: NodeJS.Timeout;

  constructor() {
    this.#timer = setInterval(() => {
      this.#sweep();
    }, SWEEP_MS).unref();
  }

  came(phone: Phone): void {
    this.#since.set(phone, performance.now());
    if (this.#since.size <= STRANGERS_MOST) return;
    const [oldest] = this.#since.keys();
    if (oldest !== undefined) this.#drop(oldest);
  }

  settled(phone: Phone): void {
    this.#since.delete(phone);
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  #sweep(): void {
    for (const [phone, since] of this.#since) {
      if (performance.now() - since < STRANGER_MS) return;
      this.#drop(phone);
    }
  }

  #drop(phone: Phone): void {
    this.#since.delete(phone);
    phone.disconnect(true);
  }
}
