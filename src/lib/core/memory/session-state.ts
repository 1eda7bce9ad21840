import type { Reason } from './due-facts';
import type { Extra } from './queue';

/** A fact as it is asked in a session. */
export interface SessionItem {
  readonly fact: string;
  readonly reason: Reason;
  /** How often it was asked in this session before. */
  readonly attempt: number;
  /** Ask it in a harder form than the last time, where there is one. */
  readonly harder: boolean;
  /** The learner wants it asked beside what it is taken for. Absent: only while it is confused with that. */
  readonly contrast?: boolean;
  /** Hints given so far; absent: none. */
  readonly hints?: number;
}

/** An item that comes back in the same session. */
export interface Returning extends SessionItem {
  /** Asked again once this many questions are answered. */
  readonly from: number;
}

export interface AnsweredItem {
  readonly item: SessionItem;
  /** The log entry of the answer. */
  readonly entry: string;
  readonly right: boolean;
  readonly returns: boolean;
  /** Not an answer: something decided about the fact (suspended, buried, flagged, reported). Absent: an answer. */
  readonly decided?: Decided;
}

export interface Decided {
  /** The facts that the log entry names. */
  readonly facts: readonly string[];
  /** What was to be asked before it. */
  readonly before: Pick<SessionState, 'current' | 'upcoming' | 'returning'>;
}

/** What of a pack a session asks; null: all of it. Of a storyline and a place, what belongs to both. */
export interface Scope {
  readonly storyline: string | null;
  readonly place: string | null;
  /** Only these facts, and the chains that they are parts of. Absent: any. */
  readonly facts?: readonly string[];
  /** What a set of questions is told apart by, that came by a link. Absent: none. */
  readonly set?: string;
}

export const WHOLE_PACK: Scope = { storyline: null, place: null };

/** A study session as plain data, stored after every answer, so that a reload goes on where it was. */
export interface SessionState {
  readonly pack: string;
  readonly day: number;
  /** Absent: `study`. `cram` schedules nothing. */
  readonly mode?: 'study' | 'cram';
  /** Absent: the whole pack. */
  readonly scope?: Scope;
  /** What the learner asked for on top of the day's limits. Absent: nothing. */
  readonly extra?: Extra;
  /** Where this session begins in `answered`; what is before belongs to earlier ones of the day. Absent: 0. */
  readonly from?: number;
  readonly current: SessionItem | null;
  readonly upcoming: readonly SessionItem[];
  readonly returning: readonly Returning[];
  /** In the order answered: the undo list. It goes on through the sessions of a day. */
  readonly answered: readonly AnsweredItem[];
}

export interface SessionCounts {
  /** Answers given, those to returning facts included. */
  readonly answered: number;
  readonly right: number;
  /** Questions still to come as things stand, the current one included. */
  readonly left: number;
}

/** What kind of session it is. */
export type SessionKind = Required<Pick<SessionState, 'pack' | 'day' | 'mode' | 'scope'>>;

/** Whether a session is of that pack and day, of that mode and about that part of the pack. */
export function isKind(state: SessionState, { pack, day, mode, scope }: SessionKind): boolean {
  const own = state.scope ?? WHOLE_PACK;
  return (
    state.pack === pack &&
    state.day === day &&
    (state.mode ?? 'study') === mode &&
    own.storyline === scope.storyline &&
    own.place === scope.place &&
    own.set === scope.set &&
    JSON.stringify(own.facts) === JSON.stringify(scope.facts)
  );
}

export const NO_EXTRA: Extra = { fresh: 0, reviews: 0 };

/** What was asked for on top of the limits of the session's day. */
export function extraOf({ extra }: SessionState): Extra {
  return extra ?? NO_EXTRA;
}

/** What a session shows of itself. */
export function countSession(state: SessionState): SessionCounts {
  const { upcoming, returning, current } = state;
  const answered = state.answered.slice(state.from ?? 0);
  return {
    answered: answersIn(answered),
    right: answered.filter((item) => item.right).length,
    left: upcoming.length + returning.length + (current === null ? 0 : 1),
  };
}

/** Answers among them, decisions left out. */
export function answersIn(answered: readonly AnsweredItem[]): number {
  return answered.filter((item) => item.decided === undefined).length;
}
