import type { Extra, PlannedFact } from './queue';
import { NO_EXTRA, answersIn, extraOf, isKind } from './session-state';
import type { Decided, Returning, SessionItem, SessionKind, SessionState } from './session-state';

/** So many other questions come between a fact and its return in the same session, where there are that many. */
const RETURN_AFTER = 4;
/** A fact that is failed more often than this in one session waits for its time by the clock. */
const MOST_RETURNS = 4;
/** A learning step of a fact that was asked so often in one session is left for later, whatever the clock says: sessions end. */
const MOST_ASKED = 10;

/**
 * Begins a session with the first `size` of the day's plan.
 *
 * @param before the session of that kind before it on the same day: its answers can still be taken back, and its extra stays
 */
export function startSession(
  kind: SessionKind,
  items: readonly PlannedFact[],
  size: number,
  before: SessionState | null = null,
): SessionState {
  const upcoming = items.slice(0, size).map(({ fact, reason }) => ({ fact, reason, attempt: 0, harder: false }));
  const answered = before !== null && isKind(before, kind) ? before.answered : [];
  const extra = before?.day === kind.day ? extraOf(before) : NO_EXTRA;
  return advance({ ...kind, extra, from: answered.length, current: null, upcoming, returning: [], answered });
}

/** More facts on top of today's limits. */
export function addExtra(state: SessionState, more: Extra): SessionState {
  const { fresh, reviews } = extraOf(state);
  return { ...state, extra: { fresh: fresh + more.fresh, reviews: reviews + more.reviews } };
}

/** Takes learning steps in whose time has come; they are asked next. What the session asks anyway stays where it is. */
export function takeIn(state: SessionState, facts: readonly string[]): SessionState {
  const { current, upcoming, returning } = state;
  const asked = new Set([...(current === null ? [] : [current]), ...upcoming, ...returning].map(({ fact }) => fact));
  const items = facts
    .filter((fact) => !asked.has(fact) && attemptsAt(state, fact) < MOST_ASKED)
    .map((fact): SessionItem => ({ fact, reason: 'learning', attempt: attemptsAt(state, fact), harder: false }));
  const taken = { ...state, upcoming: [...items, ...upcoming] };
  return current === null && items.length > 0 ? advance(taken) : taken;
}

/** How often a session has asked a fact. */
function attemptsAt({ answered, from = 0 }: SessionState, fact: string): number {
  return answersIn(answered.slice(from).filter(({ item }) => item.fact === fact));
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
    from: answersIn(answered) + RETURN_AFTER,
  };
  return advance({
    ...state,
    current: null,
    answered,
    returning: comesBack ? [...state.returning, back] : state.returning,
  });
}

/**
 * Notes a decision about `item`, so that it can be taken back like an answer. `gone`: facts that it takes out of the session, the
 * current one included.
 */
export function decideOn(
  state: SessionState,
  item: SessionItem,
  entry: string,
  facts: readonly string[],
  gone: ReadonlySet<string>,
): SessionState {
  const { current, upcoming, returning } = state;
  const decided: Decided = { facts, before: { current, upcoming, returning } };
  const answered = [...state.answered, { item, entry, right: false, returns: false, decided }];
  const rest = dropItems({ ...state, answered }, gone);
  return current !== null && gone.has(current.fact) ? advance({ ...rest, current: null }) : rest;
}

/** Notes that a hint to the current item was given, so that a reload and an undo remember it. */
export function hintItem(state: SessionState): SessionState {
  const { current } = state;
  return current === null ? state : { ...state, current: { ...current, hints: (current.hints ?? 0) + 1 } };
}

/** Leaves the current item out: the pack has no question for it in any form. */
export function skipItem(state: SessionState): SessionState {
  return advance({ ...state, current: null });
}

/** Takes out what may not be asked any more, the current item included. */
export function leaveOut(state: SessionState, isGone: (fact: string) => boolean): SessionState {
  const stays = ({ fact }: SessionItem): boolean => !isGone(fact);
  const rest = { ...state, upcoming: state.upcoming.filter(stays), returning: state.returning.filter(stays) };
  return state.current !== null && isGone(state.current.fact) ? advance({ ...rest, current: null }) : rest;
}

/** Asks the fact of an item now beside what it is taken for, before whatever else would come; where it was to come back anyway, it does so only once. */
export function bringBack(state: SessionState, item: SessionItem): SessionState {
  const { current } = state;
  const waiting = [...state.returning, ...(current === null ? [] : [current])].find(({ fact }) => fact === item.fact);
  const back: SessionItem = {
    fact: item.fact,
    reason: 'again',
    attempt: waiting?.attempt ?? item.attempt + 1,
    harder: waiting?.harder ?? false,
    contrast: true,
  };
  const putBack = current === null || current.fact === item.fact ? null : current;
  const returning = state.returning.filter(({ fact }) => fact !== item.fact);
  return {
    ...state,
    current: back,
    upcoming: putBack !== null && putBack.reason !== 'again' ? [putBack, ...state.upcoming] : state.upcoming,
    returning:
      putBack?.reason === 'again' ? [{ ...putBack, from: answersIn(state.answered) }, ...returning] : returning,
  };
}

/** Takes facts out that were answered elsewhere (another tab); the current one stays. */
export function dropItems(state: SessionState, facts: ReadonlySet<string>): SessionState {
  return {
    ...state,
    upcoming: state.upcoming.filter((item) => !facts.has(item.fact)),
    returning: state.returning.filter((item) => !facts.has(item.fact)),
  };
}

export interface TakenBack {
  readonly state: SessionState;
  /** The log entry taken back. */
  readonly entry: string;
  /** The facts of a decision taken back; null: it was an answer. */
  readonly decided: readonly string[] | null;
}

/** Takes the last answer back: its item is asked again now. After a decision all is as it was before. Null when there is none. */
export function takeBack(state: SessionState): TakenBack | null {
  const last = state.answered.at(-1);
  if (last === undefined) return null;
  const answered = state.answered.slice(0, -1);
  if (last.decided !== undefined) {
    const { facts, before } = last.decided;
    const start = state.from ?? 0;
    const from = Math.min(start, answered.length);
    // What was decided in a session before this one changed nothing of what this one asks.
    const queue = answered.length < start ? {} : before;
    return { entry: last.entry, decided: facts, state: { ...state, ...queue, answered, from } };
  }
  // A session asks a fact at one place only: whatever else of it is still to come, the answer brought there.
  const isOther = (item: SessionItem): boolean => item.fact !== last.item.fact;
  const { current } = state;
  const putBack = current !== null && isOther(current) ? current : null;
  const upcoming = state.upcoming.filter(isOther);
  const returning = state.returning.filter(isOther);
  return {
    entry: last.entry,
    decided: null,
    state: {
      ...state,
      current: last.item,
      answered,
      from: Math.min(state.from ?? 0, answered.length),
      upcoming: putBack !== null && putBack.reason !== 'again' ? [putBack, ...upcoming] : upcoming,
      returning:
        putBack !== null && putBack.reason === 'again'
          ? [{ ...putBack, from: answersIn(answered) }, ...returning]
          : returning,
    },
  };
}

/** A returning fact whose turn has come goes before the rest of the plan; at the end the others come without waiting. */
function advance(state: SessionState): SessionState {
  const turn = state.returning.findIndex((item) => item.from <= answersIn(state.answered));
  const [next, ...rest] = state.upcoming;
  if (turn === -1 && next !== undefined) return { ...state, current: next, upcoming: rest };
  const item = state.returning[turn === -1 ? 0 : turn];
  if (item === undefined) return { ...state, current: null };
  const { from: _, ...current } = item;
  return {
    ...state,
    current,
    returning: state.returning.filter((other) => other !== item),
  };
}
