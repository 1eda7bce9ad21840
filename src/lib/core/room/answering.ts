import { countedAnswer, creditOf, questionOf, withGiven, withRound } from './answers-given';
import { done, refuse, remember, withSeat, type Change } from './change';
import { GRACE_MOST_MS, graceOf, isExpected, timeAnswer } from './clock';
import { closeQuestion } from './flow';
import type { PlayerCommand } from './protocol';
import { currentRound, type Given, type Held, type Room } from './room';

export type Answer = Extract<PlayerCommand, { kind: 'answer' }>;

/**
 * An answer to the question that is open. The last one before the end counts; one for another question is refused, never carried over; one
 * that was given before a pause and arrives in it counts.
 */
export function answer(room: Room, command: Answer, at: number): Change {
  const round = currentRound(room);
  const seat = room.seats[command.seat];
  if (round === null || seat === undefined) return refuse(room, 'not-now');
  if (command.questionRevision !== round.revision) return refuse(room, 'stale');
  const open = openFor(room, command, at);
  if (typeof open === 'string') return refuse(room, open);

  const { response, sure } = command;
  const credit = creditOf(questionOf(room, round), response);
  if (credit === null) return refuse(room, 'not-an-answer');
  const { ms, ofMs, saved, late } = timeAnswer(command, at, open.ran, open.limitMs, seat.factor);
  if (late) return refuse(room, 'too-late');

  const seenMs = command.seenAt === null || open.opensAt === null ? null : seenAfter(command.seenAt - open.opensAt);
  const given: Given = { response, ms, ofMs, credit, saved, sure, seenMs };
  const isNew = round.answers[command.seat] == null;
  const answered = withRound(room, (before) => ({
    ...before,
    answers: withGiven(before.answers, command.seat, given),
    answered: before.answered + (isNew ? 1 : 0),
  }));
  const next = withSeat(
    { ...answered, graceMs: Math.max(room.graceMs, Math.ceil(graceOf(command.rttMs))) },
    command.seat,
    { done: remember(seat.done, command.id) },
  );
  const change = done(next, isNew ? [{ tell: 'desk', seats: [command.seat] }] : []);
  return isNew && everybodyAnswered(next) ? closedEarly(change) : change;
}

/** How long the question has been open for an answer that arrives now, or why it is not. */
function openFor(
  room: Room,
  { tappedAt }: Answer,
  at: number,
): { ran: number; limitMs: number | null; opensAt: number | null } | 'not-now' | 'too-late' {
  const { phase } = room;
  switch (phase.is) {
    case 'answering':
    case 'second-vote':
      return { ran: at - phase.opensAt, limitMs: phase.limitMs, opensAt: phase.opensAt };
    case 'paused': {
      const { held } = phase;
      if (!isTimed(held)) return 'not-now';
      const before = tappedAt !== null && tappedAt <= phase.since && at - phase.since <= GRACE_MOST_MS;
      return before ? { ran: phase.ranMs, limitMs: held.limitMs, opensAt: null } : 'not-now';
    }
    case 'lobby':
    case 'reading':
      return 'not-now';
    case 'closed':
    case 'discussion':
    case 'reveal':
    case 'standings':
    case 'own-pace':
    case 'ended':
      return 'too-late';
  }
}

/** A clock that is set wrongly says what cannot be: before the opening, or more than a minute after it. */
const SEEN_MOST_MS = 60_000;

function seenAfter(ms: number): number | null {
  return ms < -GRACE_MOST_MS || ms > SEEN_MOST_MS ? null : Math.max(0, Math.round(ms));
}

function isTimed(held: Held): held is Extract<Held, { is: 'answering' | 'second-vote' }> {
  return held.is === 'answering' || held.is === 'second-vote';
}

function everybodyAnswered(room: Room): boolean {
  const round = currentRound(room);
  const isOpen = room.phase.is === 'answering' || room.phase.is === 'second-vote';
  if (!isOpen || round === null || !room.settings.closeWhenAllAnswered) return false;
  return room.seats.every((seat, number) => !isExpected(seat) || round.answers[number] != null);
}

function closedEarly(change: Change): Change {
  const closed = closeQuestion(change.room);
  return { ...change, room: closed.room, notices: [...change.notices, ...closed.notices] };
}

/** Answers read from printed cards: those of cards that no seat has are left out. */
export function answerByCards(
  room: Room,
  cards: readonly { readonly card: number; readonly choice: string }[],
  at: number,
): Change {
  const round = currentRound(room);
  const { phase } = room;
  if (round === null || !(phase.is === 'answering' || phase.is === 'second-vote' || phase.is === 'closed')) {
    return refuse(room, 'not-now');
  }
  const question = questionOf(room, round);
  const ms = phase.is === 'closed' ? 0 : Math.max(0, at - phase.opensAt);
  let [answers, answered] = [round.answers, round.answered];
  const changed: number[] = [];
  for (const { card, choice } of cards) {
    const seat = room.seats.findIndex((each) => !each.out && each.card === card);
    const credit = creditOf(question, { choice });
    if (seat < 0 || credit === null) continue;
    if (answers[seat] == null) answered++;
    // A card is held up when the teacher takes the picture: no time of its own, so no bonus.
    answers = withGiven(answers, seat, {
      response: { choice },
      ms,
      ofMs: null,
      credit,
      saved: false,
      sure: null,
      seenMs: null,
    });
    changed.push(seat);
  }
  if (changed.length === 0) return refuse(room, 'no-such-seat');
  const change = done(withRound(room, (before) => ({ ...before, answers, answered })), [{ tell: 'desk', seats: changed }]); // prettier-ignore
  return everybodyAnswered(change.room) ? closedEarly(change) : change;
}

/** How many seats have an answer that counts. */
export function answeredCount(room: Room): number {
  const round = currentRound(room);
  if (round === null) return 0;
  return room.seats.filter((seat, number) => !seat.out && countedAnswer(round, number) !== null).length;
}
