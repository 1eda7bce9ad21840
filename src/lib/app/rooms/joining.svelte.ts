import type { Command, PlayerCommand, RefusalReason, Replies, ServerMessage } from '$lib/core/room/protocol';
import type { AboutView } from '$lib/core/room/view';
import { AnswerAtHand } from './answer-at-hand.svelte';
import type { JoinAddress } from './address';
import { KnownRoom } from './known-room.svelte';
import type { KeptSeat, Luck, Reach, RoomLine, SeatStore } from './ports';

type Problem = RefusalReason | 'no-reply';

/** What a pupil missed, of which pack, and where the app is that they have. */
export type Missed = Replies['missed'];

/** Where somebody with a phone is. */
export type JoinPlace =
  | { readonly is: 'opening' }
  /** A PIN is wanted. `problem`: why the last one did not do. */
  | { readonly is: 'door'; readonly problem: Problem | null }
  /** The room is found; it wants to know a name or a team. */
  | { readonly is: 'entry'; readonly about: AboutView; readonly problem: Problem | null }
  | { readonly is: 'inside' }
  | { readonly is: 'gone'; readonly why: 'kicked' | 'seat-taken' | 'erased' };

type Settled<T> = T extends object ? { readonly [K in keyof T]: Settled<T[K]> } : T;
/** A command of a pupil without what says whose it is. */
type Unsent = PlayerCommand extends infer One
  ? One extends unknown
    ? Settled<Omit<One, 'id' | 'room' | 'seat' | 'token'>>
    : never
  : never;

/** A pupil's phone in a class: finds the room, keeps the seat, and is back in it by itself whatever happened in between. */
export class Joining {
  place = $state.raw<JoinPlace>({ is: 'opening' });
  reach = $state.raw<Reach>('connecting');
  /** What the pupil missed, once it may be told; null: not asked for yet. */
  missed = $state.raw<Missed | null>(null);
  /** The seat as the address keeps it; null: none. */
  kept = $state.raw<KeptSeat | null>(null);
  readonly room = new KnownRoom();
  readonly answer: AnswerAtHand;

  readonly #line: RoomLine;
  readonly #seats: SeatStore;
  readonly #luck: Luck;
  #door: { readonly pin: string | null; readonly secret: string | null };
  #entering = false;
  /** The code that the address held, until it was tried. */
  #code: string | null;

  constructor(parts: {
    readonly line: RoomLine;
    readonly seats: SeatStore;
    readonly luck: Luck;
    readonly address: JoinAddress;
  }) {
    const { line, seats, luck, address } = parts;
    this.#line = line;
    this.#seats = seats;
    this.#luck = luck;
    this.#door = { pin: address.pin, secret: address.secret };
    this.#code = address.code;
    this.kept = (address.pin === null ? null : seats.find(address.pin)) ?? seatOf(address);
    this.answer = new AnswerAtHand({
      send: async (command) => {
        const done = await this.#command(command);
        if (done === true) this.room.acknowledge(command.questionRevision, command.response, command.sure);
        return done;
      },
      now: () => line.now(),
      rttMs: () => line.rttMs(),
      keep: (answer) => {
        if (this.kept !== null) this.#keep({ ...this.kept, answer });
      },
      begin: this.kept?.answer ?? null,
    });
    if (this.kept === null && address.pin === null && address.secret === null)
      this.place = { is: 'door', problem: null };
  }

  /** Until `close`. */
  open(): void {
    this.#line.listen({
      onmessage: (message) => this.#take(message),
      onconnect: () => void this.#arrive(),
      onreach: (reach) => (this.reach = reach),
    });
  }

  close(): void {
    this.#line.close();
  }

  /** The server's clock. Milliseconds since 1970. */
  now(): number {
    return this.#line.now();
  }

  /** With a PIN that was typed. */
  async find(pin: string): Promise<void> {
    this.#door = { pin, secret: null };
    this.kept = this.#seats.find(pin);
    await this.#arrive();
  }

  /** Takes a seat. `name` null: the room makes a friendly one. */
  async enter(name: string | null, team: number | null): Promise<void> {
    const { about } = this.room;
    if (this.#entering || about === null) return;
    this.#entering = true;
    const token = this.kept?.token ?? this.#luck.secret();
    this.#keep({ room: about.room, pin: this.#door.pin ?? '', seat: null, token, answer: null });
    const reply = await this.#line.ask({ kind: 'join', id: this.#luck.id(), ...this.#door, token, name, team });
    this.#entering = false;
    if (reply?.ok !== true) {
      this.#showEntry(about, reply === null ? 'no-reply' : reply.reason);
      return;
    }
    this.#keep({ room: reply.room, pin: this.#door.pin ?? '', seat: reply.seat, token, answer: null });
    await this.#greet();
  }

  /** Takes the seat of a phone that died, with the code that the teacher shows. */
  async claim(pin: string, code: string): Promise<void> {
    this.#door = { pin, secret: null };
    const token = this.#luck.secret();
    const reply = await this.#line.ask({ kind: 'claim', id: this.#luck.id(), ...this.#door, code, token });
    if (reply?.ok !== true) {
      this.place = { is: 'door', problem: reply === null ? 'no-reply' : reply.reason };
      return;
    }
    this.#keep({ room: reply.room, pin, seat: reply.seat, token, answer: null });
    await this.#greet();
  }

  rename(name: string): Promise<boolean> {
    return this.#command({ kind: 'rename', name }).then((reply) => reply === true);
  }

  /** Another team, while the class gathers. */
  async changeTeam(team: number): Promise<void> {
    await this.#command({ kind: 'team', team });
  }

  /** Own pace: on to the next question. */
  async onward(): Promise<void> {
    const { question } = this.room;
    if (question !== null) await this.#command({ kind: 'onward', questionRevision: question.questionRevision });
  }

  /** Asks which facts were missed. */
  async findMissed(): Promise<void> {
    const asking = this.#asSeat();
    if (asking === null) return;
    const reply = await this.#line.ask({ kind: 'missed', ...asking });
    if (reply?.ok === true) this.missed = reply;
  }

  /** Out of this room and to the door of another. */
  leave(): void {
    if (this.kept !== null) this.#seats.forget(this.kept.room);
    this.kept = null;
    this.#door = { pin: null, secret: null };
    this.room.forget();
    this.missed = null;
    this.place = { is: 'door', problem: null };
  }

  async #arrive(): Promise<void> {
    if (this.kept !== null && this.kept.seat !== null) return this.#greet();
    if (this.#code !== null && this.#door.pin !== null) {
      const code = this.#code;
      this.#code = null;
      return this.claim(this.#door.pin, code);
    }
    if (this.place.is === 'gone' || (this.#door.pin === null && this.#door.secret === null)) return;
    const reply = await this.#line.ask({ kind: 'find', ...this.#door });
    if (reply === null) return;
    if (!reply.ok) {
      this.place = { is: 'door', problem: reply.reason };
      return;
    }
    this.room.about = reply.about;
    // What was asked for before the reply got lost is asked for again, by the same token.
    const again = this.kept?.room === reply.about.room;
    if (again || (reply.about.names === 'generated' && reply.about.teams.length === 0)) await this.enter(null, null);
    else this.#showEntry(reply.about, null);
  }

  /** Says whose seat this phone has, and what it has seen. */
  async #greet(): Promise<void> {
    const { kept } = this;
    if (kept?.seat == null) return;
    const { room, seat, token } = kept;
    const reply = await this.#line.ask({ kind: 'hello', room, seat, token, revision: this.room.revision });
    if (reply === null) return;
    if (reply.ok) {
      if (reply.current) this.place = { is: 'inside' };
      await this.answer.flush();
    } else if (reply.reason === 'not-found') {
      // The room was erased; its PIN, or the code that was just scanned, may be another's by now.
      this.#seats.forget(room);
      this.kept = null;
      if (this.room.about !== null) this.place = { is: 'gone', why: 'erased' };
      else await this.#arrive();
      if (this.place.is === 'opening') this.place = { is: 'door', problem: 'not-found' };
    } else this.#leaveFor(reply.reason === 'no-seat' ? 'seat-taken' : 'kicked');
  }

  #take(message: ServerMessage): void {
    if (message.kind === 'gone') {
      this.#leaveFor(message.why === 'seat-taken' || message.why === 'erased' ? message.why : 'kicked');
      return;
    }
    const { room } = this;
    if (!room.take(message)) return;
    if (message.kind === 'snapshot') this.place = { is: 'inside' };
    this.answer.follow(room.question, room.canAnswer, room.answered, message.kind === 'phase');
  }

  #leaveFor(why: Extract<JoinPlace, { is: 'gone' }>['why']): void {
    if (this.kept !== null) this.#seats.forget(this.kept.room);
    this.kept = null;
    this.place = { is: 'gone', why };
  }

  #showEntry(about: AboutView, problem: Problem | null): void {
    const asks = about.names === 'own' || about.teams.length > 0;
    this.place = asks ? { is: 'entry', about, problem } : { is: 'door', problem };
  }

  /** True: done; a reason: refused; null: it did not get there. */
  async #command(command: Unsent): Promise<true | RefusalReason | null> {
    const seat = this.#asSeat();
    if (seat === null) return null;
    const whole = { ...command, ...seat } as Command; // `Unsent` is a command less what `seat` brings
    const reply = await this.#line.ask(whole);
    return reply === null ? null : reply.ok ? true : reply.reason;
  }

  #asSeat(): { id: string; room: string; seat: number; token: string } | null {
    if (this.kept?.seat == null) return null;
    const { room, seat, token } = this.kept;
    return { id: this.#luck.id(), room, seat, token };
  }

  #keep(seat: KeptSeat): void {
    this.kept = seat;
    this.#seats.keep(seat);
  }
}

function seatOf({ pin, seat }: JoinAddress): KeptSeat | null {
  return seat === null ? null : { ...seat, pin: pin ?? '', answer: null };
}
