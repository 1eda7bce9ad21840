import { describe, expect, it } from 'vitest';
import { madeUpBrowser } from './made-browser';
import { rightAnswer, stored } from './study-kit';
import type { Tab } from './study-kit';

const { begun: open } = madeUpBrowser('hints-test');

/** The question on the screen. */
function question(tab: Tab) {
  const { phase } = tab.studying;
  return phase.is === 'question' ? phase : expect.fail(`no question is open: ${phase.is}`);
}

describe('a hint', () => {
  it('is given once for each that there is, and then no more', async () => {
    const tab = await open();
    expect(question(tab)).toMatchObject({ hints: [], canHint: true });
    await tab.studying.hint();
    expect(question(tab)).toMatchObject({ hints: [{ is: 'struck' }], canHint: false });
    await tab.studying.hint();
    expect(question(tab).hints).toHaveLength(1);
  });

  it('makes a right answer count as forgotten: Again, back in this session, not among the right ones, never too easy', async () => {
    const tab = await open();
    await tab.studying.hint();
    await tab.studying.answer(rightAnswer(tab));
    expect(tab.studying.phase).toMatchObject({
      is: 'verdict',
      hints: 1,
      comesAgain: true,
      canBeEasy: false,
      verdict: { correct: true },
    });
    expect(tab.studying.counts).toMatchObject({ answered: 1, right: 0 });
    const { log, memory, derived } = await stored(tab);
    expect(log).toMatchObject([{ hints: 1, credit: 1, grade: 1, marks: [{ grade: 1 }] }]);
    expect(memory).toEqual(derived);
    expect(memory[0]?.memory?.stability).toBeCloseTo(0.212, 3);
  });

  it('is remembered after a reload and after an undo, and forgotten with the next question', async () => {
    const tab = await open();
    await tab.studying.hint();
    const again = await open();
    expect(question(again).hints).toHaveLength(1);
    await again.studying.answer(rightAnswer(again));
    await again.studying.undo();
    expect(question(again).hints).toHaveLength(1);
    await again.studying.answer(rightAnswer(again));
    await again.studying.next();
    expect(question(again).hints).toEqual([]);
  });
});
