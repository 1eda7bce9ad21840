import { describe, expect, test } from 'vitest';
import { SearchIndex } from './search-index';

function filled(): SearchIndex {
  const index = new SearchIndex();
  const things: readonly (readonly [id: string, texts: readonly string[], weight: number])[] = [
    ['kyiv', ['Kyiv', 'Київ', 'Kiev'], 3],
    ['kyiv-tower', ['a missile hit the television tower', 'ракета влучила в телевежу', 'Kyiv'], 1],
    ['borodianka', ['Borodianka', 'Бородянка', 'Borodyanka'], 3],
    ['hostomel', ['Hostomel', 'Гостомель'], 3],
    ['hostomel-captured', ['Russian forces captured Hostomel', 'російські війська захопили Гостомель'], 1],
    ['kharkiv', ['Kharkiv', 'Харків'], 3],
    ['kyiv-city', ['Kyiv city'], 9],
    ['pechenihy', ['Pechenihy', 'Печеніги'], 3],
  ];
  for (const [id, texts, weight] of things) {
    const named = weight > 1;
    index.add({ id, names: named ? texts : [], texts: named ? [] : texts, weight });
  }
  return index;
}
const find = (typed: string): readonly string[] =>
  filled()
    .find(typed, 10)
    .map(({ id }) => id);

describe('search', () => {
  test.each(['Kyiv', 'Kiev', 'Київ', 'Киев', 'kyiv', 'KIEV', 'Kyyiv'])('%s finds Kyiv first', (typed) => {
    expect(find(typed)[0]).toBe('kyiv');
    expect(find(typed)).toContain('kyiv-tower');
  });

  test.each(['Gostomel', 'Hostom', 'гостом', 'Hostomle', 'Hostomell'])('%s finds Hostomel', (typed) => {
    expect(find(typed)).toEqual(['hostomel', 'hostomel-captured']);
  });

  test.each(['Borodyanka', 'Бородянка', 'borod', 'Borodjanka', 'Boroidanka'])('%s finds Borodianka', (typed) => {
    expect(find(typed)).toEqual(['borodianka']);
  });

  test('all words must be there, in any order', () => {
    expect(find('hostomel captured')).toEqual(['hostomel-captured']);
    expect(find('captured host')).toEqual(['hostomel-captured']);
    expect(find('captured kharkiv')).toEqual([]);
  });

  test('a word is taken as finished once something follows it', () => {
    expect(find('host')).toHaveLength(2);
    expect(find('host ')).toEqual([]);
  });

  test.each(['', '   ', '—', '…'])('"%s" finds nothing', (typed) => {
    expect(find(typed)).toEqual([]);
  });

  test('short words forgive no slip: Kyiv is not every word of four letters', () => {
    expect(find('Kyix')).toEqual([]);
  });

  test('no more than wanted, and things added later are found', () => {
    const index = filled();
    expect(index.find('k', 2)).toHaveLength(2);
    index.add({ id: 'kupiansk', names: ['Kupiansk'], texts: [], weight: 3 });
    expect(index.find('kupyan', 5).map(({ id }) => id)).toEqual(['kupiansk']);
  });
});
