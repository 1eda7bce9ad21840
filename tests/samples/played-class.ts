import type { Response } from '../../src/lib/core/answers/response';
import type { HostCommand } from '../../src/lib/core/room/protocol';
import type { Room } from '../../src/lib/core/room/room';
import type { RoomSettings } from '../../src/lib/core/room/settings';
import { step, type Input } from '../../src/lib/core/room/step';
import { luckOf, newRoom, START } from '../laws/room-kit';

type Order = HostCommand extends infer C
  ? C extends HostCommand
    ? Omit<C, 'id' | 'room' | 'secret' | 'stage'>
    : never
  : never;

/** A class of so many, played by hand, without a server. Every step is to succeed. */
export class PlayedClass {
  room: Room;
  now = START;
  #count = 0;

  constructor(pupils: number, settings: Partial<RoomSettings> = {}, room = newRoom({ limitMs: 10_000, ...settings })) {
    this.room = room;
    for (let i = 0; i < pupils; i++) {
      this.take({
        kind: 'join',
        id: `join-000${String(i)}`,
        token: `token-of-pupil-00${String(i)}`,
        name: null,
        team: null,
      });
      this.take({ kind: 'presence', seat: i, here: true });
    }
  }

  take(input: Input): this {
    const { room, reply } = step(this.room, input, this.now, luckOf(this.#count++));
    if (!reply.ok) throw new Error(`${input.kind}: ${reply.reason}`);
    this.room = room;
    return this;
  }

  order(order: Order): this {
    const { id, host, stage } = this.room;
    const staged = ['ask', 'reveal', 'discuss', 'vote-again', 'close', 'end', 'skip'].includes(order.kind)
      ? { stage }
      : {};
    return this.take({ id: `host-${String(this.#count)}-0000`, room: id, secret: host, ...staged, ...order } as Input); // as the wire has it
  }

  answer(seat: number, response: Response, after = 0, sure: boolean | null = null, seenAt: number | null = null): this {
    this.now += after;
    const questionRevision = this.room.rounds.at(-1)?.revision ?? 0;
    const { id } = this.room;
    const token = this.room.seats[seat]?.token ?? '';
    return this.take({ kind: 'answer', id: `answer-${String(this.#count)}-0`, room: id, seat, token, questionRevision, response, tappedAt: null, rttMs: 0, sure, seenAt }); // prettier-ignore
  }
}
