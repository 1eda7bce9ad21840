import { expect, it } from 'vitest';
import { defaultSettings } from './settings.svelte';
import { simulationInput } from './simulation-input';
import type { SimulationParts } from './simulation-input';
import type { PackSummary } from './ports';

const summary = (id: string): PackSummary => ({
  id, version: 1, title: id, titles: {}, language: 'en', licence: 'MIT', tone: 'plain', events: 10, storylines: 1, facts: null, from: 'imported',
}); // prettier-ignore

const record = (pack: string, fact: string) => ({
  key: `${pack}:${fact}`, pack, fact, asked: fact, answer: '1', state: 'review' as const, memory: { stability: 5, difficulty: 5 }, step: 0, reps: 1, lapses: 0, firstDay: 1,
  lastDay: 9, lastMs: 0, lastEntry: 'a', interval: 5, due: 14, dueMs: null,
}); // prettier-ignore

/** A store that holds memories of some packs, and the number of facts that each asks. */
const parts = (known: Readonly<Record<string, number>>, packs: readonly string[], facts: number): SimulationParts => ({
  store: {
    logBetween: () => Promise.resolve({ ok: true, value: [] }),
    lastDay: () => Promise.resolve({ ok: true, value: null }),
    recordsOf: (pack) =>
      Promise.resolve({ ok: true, value: Array.from({ length: known[pack] ?? 0 }, (_, i) => record(pack, `f${String(i)}:date`)) }),
    factsOf: () =>
      Promise.resolve({
        ok: true,
        value: {
          pack: 1, language: 'en', app: 't',
          facts: Array.from({ length: facts }, (_, i) => ({ fact: `f${String(i)}:date`, kind: 'date', storyline: 's', events: ['f'], forms: ['choice'], memories: [{ fact: `f${String(i)}:date`, answer: '1' }] })),
        },
      } as never),
  },
  packs: () => Promise.resolve({ ok: true, value: packs.map(summary) }),
  clock: { now: () => ({ utcMs: 0, utcOffsetMinutes: 0 }) },
}); // prettier-ignore

it.each([
  ['each pack’s own limit, of those that were begun', { p: 2, q: 5 }, [{ facts: 18, perDay: 3 }, { facts: 15, perDay: 10 }]],
  ['the first pack as if it were begun, where none was', {}, [{ facts: 20, perDay: 3 }]],
])('new facts: %s', async (_, known, fresh) => {
  const settings = { ...defaultSettings('en'), packs: { p: { newPerDay: 3 } } };
  const input = await simulationInput(parts(known, ['p', 'q', 'r'], 20), settings, 365);
  expect(input.ok ? input.value.fresh : input.problem).toEqual(fresh);
}); // prettier-ignore
