import { describe, expect, it } from 'vitest';
import { eventsOfFact } from '$lib/core/memory/memory-key';
import { askedIn, checked, madeUpBrowser } from './made-browser';
import { finish, madeUpFacts, madeUpSource, rightAnswer, stored } from './study-kit';
import type { Tab } from './study-kit';

const DAY_MINUTES = 24 * 60;
const { clock, begun } = madeUpBrowser('decisions-test');

describe('a fact that is suspended', () => {
  it('gives way at once, is asked nowhere for months, and comes back when that is taken back', async () => {
    const tab = await begun();
    const fact = askedIn(tab);
    await tab.studying.decide({ do: 'suspend' });
    expect(askedIn(tab)).not.toBe(fact);
    expect(tab.studying.decided).toBe('suspend');
    const asked = [...(await finish(tab, clock))];
    for (let day = 0; day < 60; day += 1) {
      clock.pass(DAY_MINUTES);
      const later = await begun();
      asked.push(...(await finish(later, clock)));
    }
    expect(asked).not.toContain(fact);
    await checked(tab);
  });

  it('when it was learnt already is no review either', async () => {
    const tab = await begun({ newPerDay: 1 });
    const fact = askedIn(tab);
    await tab.studying.answer(rightAnswer(tab));
    await tab.studying.decide({ do: 'suspend' });
    expect(tab.studying.phase.is).toBe('verdict');
    for (let day = 0; day < 30; day += 1) {
      clock.pass(DAY_MINUTES);
      const later = await begun({ newPerDay: 0 });
      expect(later.studying.phase).toMatchObject({ is: 'empty' });
      if (day > 20) expect(later.studying.phase).toMatchObject({ left: { aside: 1, due: 0 } });
    }
    const { care } = await checked(tab);
    expect(care).toMatchObject([{ fact, suspended: true }]);
  });

  it('does not come back in the session in which it was failed', async () => {
    const tab = await begun();
    const fact = askedIn(tab);
    await tab.studying.pass();
    await tab.studying.decide({ do: 'suspend' });
    await tab.studying.next();
    expect(await finish(tab, clock)).not.toContain(fact);
  });

  it('by another tab is left out of this one’s session', async () => {
    const [one, two] = [await begun(), await begun()];
    await one.studying.answer(rightAnswer(one));
    await one.studying.next();
    const fact = askedIn(one);
    await one.studying.decide({ do: 'suspend' });
    // The other tab has heard, and reads what it heard of: requests are answered in the order they are made.
    for (let i = 0; i < 3; i += 1) await two.store.careOf('p');
    await two.studying.answer(rightAnswer(two));
    await two.studying.next();
    expect(await finish(two, clock)).not.toContain(fact);
    await checked(one);
  });

  it('is asked as before by another tab when it was only flagged', async () => {
    const [one, two] = [await begun(), await begun()];
    await one.studying.answer(rightAnswer(one));
    await one.studying.next();
    const fact = askedIn(one);
    await one.studying.decide({ do: 'flag', flag: 'red' });
    for (let i = 0; i < 3; i += 1) await two.store.careOf('p');
    expect(await finish(two, clock)).toContain(fact);
  });

  it('is not asked by a session that was left open', async () => {
    const first = await begun();
    const fact = askedIn(first);
    const facts = [fact];
    await first.store.append({
      pack: 'p',
      entries: [{ type: 'suspend', id: 'elsewhere', pack: 'p', packVersion: 1, facts, utcMs: clock.utcMs, day: 1, utcOffsetMinutes: 0, app: 't' }],
      changes: [], replay: () => null, parameters: null,
    }); // prettier-ignore
    expect(askedIn(await begun())).not.toBe(fact);
  });
});

describe('a fact that is buried', () => {
  it('comes back the next study day, and not before', async () => {
    const source = madeUpSource(madeUpFacts(12).filter(({ kind }) => kind === 'date'));
    const tab = await begun({ source });
    const fact = askedIn(tab);
    await tab.studying.decide({ do: 'bury', siblings: false });
    const today = [...(await finish(tab, clock))];
    await tab.studying.more();
    today.push(...(await finish(tab, clock)));
    expect(today).not.toContain(fact);
    // Past midnight it is still the same study day; it ends at four.
    clock.utcMs = Date.parse('2026-03-11T01:30Z');
    expect(await finish(await begun({ source }), clock)).not.toContain(fact);
    clock.utcMs = Date.parse('2026-03-11T02:30Z');
    expect(await finish(await begun({ source }), clock)).toContain(fact);
    await checked(tab);
  });

  it('takes its siblings with it when that is asked for', async () => {
    const tab = await begun();
    const fact = askedIn(tab);
    const [event = ''] = eventsOfFact(fact);
    await tab.studying.decide({ do: 'bury', siblings: true });
    const today = await finish(tab, clock);
    expect(today.flatMap(eventsOfFact)).not.toContain(event);
    const { care } = await checked(tab);
    // Its date, its place, and the chain that it stands in.
    expect(care.map((record) => record.fact.split(':')[1])).toEqual(['date', 'place', 'sequence']);
  });
});

describe('undo', () => {
  it('takes a decision back like an answer: the same question, in the same place, and what it took along', async () => {
    const tab = await begun();
    await tab.studying.answer(rightAnswer(tab));
    await tab.studying.next();
    const before = await stored(tab);
    const fact = askedIn(tab);
    for (const decision of [
      { do: 'suspend' },
      { do: 'bury', siblings: true },
      { do: 'flag', flag: 'red' },
      { do: 'report', reason: 'typo', note: '' },
    ] as const) {
      await tab.studying.decide(decision);
      expect(tab.studying.counts.answered).toBe(1);
      await tab.studying.undo();
      expect(askedIn(tab)).toBe(fact);
      expect(tab.studying.decided).toBe('undone');
    }
    const after = await checked(tab);
    expect(after.care).toEqual([]);
    expect(after.memory).toEqual(before.memory);
    expect(after.log).toHaveLength(before.log.length + 8);
    // One answer and four decisions taken back: the answer is next.
    await tab.studying.undo();
    expect(tab.studying.canUndo).toBe(false);
    await checked(tab);
  });

  it('of a decision on a verdict leaves the verdict', async () => {
    const tab = await begun();
    await tab.studying.pass();
    const fact = askedIn(tab);
    await tab.studying.decide({ do: 'suspend' });
    await tab.studying.undo();
    expect(tab.studying.phase).toMatchObject({ is: 'verdict', question: { fact } });
    await tab.studying.next();
    expect(await finish(tab, clock)).toContain(fact);
    await checked(tab);
  });

  it('still knows the decisions after a reload', async () => {
    const tab = await begun();
    const fact = askedIn(tab);
    await tab.studying.decide({ do: 'suspend' });
    const again = await begun();
    expect(again.studying.canUndo).toBe(true);
    await again.studying.undo();
    expect(askedIn(again)).toBe(fact);
    expect((await checked(again)).care).toEqual([]);
  });
});

describe('a report', () => {
  it('keeps the question as it was shown, with its proof and where it came from', async () => {
    const tab = await begun();
    const { phase } = tab.studying;
    if (phase.is !== 'question') throw new Error(phase.is);
    await tab.studying.decide({ do: 'report', reason: 'wrong-key', note: '  It was a day later.  ' });
    expect(askedIn(tab)).toBe(phase.question.fact);
    const { log, care } = await checked(tab);
    const { id, form, language, seed, fact } = phase.question;
    expect(log).toEqual([
      expect.objectContaining({
        type: 'report', packVersion: 1, fact, form, language, seed, questionId: id, reason: 'wrong-key', note: 'It was a day later.', question: phase.question,
      }),
    ]); // prettier-ignore
    expect(care).toMatchObject([{ fact, reports: [{ entry: log[0]?.id, resolved: false }] }]);
  });
});

describe('a flag', () => {
  it('shows on the fact, and comes off wherever it was put on', async () => {
    const tab = await begun();
    await tab.studying.decide({ do: 'flag', flag: 'blue' });
    await tab.studying.decide({ do: 'flag', flag: 'red' });
    await tab.studying.decide({ do: 'flag', flag: 'blue' });
    expect(tab.studying.care?.flags).toEqual(['red', 'blue']);
    await tab.studying.unflag('blue');
    expect(tab.studying.care?.flags).toEqual(['red']);
    expect((await checked(tab)).care).toMatchObject([{ flags: ['red'] }]);
  });
});

describe('a fact that is taken for another', () => {
  /** Options change with the seed: only every second question shows the date of the confused event. */
  function sourceWithLuck() {
    const facts = madeUpFacts(4, (event) => `2022-03-0${String(Number(event.slice(1)) + 1)}`).filter(
      ({ kind }) => kind === 'date',
    );
    const plain = madeUpSource(facts);
    return {
      ...plain,
      question: (...[fact, form, seed, focus]: Parameters<typeof plain.question>) => {
        const made = plain.question(fact, form, seed, focus);
        const values = [seed % 2 === 0 ? '2022-03-02' : '2022-05-01', made?.options[1]?.value ?? '', '2022-06-01'];
        const options = made?.options.map((option, i) => ({ ...option, value: values[i] ?? '' })) ?? [];
        return made === null ? null : { ...made, options };
      },
    };
  }
  const confused = '2022-03-02';

  it('twice gets a question that shows both, until it is right, and the two are never asked on one day', async () => {
    const source = sourceWithLuck();
    const fact = 'e000:date';
    const days: string[][] = [];
    let contrasts = 0;
    let wrong = 0;
    for (let day = 0; day < 40; day += 1) {
      const tab = await begun({ source, newPerDay: 4 });
      const today: string[] = [];
      while (tab.studying.phase.is === 'question') {
        const { question, contrast } = tab.studying.phase;
        today.push(question.fact);
        if (contrast) {
          contrasts += 1;
          expect(question.options.map(({ value }) => value)).toContain(confused);
        }
        const mistake = question.options.find(({ value }) => value === confused);
        const isWrong = question.fact === fact && mistake !== undefined && wrong < 2 && !contrast;
        if (isWrong) wrong += 1;
        clock.pass(0.2);
        await tab.studying.answer(isWrong ? { choice: mistake.id } : rightAnswer(tab));
        if (isWrong && wrong === 2) {
          expect(tab.studying.phase).toMatchObject({ is: 'verdict', confused: { taken: { text: confused } } });
        }
        await tab.studying.next();
      }
      const { care } = await checked(tab);
      if (care[0]?.confusions[0]?.times === 2) days.push(today);
      clock.pass(DAY_MINUTES);
    }
    expect(wrong).toBe(2);
    expect(contrasts).toBeGreaterThan(0);
    for (const today of days) expect(today.includes(fact) && today.includes('e001:date')).toBe(false);
    const { care } = await checked(await begun({ source }));
    expect(care).toMatchObject([{ fact, confusions: [{ value: confused, times: 0, ever: 2 }] }]);
  });

  it('and is forgotten too often is told with its cause, and can be told apart at once', async () => {
    const source = sourceWithLuck();
    const tab = await begun({ source, newPerDay: 1, leechLapses: 2 });
    await finish(tab, clock);
    const phaseOf = (one: Tab): Tab['studying']['phase'] => one.studying.phase;
    const leeches: unknown[] = [];
    for (let day = 0; day < 60 && leeches.length < 1; day += 1) {
      clock.pass(DAY_MINUTES);
      const later = await begun({ source, newPerDay: 0, leechLapses: 2 });
      const asked = phaseOf(later);
      if (asked.is !== 'question') continue;
      const mistake = asked.question.options.find(({ value }) => value === confused);
      if (mistake !== undefined) {
        await later.studying.answer({ choice: mistake.id });
        const verdict = phaseOf(later);
        if (verdict.is === 'verdict' && verdict.leech !== null) {
          leeches.push(verdict.leech);
          await later.studying.contrast();
          expect(phaseOf(later)).toMatchObject({ is: 'question', contrast: true, question: { fact: 'e000:date' } });
          await later.studying.undo();
          expect(phaseOf(later)).toMatchObject({ is: 'question', question: { fact: 'e000:date' } });
          await checked(later);
          continue;
        }
        await later.studying.next();
      }
      await finish(later, clock);
    }
    expect(leeches).toEqual([{ fact: 'e000:date', lapses: 2, cause: expect.objectContaining({ taken: { text: confused, date: null, place: null } }) as unknown }]);
  }); // prettier-ignore
});
