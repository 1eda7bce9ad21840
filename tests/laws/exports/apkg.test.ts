import { describe, expect, test } from 'vitest';
import { guidOf } from '../../../src/lib/core/export/anki/guid';
import { FIELDS, NOTE_TYPE_IDS } from '../../../src/lib/core/export/anki/note-types';
import { openSqlite } from '../../samples/read-sqlite';
import { hostileSet, smallSet } from '../../samples/export-set';
import { FORBIDDEN, textOf, written, type Tried } from './written';

interface Package {
  readonly tried: Tried;
  readonly query: (sql: string) => readonly (readonly unknown[])[];
  readonly media: Readonly<Record<string, string>>;
}

async function open(set = hostileSet()): Promise<Package> {
  const tried = await written('apkg', set);
  const query = await openSqlite(tried.files.get('collection.anki2') ?? new Uint8Array());
  return { tried, query, media: JSON.parse(textOf(tried.files.get('media'))) as Record<string, string> };
}

const { tried, query, media } = await open();
const json = (column: string, { query: ask } = { query }): Record<string, Record<string, unknown>> =>
  JSON.parse(String(ask(`select ${column} from col`)[0]?.[0])) as Record<string, Record<string, unknown>>;

describe('an Anki package', () => {
  test('is a whole database, with a note and a card a question', () => {
    expect(query('pragma integrity_check')).toEqual([['ok']]);
    const { length } = tried.items;
    expect(query('select count(*) from notes')).toEqual([[length]]);
    // Notes without cards would be deleted by "Check database".
    expect(query('select count(distinct nid) from cards c join notes n on n.id = c.nid')).toEqual([[length]]);
  });

  test('guids differ: notes that share one are silently merged', () => {
    expect(query('select count(distinct guid) from notes')).toEqual([[tried.items.length]]);
  });

  test('a note has as many fields as its type, or "Check database" deletes it', () => {
    const counts = new Map(Object.entries(NOTE_TYPE_IDS).map(([type, id]) => [id, FIELDS[type as keyof typeof FIELDS].length]));
    for (const [mid, flds] of query('select mid, flds from notes')) expect(String(flds).split('\u001F').length).toBe(counts.get(Number(mid)));
    // The divider itself was in the texts, and is not any more.
    expect(String(query('select group_concat(flds, "") from notes')[0]?.[0]).replaceAll('\u001F', '')).not.toMatch(FORBIDDEN);
  }); // prettier-ignore

  test('no text is a command to Anki: no double braces, no LaTeX, no sound, no formula', () => {
    const texts = [...query('select flds from notes').flat(), JSON.stringify(json('decks'))].map(String);
    expect(hostileSet().questions.some(({ stem, explanation }) => `${stem}${explanation}`.includes('[latex]'))).toBe(
      true,
    );
    for (const text of texts) expect(text).not.toMatch(/\{\{|\[\$|\[latex|\[sound:|\\\(/u);
  });

  test('its note types are there, with ids and fields that never change', () => {
    const models = json('models');
    expect(query('select distinct mid from notes order by mid').flat()).toEqual([1_600_000_000_101, 1_600_000_000_102, 1_600_000_000_103, 1_600_000_000_104]);
    expect(Object.fromEntries(Object.values(models).map((model) => [model.name, (model.flds as { name: string }[]).map(({ name }) => name)]))).toEqual({
      'Dateline choice': ['Question', 'Options', 'Answer', 'Explanation', 'Source', 'Id', 'Extra1', 'Extra2', 'Extra3'],
      'Dateline typed': ['Question', 'Answer', 'Accepted', 'Explanation', 'Source', 'Id', 'Extra1', 'Extra2', 'Extra3'],
      'Dateline order': ['Question', 'Shown', 'Answer', 'Explanation', 'Source', 'Id', 'Extra1', 'Extra2', 'Extra3'],
      'Dateline map': ['Question', 'Picture', 'Left', 'Top', 'Width', 'Answer', 'Explanation', 'Source', 'Id', 'Extra1', 'Extra2', 'Extra3'],
    });
  }); // prettier-ignore

  test('the deck Default is there, or Anki 2.1.15 crashes; ours is not under another', () => {
    const decks = json('decks');
    expect(decks['1']?.name).toBe('Default');
    const names = Object.values(decks).map(({ name }) => String(name));
    expect(names.length).toBe(2);
    expect(names.some((name) => name.includes('::'))).toBe(false);
  });

  test('it says schema 11, which every Anki imports', () => {
    expect(query('select ver from col')).toEqual([[11]]);
    expect([...tried.files.keys()].some((name) => name === 'meta' || name === 'collection.anki21b')).toBe(false);
  });

  test('every picture that a note shows is listed and in the archive, under a name without a path', () => {
    const shown = new Set([...String(query('select group_concat(flds) from notes')[0]?.[0]).matchAll(/<img src="([^"]+)"/gu)].map(([, name]) => name));
    expect(shown.size).toBeGreaterThan(0);
    expect(new Set(Object.values(media))).toEqual(shown);
    for (const [number, name] of Object.entries(media)) {
      expect(name).toMatch(/^dateline-[\w.-]+$/u);
      expect(tried.files.get(number)?.length).toBeGreaterThan(100);
    }
  }); // prettier-ignore

  test('tags hold no space, and stand between spaces', () => {
    for (const [tags] of query('select tags from notes')) expect(tags).toMatch(/^ (?:\S+ )+$/u);
  });

  test('ids lie in the past, or Anki gives others', () => {
    const [first = 0, last = 0] = (query('select min(id), max(id) from notes')[0] ?? []).map(Number);
    expect(first).toBeGreaterThan(1_500_000_000_000);
    expect(last).toBeLessThan(Date.UTC(2024, 0, 1));
  });

  test('the licence is in every note and in the deck', async () => {
    const small = await open(smallSet());
    expect(small.query("select count(*) from notes where flds like '%CC BY-SA 4.0%'")).toEqual([[7]]);
    expect(JSON.stringify(json('decks', small))).toContain('CC BY-SA 4.0');
  });
});

describe('a corrected set', () => {
  const correct = (more = {}) => {
    const set = smallSet(more);
    return { ...set, questions: set.questions.map((each) => ({ ...each, stem: `${each.stem} (corrected)` })) };
  };

  test('keeps guids and note types, and is newer: Anki updates in place, and schedules stay', async () => {
    const before = await open(smallSet());
    const ids = before.query('select guid, mid, mod from notes order by id');
    for (const set of [correct({ revision: 1 }), correct({ pack: { ...smallSet().pack, version: 4 } })]) {
      const after = await open(set);
      const updated = after.query('select guid, mid, mod from notes order by id');
      expect(updated.map(([guid, mid]) => [guid, mid])).toEqual(ids.map(([guid, mid]) => [guid, mid]));
      updated.forEach(([, , mod], i) => {
        expect(Number(mod)).toBeGreaterThan(Number(ids[i]?.[2]));
      });
      expect(after.query("select count(*) from notes where flds like '%(corrected)%'")).toEqual([[7]]);
    }
  });

  test('a higher version of the pack is newer than any edit of the one before', async () => {
    const mod = async (version: number, revision: number): Promise<number> => {
      const { query: ask } = await open(smallSet({ revision, pack: { ...smallSet().pack, version } }));
      return Number(ask('select max(mod) from notes')[0]?.[0]);
    };
    expect(await mod(4, 0)).toBeGreaterThan(await mod(3, 9999));
  });

  test('guids hang on the id of the question and on nothing else', async () => {
    const renamed = await open(smallSet({ title: 'Another title', id: 'another', seed: 7 }));
    expect(renamed.query('select guid from notes order by id').flat()).toEqual(smallSet().questions.map(({ id }) => guidOf(id)));
    expect(guidOf('a')).toMatch(/^[\w-]{11}$/u);
    expect(new Set(Array.from({ length: 20_000 }, (_, i) => guidOf(`q${String(i)}`))).size).toBe(20_000);
  }); // prettier-ignore
});
