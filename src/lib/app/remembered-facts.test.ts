import { describe, expect, test } from 'vitest';
import type { KnownFacts } from '$lib/core/memory/storing';
import { rememberedFacts } from './remembered-facts';

const fact = {
  fact: 'siege:date',
  memories: [{ fact: 'siege:date', answer: '1901-03-12' }],
  kind: 'date',
  storyline: 'war',
  events: ['siege'],
  forms: ['choice'],
};
const known: KnownFacts = { version: 3, by: '0.1.0+a', facts: [fact] };

describe('facts that were found before', () => {
  test('serve the same version of pack and app', () => {
    expect(rememberedFacts(known, 3, '0.1.0+a')).toEqual([fact]);
  });
  test.each([
    ['nothing is stored', null, 3, '0.1.0+a'],
    ['the pack is another version', known, 4, '0.1.0+a'],
    ['the app is another version', known, 3, '0.1.0+b'],
    ['nobody noted which app found them', { version: 3, facts: [fact] }, 3, '0.1.0+a'],
    ['one lacks what a session needs', { ...known, facts: [{ fact: 'siege:date', memories: [] }] }, 3, '0.1.0+a'],
    ['one is of a kind unknown here', { ...known, facts: [{ ...fact, kind: 'smell' }] }, 3, '0.1.0+a'],
  ] as const)('must be found anew where %s', (_, stored, version, app) => {
    expect(rememberedFacts(stored, version, app)).toBeNull();
  });
});
