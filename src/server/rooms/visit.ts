import * as v from 'valibot';
import { countsOf, hostView, projectorView, seatRows, wallNames } from '$lib/core/room/host-view';
import { missedFacts, ownView } from '$lib/core/room/own-view';
import {
  commandSchema,
  type Command,
  type EntryCommand,
  type HostCommand,
  type PlayerCommand,
  type RefusalReason,
  type Reply,
} from '$lib/core/room/protocol';
import type { Room } from '$lib/core/room/room';
import { aboutView, sharedPhase } from '$lib/core/room/shared-view';
import type { Carrier, Phone } from './carrier';
import { digest } from './chance';
import type { Keeper } from './keeper';
import { Bucket, COMMANDS, FLOODED_MOST, GUESSES_EACH, MALFORMED_MOST } from './limits';
import type { LiveRoom } from './live-room';
import type { Log } from './log';

/** What all visits share. */
export interface Doorway {
  readonly keeper: Keeper;
  readonly carrier: Carrier;
  readonly now: () => number;
  readonly log: Log;
  /** Wrong guesses of all connections together. */
  readonly guesses: Bucket;
  /** A connection has found its place in a room: it is no stranger any more. */
  readonly settled: (phone: Phone) => void;
  /** The copy of the app that pupils take home; null: nobody has said. */
  readonly app: string | null;
}

type Entry<K extends EntryCommand['kind']> = Extract<EntryCommand, { kind: K }>;

const REFUSED = (reason: RefusalReason): Reply => ({ ok: false, reason });

/** One connection: what it may do, how often, and which seats it has. */
export class Visit {
  readonly #phone: Phone;
  readonly #door: Doorway;
  readonly #commands: Bucket;
  #flooded = 0;
  #malformed = 0;
  #guesses = 0;
  /** Room and seat of each place it has taken: one, or several where a tablet is handed round. */
  readonly #places = new Map<string, { readonly room: string; readonly seat: number }>();

  constructor(phone: Phone, door: Doorway) {
    this.#phone = phone;
    this.#door = door;
    this.#commands = new Bucket(COMMANDS.most, COMMANDS.perSecond, door.now());
  }

  /** The reply to whatever came in; null: the connection is cut and gets none. */
  async take(raw: unknown): Promise<Reply | null> {
    if (!this.#commands.take(this.#door.now())) {
      if (++this.#flooded > FLOODED_MOST) return this.#cut('flooded');
      return REFUSED('too-many');
    }
    const read = v.safeParse(commandSchema, raw, { abortEarly: true });
    if (!read.success) {
      if (++this.#malformed > MALFORMED_MOST) return this.#cut('malformed');
      return REFUSED('malformed');
    }
    return this.#obey(read.output);
  }

  /** The connection is gone: its seats are empty, unless another connection has them. */
  async leave(): Promise<void> {
    const places = [...this.#places.values()];
    this.#places.clear();
    for (const { room, seat } of places) {
      if (this.#door.carrier.unseat(this.#phone, room, seat)) {
        await this.#door.keeper.room(room)?.submit({ kind: 'presence', seat, here: false });
      }
    }
  }

  async #obey(command: Command): Promise<Reply | null> {
    switch (command.kind) {
      case 'sync':
        return { ok: true, now: this.#door.now() };
      case 'find':
        return this.#find(command);
      case 'join':
      case 'claim':
        return this.#sitDown(command);
      case 'hello':
        return this.#hello(command);
      case 'host':
        return this.#host(command);
      case 'watch':
        return this.#watch(command);
      case 'take-over':
        return this.#takeOver(command);
      case 'answer':
      case 'rename':
      case 'team':
      case 'onward':
      case 'missed':
        return this.#asPlayer(command);
      default:
        return this.#asHost(command);
    }
  }

  async #find({ pin, secret }: Entry<'find'>): Promise<Reply | null> {
    const live = await this.#lookUp(pin, secret);
    if (live === null || typeof live === 'string') return live === null ? null : REFUSED(live);
    const { room } = live;
    if (room.phase.is === 'ended') return REFUSED('ended');
    // Whoever thinks about a name may take their time.
    this.#door.settled(this.#phone);
    return { ok: true, about: aboutView(room), started: room.phase.is !== 'lobby' };
  }

  async #sitDown(command: Entry<'join' | 'claim'>): Promise<Reply | null> {
    const live = await this.#lookUp(command.pin, command.secret);
    if (live === null || typeof live === 'string') return live === null ? null : REFUSED(live);
    if (command.kind === 'claim' && !this.#mayGuess()) return REFUSED('too-many');
    const token = digest(command.token);
    const { id } = command;
    const reply = await (command.kind === 'join'
      ? live.submit({ kind: 'join', id, token, name: command.name, team: command.team })
      : live.submit({ kind: 'claim', id, token, code: command.code }));
    if (!reply.ok) return reply.reason === 'wrong-code' ? this.#guessedWrong('wrong-code') : reply;
    if ('seat' in reply) await this.#seat(live, reply.seat);
    return reply;
  }

  async #hello({ room: id, seat, token, revision }: Entry<'hello'>): Promise<Reply | null> {
    const live = await this.#door.keeper.reach(id);
    if (live === null) return this.#guessedWrong('not-found');
    const known = live.room.seats[seat];
    if (known?.token !== digest(token)) return this.#guessedWrong('no-seat');
    if (known.out) return REFUSED('kicked');
    const current = revision !== null && revision === live.room.revision;
    await this.#seat(live, seat, !current);
    return { ok: true, current };
  }

  async #host({ room: id, secret }: Entry<'host'>): Promise<Reply | null> {
    const live = await this.#door.keeper.reach(id);
    if (live === null) return this.#guessedWrong('not-found');
    if (live.room.host !== digest(secret)) return this.#guessedWrong('not-host');
    await this.#admitHost(live);
    return { ok: true };
  }

  async #admitHost({ room }: LiveRoom): Promise<void> {
    await this.#door.carrier.admit(this.#phone, room.id, 'host');
    this.#door.settled(this.#phone);
    const { revision } = room;
    this.#phone.emit('m', { kind: 'host', revision, now: this.#door.now(), view: hostView(room), counts: countsOf(room), seats: seatRows(room) }); // prettier-ignore
  }

  async #watch({ room: id, secret }: Entry<'watch'>): Promise<Reply | null> {
    const live = await this.#door.keeper.reach(id);
    if (live === null) return this.#guessedWrong('not-found');
    const { room } = live;
    if (room.watchSecret !== secret) return this.#guessedWrong('not-host');
    await this.#door.carrier.admit(this.#phone, room.id, 'projector');
    this.#door.settled(this.#phone);
    const { revision } = room;
    this.#phone.emit('m', { kind: 'projector', revision, now: this.#door.now(), view: projectorView(room), counts: countsOf(room), names: wallNames(room) }); // prettier-ignore
    return { ok: true };
  }

  async #takeOver({ id, pin, recovery, secret }: Entry<'take-over'>): Promise<Reply | null> {
    const live = await this.#lookUp(pin, null);
    if (live === null || typeof live === 'string') return live === null ? null : REFUSED(live);
    if (!this.#mayGuess()) return REFUSED('too-many');
    const reply = await live.submit({ kind: 'take-over', id, recovery, secret: digest(secret) });
    if (!reply.ok) return reply.reason === 'wrong-code' ? this.#guessedWrong('wrong-code') : reply;
    await this.#admitHost(live);
    return reply;
  }

  async #asPlayer(command: PlayerCommand): Promise<Reply | null> {
    const live = await this.#door.keeper.reach(command.room);
    if (live === null) return this.#guessedWrong('not-found');
    const token = digest(command.token);
    if (command.kind === 'missed') {
      const { room } = live;
      return room.seats[command.seat]?.token === token
        ? {
            ok: true,
            facts: missedFacts(room, command.seat),
            pack: room.lesson.pack,
            app: room.settings.app ?? this.#door.app,
          }
        : this.#guessedWrong('no-seat');
    }
    const reply = await live.submit({ ...command, token });
    return !reply.ok && reply.reason === 'no-seat' ? this.#guessedWrong('no-seat') : reply;
  }

  async #asHost(command: HostCommand): Promise<Reply | null> {
    const live = await this.#door.keeper.reach(command.room);
    if (live === null) return this.#guessedWrong('not-found');
    const secret = digest(command.secret);
    if (live.room.host !== secret) return this.#guessedWrong('not-host');
    if (command.kind === 'erase') {
      await this.#door.keeper.erase(command.room, 'wanted');
      return { ok: true };
    }
    return live.submit({ ...command, secret });
  }

  /** The room; why there is none; or null where the connection was cut for guessing. */
  async #lookUp(pin: string | null, secret: string | null): Promise<LiveRoom | RefusalReason | null> {
    // Who has the secret of the QR code has nothing to guess, and comes in however many others do.
    if (secret === null && !this.#mayGuess()) return 'too-many';
    const live = await this.#door.keeper.find(pin, secret);
    if (live !== null) return live;
    const refused = this.#guessedWrong('not-found');
    return refused === null ? null : 'not-found';
  }

  #mayGuess(): boolean {
    return this.#door.guesses.has(this.#door.now());
  }

  #guessedWrong(reason: RefusalReason): Reply | null {
    this.#door.guesses.take(this.#door.now());
    return ++this.#guesses > GUESSES_EACH ? this.#cut('guessed') : REFUSED(reason);
  }

  async #seat(live: LiveRoom, seat: number, snapshot = true): Promise<void> {
    const { id } = live.room;
    const first = this.#door.carrier.seat(this.#phone, id, seat);
    this.#places.set(`${id} ${seat}`, { room: id, seat });
    this.#door.settled(this.#phone);
    if (!this.#phone.connected) return this.leave();
    if (first || live.room.seats[seat]?.here === false) await live.submit({ kind: 'presence', seat, here: true });
    if (snapshot) this.#snapshot(live.room, seat);
  }

  #snapshot(room: Room, seat: number): void {
    const own = ownView(room, seat, true);
    if (own === null) return;
    const [revision, now] = [room.revision, this.#door.now()];
    this.#phone.emit('m', {
      kind: 'snapshot',
      revision,
      now,
      about: aboutView(room),
      phase: sharedPhase(room, true),
      own,
    });
  }

  #cut(why: 'flooded' | 'malformed' | 'guessed'): null {
    this.#door.log('cut-off', { why });
    this.#phone.disconnect(true);
    return null;
  }
}
