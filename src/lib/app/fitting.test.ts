import { beforeEach, describe, expect, it } from 'vitest';
import { judgeFit } from '$lib/core/memory/fitting/verdict';
import type { LogEntry } from '$lib/core/memory/log';
import { DEFAULT_WEIGHTS } from '$lib/core/memory/parameters';
import { weightsInUse } from '$lib/core/memory/own-weights';
import { OTHER_WEIGHTS } from '../../../tests/samples/made-learner';
import { madeUpLog as logOf } from '../../../tests/samples/made-log';
import { Fitting } from './fitting.svelte';
import type { SettingsStore, StorageProblem } from './ports';
import { Settings } from './settings.svelte';

describe('Fitting', () => {
  let stored: unknown = null;
  const settingsStore: SettingsStore = {
    read: () => Promise.resolve({ ok: true, value: stored === null ? {} : (stored as Record<string, unknown>) }),
    write: (settings) => {
      stored = JSON.parse(JSON.stringify(settings));
      return Promise.resolve({ ok: true, value: null });
    },
  };
  const clock = { now: () => ({ utcMs: 1_000_000, utcOffsetMinutes: 0 }) };
  beforeEach(() => {
    stored = null;
  });

  async function open(log: readonly LogEntry[] | StorageProblem): Promise<{ fitting: Fitting; settings: Settings }> {
    const settings = new Settings(settingsStore, clock, 'en');
    await settings.load();
    const fitting = new Fitting({
      store: {
        logBetween: () => Promise.resolve('kind' in log ? { ok: false, problem: log } : { ok: true, value: log }),
      },
      settings,
      clock,
      workbench: { judgeFit: (question) => Promise.resolve(judgeFit(question)), workloads: () => Promise.resolve([]) },
    });
    await fitting.load();
    return { fitting, settings };
  }

  it('changes nothing until told, then uses the fit, and goes back and forth in one tap; a reload finds it so', async () => {
    const { fitting, settings } = await open(logOf(OTHER_WEIGHTS, 250));
    expect(fitting.phase).toMatchObject({ is: 'ready', proposed: true });
    await fitting.fit();
    expect(fitting.phase).toMatchObject({ is: 'done', verdict: { is: 'better' } });
    expect(weightsInUse(settings.values.fitting)).toEqual(DEFAULT_WEIGHTS);
    if (fitting.phase.is !== 'done' || fitting.phase.verdict.is !== 'better') throw new Error('a better fit');
    const { weights } = fitting.phase.verdict.fitted;
    expect(fitting.phase.example?.after).not.toEqual(fitting.phase.example?.before);

    await fitting.apply();
    expect(weightsInUse(settings.values.fitting)).toEqual(weights);
    expect(fitting.phase).toMatchObject({ is: 'ready', proposed: false });
    const again = new Settings(settingsStore, clock, 'en');
    await again.load();
    expect(weightsInUse(again.values.fitting)).toEqual(weights);

    await fitting.use(false);
    expect(weightsInUse(settings.values.fitting)).toEqual(DEFAULT_WEIGHTS);
    await fitting.use(true);
    expect(weightsInUse(settings.values.fitting)).toEqual(weights);
  });

  it('has nothing to apply where the fit is no better or there is too little, and remembers that it tried', async () => {
    for (const log of [logOf(OTHER_WEIGHTS, 2), []]) {
      stored = null;
      const { fitting, settings } = await open(log);
      await fitting.fit();
      expect(fitting.phase).toMatchObject({ is: 'done', verdict: { is: 'too-few' } });
      await fitting.apply();
      expect(settings.values.fitting).toMatchObject({ fitted: null, triedMs: 1_000_000 });
    }
  });

  it('refuses stored weights that the scheduler would not take', async () => {
    const { settings } = await open([]);
    stored = {
      ...settings.values,
      fitting: {
        triedMs: 1, answers: 1, fitted: { weights: DEFAULT_WEIGHTS.with(20, 9), previous: null, inUse: true, sinceMs: 1, heldOut: 1, lossBefore: 1, lossAfter: 0 },
      },
    }; // prettier-ignore
    await settings.load();
    expect(settings.problems.fitting?.received).toBe('9');
    expect(weightsInUse(settings.values.fitting)).toEqual(DEFAULT_WEIGHTS);
  });

  it('says what storage says', async () => {
    const { fitting } = await open({ kind: 'unavailable', detail: 'none' });
    expect(fitting.phase).toMatchObject({ is: 'failed', problem: { kind: 'unavailable' } });
  });
});
