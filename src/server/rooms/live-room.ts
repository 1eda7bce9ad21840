import { alarmOf, eraseAt } from '$lib/core/room/clock';
import type { Reply } from '$lib/core/room/protocol';
import type { JournalEntry } from '$lib/core/room/replay';
import type { Room } from '$lib/core/room/room';
import { step, type Input, type Send } from '$lib/core/room/step';
import type { Journal } from './journals';
import type { Log } from './log';

/** What a room needs of the world. */
export interface RoomWorld {
  readonly now: () => number;
  readonly luck: () => string;
  readonly log: Log;
  /** Hands out what was written down. */
  readonly deliver: (room: Room, send: readonly Send[]) => void;
  /** The room's time is over: it is to be erased. */
  readonly expired: (room: Room) => void;
  /** Another server has erased it. */
  readonly gone: (room: Room) => void;
  /** Asked before the clock does something: whether the laptop slept meanwhile. The room has been told then. */
  readonly woke: () => boolean;
}

/** An input that has been taken in and is not written yet, with what it came to. */
interface Waiting {
  readonly entry: Extract<JournalEntry, { input: Input }>;
  readonly room: Room;
  readonly send: readonly Send[];
  readonly settle: (reply: Reply) => void;
  readonly reply: Reply;
}

/** Longer than any timer may run (2³¹ − 1 ms). */
const TIMER_MOST_MS = 2_000_000_000;

/**
 * A room that lives: inputs go through `step` at once, one after the other; their journal entries are written in groups, as many as have come
 * while the group before was being written; only then is anything told or acknowledged.
 */
export class LiveRoom {
  readonly #journal: Journal;
  readonly #world: RoomWorld;
  /** With all that has come in. */
  #room: Room;
  /** As it is written down: what may be shown. */
  #durable: Room;
  #waiting: Waiting[] = [];
  #writing: Promise<void> = Promise.resolve();
  #syncing: Promise<void> = Promise.resolve();
  #busy = false;
  /** Another server may have written. */
  #stale = false;
  /** How often the journal could not be written. */
  #failures = 0;
  #alarm: NodeJS.Timeout | null = null;
  #closed = false;

  constructor(room: Room, journal: Journal, world: RoomWorld) {
    this.#room = room;
    this.#durable = room;
    this.#journal = journal;
    this.#world = world;
    this.#setAlarm();
  }

  get room(): Room {
    return this.#durable;
  }

  get journal(): Journal {
    return this.#journal;
  }

  /** Resolves with the reply once what it says is written down. */
  submit(input: Input): Promise<Reply> {
    if (this.#closed) return Promise.resolve({ ok: false, reason: 'not-found' });
    const [now, luck] = [this.#world.now(), this.#world.luck()];
    const { room, send, reply } = step(this.#room, input, now, luck);
    if (room === this.#room) return this.#afterWhatWaits(reply);
    this.#room = room;
    return new Promise((settle) => {
      this.#waiting.push({ entry: { n: room.revision, now, luck, input }, room, send, settle, reply });
      this.#kick();
    });
  }

  /** Takes in what other servers have written, up to entry `n` at least. */
  refresh(n: number): void {
    if (this.#closed || n <= this.#durable.revision) return;
    this.#stale = true;
    this.#kick();
  }

  /** Nothing is taken in any more; what was is written. */
  async close(): Promise<void> {
    this.#closed = true;
    if (this.#alarm !== null) clearTimeout(this.#alarm);
    await this.#writing;
    await this.#syncing;
    await this.#journal.close();
  }

  /** "It is done already" must not be said before it is written down. */
  #afterWhatWaits(reply: Reply): Promise<Reply> {
    if (!reply.ok || !this.#busy) return Promise.resolve(reply);
    const failures = this.#failures;
    return this.#writing.then(() => (failures === this.#failures ? reply : { ok: false, reason: 'unavailable' }));
  }

  #kick(): void {
    if (this.#busy) return;
    this.#busy = true;
    this.#writing = this.#write();
  }

  async #write(): Promise<void> {
    while (this.#waiting.length > 0 || this.#stale) {
      const group = this.#waiting;
      this.#waiting = [];
      let others: readonly JournalEntry[] | 'written' | null;
      try {
        others = await this.#append(group);
      } catch (error) {
        this.#giveUp(group, error);
        break;
      }
      if (others === null) {
        this.#giveUp(group, new Error('the room is gone'));
        this.#world.gone(this.#durable);
        break;
      }
      if (others !== 'written') {
        this.#waiting = [...group, ...this.#waiting];
        this.#comeAfter(others);
        continue;
      }
      const last = group.at(-1);
      if (last === undefined) continue;
      const isTurn = last.room.stage !== this.#durable.stage;
      this.#durable = last.room;
      for (const { room, send } of group) this.#world.deliver(room, send);
      // A new phase is on its way to the phones while the disk makes sure of it; the host hears that it is done when it is. Answers go on.
      if (isTurn) this.#syncing = this.#sync().then(() => settleAll(group));
      else settleAll(group);
      this.#setAlarm();
    }
    // In the same breath as the last look at what waits: what comes after this starts a writing of its own.
    this.#busy = false;
  }

  /** Writes a group, after a look at what others wrote where they may have: then that comes back, and nothing is written. */
  async #append(group: readonly Waiting[]): Promise<readonly JournalEntry[] | 'written' | null> {
    if (this.#stale) {
      this.#stale = false;
      const others = await this.#journal.since(this.#durable.revision);
      if (others === null || others.length > 0) return others;
    }
    const last = group.at(-1);
    if (last === undefined) return 'written';
    return this.#journal.append(
      group.map(({ entry }) => entry),
      last.room,
    );
  }

  /** Others were first: what they wrote has happened, and what waits here is taken in anew, after it. */
  #comeAfter(others: readonly JournalEntry[]): void {
    for (const entry of others) {
      if (!('input' in entry) || entry.n !== this.#durable.revision + 1) continue;
      const { room, send } = step(this.#durable, entry.input, entry.now, entry.luck);
      this.#durable = room;
      this.#world.deliver(room, send);
    }
    this.#room = this.#durable;
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const { entry, settle } of waiting) {
      const { room, send, reply } = step(this.#room, entry.input, entry.now, entry.luck);
      if (room === this.#room) {
        settle(reply);
        continue;
      }
      this.#room = room;
      this.#waiting.push({ entry: { ...entry, n: room.revision }, room, send, settle, reply });
    }
    this.#setAlarm();
  }

  async #sync(): Promise<void> {
    try {
      await this.#journal.sync();
    } catch (error) {
      // It is written and survives this process; that a power cut may take it is nothing that a class could be told to wait for.
      this.#world.log('journal-unsafe', { room: this.#durable.id, reason: String(error) });
    }
  }

  /** The journal cannot be written: the room goes back to what is in it, and nobody is told otherwise. */
  #giveUp(group: readonly Waiting[], error: unknown): void {
    const reason = error instanceof Error ? error.message : String(error);
    this.#world.log('journal-failed', { room: this.#durable.id, entries: group.length, reason });
    const lost = [...group, ...this.#waiting];
    this.#waiting = [];
    this.#failures++;
    this.#room = this.#durable;
    for (const { settle } of lost) settle({ ok: false, reason: 'unavailable' });
    this.#setAlarm();
  }

  #setAlarm(): void {
    if (this.#alarm !== null) clearTimeout(this.#alarm);
    this.#alarm = null;
    if (this.#closed) return;
    const due = Math.min(alarmOf(this.#room) ?? Infinity, eraseAt(this.#room));
    const wait = Math.min(Math.max(0, due - this.#world.now()), TIMER_MOST_MS);
    this.#alarm = setTimeout(() => void this.#ring(), wait);
    this.#alarm.unref();
  }

  async #ring(): Promise<void> {
    if (!this.#world.woke()) {
      if (eraseAt(this.#room) <= this.#world.now()) {
        this.#world.expired(this.#room);
        return;
      }
      await this.submit({ kind: 'tick' });
    }
    this.#setAlarm();
  }
}

function settleAll(group: readonly Waiting[]): void {
  for (const { settle, reply } of group) settle(reply);
}
