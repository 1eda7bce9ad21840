import { done, refuse, remember, withSeat, type Change } from './change';
import { codeFrom, readCode } from './codes';
import { cleanName, friendlyName, nameKey, uniqueName } from './names';
import type { EntryCommand, PlayerCommand } from './protocol';
import type { Room, Seat } from './room';

/** More than any class, fewer than a room can carry. */
export const SEATS_MOST = 1200;

export type Join = Omit<Extract<EntryCommand, { kind: 'join' }>, 'pin' | 'secret'>;
export type Claim = Omit<Extract<EntryCommand, { kind: 'claim' }>, 'pin' | 'secret'>;
export type TakeOver = Omit<Extract<EntryCommand, { kind: 'take-over' }>, 'pin'>;

/** The number of the seat that a token owns; −1: none. */
export function seatOfToken(room: Room, token: string): number {
  return room.seats.findIndex((seat) => seat.token === token);
}

/** A seat for a token; the one that it has already, where the reply to an earlier join was lost. */
export function join(room: Room, { token, name, team }: Join, at: number, luck: string): Change {
  const known = seatOfToken(room, token);
  if (known >= 0) {
    if (room.seats[known]?.out === true) return refuse(room, 'kicked');
    return done(room, [], { ok: true, room: room.id, seat: known });
  }
  if (room.phase.is === 'ended') return refuse(room, 'ended');
  if (room.locked) return refuse(room, 'locked');
  if (room.phase.is !== 'lobby' && !room.settings.lateJoin) return refuse(room, 'no-late-join');
  if (room.seats.length >= SEATS_MOST) return refuse(room, 'full');
  const own = room.settings.names === 'own' && name !== null ? cleanName(name) : '';
  const number = room.seats.length;
  const seat = newSeat(room, own, at, luck, { token, team: teamFor(room, team) });
  const next = { ...room, seats: [...room.seats, seat] };
  return done(next, [{ tell: 'desk', seats: [number] }], { ok: true, room: room.id, seat: number });
}

/** A seat of a roster or of a printed card, which no phone owns yet. */
export function newSeat(room: Room, name: string, at: number, luck: string, change: Partial<Seat>): Seat {
  const keys = new Set(room.seats.map((seat) => seat.nameKey));
  const shown = name === '' ? friendlyName(room.lesson.language, luck, keys) : uniqueName(name, keys);
  return {
    name: shown,
    nameKey: nameKey(shown),
    token: null,
    here: false,
    out: false,
    team: null,
    factor: 1,
    card: null,
    claim: null,
    place: 0,
    told: false,
    joinedAt: at,
    done: [],
    ...change,
  };
}

/** The team that was asked for, or the smallest. */
export function teamFor(room: Room, wanted: number | null): number | null {
  const { teams } = room.settings;
  if (teams.length === 0) return null;
  if (wanted !== null && wanted < teams.length) return wanted;
  const sizes = teams.map((_, team) => room.seats.filter((seat) => !seat.out && seat.team === team).length);
  return sizes.indexOf(Math.min(...sizes));
}

/** Another phone takes a seat: the former token is worth nothing from now on. */
export function claim(room: Room, { code, token }: Claim): Change {
  const owned = seatOfToken(room, token);
  const wanted = readCode(code);
  const number = room.seats.findIndex((seat) => !seat.out && seat.claim !== null && seat.claim === wanted);
  if (number < 0) {
    // Sent again after the reply was lost: the seat is its own already.
    if (owned >= 0 && room.seats[owned]?.out === false) return done(room, [], { ok: true, room: room.id, seat: owned });
    return refuse(room, 'wrong-code');
  }
  if (owned >= 0 && owned !== number) return refuse(room, 'not-now');
  const next = withSeat(room, number, { token, claim: null, here: false });
  return done(next, [{ tell: 'gone', seat: number, why: 'seat-taken' }, { tell: 'desk', seats: [number] }], { ok: true, room: room.id, seat: number }); // prettier-ignore
}

/** Signs of a code for one seat, good once and only while the teacher shows it; guesses are limited at the door. */
export function claimCode(luck: string): string {
  return codeFrom(luck, 8);
}

/** Signs of the recovery code: 60 bits. */
export function recoveryCode(luck: string): string {
  return codeFrom(luck, 12);
}

/** Another device becomes the host; the code is used up, and a new one stands on the new host's page. */
export function takeOver(room: Room, { recovery, secret }: TakeOver, luck: string): Change {
  if (room.host === secret) return done(room, [], { ok: true, room: room.id });
  if (readCode(recovery) !== room.recovery) return refuse(room, 'wrong-code');
  const next = { ...room, host: secret, recovery: recoveryCode(luck) };
  return done(next, [{ tell: 'gone', seat: 'host', why: 'host-moved' }], { ok: true, room: room.id });
}

/** A pupil's own changes in the lobby. */
export function adorn(room: Room, command: Extract<PlayerCommand, { kind: 'rename' | 'team' }>): Change {
  if (room.phase.is !== 'lobby') return refuse(room, 'not-now');
  const { seat: number, id } = command;
  const seat = room.seats[number];
  if (seat === undefined) return refuse(room, 'no-seat');
  let change: Partial<Seat>;
  if (command.kind === 'rename') {
    const name = cleanName(command.name);
    if (room.settings.names !== 'own' || name === '') return refuse(room, 'not-now');
    change = named(room, number, name);
  } else {
    if (command.team >= room.settings.teams.length) return refuse(room, 'not-now');
    change = { team: command.team };
  }
  const next = withSeat(room, number, { ...change, done: remember(seat.done, id) });
  return done(next, [{ tell: 'seat', seat: number }, { tell: 'desk', seats: [number] }]); // prettier-ignore
}

/** Another name for a seat, told apart from all others. */
export function named(room: Room, number: number, name: string): Partial<Seat> {
  const keys = new Set(room.seats.filter((_, other) => other !== number).map((seat) => seat.nameKey));
  const shown = uniqueName(name, keys);
  return { name: shown, nameKey: nameKey(shown) };
}
