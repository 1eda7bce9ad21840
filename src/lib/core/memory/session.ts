import type { PlannedFact, Reason } from './queue';

/** So many other questions come between a fact and its return in the same session, where there are that many. */
const RETURN_AFTER = 4;
/** A fact that is failed more often than this in one session waits for its time by the clock. */
const MOST_RETURNS = 4;

/** A fact as it is asked in a session. */
export interface SessionItem {
  readonly fact: string;
  readonly reason: Reason;
  /** How often it was asked in this session before. */
  readonly attempt: number;
  /** Ask it in a harder form than the last time, where there is one. */
  readonly harder: boolean;
}

interface Returning extends SessionItem {
  /** Asked again once this many questions are answered. */
  readonly from: number;
}

export interface AnsweredItem {
  readonly item: SessionItem;
  /** The log entry of the answer. */
  readonly entry: string;
  readonly right: boolean;
  readonly returns: boolean;
}

/** A study session as plain data, stored after every answer, so that a reload goes on where it was. */
export interface SessionState {
  readonly pack: string;
  readonly day: number;
  readonly current: SessionItem | null;
  readonly upcoming: readonly SessionItem[];
  readonly returning: readonly Returning[];
  /** In the order answered: the undo list. */
  readonly answered: readonly AnsweredItem[];
}

export interface SessionCounts {
  /** Answers given, those to returning facts included. */
  readonly answered: number;
  readonly right: number;
  /** Questions still to come as things stand, the current one included. */
  readonly left: number;
}

/** Begins a session with the first `size` of the day's plan. */
export function startSession(pack: string, day: number, items: readonly PlannedFact[], size: number): SessionState {
  const upcoming = items.slice(0, size).map(({ fact, reason }) => ({ fact, reason, attempt: 0, harder: false }));
  return advance({ pack, day, current: null, upcoming, returning: [], answered: [] });
}

/**
 * Notes an answer to the current item and moves on. `returns`: `again` brings the fact back in the same session, `harder` does so in a harder form,
 * `no` is done with it.
 *
 * @throws RangeError when nothing is being asked
 */
export function answerItem(
  state: SessionState,
  entry: string,
  right: boolean,
  returns: 'no' | 'again' | 'harder',
): SessionState {
  const item = state.current;
  if (item === null) throw new RangeError('no question is open in this session');
  const comesBack = returns !== 'no' && item.attempt < MOST_RETURNS;
  const answered = [...state.answered, { item, entry, right, returns: comesBack }];
  const back: Returning = {
    fact: item.fact,
    reason: 'again',
    attempt: item.attempt + 1,
    harder: returns === 'harder',
    from: answered.length + RETURN_AFTER,
  };
  return advance({
    ...state,
    current: null,
    answered,
    returning: comesBack ? [...state.returning, back] : state.returning,
  });
}

/** Leaves the current item out: the pack has no question for it in any form. */
export function skipItem(state: SessionState): SessionState {
  return advance({ ...state, current: null });
}

/** Takes facts out that were answered elsewhere (another tab); the current one stays. */
export function dropItems(state: SessionState, facts: ReadonlySet<string>): SessionState {
  return {
    ...state,
    upcoming: state.upcoming.filter((item) => !facts.has(item.fact)),
    returning: state.returning.filter((item) => !facts.has(item.fact)),
  };
}

/** Takes the last answer back: its item is asked again now. Null when there is none. */
export function takeBack(state: SessionState): { readonly state: SessionState; readonly entry: string } | null {
  const last = state.answered.at(-1);
  if (last === undefined) return null;
  const answered = state.answered.slice(0, -1);
  const isReturn = (item: SessionItem): boolean =>
    last.returns && item.fact === last.item.fact && item.attempt === last.item.attempt + 1;
  const { current } = state;
  const putBack = current !== null && !isReturn(current) ? current : null;
  const returning = state.returning.filter((item) => !isReturn(item));
  return {
    entry: last.entry,
    state: {
      ...state,
      current: last.item,
      answered,
      upcoming: putBack !== null && putBack.reason !== 'again' ? [putBack, ...state.upcoming] : state.upcoming,
      returning:
        putBack !== null && putBack.reason === 'again'
          ? [{ ...putBack, from: answered.length }, ...returning]
          : returning,
    },
  };
}

export function countSession(state: SessionState): SessionCounts {
  const { answered, upcoming, returning, current } = state;
  return {
    answered: answered.length,
    right: answered.filter((item) => item.right).length,
    left: upcoming.length + returning.length + (current === null ? 0 : 1),
  };
}

/** A returning fact whose turn has come goes before the rest of the plan; at the end the others come without waiting. */
function advance(state: SessionState): SessionState {
  const turn = state.returning.findIndex((item) => item.from <= state.answered.length);
  const [next, ...rest] = state.upcoming;
  if (turn === -1 && next !== undefined) return { ...state, current: next, upcoming: rest };
  const item = state.returning[turn === -1 ? 0 : turn];
  if (item === undefined) return { ...state, current: null };
  const { fact, reason, attempt, harder } = item;
  return {
    ...state,
    current: { fact, reason, attempt, harder },
    returning: state.returning.filter((other) => other !== item),
  };
}
