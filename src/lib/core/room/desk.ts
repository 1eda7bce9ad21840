import { answerByCards } from './answering';
import { creditOf } from './answers-given';
import { done, refuse, withSeat, type Change, type Notice } from './change';
import { cleanName } from './names';
import type { HostCommand } from './protocol';
import { currentRound, type Given, type Room, type Round, type Seat } from './room';
import { scoresOf } from './scoring';
import { claimCode, named, newSeat, SEATS_MOST, teamFor } from './seating';
import type { LessonQuestion } from './lesson';
import type { FlowCommand } from './flow';

/** What the teacher does beside the flow of the lesson. */
export type DeskCommand = Exclude<HostCommand, FlowCommand | { kind: 'erase' }>;

const HOST: Notice = { tell: 'host' };

export function atDesk(room: Room, command: DeskCommand, at: number, luck: string): Change {
  switch (command.kind) {
    case 'lock':
      return done({ ...room, locked: command.locked }, [HOST]);
    case 'late-join':
      return done({ ...room, settings: { ...room.settings, lateJoin: command.allowed } }, [HOST]);
    case 'ask-again':
      return askAgain(room, command.question, command.wanted, at);
    case 'add-seats':
      return addSeats(room, command.seats, at, luck);
    case 'hands':
      return countHands(room, command);
    case 'cards':
      return command.questionRevision === currentRound(room)?.revision
        ? answerByCards(room, command.cards, at)
        : refuse(room, 'stale');
    case 'correct-key':
      return correctKey(room, command);
    case 'kick':
    case 'name-seat':
    case 'team-seat':
    case 'extra-time':
    case 'hand-over':
      return seatCommand(room, command, luck);
  }
}

type SeatCommand = Extract<DeskCommand, { kind: 'kick' | 'name-seat' | 'team-seat' | 'extra-time' | 'hand-over' }>;

function seatCommand(room: Room, command: SeatCommand, luck: string): Change {
  const { seat: number } = command;
  const seat = room.seats[number];
  if (seat === undefined) return refuse(room, 'no-such-seat');
  const changed = (change: Partial<Seat>, more: readonly Notice[] = [{ tell: 'seat', seat: number }]): Change =>
    done(withSeat(room, number, change), [...more, { tell: 'desk', seats: [number] }]);
  switch (command.kind) {
    case 'kick':
      return changed({ out: true, here: false, claim: null }, [{ tell: 'gone', seat: number, why: 'kicked' }]);
    case 'name-seat': {
      const name = cleanName(command.name);
      return name === '' ? refuse(room, 'not-now') : changed(named(room, number, name));
    }
    case 'team-seat': {
      const wanted = command.team !== null && command.team >= room.settings.teams.length;
      return wanted ? refuse(room, 'not-now') : changed({ team: command.team });
    }
    case 'extra-time':
      return changed({ factor: command.factor });
    case 'hand-over': {
      const code = command.open ? claimCode(luck) : null;
      const change = changed({ claim: code }, []);
      return { ...change, reply: { ok: true, code } };
    }
  }
}

function askAgain(room: Room, question: number, wanted: boolean, at: number): Change {
  if (room.lesson.questions[question] === undefined) return refuse(room, 'not-now');
  const others = room.again.filter((each) => each.question !== question);
  return done({ ...room, again: wanted ? [...others, { question, since: at }] : others }, [HOST]);
}

function addSeats(
  room: Room,
  wanted: Extract<DeskCommand, { kind: 'add-seats' }>['seats'],
  at: number,
  luck: string,
): Change {
  if (room.phase.is === 'ended') return refuse(room, 'ended');
  if (room.seats.length + wanted.length > SEATS_MOST) return refuse(room, 'full');
  const taken = new Set(room.seats.flatMap(({ card, out }) => (card === null || out ? [] : [card])));
  let next = room;
  const added: number[] = [];
  for (const [index, { name, card }] of wanted.entries()) {
    if (card !== null && taken.has(card)) continue;
    if (card !== null) taken.add(card);
    added.push(next.seats.length);
    const seat = newSeat(next, cleanName(name), at, `${luck}${String(index)}`, { card, team: teamFor(next, null) });
    next = { ...next, seats: [...next.seats, seat] };
  }
  return added.length === 0 ? refuse(room, 'not-now') : done(next, [{ tell: 'desk', seats: added }]);
}

function countHands(room: Room, { questionRevision, counts }: Extract<DeskCommand, { kind: 'hands' }>): Change {
  const round = currentRound(room);
  if (round?.revision !== questionRevision) return refuse(room, 'stale');
  if (round.state !== 'open') return refuse(room, 'too-late');
  const options = room.lesson.questions[round.question]?.options ?? [];
  if (!Object.keys(counts).every((id) => options.some((option) => option.id === id)))
    return refuse(room, 'no-such-option');
  return done({ ...room, rounds: room.rounds.with(-1, { ...round, hands: counts }) }, [HOST]);
}

/** A disputed key: what was given is judged anew, with what counts as right now, and all scores follow. */
function correctKey(room: Room, { question, right }: Extract<DeskCommand, { kind: 'correct-key' }>): Change {
  const before = room.lesson.questions[question];
  if (before === undefined) return refuse(room, 'not-now');
  let next: Room;
  if ('counts' in right) {
    const voided = room.rounds.map((round) =>
      round.question === question ? { ...round, state: 'skipped' as const } : round,
    );
    next = { ...room, rounds: voided };
  } else {
    const corrected = correctedQuestion(before, right);
    if (corrected === null) return refuse(room, 'no-such-option');
    const rounds = room.rounds.map((round) => (round.question === question ? rejudged(round, corrected) : round));
    next = { ...room, rounds, lesson: { ...room.lesson, questions: room.lesson.questions.with(question, corrected) } };
  }
  const everybody = room.seats.map((_, seat) => seat);
  return done({ ...next, scores: scoresOf(next) }, [
    { tell: 'phase', owns: 'all' },
    { tell: 'desk', seats: everybody },
  ]);
}

type Right = Extract<Extract<DeskCommand, { kind: 'correct-key' }>['right'], object>;

function correctedQuestion(question: LessonQuestion, right: Exclude<Right, { counts: false }>): LessonQuestion | null {
  const { accept } = question;
  if ('alsoName' in right) {
    if (accept === null || !('names' in accept)) return null;
    return { ...question, accept: { ...accept, names: [...accept.names, right.alsoName] } };
  }
  if ('withinKm' in right) {
    if (accept === null || !('point' in accept)) return null;
    return { ...question, accept: { ...accept, radiusKm: right.withinKm } };
  }
  if ('from' in right) {
    if (accept === null || !('from' in accept)) return null;
    const corrected = { ...question, accept: { ...accept, from: right.from, to: right.to } };
    // A date that cannot be read judges nothing.
    return creditOf(corrected, { typed: right.from }) === null ? null : { ...corrected, answer: null };
  }
  const { key } = right;
  const isOrder = question.form === 'order';
  const isKey = isOrder
    ? creditOf({ ...question, key }, { order: key }) !== null && new Set(key).size === question.options.length
    : key.length === 1 && creditOf({ ...question, key }, { choice: key[0] ?? '' }) !== null;
  if (!isKey) return null;
  const options = question.options.map((option) =>
    isOrder ? option : { ...option, why: key.includes(option.id) ? 'key' : option.why === 'key' ? '' : option.why },
  );
  const answer = isOrder ? null : (options.find(({ id }) => id === key[0])?.text ?? null);
  return { ...question, key, options, answer, ties: isOrder ? [] : question.ties };
}

function rejudged(round: Round, question: LessonQuestion): Round {
  const again = (given: Given | null): Given | null =>
    given === null ? null : { ...given, credit: creditOf(question, given.response) ?? given.credit };
  return { ...round, answers: round.answers.map(again), first: round.first?.map(again) ?? null };
}
