import { questionOf, withRound } from './answers-given';
import { done, enter, refuse, type Change } from './change';
import { limitOf } from './clock';
import type { HostCommand } from './protocol';
import { currentRound, type Held, type Phase, type Room, type Round, type Timed } from './room';
import { scoresOf } from './scoring';

/** The commands that lead the class from one phase to the next. */
export type FlowCommand = Extract<HostCommand, { stage: number }>;

/** Does what the teacher wants, where the phase has it. The stage is checked already. */
export function flow(room: Room, command: FlowCommand, at: number): Change {
  const { phase } = room;
  switch (command.kind) {
    case 'ask':
      return ask(room, command.question, at);
    case 'open':
      return phase.is === 'reading' ? openAnswers(room, at) : refuse(room, 'not-now');
    case 'pause':
      return isHeldable(phase) ? pause(room, phase, at, 'host') : refuse(room, 'not-now');
    case 'resume':
      return phase.is === 'paused' ? resume(room, phase, at) : refuse(room, 'not-now');
    case 'add-time':
      return addTime(room, command.ms);
    case 'close':
      return isOpen(phase) ? enter(room, { is: 'closed' }, 'none') : refuse(room, 'not-now');
    case 'discuss':
      return isFirstVote(room) ? enter(room, { is: 'discussion', since: at }, 'none') : refuse(room, 'not-now');
    case 'vote-again':
      return phase.is === 'discussion' || (phase.is === 'closed' && isFirstVote(room))
        ? secondVote(room, at)
        : refuse(room, 'not-now');
    case 'reveal':
      return isUnderWay(phase) ? reveal(room) : refuse(room, 'not-now');
    case 'skip':
      return isUnderWay(phase) ? skip(room) : refuse(room, 'not-now');
    case 'standings':
      return phase.is === 'reveal' ? enter(room, { is: 'standings' }, 'none') : refuse(room, 'not-now');
    case 'end':
      return end(room, at);
  }
}

/** After so long what went badly is asked once more, before what is new: long enough to be remembered, not repeated. Milliseconds. */
export const AGAIN_AFTER_MS = 600_000;

/**
 * Place in the lesson of what is asked next: what was to be asked again ten minutes ago, else the lesson in its order, and at its end whatever
 * is still to be asked again; null: nothing is left.
 */
export function upcoming(room: Room): number | null {
  if (room.settings.mode === 'own-pace') return null;
  const [again] = room.again;
  if (again !== undefined && room.at - again.since >= AGAIN_AFTER_MS) return again.question;
  const asked = new Set(room.rounds.map(({ question }) => question));
  const next = room.lesson.questions.findIndex((_, index) => !asked.has(index));
  return next >= 0 ? next : (again?.question ?? null);
}

function ask(room: Room, wanted: number | null, at: number): Change {
  const { phase } = room;
  if (phase.is === 'lobby' && room.settings.mode === 'own-pace') return startOwnPace(room, at);
  if (phase.is !== 'lobby' && phase.is !== 'reveal' && phase.is !== 'standings') return refuse(room, 'not-now');
  if (room.settings.mode === 'own-pace') return refuse(room, 'not-now');
  const question = wanted ?? upcoming(room);
  if (question === null) return end(room, at);
  if (room.lesson.questions[question] === undefined) return refuse(room, 'not-now');
  const round = newRound(nextRevision(room), question, at);
  const next = {
    ...room,
    rounds: [...room.rounds, round],
    again: room.again.filter((each) => each.question !== question),
  };
  const { readMs } = room.settings;
  if (readMs === 0) return openAnswers(next, at);
  return enter(next, { is: 'reading', since: at, until: readMs === null ? null : at + readMs });
}

function newRound(revision: number, question: number, at: number): Round {
  return { revision, question, shownAt: at, answers: [], first: null, answered: 0, hands: null, state: 'open' };
}

function nextRevision(room: Room): number {
  return (room.rounds.at(-1)?.revision ?? 0) + 1;
}

function openAnswers(room: Room, at: number): Change {
  const round = currentRound(room);
  if (round === null) return refuse(room, 'not-now');
  return enter(
    room,
    { is: 'answering', opensAt: at, limitMs: limitOf(room.settings, questionOf(room, round)) },
    'special',
  );
}

function startOwnPace(room: Room, at: number): Change {
  const { deadline } = room.settings;
  if (deadline !== null && deadline <= at) return refuse(room, 'too-late');
  const rounds = room.lesson.questions.map((_, index): Round => ({
    ...newRound(index + 1, index, at),
    state: 'counted',
  }));
  return enter({ ...room, rounds }, { is: 'own-pace', deadline });
}

/** Holds the clock: what the phase has used of its time stays used, and no more. */
export function pause(room: Room, held: Held, at: number, by: 'host' | 'restart' | 'sleep'): Change {
  const began = held.is === 'answering' || held.is === 'second-vote' ? held.opensAt : held.since;
  return enter(room, { is: 'paused', held, since: at, ranMs: Math.max(0, at - began), by }, 'special');
}

function resume(room: Room, { held, ranMs }: Extract<Phase, { is: 'paused' }>, at: number): Change {
  const began = at - ranMs;
  if (held.is === 'answering' || held.is === 'second-vote') return enter(room, { ...held, opensAt: began }, 'special');
  if (held.is === 'discussion') return enter(room, { ...held, since: began }, 'none');
  const until = held.until === null ? null : held.until + (began - held.since);
  return enter(room, { is: 'reading', since: began, until }, 'none');
}

/** More time is the same stage: the teacher's next key, pressed before the page has heard of it, is not refused. */
function addTime(room: Room, ms: number): Change {
  const change = moreTime(room, ms);
  return change.reply.ok ? { ...change, room: { ...change.room, stage: room.stage } } : change;
}

function moreTime(room: Room, ms: number): Change {
  const { phase } = room;
  const more = <T extends Timed>(timed: T): T => ({
    ...timed,
    limitMs: timed.limitMs === null ? null : timed.limitMs + ms,
  });
  const longer = (held: Held): Held | null => {
    if (held.is === 'answering' || held.is === 'second-vote') return held.limitMs === null ? null : more(held);
    return held.is === 'reading' && held.until !== null ? { ...held, until: held.until + ms } : null;
  };
  if (phase.is === 'paused') {
    const held = longer(phase.held);
    return held === null ? refuse(room, 'not-now') : enter(room, { ...phase, held }, 'special');
  }
  const next = isHeldable(phase) ? longer(phase) : null;
  return next === null ? refuse(room, 'not-now') : enter(room, next, 'special');
}

function secondVote(room: Room, at: number): Change {
  const again = withRound(room, (round) => ({
    ...round,
    revision: round.revision + 1,
    first: round.answers,
    answers: [],
    answered: 0,
  }));
  const round = currentRound(again);
  if (round === null) return refuse(room, 'not-now');
  const limitMs = limitOf(room.settings, questionOf(again, round));
  return enter(again, { is: 'second-vote', opensAt: at, limitMs });
}

/** The end of a question's time: told at once, or left closed where the teacher wants to say when. */
export function closeQuestion(room: Room): Change {
  return room.settings.afterTime === 'reveal' ? reveal(room) : enter(room, { is: 'closed' }, 'none');
}

function reveal(room: Room): Change {
  const counted = withRound(room, (round) => ({ ...round, state: 'counted' }));
  return enter({ ...counted, scores: scoresOf(counted) }, { is: 'reveal' });
}

function skip(room: Room): Change {
  const skipped = withRound(room, (round) => ({ ...round, state: 'skipped' }));
  return enter(skipped, { is: 'standings' });
}

/** Ends the lesson from any phase; a question that was not told counts for nobody. */
export function end(room: Room, at: number): Change {
  if (room.phase.is === 'ended') return done(room);
  const open = currentRound(room)?.state === 'open';
  const closed = open ? withRound(room, (round) => ({ ...round, state: 'skipped' })) : room;
  return enter({ ...closed, scores: scoresOf(closed) }, { is: 'ended', endedAt: at });
}

/** What the clock does: opens, closes, ends. Nothing where nothing is due. */
export function tick(room: Room, at: number): Change {
  const { phase } = room;
  switch (phase.is) {
    case 'reading':
      return openAnswers(room, at);
    case 'answering':
    case 'second-vote':
      return closeQuestion(room);
    case 'own-pace':
      return end(room, at);
    case 'lobby':
    case 'closed':
    case 'discussion':
    case 'paused':
    case 'reveal':
    case 'standings':
    case 'ended':
      return done(room);
  }
}

export function isHeldable(phase: Phase): phase is Held {
  return phase.is === 'reading' || phase.is === 'discussion' || isOpen(phase);
}

function isOpen(phase: Phase): phase is Extract<Phase, { is: 'answering' | 'second-vote' }> {
  return phase.is === 'answering' || phase.is === 'second-vote';
}

/** A question is shown and not told. */
function isUnderWay(phase: Phase): boolean {
  return isHeldable(phase) || phase.is === 'closed' || phase.is === 'paused';
}

function isFirstVote(room: Room): boolean {
  const { phase } = room;
  return (phase.is === 'answering' || phase.is === 'closed') && currentRound(room)?.first === null;
}
