import type { Server as SocketServer, Socket } from 'socket.io';
import { countsOf, seatRows, wallNames } from '$lib/core/room/host-view';
import type { ClientToServer, ServerMessage, ServerToClient } from '$lib/core/room/protocol';
import type { Room } from '$lib/core/room/room';
import type { Send } from '$lib/core/room/step';
import { DeskPace } from './desk-pace';

export type Wire = SocketServer<ClientToServer, ServerToClient>;
export type Phone = Socket<ClientToServer, ServerToClient>;

/** Carries a room's messages to those whom they are for, and to nobody else. */
export class Carrier {
  readonly #io: Wire;
  /** Connections by seat, and those of hosts and projectors, by room. */
  readonly #seats = new Map<string, Set<Phone>>();
  readonly #paces = new Map<string, DeskPace>();
  readonly #latest = new Map<string, Room>();

  constructor(io: Wire) {
    this.#io = io;
  }

  deliver(room: Room, send: readonly Send[]): void {
    for (const each of send) {
      if (each.to === 'desk') this.#desk(room, each.seats);
      else if (each.to === 'seat') this.#toSeat(room.id, each.seat, each.message);
      else this.#toAll(room.id, each.to, each.message);
    }
  }

  /** @returns whether this is the seat's first connection */
  seat(phone: Phone, room: string, seat: number): boolean {
    const name = seatName(room, seat);
    const phones = this.#seats.get(name) ?? new Set();
    this.#seats.set(name, phones.add(phone));
    void phone.join(audience(room, 'players'));
    return phones.size === 1;
  }

  /** @returns whether this was the seat's last connection */
  unseat(phone: Phone, room: string, seat: number): boolean {
    const name = seatName(room, seat);
    const phones = this.#seats.get(name);
    if (phones?.delete(phone) !== true || phones.size > 0) return false;
    this.#seats.delete(name);
    return true;
  }

  async admit(phone: Phone, room: string, as: 'host' | 'projector'): Promise<void> {
    await phone.join(audience(room, as));
  }

  /** Everybody leaves: the room is no more. */
  erased({ id, revision, seats }: Room): void {
    const all = (['players', 'host', 'projector'] as const).map((each) => audience(id, each));
    this.#io.to(all).emit('m', { kind: 'gone', revision, why: 'erased' });
    this.#io.in(all).socketsLeave(all);
    seats.forEach((_, seat) => this.#seats.delete(seatName(id, seat)));
    this.#paces.get(id)?.stop();
    this.#paces.delete(id);
    this.#latest.delete(id);
  }

  stop(): void {
    for (const pace of this.#paces.values()) pace.stop();
  }

  #toSeat(room: string, seat: number, message: ServerMessage): void {
    const phones = this.#seats.get(seatName(room, seat)) ?? [];
    for (const phone of phones) phone.emit('m', message);
    if (message.kind !== 'gone') return;
    for (const phone of phones) void phone.leave(audience(room, 'players'));
    this.#seats.delete(seatName(room, seat));
  }

  #toAll(room: string, to: 'players' | 'host' | 'projector', message: ServerMessage): void {
    this.#io.to(audience(room, to)).emit('m', message);
    if (message.kind === 'gone') this.#io.in(audience(room, to)).socketsLeave(audience(room, to));
  }

  #desk(room: Room, changed: readonly number[]): void {
    this.#latest.set(room.id, room);
    let pace = this.#paces.get(room.id);
    if (pace === undefined) {
      pace = new DeskPace((seats) => {
        this.#sendDesk(room.id, seats);
      });
      this.#paces.set(room.id, pace);
    }
    pace.add(changed);
  }

  #sendDesk(id: string, seats: readonly number[]): void {
    const room = this.#latest.get(id);
    if (room === undefined) return;
    const [revision, counts] = [room.revision, countsOf(room)];
    this.#io.to(audience(id, 'host')).emit('m', { kind: 'desk', revision, counts, seats: seatRows(room, seats) });
    this.#io.to(audience(id, 'projector')).emit('m', { kind: 'wall', revision, counts, names: wallNames(room, seats) });
  }
}

function audience(room: string, who: 'players' | 'host' | 'projector'): string {
  return `${room} ${who}`;
}

function seatName(room: string, seat: number): string {
  return `${room} ${seat}`;
}
