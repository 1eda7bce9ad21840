import { describe, expect, test } from 'vitest';
import { hostileSet } from '../../samples/export-set';
import { FORBIDDEN, textOf, written } from './written';

describe('Mochi', async () => {
  const { files, items } = await written('mochi', hostileSet());
  const edn = textOf(files.get('data.edn'));

  test('strings end where they should: outside of them is nothing but the structure', () => {
    const structure = edn.replace(/"(?:[^"\\]|\\.)*"/gsu, '""');
    expect(structure).toMatch(/^\{:version 2 :decks \[\{:name "" :id :d[0-9a-f]{15} :cards \[(?:\{:id :d[0-9a-f]{15} :content ""\}\n?)+\]\}\]\}$/u);
    expect(structure.match(/:content/gu)?.length).toBe(items.length + 1);
    expect(edn).not.toMatch(FORBIDDEN);
  }); // prettier-ignore

  test('ids are at least eight letters and different', () => {
    const ids = [...edn.matchAll(/\{:id :(\w+)/gu)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(items.length + 1);
  });

  test('two sides a card: no text makes a third', () => {
    for (const [, content = ''] of edn.matchAll(/:content "((?:[^"\\]|\\.)*)"/gsu)) {
      expect(content.split('\n').filter((line) => line === '---').length).toBe(1);
    }
  });

  test('every picture that a card shows is in the archive', () => {
    const shown = new Set([...edn.matchAll(/@media\/([\w.-]+)/gu)].map(([, name]) => name));
    expect(shown.size).toBeGreaterThan(0);
    for (const name of shown) expect(files.get(name ?? '')?.length).toBeGreaterThan(100);
  });
});
