import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { readPackFrom } from '../../src/cli/pack-files';
import { openShare } from '../../src/lib/app/open-shared';
import { decodeSet, encodeSet } from '../../src/lib/core/export/share/share-code';
import { itemsOfShare } from '../../src/lib/core/export/share/shared-items';
import { indexPack } from '../../src/lib/core/packs/index-pack';
import type { Pack } from '../../src/lib/core/packs/pack';
import type { PackIndex } from '../../src/lib/core/packs/pack-index';
import type { Edit, SavedSet, SetItem } from '../../src/lib/core/questions/saved-set/saved-set';
import { readSetFile } from '../../src/lib/core/questions/saved-set/set-file';
import { savedSet } from '../samples/saved-set';

// Links and files that are out there, letter for letter as version 0.1 of the app made them: whatever the app becomes, it opens them.
// Never change one of them. A new format of links gets files of its own beside these.
const golden = (name: string): string => readFileSync(`tests/golden/shares/${name}`, 'utf8').trim();

const LANDINGS = 'landings:sequence:artificial-harbour-storm+bayeux-freed+benouville-bridge-taken';
const item = (fact: string, form: string, seed = 44, edit: Edit | null = null): SetItem => ({ fact, form, seed, locked: false, edit });
const BRIDGE: Edit = {
  stem: 'When was Pegasus Bridge taken?',
  explanation: 'By gliders, at night.',
  options: { '1944-06-06': 'the 6th of June' },
  key: ['1944-06-06'],
};
const ORDER: Edit = { key: ['benouville-bridge-taken', 'bayeux-freed', 'artificial-harbour-storm'] };
const EVERY_KIND: readonly SetItem[] = [
  item('benouville-bridge-taken:date', 'choice', 44, BRIDGE),
  item('benouville-bridge-taken:date', 'typed', 4_294_967_295),
  item('carentan-battle:date-began', 'choice'),
  item('carentan-battle:date-ended', 'typed'),
  item('sainte-mere-eglise-taken:place', 'choice'),
  item('sainte-mere-eglise-taken:place', 'map', 0),
  item('sainte-mere-eglise-taken:place', 'typed', 44, { names: ['Sainte-Mère-Église', 'Сент-Мер-Егліз'] }),
  item('landings:event-by-date', 'choice'),
  item('benouville-bridge-taken:event-by-place', 'choice'),
  item(LANDINGS, 'order', 44, ORDER),
  item(LANDINGS, 'first'),
  item(LANDINGS, 'last'),
  item(LANDINGS, 'between', 300),
];
const TITLE = 'Урок 7 – Normandy';

let pack: Pack;
let index: PackIndex;
beforeAll(async () => {
  const read = await readPackFrom('tests/samples/golden-packs/normandy', { cwd: process.cwd(), stdin: () => Promise.resolve('') });
  if (!read.ok) throw new Error('the pack of the links cannot be read');
  pack = read.pack;
  index = indexPack(pack);
}); // prettier-ignore

function decoded(name: string) {
  const read = decodeSet(golden(name));
  if (!read.ok) throw new Error(`${name}: ${read.problem}`);
  return read.shared;
}

describe('a link that was sent long ago', () => {
  it('has its pack, its language, its seed, its title and every question, with edits and seeds of their own', () => {
    const shared = decoded('every-kind.txt');
    expect(shared).toMatchObject({ title: TITLE, pack: { id: 'normandy', version: 1 }, language: 'en', seed: 44, checksum: 'f846fc79' });
    expect(shared.items.map(({ what, form, seed }) => `${what} ${form} ${String(seed)}`)).toEqual([
      'date choice 44', 'date typed 4294967295', 'date-began choice 44', 'date-ended typed 44', 'place choice 44', 'place map 0', 'place typed 44',
      'event-by-date choice 44', 'event-by-place choice 44', 'sequence order 44', 'sequence first 44', 'sequence last 44', 'sequence between 300',
    ]); // prettier-ignore
    // Hashes of ids: what they are of must never change, or no link finds its events.
    expect(shared.items[0]?.events).toEqual([{ hash: 0xa1580_59b }]);
    expect(itemsOfShare(index, shared)).toEqual({ items: EVERY_KIND, gone: 0 });
  }); // prettier-ignore

  it('without a title, in the other language', () => {
    const shared = decoded('untitled.txt');
    expect(shared).toMatchObject({ title: '', language: 'uk', seed: 1 });
    const plain = EVERY_KIND.filter(({ edit }) => edit === null).map((each) => ({ ...each, seed: 1 }));
    expect(itemsOfShare(index, shared)).toEqual({ items: plain, gone: 0 });
  });

  it('that names events by their ids, from a device that did not have the pack', () => {
    const shared = decoded('by-names.txt');
    expect(shared.items.map(({ events }) => events)).toEqual([[{ id: 'benouville-bridge-taken' }], [{ id: 'benouville-bridge-taken' }]]);
    expect(itemsOfShare(index, shared)).toEqual({ items: EVERY_KIND.slice(0, 2), gone: 0 });
  }); // prettier-ignore

  it('finds its questions in a later version of the pack, wherever their events stand there', () => {
    const storylines = [...pack.storylines.map((each) => ({ ...each, id: `${each.id}-of-1944` }))];
    const events = [...pack.events].reverse().map((each) => ({ ...each, storyline: `${each.storyline}-of-1944` }));
    const later = indexPack({ ...pack, version: 9, storylines, events });
    const { items, gone } = itemsOfShare(later, decoded('every-kind.txt'));
    const renamed = EVERY_KIND.map((each) => ({ ...each, fact: each.fact.replace(/^landings:sequence/u, 'landings-of-1944:sequence') }));
    expect([items, gone]).toEqual([renamed, 0]);
  }); // prettier-ignore

  it('counts questions about events that the pack does not have any more, and keeps the others', async () => {
    const events = pack.events.filter(({ id }) => id !== 'bayeux-freed' && id !== 'carentan-battle');
    const later = indexPack({ ...pack, version: 9, events });
    const kept = EVERY_KIND.filter(({ fact }) => !/bayeux|carentan/u.test(fact));
    expect(itemsOfShare(later, decoded('every-kind.txt'))).toEqual({ items: kept, gone: 6 });

    const emptied = indexPack({ ...pack, version: 9, events: [] });
    expect(itemsOfShare(emptied, decoded('by-names.txt'))).toEqual({ items: [], gone: 2 });
    const opened = await openShare(golden('by-names.txt'), () => Promise.resolve({ ok: true, value: null }));
    expect(opened).toEqual({ ok: true, value: { is: 'no-pack', pack: { id: 'normandy', version: 1 } } });
  });

  it('is what the app writes to this day', () => {
    const set = savedSet({ title: TITLE, pack: { id: 'normandy', version: 1 }, seed: 44, items: EVERY_KIND });
    expect(encodeSet(set, index)).toBe(golden('every-kind.txt'));
    expect(encodeSet({ ...set, items: EVERY_KIND.slice(0, 2) }, null)).toBe(golden('by-names.txt'));
  });
});

describe('a file of a set that was saved long ago', () => {
  const whole: SavedSet = {
    format: 1,
    id: 'tomorrow',
    title: TITLE,
    pack: { id: 'normandy', version: 1 },
    language: 'en',
    seed: 44,
    revision: 12,
    wish: { count: 13, storylines: ['landings'], kinds: ['date', 'sequence'], forms: ['choice'], difficulty: [0.2, 0.8] },
    items: EVERY_KIND,
    exported: null,
    createdMs: 1_764_140_000_000,
    changedMs: 1_764_140_500_000,
  };

  it('is read whole', () => {
    expect(readSetFile(golden('set-file.json'))).toEqual({ ok: true, set: whole });
  });
});
