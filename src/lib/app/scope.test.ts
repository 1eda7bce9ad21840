import { expect, it } from 'vitest';
import { buildPack, type EventDraft } from '../../../tests/samples/build-pack';
import { indexPack } from '$lib/core/packs/index-pack';
import { sequenceFact } from '$lib/core/questions/facts';
import type { FactInfo } from './ports';
import { factsWithin, isWhole } from './scope';

const EVENTS = ['fire', 'flood', 'siege', 'fair'].map((id, i): EventDraft => ({
  id,
  when: `1901-03-0${String(2 + i)}`,
}));
const index = indexPack(buildPack({ events: EVENTS }));

function info(part: Pick<FactInfo, 'fact' | 'kind' | 'events'>): FactInfo {
  return { storyline: 'town', forms: [], memories: [], ...part };
}

const chain = info({
  fact: 'town:sequence:fire+flood+siege+fair',
  kind: 'sequence',
  events: ['fire', 'flood', 'siege', 'fair'],
});
const date = info({ fact: 'fire:date', kind: 'date', events: ['fire'] });

it('takes in the facts that are named, and chains by a part of them', () => {
  const within = factsWithin(index, {
    storyline: null,
    place: null,
    facts: ['fire:date', sequenceFact('town', ['fire', 'siege', 'fair']).id],
  });
  expect([date, chain].map(within)).toEqual([true, true]);
  const without = factsWithin(index, {
    storyline: null,
    place: null,
    facts: ['flood:date', sequenceFact('town', ['fire', 'strike', 'fair']).id],
  });
  expect([date, chain].map(without)).toEqual([false, false]);
});

it('is all of a pack only where nothing narrows it', () => {
  expect(isWhole({ storyline: null, place: null })).toBe(true);
  expect(isWhole({ storyline: null, place: null, facts: ['fire:date'] })).toBe(false);
});
