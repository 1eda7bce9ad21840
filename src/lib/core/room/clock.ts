import type { LessonQuestion } from './lesson';
import { currentRound, type Room, type Seat, type Timed } from './room';
import type { RoomSettings } from './settings';

/** The most that an answer given in time may arrive late. Milliseconds. */
export const GRACE_MOST_MS = 1500;
/** Before any answer has told how long its way is. */
export const GRACE_FIRST_MS = 300;
/** How long a room is kept after its end, or after it last moved. */
export const KEPT_MS = 24 * 3_600_000;

/** What a form takes longer than choosing among three or four options: typing with a thumb, finding a place, moving lines. */
const FORM_TAKES: Readonly<Record<string, number>> = {
  choice: 1,
  first: 1,
  last: 1,
  between: 1.25,
  typed: 1.5,
  map: 1.5,
  order: 2,
};

/** The time limit of a question, milliseconds; null: none. */
export function limitOf(settings: RoomSettings, question: LessonQuestion): number | null {
  return settings.limitMs === null ? null : Math.round(settings.limitMs * (FORM_TAKES[question.form] ?? 1));
}

/** Who is expected to answer: phones that are here and printed cards. */
export function isExpected(seat: Seat): boolean {
  return !seat.out && (seat.here || seat.card !== null);
}

/** When an answer was given, as far as the server believes it. */
export interface Timing {
  /** Since the opening, at least 0. */
  readonly ms: number;
  /** The seat's own limit; null: none. */
  readonly ofMs: number | null;
  /** It arrived after the end and was given before. */
  readonly saved: boolean;
  /** It was given after the end. */
  readonly late: boolean;
}

/**
 * The time of an answer that arrives at `arrival`. Its own word for when it was given is believed as far as half a round trip goes, and no
 * farther than 1.5 s: so neither a slow way nor a slow server costs anybody points, and nobody gains more than that by lying.
 *
 * @param ran how long the question had been open at `arrival`
 */
export function timeAnswer(
  answer: { readonly tappedAt: number | null; readonly rttMs: number },
  arrival: number,
  ran: number,
  limitMs: number | null,
  factor: number,
): Timing {
  const given = answer.tappedAt ?? arrival;
  const underway = Math.min(Math.max(0, arrival - given), graceOf(answer.rttMs));
  const ms = Math.max(0, ran - underway);
  const ofMs = limitMs === null ? null : limitMs * factor;
  return { ms, ofMs, saved: ofMs !== null && ran > ofMs && ms <= ofMs, late: ofMs !== null && ms > ofMs };
}

/** Half a round trip, at most 1.5 s. */
export function graceOf(rttMs: number): number {
  return Math.min(rttMs / 2, GRACE_MOST_MS);
}

/** When a seat's own time for the open question ends; null: open end. */
export function endFor({ opensAt, limitMs }: Timed, factor: number): number | null {
  return limitMs === null ? null : opensAt + limitMs * factor;
}

/**
 * When the room has to move by itself; null: never. A question waits for answers that are under way, and beyond that only for those with
 * extra time who are here and have not answered.
 */
export function alarmOf(room: Room): number | null {
  const { phase } = room;
  switch (phase.is) {
    case 'reading':
      return phase.until;
    case 'answering':
    case 'second-vote': {
      const answers = currentRound(room)?.answers ?? [];
      const waiting = room.seats.filter(
        (seat, number) => seat.factor > 1 && isExpected(seat) && answers[number] == null,
      );
      const end = endFor(phase, Math.max(1, ...waiting.map(({ factor }) => factor)));
      return end === null ? null : end + room.graceMs;
    }
    case 'own-pace':
      return phase.deadline;
    case 'lobby':
    case 'closed':
    case 'discussion':
    case 'paused':
    case 'reveal':
    case 'standings':
    case 'ended':
      return null;
  }
}

/** When the room and all that was said in it are to be erased: a day after its end, after its deadline, or after it last moved. */
export function eraseAt(room: Room): number {
  const { phase } = room;
  if (phase.is === 'ended') return phase.endedAt + KEPT_MS;
  const deadline = phase.is === 'own-pace' ? phase.deadline : room.settings.deadline;
  return Math.max(room.at, deadline ?? 0) + KEPT_MS;
}
