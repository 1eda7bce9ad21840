import type { SeatRow } from '$lib/core/room/view';

/** A class list as this device keeps it for one room: who is on it, and which seat is whose. */
export interface KeptRoster {
  readonly names: readonly string[];
  /** Seat → name. */
  readonly seats: readonly (readonly [number, string])[];
}

/** Keeps class lists on the device; the server never hears of them. */
export interface RosterStore {
  find(room: string): KeptRoster | null;
  keep(room: string, roster: KeptRoster): void;
  forget(room: string): void;
}

/**
 * Whose seat is whose. Real names stay on the teacher's device: in the room, its journal and on the wall everybody has a friendly name, and the
 * teacher's pages say whose it is.
 */
export class Roster {
  names = $state.raw<readonly string[]>([]);
  #seats = $state.raw<KeptRoster['seats']>([]);
  readonly #room: string;
  readonly #store: RosterStore;

  constructor(room: string, store: RosterStore) {
    this.#room = room;
    this.#store = store;
    const kept = store.find(room);
    if (kept === null) return;
    this.names = kept.names;
    this.#seats = kept.seats;
  }

  /** The pupil of a seat; null: nobody knows. */
  nameOf(seat: number): string | null {
    return this.#seats.find(([one]) => one === seat)?.[1] ?? null;
  }

  /** Names that no seat has. */
  get free(): readonly string[] {
    return this.names.filter((name) => !this.#seats.some(([, whose]) => whose === name));
  }

  /** Another list; seats whose pupil is still on it stay theirs. */
  replace(names: readonly string[]): void {
    this.names = names;
    this.#keep(this.#seats.filter(([, name]) => names.includes(name)));
  }

  /** A seat is somebody's; null: nobody's. */
  assign(seat: number, name: string | null): void {
    const others = this.#seats.filter(([other, whose]) => other !== seat && whose !== name);
    this.#keep(name === null ? others : [...others, [seat, name]]);
  }

  /** Seats that nobody has taken become those of the names that have none, in order. How many names are left without one. */
  spread(rows: readonly SeatRow[]): number {
    const empty = rows.filter(({ seat, out, owned, card }) => !out && !owned && card === null && this.nameOf(seat) === null); // prettier-ignore
    const pairs = this.free.flatMap((name, at) => {
      const seat = empty[at]?.seat;
      return seat === undefined ? [] : [[seat, name] as const];
    });
    if (pairs.length > 0) this.#keep([...this.#seats, ...pairs]);
    return this.free.length;
  }

  forget(): void {
    this.names = [];
    this.#seats = [];
    this.#store.forget(this.#room);
  }

  #keep(seats: KeptRoster['seats']): void {
    this.#seats = seats;
    this.#store.keep(this.#room, { names: this.names, seats });
  }
}
