import { answer } from './answering';
import { done, refuse, remember, withSeat, type Change, type Notice } from './change';
import { alarmOf } from './clock';
import { atDesk, type DeskCommand } from './desk';
import { flow, isHeldable, pause, tick, type FlowCommand } from './flow';
import { hostView, projectorView, countsOf } from './host-view';
import { answerAlone, onward } from './own-pace';
import { ownView } from './own-view';
import type { PlayerCommand, Reply, ServerMessage } from './protocol';
import type { Room } from './room';
import { adorn, claim, join, takeOver, type Claim, type Join, type TakeOver } from './seating';
import { sharedPhase } from './shared-view';

/** What a room can be told. Tokens and secrets in it are digests: whoever calls has replaced them. */
export type Input =
  | Join
  | Claim
  | TakeOver
  | Exclude<PlayerCommand, { kind: 'missed' }>
  | FlowCommand
  | DeskCommand
  /** The clock: what is due happens. */
  | { readonly kind: 'tick' }
  | { readonly kind: 'presence'; readonly seat: number; readonly here: boolean }
  /** The server was gone, or the laptop slept, since `lastSeen`: the clock stands still from then on. */
  | { readonly kind: 'stopped'; readonly by: 'restart' | 'sleep'; readonly lastSeen: number };

/** To whom a message goes. `desk`: rows and counts for host and projector, which are fetched (host-view.ts) as often as they can be read. */
export type Send =
  | { readonly to: 'players' | 'host' | 'projector'; readonly message: ServerMessage }
  | { readonly to: 'seat'; readonly seat: number; readonly message: ServerMessage }
  | { readonly to: 'desk'; readonly seats: readonly number[] };

export interface Stepped {
  /** The same object where nothing changed. */
  readonly room: Room;
  readonly send: readonly Send[];
  readonly reply: Reply;
}

/**
 * The next room. Pure: the same room, input, time and luck give the same result, so that a journal of inputs is the room.
 *
 * @param now milliseconds since 1970; where the clock went back, the room's own time stands still
 * @param luck 32 hexadecimal digits, new for every input; names and codes are drawn from it
 */
export function step(room: Room, input: Input, now: number, luck: string): Stepped {
  const at = Math.max(now, room.at);
  const change = changeOf(room, input, at, luck);
  if (change.room === room) return { room, send: [], reply: change.reply };
  const next = { ...change.room, at, revision: room.revision + 1 };
  return { room: next, send: sendsOf(next, change.notices), reply: change.reply };
}

function changeOf(room: Room, input: Input, at: number, luck: string): Change {
  switch (input.kind) {
    case 'join':
      return join(room, input, at, luck);
    case 'claim':
      return claim(room, input);
    case 'take-over':
      return takeOver(room, input, luck);
    case 'answer':
    case 'rename':
    case 'team':
    case 'onward':
      return ofPlayer(room, input, at);
    case 'tick': {
      const due = alarmOf(room);
      return due !== null && due <= at ? tick(room, at) : done(room);
    }
    case 'presence':
      return presence(room, input.seat, input.here);
    case 'stopped':
      return stopped(room, input.by, input.lastSeen);
    default:
      return ofHost(room, input, at, luck);
  }
}

function ofPlayer(room: Room, command: Exclude<PlayerCommand, { kind: 'missed' }>, at: number): Change {
  const seat = room.seats[command.seat];
  if (seat === undefined || seat.token === null || seat.token !== command.token) return refuse(room, 'no-seat');
  if (seat.out) return refuse(room, 'kicked');
  // Sent again because the reply was lost: it is done already.
  if (seat.done.includes(command.id)) return done(room);
  if (room.phase.is === 'ended') return refuse(room, command.kind === 'answer' ? 'too-late' : 'ended');
  switch (command.kind) {
    case 'answer':
      return room.settings.mode === 'own-pace' ? answerAlone(room, command) : answer(room, command, at);
    case 'onward':
      return onward(room, command);
    case 'rename':
    case 'team':
      return adorn(room, command);
  }
}

function ofHost(room: Room, command: FlowCommand | DeskCommand, at: number, luck: string): Change {
  if (command.secret !== room.host) return refuse(room, 'not-host');
  if (room.done.includes(command.id)) return repeated(room, command);
  if ('stage' in command && command.stage !== room.stage) return refuse(room, 'stale');
  const change = 'stage' in command ? flow(room, command, at) : atDesk(room, command, at, luck);
  if (!change.reply.ok || change.room === room) return change;
  return { ...change, room: { ...change.room, done: remember(change.room.done, command.id) } };
}

/** The reply to a command that was done before. */
function repeated(room: Room, command: FlowCommand | DeskCommand): Change {
  if (command.kind !== 'hand-over') return done(room);
  return done(room, [], { ok: true, code: room.seats[command.seat]?.claim ?? null });
}

function presence(room: Room, number: number, here: boolean): Change {
  const seat = room.seats[number];
  if (seat === undefined || seat.out || seat.here === here) return done(room);
  return done(withSeat(room, number, { here }), [{ tell: 'desk', seats: [number] }]);
}

function stopped(room: Room, by: 'restart' | 'sleep', lastSeen: number): Change {
  // After a restart nobody is connected until they come back.
  const alone = by === 'restart' && room.seats.some(({ here }) => here);
  const emptied = alone ? { ...room, seats: room.seats.map((seat) => ({ ...seat, here: false })) } : room;
  const { phase } = emptied;
  if (!isHeldable(phase)) return done(emptied);
  return pause(emptied, phase, Math.max(lastSeen, 'opensAt' in phase ? phase.opensAt : phase.since), by);
}

function sendsOf(room: Room, notices: readonly Notice[]): Send[] {
  const { revision } = room;
  const own = (seat: number): Send[] => {
    const view = ownView(room, seat);
    return view === null || room.seats[seat]?.token == null ? [] : [{ to: 'seat', seat, message: { kind: 'own', revision, own: view } }]; // prettier-ignore
  };
  const host = (): Send => ({ to: 'host', message: { kind: 'host', revision, now: room.at, view: hostView(room), counts: countsOf(room), seats: null } }); // prettier-ignore
  const projector = (): Send => ({ to: 'projector', message: { kind: 'projector', revision, now: room.at, view: projectorView(room), counts: countsOf(room), names: null } }); // prettier-ignore
  return notices.flatMap((notice): Send[] => {
    switch (notice.tell) {
      case 'phase': {
        const told = room.seats.flatMap((seat, number) => (seat.out || !seat.here || notice.owns === 'none' || (notice.owns === 'special' && seat.factor === 1) ? [] : own(number))); // prettier-ignore
        return [{ to: 'players', message: { kind: 'phase', revision, phase: sharedPhase(room) } }, projector(), host(), ...told, { to: 'desk', seats: [] }]; // prettier-ignore
      }
      case 'seat':
        return own(notice.seat);
      case 'desk':
        return [{ to: 'desk', seats: notice.seats }];
      case 'host':
        return [host(), projector()];
      case 'gone': {
        const message = { kind: 'gone', revision, why: notice.why } as const;
        return notice.seat === 'host' ? [{ to: 'host', message }] : [{ to: 'seat', seat: notice.seat, message }];
      }
    }
  });
}
