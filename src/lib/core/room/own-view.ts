import { verdictOf } from '../answers/verdict';
import { countedAnswer, questionOf } from './answers-given';
import { askedView, briefTold, toldView } from './asked-view';
import { endFor } from './clock';
import { currentRound, type Given, type Room, type Round } from './room';
import { pointsFor } from './scoring';
import type { MissedFact, OwnResult, OwnView, ScoreView } from './view';

/** What the owner of a seat sees of itself. A verdict only once its question is told. `brief` in a snapshot. */
export function ownView(room: Room, number: number, brief = false): OwnView | null {
  const seat = room.seats[number];
  if (seat === undefined) return null;
  const alone = room.settings.mode === 'own-pace' && room.rounds.length > 0;
  const round = alone ? (room.rounds[seat.place] ?? null) : currentRound(room);
  const given = round === null ? null : countedAnswer(round, number);
  const isTold = alone ? seat.told || room.phase.is === 'ended' : round?.state === 'counted';
  return {
    seat: number,
    name: seat.name,
    team: seat.team,
    closesAt: ownEnd(room, seat.factor),
    answer: given?.response ?? null,
    answerTo: round?.revision ?? null,
    sure: given?.sure ?? null,
    result: isTold && round !== null && given !== null ? resultOf(room, round, given) : null,
    score: scoreView(room, number),
    at: alone && round !== null && room.phase.is === 'own-pace' ? placeView(room, round, seat.told, brief) : null,
    done: alone && round === null,
  };
}

function ownEnd({ phase }: Room, factor: number): number | null {
  return phase.is === 'answering' || phase.is === 'second-vote' ? endFor(phase, factor) : null;
}

function placeView(room: Room, round: Round, told: boolean, brief: boolean): OwnView['at'] {
  const question = questionOf(room, round);
  const asked = askedView(room, round, question);
  if (!told) return { question: asked, told: null };
  return { question: asked, told: brief ? briefTold(question, asked) : toldView(question) };
}

function resultOf(room: Room, round: Round, given: Given): OwnResult {
  const { band } = verdictOf(given.credit);
  const { response, credit, saved } = given;
  const chosen =
    'choice' in response ? questionOf(room, round).options.find(({ id }) => id === response.choice) : undefined;
  const why = credit === 1 || chosen === undefined || chosen.why === '' ? null : chosen.why;
  return { credit, band, points: Math.round(pointsFor(room, given)), why, saved };
}

/** At own pace with everything explained at the end, a score that grows would tell which answers were right. */
function scoreView(room: Room, number: number): ScoreView {
  const score = room.scores[number];
  const { mode, feedback, standings } = room.settings;
  const hidden = mode === 'own-pace' && feedback === 'at-end' && room.phase.is !== 'ended';
  if (score === undefined || hidden) return { points: 0, right: 0, of: 0, rank: null };
  const { points, right, of, rank } = score;
  return { points, right, of, rank: standings === 'podium' && rank > 0 && of > 0 ? rank : null };
}

/** The facts that a seat has missed so far, each once: what it may put into a schedule of its own. Only what is told. */
export function missedFacts(room: Room, number: number): readonly MissedFact[] {
  const seat = room.seats[number];
  const alone = room.settings.mode === 'own-pace' && room.phase.is !== 'ended';
  const missed = new Map<string, MissedFact>();
  room.rounds.forEach((round, place) => {
    const told = alone
      ? seat !== undefined &&
        room.settings.feedback === 'at-once' &&
        (place < seat.place || (place === seat.place && seat.told))
      : round.state === 'counted';
    if (!told || countedAnswer(round, number)?.credit === 1) return;
    const { pack, fact, form } = questionOf(room, round);
    missed.set(fact, { pack, fact, form });
  });
  return [...missed.values()];
}
