import { describe, expect, it } from 'vitest';
import { answerItem, bringBack, decideOn, leaveOut, startSession, takeBack } from './session';
import { WHOLE_PACK, countSession } from './session-state';
import type { SessionState } from './session-state';

const begin = (facts: string): SessionState =>
  startSession({ pack: 'p', day: 7, mode: 'study', scope: WHOLE_PACK }, Array.from(facts, (fact) => ({ fact, reason: 'new' as const })), 99); // prettier-ignore
const order = ({ current, upcoming }: SessionState): string =>
  [current, ...upcoming].map((item) => item?.fact ?? '-').join('');
const decided = (state: SessionState, gone: string): SessionState => {
  if (state.current === null) throw new Error('nothing is asked');
  return decideOn(state, state.current, 'd', Array.from(gone), new Set(gone));
};

describe('a decision in a session', () => {
  it.each([
    ['takes the current fact out', 'abcd', 'a', 'bcd'],
    ['takes others along', 'abcd', 'ac', 'bd'],
    ['leaves all as it is, when it is a mark only', 'abcd', '', 'abcd'],
    ['may leave nothing', 'a', 'a', '-'],
  ])('%s, and comes back when taken back', (_, facts, gone, left) => {
    const state = begin(facts);
    const after = decided(state, gone);
    expect(order(after)).toBe(left);
    expect(countSession(after)).toMatchObject({ answered: 0, right: 0 });
    expect(takeBack(after)).toEqual({ state, entry: 'd', decided: Array.from(gone) });
  });

  it('does not count among the questions between a failed fact and its return', () => {
    let state = answerItem(begin('abcdefgh'), 'e1', false, 'again');
    state = decided(decided(state, ''), '');
    for (const entry of ['e2', 'e3', 'e4', 'e5']) state = answerItem(state, entry, true, 'no');
    expect(state.current?.fact).toBe('a');
  });

  it('stands before the answers that were given after it', () => {
    const state = decided(begin('abc'), 'a');
    const answered = answerItem(state, 'e1', true, 'no');
    const once = takeBack(answered);
    expect(once).toMatchObject({ entry: 'e1', decided: null });
    expect(takeBack(once?.state ?? answered)?.entry).toBe('d');
  });
});

it('leaves out what may not be asked, the current one too', () => {
  expect(order(leaveOut(begin('abcd'), (fact) => 'ac'.includes(fact)))).toBe('bd');
  expect(order(leaveOut(begin('abcd'), () => false))).toBe('abcd');
});

it('a decision of the session before, taken back, leaves the new one what it asks', () => {
  const before = answerItem(begin('a'), 'e1', true, 'no');
  const { item } = before.answered[0] ?? {};
  if (item === undefined) throw new Error('nothing was answered');
  const flagged = decideOn(before, item, 'd', ['a'], new Set());
  const items = Array.from('bcd', (fact) => ({ fact, reason: 'new' as const }));
  const next = startSession({ pack: 'p', day: 7, mode: 'study', scope: WHOLE_PACK }, items, 99, flagged);
  const back = takeBack(next);
  expect(back).toMatchObject({ entry: 'd', decided: ['a'] });
  expect(order(back?.state ?? next)).toBe('bcd');
  expect(takeBack(back?.state ?? next)?.entry).toBe('e1');
});

describe('a fact brought back at once', () => {
  it('is asked once, beside what it is taken for, and the rest follows', () => {
    const failed = answerItem(begin('abc'), 'e1', false, 'again');
    const [{ item } = { item: null }] = failed.answered;
    if (item === null) throw new Error('nothing was answered');
    const back = bringBack(failed, item);
    expect(back.current).toMatchObject({ fact: 'a', attempt: 1, contrast: true });
    expect(order(back)).toBe('abc');
    expect(back.returning).toEqual([]);
    // Taking the answer back does not ask it twice.
    expect(order(takeBack(back)?.state ?? back)).toBe('abc');
  });
});
