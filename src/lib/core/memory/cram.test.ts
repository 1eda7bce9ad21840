import { describe, expect, it } from 'vitest';
import { planCram } from './cram';
import { answerItem, startSession } from './session';
import { WHOLE_PACK } from './session-state';
import type { SessionState } from './session-state';

const KIND = { pack: 'p', day: 7, mode: 'cram', scope: WHOLE_PACK } as const;
const FACTS = Array.from('abcdef', (event) => ({ fact: `${event}:date`, memories: [] }));

describe('planCram', () => {
  it('goes over every fact once, then over all of them again in another order', () => {
    let before: SessionState | null = null;
    const rounds: string[] = [];
    for (let session = 0; session < 6; session += 1) {
      let state: SessionState = startSession(KIND, planCram(FACTS, KIND, before, 1).items, 2, before);
      while (state.current !== null) {
        rounds.push(state.current.fact);
        // One is wrong and comes back: that is not another round.
        const wrong = state.current.fact === 'c:date' && state.current.attempt === 0;
        if (state.current.attempt > 0) rounds.pop();
        state = answerItem(state, String(rounds.length), !wrong, wrong ? 'again' : 'no');
      }
      before = state;
    }
    const [one, two] = [rounds.slice(0, 6), rounds.slice(6)];
    const all = FACTS.map(({ fact }) => fact);
    expect([[...one].sort(), [...two].sort()]).toEqual([all, all]);
    expect(one).not.toEqual(two);
  });

  it('has nothing to go over where nothing is asked', () => {
    expect(planCram([], KIND, null, 1).items).toEqual([]);
  });
});
