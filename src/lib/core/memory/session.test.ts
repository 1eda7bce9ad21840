import { describe, expect, it } from 'vitest';
import { addExtra, answerItem, dropItems, skipItem, startSession, takeBack, takeIn } from './session';
import { WHOLE_PACK, countSession, extraOf, isKind } from './session-state';
import type { SessionState } from './session-state';

const KIND = { pack: 'p', day: 7, mode: 'study', scope: WHOLE_PACK } as const;

const begin = (facts: string, size = 99): SessionState =>
  startSession(
    KIND,
    Array.from(facts, (fact) => ({ fact, reason: 'new' as const })),
    size,
  );

/** Plays a session; `failed` are the positions at which the answer is wrong. Returns the facts in the order asked. */
function play(state: SessionState, failed: readonly number[]): string {
  let asked = '';
  for (let now = state; now.current !== null && asked.length < 100;) {
    const wrong = failed.includes(asked.length);
    asked += now.current.fact;
    now = answerItem(now, `entry ${String(asked.length)}`, !wrong, wrong ? 'again' : 'no');
  }
  return asked;
}

describe('a session', () => {
  it.each([
    ['asks in order', 'abc', [], 'abc'],
    ['brings a failed fact back after four others', 'abcdefg', [0], 'abcdeafg'],
    ['brings it back at the end when there are fewer', 'abc', [0], 'abca'],
    ['brings two back in the order they failed', 'abcdefgh', [0, 1], 'abcdeabfgh'],
    ['lets a fact go that fails five times', 'a', [0, 1, 2, 3, 4, 5, 6], 'aaaaa'],
  ])('%s', (_, facts, failed, asked) => {
    expect(play(begin(facts), failed)).toBe(asked);
  });

  it('takes no more than its size', () => {
    expect(play(begin('abcdef', 2), [])).toBe('ab');
  });

  it('asks a fact that may have been guessed again in a harder form', () => {
    const state = answerItem(begin('a'), 'e', true, 'harder');
    expect(state.current).toEqual({ fact: 'a', reason: 'again', attempt: 1, harder: true });
  });

  it('counts', () => {
    const state = answerItem(answerItem(begin('abc'), '1', true, 'no'), '2', false, 'again');
    expect(countSession(state)).toEqual({ answered: 2, right: 1, left: 2 });
  });

  it('skips what has no question, drops what another tab answered, and keeps what is on the screen', () => {
    expect(skipItem(begin('abc')).current?.fact).toBe('b');
    const dropped = dropItems(begin('abc'), new Set(['a', 'b']));
    expect([dropped.current?.fact, ...dropped.upcoming.map(({ fact }) => fact)]).toEqual(['a', 'c']);
  });

  it('has no answer when nothing is asked', () => {
    expect(() => answerItem(begin(''), 'e', true, 'no')).toThrow(/no question/);
  });
});

describe('takeBack', () => {
  it('is null before the first answer', () => {
    expect(takeBack(begin('ab'))).toBeNull();
  });

  it.each([
    ['a right answer', ['no']],
    ['a failed one, with its return', ['again']],
    ['a failed one whose return is on the screen', ['again', 'no', 'again']],
    ['several', ['no', 'again', 'no', 'harder', 'no']],
  ] as const)('undoes %s exactly', (_, answers) => {
    const states = [begin('abc')];
    for (const [index, returns] of answers.entries()) {
      const last = states[states.length - 1];
      if (last?.current) states.push(answerItem(last, `entry ${String(index)}`, returns === 'no', returns));
    }
    for (let i = states.length - 1; i > 0; i -= 1) {
      const last = states[i];
      const back = last === undefined ? null : takeBack(last);
      expect(back?.entry).toBe(`entry ${String(i - 1)}`);
      expect(back?.state.current).toEqual(states[i - 1]?.current);
      expect(countSession(back?.state ?? begin(''))).toEqual(countSession(states[i - 1] ?? begin('')));
    }
    expect(states.length).toBeGreaterThan(1);
  });
});

describe('the sessions of a day', () => {
  const items = (facts: string) => Array.from(facts, (fact) => ({ fact, reason: 'new' as const }));
  const first = answerItem(answerItem(begin('ab'), '1', true, 'no'), '2', false, 'no');

  it('can be taken back one after the other, and count each for itself', () => {
    let state: SessionState = answerItem(startSession(KIND, items('cd'), 9, first), '3', true, 'no');
    expect(countSession(state)).toEqual({ answered: 1, right: 1, left: 1 });
    const taken: string[] = [];
    for (let back = takeBack(state); back !== null; back = takeBack(state)) {
      taken.push(back.entry);
      ({ state } = back);
    }
    expect(taken).toEqual(['3', '2', '1']);
    expect(play(state, [])).toBe('abcd');
    expect(countSession(state)).toEqual({ answered: 0, right: 0, left: 4 });
  });

  it.each([
    ['another day', { ...KIND, day: 8 }],
    ['going over without a schedule', { ...KIND, mode: 'cram' }],
    ['a part of the pack', { ...KIND, scope: { storyline: 's', place: null } }],
  ] as const)('begin anew for %s', (_, kind) => {
    const next = startSession(kind, items('c'), 9, first);
    expect(next.answered).toEqual([]);
    expect(isKind(next, kind)).toBe(true);
    expect(isKind(first, kind)).toBe(false);
  });

  it('keep what was asked for on top of the limits for the day, whatever kind of session comes between', () => {
    const more = addExtra(addExtra(first, { fresh: 10, reviews: 0 }), { fresh: 5, reviews: 20 });
    const cram = startSession({ ...KIND, mode: 'cram' }, items('c'), 9, more);
    expect(extraOf(startSession(KIND, items('d'), 9, cram))).toEqual({ fresh: 15, reviews: 20 });
    expect(extraOf(startSession({ ...KIND, day: 8 }, items('d'), 9, cram))).toEqual({ fresh: 0, reviews: 0 });
  });

  it('take a learning step in when its time has come, once, and next', () => {
    const state = takeIn(answerItem(begin('abc'), '1', true, 'no'), ['a', 'c']);
    expect(play(state, [])).toBe('bac');
    expect(takeIn(state, ['a'])).toEqual(state);
    expect(takeIn(first, ['a']).current).toEqual({ fact: 'a', reason: 'learning', attempt: 1, harder: false });
  });

  it('leaves a step for later when its fact was asked ten times already: sessions end', () => {
    let state = begin('a');
    for (let asked = 0; state.current !== null && asked < 50; asked += 1)
      state = takeIn(answerItem(state, String(asked), true, 'no'), ['a']);
    expect(state.answered).toHaveLength(10);
  });

  it('ask a fact once when the answer that brought it back is taken back', () => {
    const state = takeIn(answerItem(begin('abc'), '1', true, 'no'), ['a']);
    const back = takeBack(state);
    expect(back === null ? '' : play(back.state, [])).toBe('abc');
  });
});
