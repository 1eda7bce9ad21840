import { deleteDB } from 'idb';
import { describe, expect, it } from 'vitest';
import { eventsOfFact } from '$lib/core/memory/memory-key';
import { pageOf } from './data-kit';
import { madeUpBrowser } from './made-browser';
import { FakeClock, FakeTabs, finish, madeUpFacts, madeUpSource, rightAnswer, stored } from './study-kit';

const NAME = 'session-test';
const { clock, open } = madeUpBrowser(NAME);

describe('a day of study', () => {
  it('makes the next question while one is read, and that changes neither what is asked nor what is stored', async () => {
    let looked = 0;
    const whenIdle = (work: () => void): void => {
      looked += 1;
      work();
    };
    const ahead = open({ whenIdle });
    await ahead.studying.open();
    const first = await finish(ahead, clock);
    const anew = new FakeClock();
    const plain = open({ name: `${NAME}-plain`, tabs: new FakeTabs(), clock: anew });
    await plain.studying.open();
    expect(looked).toBeGreaterThanOrEqual(10);
    expect(first).toEqual(await finish(plain, anew));
    await deleteDB(`${NAME}-plain`);
  });

  // Firefox lets the learner decide about persistent storage: its promise settles when they do, if ever.
  it('is done at the end of a session, whether or not the learner answers when the browser asks about storage', async () => {
    let decide: (kept: boolean) => void = () => undefined;
    const tab = open({ askToKeep: () => new Promise((resolve) => (decide = resolve)) });
    await tab.studying.open();
    await finish(tab, clock);
    expect(tab.studying.phase).toMatchObject({ is: 'done', persisted: null });
    decide(false);
    await expect.poll(() => tab.studying.phase).toMatchObject({ is: 'done', persisted: false });
  });

  it('asks ten new questions of ten events, stores each, and is then done for the day', async () => {
    const tab = open();
    await tab.studying.open();
    const asked = await finish(tab, clock);
    expect(tab.studying.phase).toMatchObject({
      is: 'done',
      counts: { answered: 10, right: 10, left: 0 },
      persisted: true,
      left: { fresh: 0, due: 0 },
    });
    const events = asked.flatMap(eventsOfFact);
    expect(new Set(events).size).toBe(events.length);
    const { log, memory, derived } = await stored(tab);
    expect(log).toHaveLength(10);
    expect(memory).toEqual(derived);
  });

  it('brings a fact back in the session after a "don\'t know", and ends when it is right', async () => {
    const tab = open();
    await tab.studying.open();
    const asked = await finish(tab, clock, (index) => index === 0);
    expect(asked).toHaveLength(11);
    expect(asked.filter((fact) => fact === asked[0])).toHaveLength(2);
    expect(asked.lastIndexOf(asked[0] ?? '')).toBeGreaterThanOrEqual(5);
    const { memory, derived } = await stored(tab);
    expect(memory).toEqual(derived);
  });

  it('shows the interval that is then stored', async () => {
    const tab = open();
    await tab.studying.open();
    await tab.studying.answer(rightAnswer(tab));
    const { phase } = tab.studying;
    const { memory } = await stored(tab);
    expect(phase).toMatchObject({ is: 'verdict', saving: 'saved', next: { days: memory[0]?.interval } });
  });

  it('counts half past three at night as the evening before, and half past four as the next day', async () => {
    clock.utcMs = Date.parse('2026-03-11T01:30Z');
    const night = open({ size: 3, newPerDay: 3 });
    await night.studying.open();
    await finish(night, clock);
    expect(night.studying.phase).toMatchObject({ is: 'done', left: { fresh: 0 } });
    clock.pass(60);
    const morning = open({ size: 3, newPerDay: 3 });
    await morning.studying.open();
    expect(morning.studying.phase.is).toBe('question');
    const { log } = await stored(morning);
    expect(new Set(log.map((entry) => entry.day))).toEqual(new Set([Date.parse('2026-03-10') / 86_400_000]));
  });

  it('over sixty days never asks two siblings on one day, and memory stays what the log says', async () => {
    const perDay: (readonly string[])[] = [];
    for (let day = 0; day < 60; day += 1) {
      const tab = open({ size: 200, newPerDay: 4 });
      await tab.studying.open();
      perDay.push([...new Set(await finish(tab, clock, (index) => (index * 7 + day) % 5 === 0))]);
      tab.studying.close();
      clock.pass(24 * 60);
    }
    const clashes = perDay.flatMap((facts) =>
      facts.filter((fact) =>
        facts.some(
          (other) => other !== fact && eventsOfFact(other).some((event) => eventsOfFact(fact).includes(event)),
        ),
      ),
    );
    expect(clashes).toEqual([]);
    expect(new Set(perDay.flat()).size).toBe(madeUpFacts(24).length);
    const tab = open();
    const { memory, derived, log } = await stored(tab);
    expect(memory).toEqual(derived);
    expect(log.length).toBeGreaterThan(300);
  });
});

describe('taking back', () => {
  it('undoes answer after answer, back to the first question, and leaves no memory but the whole log', async () => {
    const tab = open();
    await tab.studying.open();
    const first = tab.studying.phase.is === 'question' ? tab.studying.phase.question : null;
    for (const wrong of [false, true, false]) {
      await (wrong ? tab.studying.pass() : tab.studying.answer(rightAnswer(tab)));
      await tab.studying.next();
    }
    for (let i = 0; i < 3; i += 1) await tab.studying.undo();
    expect(tab.studying.phase).toMatchObject({ is: 'question', question: first });
    expect(tab.studying.canUndo).toBe(false);
    const { log, memory } = await stored(tab);
    expect(memory).toEqual([]);
    expect(log.map((entry) => entry.type).sort()).toEqual(['answer', 'answer', 'answer', 'revoke', 'revoke', 'revoke']);
    expect(await finish(tab, clock)).toHaveLength(10);
  });

  it('makes a right answer Easy when the learner calls it too easy, as if it had been Easy at once', async () => {
    const tab = open();
    await tab.studying.open();
    await tab.studying.answer(rightAnswer(tab));
    const good = tab.studying.phase.is === 'verdict' ? tab.studying.phase.next : null;
    await tab.studying.tooEasy();
    const { phase } = tab.studying;
    const { memory, derived, log } = await stored(tab);
    expect(memory).toEqual(derived);
    expect(memory[0]?.memory?.stability).toBeCloseTo(8.2956, 4);
    expect(phase).toMatchObject({ is: 'verdict', canBeEasy: false, next: { days: memory[0]?.interval } });
    expect(phase.is === 'verdict' && phase.next).not.toEqual(good);
    expect(log).toHaveLength(3);
    await tab.studying.next();
    await tab.studying.undo();
    expect((await stored(tab)).memory).toEqual([]);
  });
});

describe('a reload', () => {
  it('in the middle of a question shows the same question, and undo still works', async () => {
    const before = open();
    await before.studying.open();
    await before.studying.answer(rightAnswer(before));
    await before.studying.next();
    const { phase, counts } = before.studying;
    const after = open();
    await after.studying.open();
    expect(after.studying.phase).toEqual(phase);
    expect(after.studying.counts).toEqual(counts);
    await after.studying.undo();
    expect((await stored(after)).memory).toEqual([]);
    expect(await finish(after, clock)).toHaveLength(10);
  });

  it('on the verdict goes on with the next question', async () => {
    const before = open();
    await before.studying.open();
    const asked = before.studying.phase.is === 'question' ? before.studying.phase.question.fact : '';
    await before.studying.answer(rightAnswer(before));
    const after = open();
    await after.studying.open();
    expect(after.studying.phase.is === 'question' && after.studying.phase.question.fact).not.toBe(asked);
    expect(after.studying.counts).toEqual({ answered: 1, right: 1, left: 9 });
  });

  it('on the next day begins a new session', async () => {
    const before = open();
    await before.studying.open();
    await before.studying.answer(rightAnswer(before));
    clock.pass(24 * 60);
    const after = open();
    await after.studying.open();
    expect(after.studying.counts).toEqual({ answered: 0, right: 0, left: 10 });
  });
});

describe('two tabs', () => {
  it('lose nothing when both answer the same questions from the same beginning', async () => {
    const [one, two] = [open({ tabs: new FakeTabs() }), open({ tabs: new FakeTabs() })];
    await one.studying.open();
    await two.studying.open();
    for (let i = 0; i < 5; i += 1) {
      clock.pass(0.1);
      await Promise.all([one.studying.answer(rightAnswer(one)), two.studying.pass()]);
      await Promise.all([one.studying.next(), two.studying.next()]);
    }
    const { log, memory, derived } = await stored(one);
    expect(log).toHaveLength(10);
    expect(memory).toEqual(derived);
  });

  it('that hear of each other do not ask what the other has answered', async () => {
    const [one, two] = [open(), open()];
    await one.studying.open();
    await two.studying.open();
    const first = await finish(one, clock);
    const second = await finish(two, clock);
    expect(second).toEqual([first[0]]);
    const { memory, derived } = await stored(one);
    expect(memory).toEqual(derived);
  });
});

describe('a new version of the pack', () => {
  it('keeps the memory of what stayed, learns anew what changed, and lets rest what is gone', async () => {
    const facts = madeUpFacts(4).filter((info) => info.kind === 'date');
    const old = open({ source: madeUpSource(facts) });
    await old.studying.open();
    await finish(old, clock);
    const before = new Map((await stored(old)).memory.map((record) => [record.fact, record]));
    const changed = facts
      .slice(1)
      .map((info) =>
        info.fact === 'e001:date' ? { ...info, memories: [{ fact: info.fact, answer: '2022-04-01' }] } : info,
      );
    const tab = open({ source: madeUpSource(changed, 2) });
    await tab.studying.open();
    expect(tab.studying.phase).toMatchObject({
      is: 'question',
      item: { reason: 'changed' },
      question: { fact: 'e001:date' },
    });
    await finish(tab, clock);
    const { memory, derived } = await stored(tab);
    const after = new Map(memory.map((record) => [record.fact, record]));
    expect(after.get('e002:date')).toEqual(before.get('e002:date'));
    expect(after.get('e000:date')).toEqual({ ...before.get('e000:date'), due: null });
    expect(after.get('e001:date')).toMatchObject({ answer: '2022-04-01', reps: 2, state: 'review' });
    expect(memory).toEqual(derived);
    const back = open({ source: madeUpSource(facts, 3) });
    await back.studying.open();
    expect((await stored(back)).memory.find((record) => record.fact === 'e000:date')).toEqual(before.get('e000:date'));
  });
});

describe('a full disk', () => {
  it('is said, the answers stay in memory, and are written when there is room again', async () => {
    const tab = open();
    await tab.studying.open();
    const real = tab.store.append.bind(tab.store);
    tab.store.append = () => Promise.resolve({ ok: false, problem: { kind: 'quota', detail: 'QuotaExceededError' } });
    for (let i = 0; i < 2; i += 1) {
      await tab.studying.answer(rightAnswer(tab));
      expect(tab.studying.phase).toMatchObject({ is: 'verdict', saving: 'in memory only' });
      await tab.studying.next();
    }
    expect(tab.studying.phase.is).toBe('question');
    expect(tab.studying.storageProblem).toMatchObject({ kind: 'quota' });
    // The file that is offered meanwhile is a backup like any other, and brings the answers to another device.
    const { page, files, asFile } = pageOf(tab, clock);
    await tab.studying.saveElsewhere((unsaved) => page.backupWith(unsaved));
    expect(files.map(({ name }) => name)).toEqual([expect.stringMatching(/^dateline-unsaved-[\d-]+\.json$/)]);
    const other = open({ name: `${NAME}-other`, tabs: new FakeTabs() });
    const { page: there } = pageOf(other, clock);
    await there.check(asFile());
    expect(there.restoring).toMatchObject({ is: 'preview' });
    await there.restore('merge');
    const brought = await stored(other);
    expect(brought.log).toHaveLength(2);
    expect(brought.memory).toEqual(brought.derived);
    await deleteDB(`${NAME}-other`);
    tab.store.append = real;
    await tab.studying.retrySaving();
    expect(tab.studying.storageProblem).toBeNull();
    const { log, memory, derived } = await stored(tab);
    expect(log).toHaveLength(2);
    expect(memory).toEqual(derived);
  });
});
