import type { Command, HostCommand, RefusalReason, ReplyTo, ServerMessage } from '$lib/core/room/protocol';
import type { Counts, HostView, SeatRow } from '$lib/core/room/view';
import { merged } from './by-seat';
import type { HostKey, HostKeys, RoomOffice } from './host-ports';
import type { HostStep } from './next-step';
import type { Luck, Reach, RoomLine } from './ports';
import { Roster, type RosterStore } from './roster.svelte';
import { WayIn, type WayInParts } from './way-in.svelte';

type Settled<T> = T extends object ? { readonly [K in keyof T]: Settled<T[K]> } : T;
/** A command of a teacher without what says that it is one. */
export type HostWish = HostCommand extends infer One
  ? One extends { readonly kind: HostStep }
    ? never
    : One extends unknown
      ? Settled<Omit<One, 'id' | 'room' | 'secret'>>
      : never
  : never;

/** How much a press of the button adds. Milliseconds. */
const MORE_MS = 15_000;
/** How often rows may come before those of new seats do: others come in meanwhile. */
const ROWS_TRIES = 50;

/** The teacher's side of one room. */
export class Hosting {
  reach = $state.raw<Reach>('connecting');
  view = $state.raw<HostView | null>(null);
  counts = $state.raw<Counts>({ here: 0, seats: 0, answered: 0, finished: 0 });
  /** By seat. */
  seats = $state.raw<readonly SeatRow[]>([]);
  /** Why this device is the host no longer, or never was; null: it is. */
  gone = $state.raw<'host-moved' | 'erased' | 'not-host' | null>(null);
  /** Why the last press did nothing; null: it did. */
  refused = $state.raw<RefusalReason | 'no-reply' | null>(null);

  readonly way: WayIn;
  /** Who the pupils are: known to this device alone. */
  readonly roster: Roster;
  readonly key: HostKey;
  readonly #line: RoomLine;
  readonly #keys: HostKeys;
  readonly #luck: Luck;
  readonly #office: RoomOffice;
  #seen = -1;
  #onRows: (() => void) | null = null;

  constructor(
    parts: WayInParts & {
      readonly key: HostKey;
      readonly line: RoomLine;
      readonly keys: HostKeys;
      readonly luck: Luck;
      readonly rosters: RosterStore;
    },
  ) {
    this.key = parts.key;
    this.#line = parts.line;
    this.#keys = parts.keys;
    this.#luck = parts.luck;
    this.#office = parts.office;
    this.way = new WayIn(parts);
    this.roster = new Roster(parts.key.room, parts.rosters);
  }

  open(): void {
    this.#line.listen({
      onmessage: (message) => this.#take(message),
      onconnect: () => void this.#arrive(),
      onreach: (reach) => (this.reach = reach),
    });
    void this.way.look();
  }

  close(): void {
    this.#line.close();
  }

  now(): number {
    return this.#line.now();
  }

  /** What opens the projector's view on any device. */
  get projector(): string {
    return `?room=${this.key.room}&view=projector#${this.view?.watchSecret ?? ''}`;
  }

  /** Changes the phase, if it is still the one on the screen. */
  async step(step: HostStep, question: number | null = null): Promise<void> {
    const { view } = this;
    if (view === null) return;
    const staged = { ...this.#asHost(), stage: view.stage };
    if (step === 'ask') await this.#send({ kind: step, ...staged, question });
    else if (step === 'add-time') await this.#send({ kind: step, ...staged, ms: MORE_MS });
    else await this.#send({ kind: step, ...staged });
  }

  async wish(wish: HostWish): Promise<boolean> {
    return (await this.#send({ ...wish, ...this.#asHost() } as HostCommand)) !== null; // `HostWish` is a command less what `#asHost` brings
  }

  /** The code with which another phone takes the seat; null: none was made. */
  async handOver(seat: number): Promise<string | null> {
    const reply = await this.#send({ kind: 'hand-over', ...this.#asHost(), seat, open: true });
    return reply?.code ?? null;
  }

  /** Raised hands, counted by the teacher, for the question that is open. */
  async countHands(counts: Readonly<Record<string, number>>): Promise<void> {
    const question = this.view !== null && 'question' in this.view.phase ? this.view.phase.question : null;
    if (question === null) return;
    await this.#send({
      kind: 'hands',
      ...this.#asHost(),
      questionRevision: question.questionRevision,
      counts: { ...counts },
    });
  }

  /** Cards that were read, each with the side that is up: the first option stands at the top of a card, the others follow clockwise. */
  async countCards(read: readonly { readonly card: number; readonly side: number }[]): Promise<void> {
    const question = this.view !== null && 'question' in this.view.phase ? this.view.phase.question : null;
    if (question === null) return;
    const cards = read.flatMap(({ card, side }) => {
      const choice = question.options[side]?.id;
      return choice === undefined ? [] : [{ card, choice }];
    });
    if (cards.length > 0)
      await this.#send({ kind: 'cards', ...this.#asHost(), questionRevision: question.questionRevision, cards });
  }

  /** Seats for printed cards that have none yet, up to this many. */
  async addCards(count: number, nameOf: (card: number) => string): Promise<void> {
    const taken = this.seats.map(({ card }) => card);
    const seats = Array.from({ length: count }, (_, card) => ({ name: nameOf(card), card })).filter(
      ({ card }) => !taken.includes(card),
    );
    if (seats.length > 0) await this.wish({ kind: 'add-seats', seats });
  }

  /**
   * Gives every name of the class list that has no seat one that nobody has taken, and each of those seats the code with which its pupil takes
   * it. False: not all of them could be made.
   */
  async seatClass(): Promise<boolean> {
    const { roster } = this;
    const missing = roster.spread(this.seats);
    if (missing > 0) {
      const friendly = Array.from({ length: missing }, () => ({ name: '', card: null }));
      if (!(await this.wish({ kind: 'add-seats', seats: friendly }))) return false;
      if (!(await this.#rowsCame())) return false;
    }
    for (const { seat, owned, claim, out } of this.seats) {
      if (roster.nameOf(seat) === null || owned || out || claim !== null) continue;
      if ((await this.handOver(seat)) === null) return false;
    }
    return true;
  }

  /** Rows of new seats come a moment after the reply: every name has one then. False: they did not come. */
  async #rowsCame(): Promise<boolean> {
    for (let tries = 0; tries < ROWS_TRIES; tries++) {
      if (this.roster.spread(this.seats) === 0) return true;
      await new Promise<void>((resolve) => (this.#onRows = resolve));
    }
    return false;
  }

  file(file: 'report' | 'journal' | 'lesson'): Promise<string | null> {
    return this.#office.file(this.key.room, this.key.secret, file);
  }

  /** Forgets the room at once, here and on the server. */
  async erase(): Promise<void> {
    if (await this.wish({ kind: 'erase' })) this.#leave('erased');
  }

  async #arrive(): Promise<void> {
    const { room, secret } = this.key;
    const reply = await this.#line.ask({ kind: 'host', room, secret });
    if (reply?.ok === false) this.#leave(reply.reason === 'not-found' ? 'erased' : 'not-host');
  }

  #take(message: ServerMessage): void {
    if (message.kind === 'gone') return this.#leave(message.why === 'erased' ? 'erased' : 'host-moved');
    if (message.kind !== 'host' && message.kind !== 'desk') return;
    this.counts = message.counts;
    if (message.kind === 'desk') {
      this.#merge(message.seats);
      return;
    }
    if (message.revision < this.#seen) return;
    this.#seen = message.revision;
    this.view = message.view;
    if (message.seats === null) return;
    this.seats = message.seats;
    this.#rows();
  }

  #merge(changed: readonly SeatRow[]): void {
    this.seats = merged(this.seats, changed);
    this.#rows();
  }

  #rows(): void {
    this.#onRows?.();
    this.#onRows = null;
  }

  #leave(why: NonNullable<Hosting['gone']>): void {
    this.gone = why;
    this.#keys.forget(this.key.room);
    this.roster.forget();
  }

  async #send<C extends Command>(command: C): Promise<Extract<ReplyTo<C['kind']>, { ok: true }> | null> {
    const reply = await this.#line.ask(command);
    // Another device was quicker, or the clock: what it did is on its way here, and nothing is to be told.
    this.refused = reply === null ? 'no-reply' : reply.ok || reply.reason === 'stale' ? null : reply.reason;
    return reply?.ok === true ? reply : null;
  }

  #asHost(): { id: string; room: string; secret: string } {
    return { id: this.#luck.id(), room: this.key.room, secret: this.key.secret };
  }
}
