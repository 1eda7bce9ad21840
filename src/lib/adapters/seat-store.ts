import type { Response } from '$lib/core/answers/response';

/** One key for all rooms: the last few, the latest first. */
const KEY = 'dateline-seats';
const MOST = 6;

interface Kept {
  readonly room: string;
  readonly pin: string;
  readonly seat: number | null;
  readonly token: string;
  readonly answer: {
    readonly questionRevision: number;
    readonly response: Response;
    readonly sure: boolean | null;
    readonly tappedAt: number | null;
  } | null;
}

/** Seats in `localStorage`, which plain http has too. Where it is switched off they live as long as the page, and in its address. */
export class LocalSeats {
  #seats: readonly Kept[] = read();

  find(pin: string): Kept | null {
    return this.#seats.find((seat) => seat.pin === pin) ?? null;
  }

  keep(seat: Kept): void {
    this.#write([seat, ...this.#seats.filter(({ room }) => room !== seat.room)].slice(0, MOST));
  }

  forget(room: string): void {
    this.#write(this.#seats.filter((seat) => seat.room !== room));
  }

  #write(seats: readonly Kept[]): void {
    this.#seats = seats;
    try {
      localStorage.setItem(KEY, JSON.stringify(seats));
    } catch {
      // Storage is off or full: the seat is still in the address.
    }
  }
}

function read(): readonly Kept[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(stored) ? stored.filter(isSeat) : [];
  } catch {
    return []; // storage is off, or holds what nobody of us wrote
  }
}

function isSeat(value: unknown): value is Kept {
  if (typeof value !== 'object' || value === null) return false;
  const { room, pin, seat, token } = value as Record<string, unknown>;
  return (
    typeof room === 'string' &&
    typeof pin === 'string' &&
    (seat === null || typeof seat === 'number') &&
    typeof token === 'string'
  );
}
