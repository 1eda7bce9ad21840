import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { LAZY_GROUPS, MOMENTS, sharersOf } from './lazy-chunks.js';
import { root } from './root.js';

/** A module: what it imports, and what it brings in later. */
interface Drawn {
  readonly imports?: readonly string[];
  readonly later?: readonly string[];
  readonly isEntry?: boolean;
}

type Graph = Readonly<Record<string, Drawn>>;

/** The bundler's view of a graph. */
function contextOf(graph: Graph): Parameters<typeof sharersOf>[1] {
  const importers = (id: string, by: 'imports' | 'later'): string[] =>
    Object.keys(graph).filter((other) => graph[other]?.[by]?.includes(id) === true);
  const context = {
    getModuleInfo: (id: string) => ({
      isEntry: graph[id]?.isEntry ?? false,
      importedIds: [...(graph[id]?.imports ?? [])],
      dynamicallyImportedIds: [...(graph[id]?.later ?? [])],
      importers: importers(id, 'imports'),
      dynamicImporters: importers(id, 'later'),
    }),
  };
  return context as unknown as ReturnType<typeof contextOf>;
}

/** In which file each module travels; null: as the bundler likes. */
function sorted(graph: Graph): Readonly<Record<string, string | null>> {
  const context = contextOf(graph);
  const place = (id: string): string | null =>
    LAZY_GROUPS.toSorted((a, b) => b.priority - a.priority)
      .map(({ name }) => name(id, context))
      .find((name) => name !== null) ?? null;
  return Object.fromEntries(Object.keys(graph).map((id) => [id.split('/').at(-1) ?? '', place(id)]));
}

describe('files for what comes later', () => {
  it('are named after modules that there are', () => {
    for (const file of Object.values(MOMENTS).flat()) expect(existsSync(join(root, 'src', file)), file).toBe(true);
  });

  it('hold what one moment needs, what two share, and never what a page begins with', () => {
    const at = (file: string): string => `/made-1/src/${file}`;
    const travels = sorted({
      [at('page')]: {
        isEntry: true,
        imports: [at('dates'), at('lib/ui/Lead.svelte'), at('head')],
        later: [at('lib/compose.ts'), at('card')],
      },
      [at('lib/compose.ts')]: {
        imports: [at('store')],
        later: [at('lib/core/answers/judge.ts'), at('lib/compose/exploring.ts')],
      },
      [at('lib/core/answers/judge.ts')]: { imports: [at('dates'), at('places'), at('typos')] },
      [at('lib/compose/exploring.ts')]: { imports: [at('places'), at('lanes')] },
      [at('card')]: { imports: [at('places'), at('lib/ui/Lead.svelte')] },
      [at('dates')]: {},
      [at('lib/ui/Lead.svelte')]: {},
      [at('head')]: {},
      [at('store')]: {},
      [at('places')]: {},
      [at('typos')]: {},
      [at('lanes')]: {},
    });
    expect(travels).toEqual({
      page: null,
      card: null,
      dates: 'first-0',
      'Lead.svelte': 'first-0-more',
      head: null,
      'compose.ts': 'device',
      store: 'device',
      'judge.ts': 'session',
      typos: 'session',
      'exploring.ts': 'walk',
      lanes: 'walk',
      places: 'session-walk-more',
    });
  });

  it('are sorted anew for another build', () => {
    const travels = sorted({
      '/made-2/src/page': { isEntry: true, imports: ['/made-2/src/dates'] },
      '/made-2/src/dates': {},
    });
    expect(travels).toEqual({ page: null, dates: null });
  });
});

describe('how many share a module', () => {
  it('are the pages and the parts brought in later that lead to it, each counted once', () => {
    const context = contextOf({
      page: { isEntry: true, imports: ['words', 'list'], later: ['card'] },
      other: { isEntry: true, imports: ['list'], later: ['page'] },
      list: { imports: ['words'] },
      card: { imports: ['words'] },
      words: {},
    });
    expect(['words', 'list', 'card', 'page'].map((id) => sharersOf(id, context))).toEqual([3, 2, 1, 1]);
  });
});
