import { createRoom } from '$lib/core/room/create-room';
import type { Creation } from '$lib/core/room/creation';
import type { Room } from '$lib/core/room/room';
import type { Send } from '$lib/core/room/step';
import { digest, newLuck, newPin, newSecret } from './chance';
import type { Journals } from './journals';
import { ROOMS_MOST } from './limits';
import { LiveRoom, type RoomWorld } from './live-room';
import type { Log } from './log';
import { Pulse } from './pulse';

/** How often a PIN is drawn before there is taken to be none left. */
const PIN_DRAWS = 50;

export interface KeeperWorld {
  readonly now: () => number;
  readonly log: Log;
}

/** All rooms of this process, found by what people have of them. */
export class Keeper {
  readonly #journals: Journals;
  readonly #world: KeeperWorld;
  readonly #rooms = new Map<string, LiveRoom>();
  readonly #byPin = new Map<string, string>();
  readonly #bySecret = new Map<string, string>();
  /** Digest of the secret that a room was made with → the room, and rooms that are being made. */
  readonly #made = new Map<string, Promise<LiveRoom | null>>();
  readonly #pulse: Pulse;
  /** Set by whoever carries messages. */
  deliver: (room: Room, send: readonly Send[]) => void = () => undefined;
  erased: (room: Room) => void = () => undefined;

  private constructor(journals: Journals, world: KeeperWorld) {
    this.#journals = journals;
    this.#world = world;
    this.#pulse = new Pulse(world.now, (lastSeen) => {
      world.log('slept', { ms: world.now() - lastSeen });
      for (const room of this.#rooms.values()) void room.submit({ kind: 'stopped', by: 'sleep', lastSeen });
    });
  }

  /** Brings all rooms back that are written down; what was open is paused, with the time that was left. */
  static async open(journals: Journals, world: KeeperWorld): Promise<Keeper> {
    const keeper = new Keeper(journals, world);
    for (const room of await journals.load()) {
      const live = keeper.#take(room, await journals.open(room));
      await live.submit({ kind: 'stopped', by: 'restart', lastSeen: room.at });
    }
    if (keeper.size > 0) world.log('rooms-restored', { rooms: keeper.size });
    return keeper;
  }

  get size(): number {
    return this.#rooms.size;
  }

  room(id: string): LiveRoom | null {
    return this.#rooms.get(id) ?? null;
  }

  /** By what the QR code holds, or by PIN. */
  find(pin: string | null, secret: string | null): LiveRoom | null {
    const id = secret === null ? this.#byPin.get(pin ?? '') : this.#bySecret.get(secret);
    return id === undefined ? null : this.room(id);
  }

  /** A new room; the one that was made already, where the same host asks twice. Null: there are too many. */
  make(creation: Creation): Promise<LiveRoom | null> {
    const host = digest(creation.secret);
    const known = this.#made.get(host);
    if (known !== undefined) return known;
    const making = this.#make({ ...creation, secret: host });
    this.#made.set(host, making);
    making.then(
      (room) => room ?? this.#made.delete(host),
      () => this.#made.delete(host),
    );
    return making;
  }

  async erase(id: string, why: 'expired' | 'wanted'): Promise<void> {
    const live = this.#rooms.get(id);
    if (live === undefined) return;
    const { room } = live;
    this.#rooms.delete(id);
    this.#byPin.delete(room.pin);
    this.#bySecret.delete(room.joinSecret);
    for (const [host, making] of this.#made) if ((await making) === live) this.#made.delete(host);
    await live.close();
    await live.journal.erase();
    this.#world.log('room-erased', { room: id, why });
    this.erased(room);
  }

  async close(): Promise<void> {
    this.#pulse.stop();
    await Promise.all([...this.#rooms.values()].map((live) => live.close()));
    await this.#journals.close();
  }

  async #make(creation: Creation): Promise<LiveRoom | null> {
    const pin = this.#rooms.size < ROOMS_MOST ? this.#freePin() : null;
    if (pin === null) return null;
    const secrets = { id: newSecret(), pin, joinSecret: newSecret(), watchSecret: newSecret() };
    const [now, luck] = [this.#world.now(), newLuck()];
    const room = createRoom(creation, secrets, now, luck);
    this.#byPin.set(pin, room.id);
    try {
      const journal = await this.#journals.create(room, { n: 0, now, luck, made: creation, secrets });
      this.#world.log('room-made', {
        room: room.id,
        questions: room.lesson.questions.length,
        mode: room.settings.mode,
      });
      return this.#take(room, journal);
    } catch (error) {
      this.#byPin.delete(pin);
      throw error;
    }
  }

  #freePin(): string | null {
    for (let i = 0; i < PIN_DRAWS; i++) {
      const pin = newPin();
      if (!this.#byPin.has(pin)) return pin;
    }
    return null;
  }

  #take(room: Room, journal: Awaited<ReturnType<Journals['open']>>): LiveRoom {
    const world: RoomWorld = {
      now: this.#world.now,
      luck: newLuck,
      log: this.#world.log,
      deliver: (next, send) => {
        this.deliver(next, send);
      },
      expired: ({ id }) => {
        this.erase(id, 'expired').catch((error: unknown) => {
          this.#world.log('erasing-failed', { room: id, reason: String(error) });
        });
      },
      woke: () => this.#pulse.check(),
    };
    const live = new LiveRoom(room, journal, world);
    this.#rooms.set(room.id, live);
    this.#byPin.set(room.pin, room.id);
    this.#bySecret.set(room.joinSecret, room.id);
    if (!this.#made.has(room.host)) this.#made.set(room.host, Promise.resolve(live));
    return live;
  }
}
