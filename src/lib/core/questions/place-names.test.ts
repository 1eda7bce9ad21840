import { describe, expect, it } from 'vitest';
import { buildPack, type PlaceDraft } from '../../../../tests/samples/build-pack';
import { indexPack } from '../packs/index-pack';
import { matchesName } from '../places/match-name';
import { createContext } from './context';
import { acceptedNames } from './place-names';

function accepted(places: readonly PlaceDraft[], id = 'kyiv') {
  const index = indexPack(buildPack({ events: [], places }));
  return acceptedNames(createContext(index, 'en'), index.place(id));
}

const KYIV: PlaceDraft = {
  id: 'kyiv',
  name: 'Kyiv',
  names: { uk: 'Київ' },
  aliases: ['Kiev', 'Kyiv city'],
  kind: 'city',
};

describe('the names accepted for a place', () => {
  it('are all its own; its rivals those of all other places, containers too, folded', () => {
    expect(accepted([KYIV, { id: 'kyiv-oblast', name: 'Kyiv Oblast', names: { uk: 'Київська область' } }])).toEqual({
      names: ['Kyiv', 'Київ', 'Kiev', 'Kyiv city'],
      rivals: ['kyiv oblast', 'kyivska oblast', 'land'],
    });
  });

  it('leave out an alias that another place bears', () => {
    expect(accepted([KYIV, { id: 'region', name: 'Region', aliases: ['Kiev'] }])).toMatchObject({
      names: ['Kyiv', 'Київ', 'Kyiv city'],
      rivals: ['kiev', 'land', 'region'],
    });
  });

  it('are ambiguous where another place has the name itself, in any language', () => {
    expect(accepted([KYIV, { id: 'other', name: 'Other', aliases: ['Київ'] }])).toMatchObject({ reason: 'not-unique' });
  });

  it('of a pack of very many places: still every rival that a slip could make', () => {
    const many = Array.from({ length: 3000 }, (_, i) => ({ id: `p${String(i)}`, name: `Qz${String(i)}x Stead` }));
    const names = accepted([{ id: 'borova', name: 'Borova' }, { id: 'korova', name: 'Korova' }, { id: 'borovo', name: 'Borovo' }, ...many], 'borova');
    if ('reason' in names) throw new Error(names.detail);
    expect(names.rivals.length).toBeLessThan(100);
    for (const typed of ['Korova', 'Borovo']) expect(matchesName(typed, names.names, names.rivals)).toBe(false);
    expect(matchesName('Borovaa', names.names, names.rivals)).toBe(true);
  }); // prettier-ignore
});
