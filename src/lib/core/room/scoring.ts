import { countedAnswer } from './answers-given';
import type { Given, Room, Round, Score } from './room';
import { SCORINGS } from './settings';

/** All that being quick can add over a lesson stays below one right answer: speed never beats knowing one thing more. */
const SPEED_OF_ALL = 0.9;

/** The share of its points that a right answer gains at most by being quick, in a lesson of so many questions. */
export function speedShare(room: Room): number {
  const questions = Math.max(room.lesson.questions.length, room.rounds.length, 1);
  return Math.min(SCORINGS[room.settings.scoring].speed, SPEED_OF_ALL / questions);
}

/** Points for one answer, not rounded. Time is measured as a share of the seat's own limit, so that extra time costs nothing. */
export function pointsFor(room: Room, given: Given | null): number {
  if (given === null) return 0;
  const { points } = SCORINGS[room.settings.scoring];
  const left = given.ofMs === null || given.ofMs === 0 ? 0 : Math.max(0, 1 - given.ms / given.ofMs);
  return points * given.credit * (1 + speedShare(room) * left);
}

/** Whether a round counts for a seat: it was there, or has answered all the same. */
function countsFor(room: Room, round: Round, seat: number): boolean {
  if (round.state !== 'counted') return false;
  if (countedAnswer(round, seat) !== null) return true;
  return room.settings.mode === 'live' && (room.seats[seat]?.joinedAt ?? 0) <= round.shownAt;
}

/** How a seat stands, its rank left open. */
export function scoreOf(room: Room, seat: number): Omit<Score, 'rank'> {
  let [points, credit, right, of] = [0, 0, 0, 0];
  for (const round of room.rounds) {
    if (!countsFor(room, round, seat)) continue;
    const given = countedAnswer(round, seat);
    points += pointsFor(room, given);
    credit += given?.credit ?? 0;
    if (given?.credit === 1) right++;
    of++;
  }
  return { points: Math.round(points), credit, right, of };
}

/** Every seat's score, from the answers alone; those who were sent out stand behind all others. */
export function scoresOf(room: Room): readonly Score[] {
  const scores = room.seats.map((_, seat) => scoreOf(room, seat));
  const sorted = scores
    .filter((_, seat) => room.seats[seat]?.out === false)
    .map(({ points }) => points)
    .sort((a, b) => b - a);
  const rankOf = new Map<number, number>();
  sorted.forEach((points, index) => {
    if (!rankOf.has(points)) rankOf.set(points, index + 1);
  });
  return scores.map((score) => ({ ...score, rank: rankOf.get(score.points) ?? sorted.length + 1 }));
}

/** What the answers to a round were worth on average, raised hands among them: 0 … 1; null: nobody answered. */
export function shareOf(room: Room, round: Round): number | null {
  let [sum, count] = [0, 0];
  room.seats.forEach((seat, number) => {
    const given = seat.out ? null : countedAnswer(round, number);
    if (given === null) return;
    sum += given.credit;
    count++;
  });
  const key = room.lesson.questions[round.question]?.key ?? [];
  for (const [option, hands] of Object.entries(round.hands ?? {})) {
    sum += key.includes(option) ? hands : 0;
    count += hands;
  }
  return count === 0 ? null : sum / count;
}

/** The mean of the counted rounds' shares; null before the first. */
export function classShare(room: Room): number | null {
  return mean(room.rounds.filter(({ state }) => state === 'counted').map((round) => shareOf(room, round)));
}

/** The same for the class that is played against, on the same questions; null without one. */
export function ghostShare(room: Room): number | null {
  const { ghost, questions } = room.lesson;
  if (ghost === null) return null;
  const counted = room.rounds.filter(({ state }) => state === 'counted');
  return mean(counted.map(({ question }) => mean(ghost.credits[questions[question]?.id ?? ''] ?? [])));
}

function mean(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0) / known.length;
}
