import { describe, expect, it } from 'vitest';
import { cardOf, recallOf } from '$lib/app/explore/event-card';
import type { Recalled } from '$lib/app/explore/event-card';
import { factsWithin } from '$lib/app/scope';
import { createScheduler } from '$lib/core/memory/fsrs';
import { indexPack } from '$lib/core/packs/index-pack';
import { studyDayAfter } from '$lib/core/time/study-day';
import { buildPack } from '../samples/build-pack';
import { madeUpBrowser } from './made-browser';
import { finish, madeUpFacts, parameters } from './study-kit';
import type { Tab } from './study-kit';

// What the card of an event says that a learner remembers of it, and what "study this" leads to: exactly what is asked of it.
const { clock, begun } = madeUpBrowser('event-memory-test');
const DAY_MINUTES = 24 * 60;
const FACTS = madeUpFacts(8);
const OF_E002 = ['e002:date', 'e002:place'];
const EVENTS = FACTS.filter(({ kind }) => kind === 'date').flatMap(({ events }) => events);
// The pack that they are facts of.
const index = indexPack({
  ...buildPack({ storylines: ['s'], events: EVENTS.map((id) => ({ id, storyline: 's' })) }),
  id: 'p',
});

async function recalled(tab: Tab, id: string, facts = FACTS): Promise<Recalled> {
  const { day } = studyDayAfter(null, clock.now(), 4);
  const card = cardOf(index, index.event(id), null, 'en');
  const read = await recallOf(card, { index, facts, store: tab.store, scheduler: createScheduler(parameters), day });
  if (!read.ok) throw new Error(read.problem.detail);
  return read.value;
}

/** A session of what "study this" leads to. */
async function studied(study: Recalled['study']): Promise<Tab> {
  if (study === null) throw new Error('nothing can be studied');
  const { scope, mode } = study;
  return begun({ scope, mode, within: factsWithin(index, scope) });
}

describe('“study this” on the card of an event', () => {
  it('asks what is asked of the event by itself and nothing else, on different days', async () => {
    const tab = await begun();
    const before = await recalled(tab, 'e002');
    expect(before).toMatchObject({
      last: null,
      study: { mode: 'study', scope: { storyline: null, place: null, facts: OF_E002 } },
    });
    const asked = new Set<string>();
    for (let days = 0; days < 14; days += 1) {
      const { study } = await recalled(tab, 'e002');
      if (study?.mode === 'study') for (const fact of await finish(await studied(study), clock)) asked.add(fact);
      clock.pass(DAY_MINUTES);
    }
    expect([...asked].sort()).toEqual(OF_E002);
    expect((await recalled(tab, 'e002')).last).toMatchObject({ right: true });
    expect((await recalled(tab, 'e003')).last).toBeNull();
  });

  it('leads to going over all of it once today’s part was asked', async () => {
    const tab = await begun();
    const first = await finish(await studied((await recalled(tab, 'e002')).study), clock);
    expect(new Set(first).size).toBe(1);
    // The steps of its first day.
    for (let steps = 0; steps < 5 && (await recalled(tab, 'e002')).study?.mode === 'study'; steps += 1) {
      clock.pass(15);
      const again = await finish(await studied((await recalled(tab, 'e002')).study), clock);
      expect(new Set([...again, ...first])).toEqual(new Set(first));
    }
    const { study } = await recalled(tab, 'e002');
    expect(study?.mode).toBe('cram');
    expect((await finish(await studied(study), clock)).toSorted()).toEqual(OF_E002);
  });

  it('leads to the orders that it is asked in where nothing else is asked of it, and nowhere where nothing is', async () => {
    const tab = await begun();
    const chains = FACTS.filter(({ kind }) => kind === 'sequence');
    const ordered = await recalled(tab, 'e002', chains);
    expect(ordered.study?.scope.facts).toEqual(['s:sequence:e000+e001+e002+e003']);
    expect(new Set(await finish(await studied(ordered.study), clock))).toEqual(new Set(ordered.study?.scope.facts));
    expect((await recalled(tab, 'e002', [])).study).toBeNull();
  });

  it('leaves out what was set aside', async () => {
    const tab = await begun({ within: ({ fact }) => fact === 'e002:date' });
    await tab.studying.decide({ do: 'suspend' });
    expect((await recalled(tab, 'e002')).study?.scope.facts).toEqual(['e002:place']);
  });
});
