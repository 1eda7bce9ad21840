import { judge } from '../answers/judge';
import type { Response } from '../answers/response';
import type { LessonQuestion } from './lesson';
import { currentRound, type Given, type Room, type Round } from './room';

/** What counts as a seat's answer: its last vote, or where it did not vote again, its first. */
export function countedAnswer(round: Round, seat: number): Given | null {
  return round.answers[seat] ?? round.first?.[seat] ?? null;
}

/** The list with a seat's place filled; places before it that nobody has filled are null. */
export function withGiven(list: readonly (Given | null)[], seat: number, given: Given): readonly (Given | null)[] {
  if (seat < list.length) return list.with(seat, given);
  return [...list, ...Array.from({ length: seat - list.length }, () => null), given];
}

/** 0 … 1; null: it is no answer to this question. */
export function creditOf(question: LessonQuestion, response: Response): number | null {
  const judged = judge(question, response);
  return judged.ok ? judged.verdict.credit : null;
}

export function questionOf(room: Room, round: Round): LessonQuestion {
  const question = room.lesson.questions[round.question];
  if (question === undefined)
    throw new Error(`a round asks question ${String(round.question)}, which the lesson lacks`);
  return question;
}

/** The room with its current round changed. */
export function withRound(room: Room, change: (round: Round) => Round): Room {
  const round = currentRound(room);
  return round === null ? room : { ...room, rounds: room.rounds.with(-1, change(round)) };
}
