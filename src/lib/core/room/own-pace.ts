import { creditOf, questionOf, withGiven } from './answers-given';
import type { Answer } from './answering';
import { done, refuse, remember, withSeat, type Change } from './change';
import type { PlayerCommand } from './protocol';
import type { Given, Room } from './room';
import { scoreOf } from './scoring';

type Onward = Extract<PlayerCommand, { kind: 'onward' }>;

/** An answer of a seat that goes through the lesson alone: to the question that it is at, until that is explained. */
export function answerAlone(room: Room, command: Answer): Change {
  const { seat: number, response, sure } = command;
  const seat = room.seats[number];
  if (room.phase.is !== 'own-pace') return refuse(room, room.phase.is === 'lobby' ? 'not-now' : 'too-late');
  const round = room.rounds[seat?.place ?? -1];
  if (seat === undefined || round?.revision !== command.questionRevision) return refuse(room, 'stale');
  if (seat.told) return refuse(room, 'too-late');
  const credit = creditOf(questionOf(room, round), response);
  if (credit === null) return refuse(room, 'not-an-answer');

  const given: Given = { response, ms: 0, ofMs: null, credit, saved: false, sure, seenMs: null };
  const answers = withGiven(round.answers, number, given);
  const isNew = round.answers[number] == null;
  const changed = { ...round, answers, answered: round.answered + (isNew ? 1 : 0) };
  const told = room.settings.feedback === 'at-once';
  const next = withSeat({ ...room, rounds: room.rounds.with(seat.place, changed) }, number, {
    told,
    done: remember(seat.done, command.id),
  });
  return done(rescored(next, number), [{ tell: 'seat', seat: number }, { tell: 'desk', seats: [number] }]); // prettier-ignore
}

/** On to the next question; what was left without an answer stays so. */
export function onward(room: Room, { seat: number, questionRevision, id }: Onward): Change {
  const seat = room.seats[number];
  if (room.phase.is !== 'own-pace') return refuse(room, 'not-now');
  if (seat === undefined || room.rounds[seat.place]?.revision !== questionRevision) return refuse(room, 'stale');
  if (room.rounds[seat.place]?.answers[number] == null) return refuse(room, 'not-now');
  const next = withSeat(room, number, { place: seat.place + 1, told: false, done: remember(seat.done, id) });
  return done(next, [{ tell: 'seat', seat: number }, { tell: 'desk', seats: [number] }]); // prettier-ignore
}

/** One seat's score brought up to date; ranks wait for the end. */
function rescored(room: Room, number: number): Room {
  const scores = room.seats.map((_, seat) => room.scores[seat] ?? { points: 0, credit: 0, right: 0, of: 0, rank: 0 });
  scores[number] = { ...scoreOf(room, number), rank: 0 };
  return { ...room, scores };
}
