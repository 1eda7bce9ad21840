import fc from 'fast-check';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { readUkrainePack } from '../../../../../tests/content/pack-kit';
import { savedSet } from '../../../../../tests/samples/saved-set';
import { indexPack } from '../../packs/index-pack';
import { createGenerator, type Generator } from '../../questions/generator';
import { makeSet } from '../../questions/question-set';
import { itemOf, type SavedSet } from '../../questions/saved-set/saved-set';
import { fromBase64Url, toBase64Url } from './base64url';
import { decodeSet, encodeSet } from './share-code';
import { itemsOfShare } from './shared-items';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let generator: Generator;
let set: SavedSet;
beforeAll(async () => {
  generator = createGenerator(indexPack(await readUkrainePack()), { language: 'en' });
  const { questions } = makeSet(generator, { kinds: [], forms: [], fact: null, count: 20 }, 1);
  set = savedSet({ items: questions.map(itemOf) });
});
const read = (code: string) => {
  const decoded = decodeSet(code);
  if (!decoded.ok) throw new Error(decoded.problem);
  return decoded.shared;
};

describe('a set as letters', () => {
  it('of twenty questions is short enough for a picture that a phone reads from across a room', () => {
    const code = encodeSet(set, generator.context.index);
    expect(code).toMatch(/^[\w-]+$/u);
    expect(code.length).toBeLessThan(300);
  });

  it('comes back as the same questions, with edits and seeds of their own', () => {
    const items = set.items.map((item, i) =>
      i === 3 ? { ...item, seed: 77, edit: { stem: 'Коли це було?', options: { '2022-03-02': '“2 March”' } } } : item,
    );
    const edited = { ...set, items, title: 'Завтра', language: 'uk' as const };
    const shared = read(encodeSet(edited, generator.context.index));
    expect(shared).toMatchObject({ title: 'Завтра', language: 'uk', pack: set.pack, seed: 1 });
    expect(itemsOfShare(generator.context.index, shared)).toEqual({ items, gone: 0 });
  });

  it('counts what another version of the pack does not have', () => {
    const [gone] = set.items.flatMap(({ fact }) => (fact.includes(':sequence:') ? [] : [fact.split(':')[0]]));
    const { pack } = generator.context.index;
    const less = indexPack({ ...pack, events: pack.events.filter(({ id }) => id !== gone) });
    const { items, gone: missing } = itemsOfShare(less, read(encodeSet(set, generator.context.index)));
    expect(missing).toBeGreaterThan(0);
    expect(items.length + missing).toBe(20);
  });

  it('names events by their ids where their hashes tell nothing in the pack', () => {
    const { pack } = generator.context.index;
    const without = indexPack({ ...pack, events: [] });
    expect(encodeSet(set, null), 'the pack is not at hand').toBe(encodeSet(set, without));
    const shared = read(encodeSet(set, without));
    expect(itemsOfShare(generator.context.index, shared)).toEqual({ items: set.items, gone: 0 });
    expect(itemsOfShare(without, shared)).toEqual({ items: [], gone: 20 });
  });

  it('with any letter changed, lost or added is not believed', () => {
    const code = encodeSet(set, generator.context.index);
    const changed = (at: number): string => `${code.slice(0, at)}${code[at] === 'A' ? 'B' : 'A'}${code.slice(at + 1)}`;
    for (let at = 0; at < code.length; at++) expect(decodeSet(changed(at)).ok, String(at)).toBe(false);
    for (const bad of ['', 'A', code.slice(0, -1), code.slice(1), `${code}A`, `${code}!`, 'ü'])
      expect(decodeSet(bad)).toEqual({ ok: false, problem: 'damaged' });
  });

  it('of a newer app says so', () => {
    const bytes = fromBase64Url(encodeSet(set, generator.context.index)) ?? new Uint8Array();
    const body = bytes.slice(0, -4).map((byte, i) => (i === 0 ? 2 : byte));
    let hash = 0x811c9dc5;
    for (const byte of body) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
    const sum = [24, 16, 8, 0].map((shift) => (hash >>> shift) & 0xff);
    expect(decodeSet(toBase64Url(Uint8Array.from([...body, ...sum])))).toEqual({ ok: false, problem: 'newer' });
  });

  it('never throws, whatever is put in', () => {
    const bytes = fc.uint8Array({ maxLength: 80 }).map((given) => {
      let hash = 0x811c9dc5;
      for (const byte of given) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
      return toBase64Url(Uint8Array.from([...given, ...[24, 16, 8, 0].map((shift) => (hash >>> shift) & 0xff)]));
    });
    fc.assert(
      fc.property(fc.oneof(bytes, fc.string()), (code) => {
        expect(typeof decodeSet(code).ok).toBe('boolean');
      }),
    );
  });
});

describe('base 64 of addresses', () => {
  it('comes back, and nothing but itself comes back', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
        expect(fromBase64Url(toBase64Url(bytes))).toEqual(bytes);
      }),
    );
    for (const bad of ['A', 'AB', 'AAB', 'AA==', 'A A']) expect(fromBase64Url(bad), bad).toBeNull();
  });
});
