import { describe, expect, it } from 'vitest';
import { createScheduler } from '$lib/core/memory/fsrs';
import { replayKey } from '$lib/core/memory/rebuild';
import { madeUpBrowser } from './made-browser';
import { finish, fittedParameters, parameters, rightAnswer, stored } from './study-kit';

const A_DAY = 24 * 60;
const { clock, open, close } = madeUpBrowser('fitted-session-test');

/** Three sessions on three days, some answers wrong. */
async function study(inUse = parameters): Promise<void> {
  for (let day = 0; day < 3; day += 1) {
    const tab = open({ inUse });
    await tab.studying.open();
    await finish(tab, clock, (index) => index % 4 === 1);
    close(tab);
    clock.pass(2 * A_DAY);
  }
}

describe('new weights in use', () => {
  it('change no memory and no due day by themselves', async () => {
    await study();
    const tab = open({ inUse: fittedParameters });
    const before = await stored(tab);
    await tab.studying.open();
    const { memory, derived } = await stored(tab);
    expect(memory).toEqual(before.memory);
    expect(memory).toEqual(derived);
  });

  it('meet memories that are worked out anew from their first answer, and what is stored is what the log says', async () => {
    await study();
    const tab = open({ inUse: fittedParameters });
    await tab.studying.open();
    const before = await stored(tab);
    await finish(tab, clock, (index) => index % 3 === 2);
    const { log, memory, derived } = await stored(tab);
    expect(memory).toEqual(derived);

    const answers = log.filter((entry) => entry.type === 'answer' && entry.parameters === fittedParameters.id);
    const firstMet = new Map<string, unknown>();
    for (const entry of answers)
      if (entry.type === 'answer')
        for (const mark of entry.marks) if (!firstMet.has(mark.fact)) firstMet.set(mark.fact, mark.before);
    const known = before.memory.filter((record) => firstMet.has(record.fact));
    expect(known.length).toBeGreaterThan(5);
    // As if all of it had been studied under the new weights.
    const underNew = () => createScheduler({ ...fittedParameters });
    for (const record of known) {
      const anew = replayKey(record.key, before.log, underNew);
      expect(firstMet.get(record.fact)).toEqual(anew?.memory);
      expect(firstMet.get(record.fact)).not.toEqual(record.memory);
    }
  });

  it('hold through undo, another try and a way back to the old ones', async () => {
    await study();
    const tab = open({ inUse: fittedParameters });
    await tab.studying.open();
    for (let i = 0; i < 4; i += 1) {
      clock.pass(1);
      await tab.studying.answer(rightAnswer(tab));
      await tab.studying.undo();
      const undone = await stored(tab);
      expect(undone.memory).toEqual(undone.derived);
      clock.pass(1);
      await (i % 2 === 0 ? tab.studying.pass() : tab.studying.answer(rightAnswer(tab)));
      await tab.studying.next();
      const answered = await stored(tab);
      expect(answered.memory).toEqual(answered.derived);
    }
    close(tab);
    clock.pass(3 * A_DAY);
    await study(parameters);
    const { memory, derived } = await stored(open());
    expect(memory).toEqual(derived);
  });
});
