import { createRoom } from '$lib/core/room/create-room';
import type { Creation } from '$lib/core/room/creation';
import type { JournalEntry } from '$lib/core/room/replay';
import type { Room } from '$lib/core/room/room';
import type { Send } from '$lib/core/room/step';
import { digest, newLuck, newPin, newSecret } from './chance';
import type { Journal, Journals } from './journals';
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
  /** Rooms that are being brought back. */
  readonly #coming = new Map<string, Promise<LiveRoom>>();
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
    for (const room of await journals.load()) await keeper.#bringBack(room);
    if (keeper.size > 0) world.log('rooms-restored', { rooms: keeper.size });
    return keeper;
  }

  get size(): number {
    return this.#rooms.size;
  }

  /** A room that this process has in mind. */
  room(id: string): LiveRoom | null {
    return this.#rooms.get(id) ?? null;
  }

  /** A room, wherever it is. */
  reach(id: string): Promise<LiveRoom | null> {
    return this.#seek('id', id, this.room(id));
  }

  /** By what the QR code holds, or by PIN. */
  find(pin: string | null, secret: string | null): Promise<LiveRoom | null> {
    const id = secret === null ? this.#byPin.get(pin ?? '') : this.#bySecret.get(secret);
    const [by, value] = secret === null ? (['pin', pin ?? ''] as const) : (['secret', secret] as const);
    return this.#seek(by, value, id === undefined ? null : this.room(id));
  }

  async #seek(by: 'id' | 'pin' | 'secret' | 'host', value: string, known: LiveRoom | null): Promise<LiveRoom | null> {
    if (known !== null) return known;
    const room = await this.#journals.find(by, value);
    if (room === null) return null;
    // Two may have asked for it at once.
    const waiting = this.#coming.get(room.id) ?? this.#bringBack(room);
    this.#coming.set(room.id, waiting);
    try {
      return await waiting;
    } finally {
      this.#coming.delete(room.id);
    }
  }

  /** A room from its journal; where nobody has kept its clock, that stands still until the teacher goes on. */
  async #bringBack(room: Room): Promise<LiveRoom> {
    const { journal, orphan } = await this.#journals.open(room);
    const live = await this.#take(room, journal);
    if (orphan) await live.submit({ kind: 'stopped', by: 'restart', lastSeen: room.at });
    return live;
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
    await this.#forget(live);
    await live.journal.erase();
    this.#world.log('room-erased', { room: id, why });
  }

  /** Out of this process, and everybody is told. */
  async #forget(live: LiveRoom): Promise<void> {
    const { room } = live;
    this.#rooms.delete(room.id);
    this.#byPin.delete(room.pin);
    this.#bySecret.delete(room.joinSecret);
    for (const [host, making] of this.#made) if ((await making) === live) this.#made.delete(host);
    await live.close();
    this.erased(room);
  }

  async close(): Promise<void> {
    this.#pulse.stop();
    await Promise.all([...this.#rooms.values()].map((live) => live.close()));
    await this.#journals.close();
  }

  async #make(creation: Creation): Promise<LiveRoom | null> {
    const known = await this.#seek('host', creation.secret, null);
    if (known !== null) return known;
    for (let i = 0; i < PIN_DRAWS && this.#rooms.size < ROOMS_MOST; i++) {
      const pin = newPin();
      if (this.#byPin.has(pin)) continue;
      const secrets = { id: newSecret(), pin, joinSecret: newSecret(), watchSecret: newSecret() };
      const [now, luck] = [this.#world.now(), newLuck()];
      const room = createRoom(creation, secrets, now, luck);
      this.#byPin.set(pin, room.id);
      const journal = await this.#create(room, { n: 0, now, luck, made: creation, secrets });
      if (journal === null) continue;
      const { lesson, settings } = room;
      this.#world.log('room-made', { room: room.id, questions: lesson.questions.length, mode: settings.mode });
      return this.#take(room, journal);
    }
    return null;
  }

  async #create(room: Room, entry: JournalEntry): Promise<Journal | null> {
    let journal: Journal | null = null;
    try {
      journal = await this.#journals.create(room, entry);
      return journal;
    } finally {
      if (journal === null) this.#byPin.delete(room.pin);
    }
  }

  async #take(room: Room, journal: Journal): Promise<LiveRoom> {
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
      gone: () => {
        void this.#forget(live);
      },
      woke: () => this.#pulse.check(),
    };
    const live = new LiveRoom(room, journal, world);
    this.#rooms.set(room.id, live);
    this.#byPin.set(room.pin, room.id);
    this.#bySecret.set(room.joinSecret, room.id);
    if (!this.#made.has(room.host)) this.#made.set(room.host, Promise.resolve(live));
    await journal.follow((n) => {
      live.refresh(n);
    });
    return live;
  }
}
