import { countedAnswer, questionOf } from './answers-given';
import { toldView } from './asked-view';
import { isExpected } from './clock';
import { distributionOf } from './distribution';
import { upcoming } from './flow';
import type { WallName } from './protocol';
import { currentRound, type Room } from './room';
import { classShare, ghostShare, shareOf } from './scoring';
import { SCORINGS } from './settings';
import { aboutView, sharedPhase } from './shared-view';
import type { Counts, Distribution, HostView, OutlineRow, ProjectorView, SeatRow, StandingsView } from './view';

/** What the teacher sees, the key of the open question among it. Rows of seats come apart. */
export function hostView(room: Room): HostView {
  const round = currentRound(room);
  const { id, pin, joinSecret, watchSecret, recovery, settings, locked, stage } = room;
  return {
    room: id,
    pin,
    joinSecret,
    watchSecret,
    recovery,
    about: aboutView(room),
    settings,
    locked,
    stage,
    phase: sharedPhase(room),
    told: round === null ? null : toldView(questionOf(room, round)),
    votes: votesOf(room),
    hands: round?.hands ?? null,
    outline: outlineOf(room),
    upcoming: upcoming(room),
    standings: standingsOf(room),
  };
}

/** What everybody in the room may see on the wall: counts by option only when they can sway nobody any more, or are to be talked about. */
export function projectorView(room: Room): ProjectorView {
  const { pin, joinSecret, locked, phase } = room;
  const showsVotes = phase.is === 'reveal' || phase.is === 'discussion';
  return {
    pin,
    joinSecret,
    about: aboutView(room),
    phase: sharedPhase(room),
    votes: showsVotes ? votesOf(room) : [],
    standings: standingsOf(room),
    locked,
  };
}

function votesOf(room: Room): Distribution[] {
  const round = currentRound(room);
  if (round === null) return [];
  const question = questionOf(room, round);
  const counted = distributionOf(room, round, question, 'counted');
  return round.first === null ? [counted] : [distributionOf(room, round, question, 'first'), counted];
}

function outlineOf(room: Room): OutlineRow[] {
  return room.lesson.questions.map(({ stem, form }, index) => {
    const rounds = room.rounds.filter((round) => round.question === index);
    const counted = rounds.findLast(({ state }) => state === 'counted');
    return {
      index,
      stem,
      form,
      asked: rounds.length,
      share: counted === undefined ? null : shareOf(room, counted),
      again: room.again.some(({ question }) => question === index),
    };
  });
}

/** The podium's places. */
const PODIUM = 3;

export function standingsOf(room: Room): StandingsView {
  const { settings, seats, scores } = room;
  const seated = seats.flatMap((seat, number) => (seat.out ? [] : [{ ...seat, score: scores[number] }]));
  const teams = settings.teams.map((name, team) => {
    const members = seated.filter((seat) => seat.team === team && (seat.score?.of ?? 0) > 0);
    const [credit, of] = [
      sum(members.map(({ score }) => score?.credit ?? 0)),
      sum(members.map(({ score }) => score?.of ?? 0)),
    ];
    // A team's points are those of its members on average: teams need not be equally many.
    const points =
      members.length === 0 ? 0 : Math.round(sum(members.map(({ score }) => score?.points ?? 0)) / members.length);
    return { name, points: SCORINGS[settings.scoring].byTeam ? points : 0, share: of === 0 ? null : credit / of };
  });
  const best = seated
    .flatMap(({ name, score }) =>
      score === undefined || score.points === 0 ? [] : [{ name, points: score.points, rank: score.rank }],
    ) // prettier-ignore
    .filter(({ rank }) => rank > 0 && rank <= PODIUM)
    .sort((a, b) => a.rank - b.rank);
  const podium = settings.standings === 'podium' ? best.slice(0, 2 * PODIUM) : [];
  return { share: classShare(room), ghost: ghostShare(room), teams, podium };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

export function countsOf(room: Room): Counts {
  const finished = room.settings.mode === 'own-pace' ? room.seats.filter(isFinished(room)).length : 0;
  return {
    here: room.seats.filter(isExpected).length,
    seats: room.seats.filter(({ out }) => !out).length,
    answered: currentRound(room)?.answered ?? 0,
    finished,
  };
}

function isFinished(room: Room): (seat: { readonly place: number }) => boolean {
  return ({ place }) => room.rounds.length > 0 && place >= room.rounds.length;
}

/** One row of the teacher's list. */
export function seatRow(room: Room, number: number): SeatRow | null {
  const seat = room.seats[number];
  if (seat === undefined) return null;
  const { name, here, out, token, team, factor, card, claim, place } = seat;
  const round = room.settings.mode === 'own-pace' ? room.rounds[place] : currentRound(room);
  const score = room.scores[number];
  return {
    seat: number,
    name,
    here,
    out,
    owned: token !== null,
    team,
    factor,
    card,
    claim,
    answered: round != null && countedAnswer(round, number) !== null,
    place,
    points: score?.points ?? 0,
    right: score?.right ?? 0,
    of: score?.of ?? 0,
  };
}

export function seatRows(room: Room, numbers?: readonly number[]): readonly SeatRow[] {
  return (numbers ?? room.seats.map((_, number) => number)).flatMap((number) => seatRow(room, number) ?? []);
}

/** Names on the wall: no more of a seat than everybody hears anyway. */
export function wallNames(room: Room, numbers?: readonly number[]): readonly WallName[] {
  return (numbers ?? room.seats.map((_, number) => number)).flatMap((number) => {
    const seat = room.seats[number];
    return seat === undefined ? [] : [{ seat: number, name: seat.out ? null : seat.name, here: seat.here }];
  });
}
