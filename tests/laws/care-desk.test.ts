import { describe, expect, it } from 'vitest';
import { CareDesk } from '$lib/app/care-desk';
import { Reports } from '$lib/app/reports.svelte';
import { askedIn, checked, madeUpBrowser } from './made-browser';
import { FakeTabs } from './study-kit';
import type { Tab } from './study-kit';

const { clock, begun } = madeUpBrowser('care-desk-test');

describe('outside a session', () => {
  const pack = { id: 'p', version: 1 };
  const deskOf = (tab: Tab): CareDesk => new CareDesk({ store: tab.store, clock, rolloverHour: 4, app: 'test' });

  it('a decision is taken back wherever it was made, by as many entries as stand behind it', async () => {
    const [one, two] = [await begun(), await begun({ tabs: new FakeTabs() })];
    const fact = askedIn(one);
    // Two devices that do not hear of each other decide the same.
    await one.studying.decide({ do: 'suspend' });
    await two.studying.decide({ do: 'suspend' });
    expect(await deskOf(one).takeBack(pack, fact, { undo: 'suspend' })).toBeNull();
    const { log, care } = await checked(one);
    expect(care).toEqual([]);
    expect(log.map(({ type }) => type).sort()).toEqual(['revoke', 'revoke', 'suspend', 'suspend']);
    expect(await deskOf(one).takeBack(pack, fact, { undo: 'suspend' })).toBeNull();
    expect((await checked(one)).log, 'nothing is left to take back').toHaveLength(4);
  });

  it('reports are listed newest first, dealt with, opened again and taken off, and written with their proof', async () => {
    const tab = await begun();
    for (const reason of ['typo', 'unclear'] as const) {
      await tab.studying.decide({ do: 'report', reason, note: reason });
      clock.pass(1);
    }
    const files: string[] = [];
    const reports = new Reports({
      desk: deskOf(tab),
      files: {
        download: (name, text) => files.push(name, text),
        downloadBytes: () => undefined,
        readText: () => Promise.resolve(''),
      },
      clock,
      app: 'test',
    });
    const listed = (): readonly (readonly [string, boolean])[] =>
      reports.phase.is === 'ready' ? reports.phase.reports.map(({ entry, resolved }) => [entry.reason, resolved]) : [];
    const first = () =>
      (reports.phase.is === 'ready' ? reports.phase.reports[0] : undefined) ?? expect.fail('no report');
    await reports.load();
    expect(listed()).toEqual([
      ['unclear', false],
      ['typo', false],
    ]);
    await reports.settle(first(), true);
    expect(listed()).toEqual([
      ['unclear', true],
      ['typo', false],
    ]);
    reports.export();
    const [name = '', text = ''] = files;
    expect(name).toBe('dateline-reports-2026-03-10.json');
    const { phase } = tab.studying;
    if (phase.is !== 'question') throw new Error(phase.is);
    expect(JSON.parse(text)).toMatchObject({
      format: 'dateline-reports/1',
      reports: [
        { reason: 'unclear', resolved: true, question: phase.question },
        { reason: 'typo', resolved: false, packVersion: 1 },
      ],
    });
    await reports.settle(first(), false);
    await reports.remove(first());
    expect(listed()).toEqual([['typo', false]]);
    await checked(tab);
  });
});
