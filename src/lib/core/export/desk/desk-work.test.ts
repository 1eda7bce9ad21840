import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { MAP_FILE, readUkraineMap, readUkrainePack, readUkraineSource } from '../../../../../tests/content/pack-kit';
import { savedSet } from '../../../../../tests/samples/saved-set';
import { packMap } from '../../places/pack-map';
import type { SavedSet, SetItem } from '../../questions/saved-set/saved-set';
import { fromUtf8 } from '../bytes/utf8';
import { DEFAULT_OPTIONS, FORMAT_IDS } from '../format';
import type { DeskTask, DeskWork, DeskWorks, ItemView } from './desk-task';
import { DeskWorker } from './desk-work';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const desk = new DeskWorker();
let set: SavedSet;

async function ask<W extends DeskWork>(is: W, about: DeskWorks[W]['ask']): Promise<DeskWorks[W]['answer']> {
  // The task is put together from its kind and what belongs to that kind.
  return await desk.work({ is, ...about } as unknown as DeskTask);
}

const question = (view: ItemView | undefined) => {
  if (view?.is !== 'question') throw new Error('it is gone');
  return view;
};

beforeAll(async () => {
  const pack = await readUkrainePack();
  const shapes = readUkraineMap();
  const areas = pack.places.flatMap(({ area }) => {
    const found = area === null ? null : shapes.area(area);
    return area === null || found === null ? [] : [[area, found] as const];
  });
  const map = packMap(JSON.parse(readFileSync(MAP_FILE, 'utf8')), {}, 6);
  await ask('pack', { pack: { source: await readUkraineSource(), areas: Object.fromEntries(areas), map } });
  const empty = savedSet();
  const drawn = await ask('draw', { set: empty, wish: empty.wish, kept: [], without: [] });
  set = { ...empty, items: drawn.items };
});

const views = (items: readonly SetItem[]) => ask('views', { set, items });

describe('the desk', () => {
  it('tells what can be chosen of a pack', async () => {
    const survey = await ask('survey', { pack: 'ukraine-2022', language: 'uk' });
    expect(survey.storylines.length).toBeGreaterThan(3);
    expect(survey.kinds.map(({ kind }) => kind)).toEqual(['date', 'place', 'sequence', 'event']);
    expect(survey.forms).toContain('map');
    expect(survey.storylines[0]?.title).toMatch(/\p{Script=Cyrillic}/u);
  });

  it('draws twenty questions and shows them as they are', async () => {
    expect(set.items).toHaveLength(20);
    const shown = await views(set.items);
    expect(shown.every((view) => view.is === 'question' && !view.edited && view.warnings.length === 0)).toBe(true);
  });

  it('draws another like one, about another event, that goes with the rest', async () => {
    const shown = await views(set.items);
    const at = shown.findIndex((view) => view.is === 'question' && view.question.kind === 'event');
    const like = question(shown[at]).question;
    const facts = new Set(set.items.map(({ fact }) => fact));
    const seen: string[] = [];
    for (let i = 0; i < 3; i++) {
      const { items } = await ask('another', { set, at, without: seen });
      const [next] = items;
      if (next === undefined) throw new Error('none is left');
      const { kind } = question((await views([next]))[0]).question;
      expect(i > 0 || kind === like.kind).toBe(true);
      expect(facts.has(next.fact)).toBe(false);
      expect(seen).not.toContain(next.fact);
      seen.push(next.fact);
    }
  });

  it('looks at an export before it is made, and writes what it has said, in every format', async () => {
    for (const format of FORMAT_IDS) {
      const about = { set, format, options: DEFAULT_OPTIONS };
      const seen = await ask('preflight', { ...about, words: 'uk' });
      const files = await ask('write', about);
      expect(files, format).toHaveLength(1);
      expect(files[0]?.bytes.length, format).toBeGreaterThan(100);
      expect(seen.taken, format).toBeGreaterThan(0);
      expect(seen.taken, format).toBeLessThanOrEqual(seen.all);
      expect(files[0]?.name, format).toMatch(/^tomorrow\.\w+$/u);
    }
  });

  it('substitutes what is wished, and says it in the words of the interface', async () => {
    const asIs = await ask('preflight', { set, format: 'kahoot', options: DEFAULT_OPTIONS, words: 'uk' });
    expect(asIs.groups.map(({ said }) => said).join()).toContain('замість «упорядкування»');
    const out = { ...DEFAULT_OPTIONS, substitutes: { order: 'leave-out' as const, map: 'leave-out' as const } };
    const without = await ask('preflight', { set, format: 'kahoot', options: out, words: 'en' });
    expect(without.taken).toBeLessThan(asIs.taken);
    const gone = without.groups.filter(({ kind }) => kind === 'left-out').flatMap(({ places }) => places);
    expect(gone).toHaveLength(without.all - without.taken);
  });

  it('writes versions of their own where a file holds one', async () => {
    const options = { ...DEFAULT_OPTIONS, versions: ['A', 'B'] };
    const files = await ask('write', { set, format: 'gift', options });
    expect(files.map(({ name }) => name)).toEqual(['tomorrow-a.gift', 'tomorrow-b.gift']);
    expect(await ask('write', { set, format: 'docx', options })).toHaveLength(1);
  });

  it.each(['json', 'moodle', 'gift', 'csv', 'anki-text'] as const)('takes edits made in %s home', async (format) => {
    const at = (await views(set.items)).findIndex((view) => view.is === 'question' && view.question.form === 'choice');
    const { stem } = question((await views(set.items))[at]).question;
    const [file] = await ask('write', { set, format, options: DEFAULT_OPTIONS });
    const words = stem.split(/[^\p{L} ]/u)[0] ?? '';
    const text = fromUtf8(file?.bytes ?? new Uint8Array()).replaceAll(words, `Tell me: ${words.toLowerCase()}`);
    const back = await ask('back', { set, base: null, text });
    if (!back.ok) throw new Error(back.why);
    expect(back.changes.length).toBeGreaterThan(0);
    expect(back.changes.every(({ part }) => part === 'stem' || part === 'explanation' || part === 'option')).toBe(true);
    const { items } = await ask('changed', { set, changes: back.changes });
    const changed = question((await views(items))[at]);
    expect(changed.edited).toBe(true);
    expect(changed.question.stem).toMatch(/^Tell me/u);
    expect(changed.warnings[0]).toEqual({ kind: 'proof' });
  }); // prettier-ignore

  it('refuses a file that is none of ours, or of another set', async () => {
    expect(await ask('back', { set, base: null, text: 'hello' })).toMatchObject({ ok: false, why: 'no-format' });
    const other = { ...set, items: set.items.map((item) => ({ ...item, seed: 99 })) };
    const [file] = await ask('write', { set: other, format: 'csv', options: DEFAULT_OPTIONS });
    const text = fromUtf8(file?.bytes ?? new Uint8Array());
    expect(await ask('back', { set, base: null, text })).toMatchObject({ ok: false, why: 'no-set' });
  });
});
