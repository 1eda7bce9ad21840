import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { packageProblems } from '../../src/build/package-rules.js';
import { root } from '../../src/build/root.js';

// Whatever is wrong is listed, so that a failure names it.

const read = (path: string): string => readFileSync(join(root, path), 'utf8');

/** Our own files: what tools make is left out. */
const sources = readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) =>
    join(entry.parentPath, entry.name)
      .slice(root.length + 1)
      .replaceAll('\\', '/'),
  )
  .filter((path) => !path.startsWith('src/lib/paraglide/'));
const programs = sources.filter((path) => /\.(ts|js|svelte)$/.test(path));
const products = programs.filter((path) => !path.endsWith('.test.ts'));

describe('files of src', () => {
  it('are found', () => {
    expect(products.length).toBeGreaterThan(100);
    expect(products).toContain('src/lib/core/time/span.ts');
  });

  it('have 400 lines at most, tests among them', () => {
    expect(programs.filter((path) => read(path).trimEnd().split('\n').length > 400)).toEqual([]);
  });

  it('are not called utils, helpers, common or misc, nor are their folders', () => {
    const empty = /^(utils?|helpers?|common|misc)$/;
    const named = (path: string): boolean => path.split('/').some((part) => empty.test(part.split('.')[0] ?? ''));
    expect(sources.filter(named)).toEqual([]);
  });

  it('are no barrels', () => {
    expect(programs.filter((path) => /^index\.(ts|js)$/.test(basename(path)))).toEqual([]);
    const onlyPassesOn = (path: string): boolean => {
      const statements = read(path).replace(/\/\*[^]*?\*\/|\/\/.*/g, '').split(';').map((each) => each.trim()); // prettier-ignore
      const all = statements.filter((each) => each !== '');
      return all.length > 1 && all.every((each) => /^export\b[^=(]*\bfrom\b/.test(each));
    };
    expect(products.filter(onlyPassesOn)).toEqual([]);
  });

  it('bear names-like-this.ts, or NamesLikeThis.svelte', () => {
    // Kit wants its hooks called `hooks.server.ts`.
    const right =
      /^(\+?[a-z0-9]+(-[a-z0-9]+)*(\.(svelte|test|d|svelte\.test|server))?\.(ts|js)|[A-Z][A-Za-z0-9]*\.svelte|\+[a-z]+(@[a-z]*)?\.svelte)$/;
    expect(programs.filter((path) => !right.test(basename(path)))).toEqual([]);
  });

  it('have runes only where their name says so', () => {
    const rune = /\$(state|derived|effect|props|bindable)\b(?=[(.<])/;
    const withRune = products.filter((path) => path.endsWith('.ts') && rune.test(read(path)));
    expect(withRune.filter((path) => !path.endsWith('.svelte.ts'))).toEqual([]);
    expect(withRune.length).toBeGreaterThan(0);
  });

  test.each([
    { name: 'ts-fsrs', file: 'src/lib/core/memory/fsrs.ts' },
    { name: 'fflate', file: 'src/lib/core/export/bytes/zip.ts' },
    { name: 'fast-xml-parser', file: null },
    { name: 'papaparse', file: null },
    { name: 'read-excel-file', file: null },
    { name: 'sql.js', file: null },
    { name: 'fzstd', file: null },
  ])('$name is named in one place, so that one place changes with it', ({ name, file }) => {
    const spelt = new RegExp(`['"\`]${name.replace('.', '\\.')}(/[^'"\`]*)?['"\`]`);
    const inValues = products.filter((path) => path.startsWith('src/lib/') && spelt.test(read(path)));
    if (file === null) expect(inValues.length).toBeLessThanOrEqual(1);
    else expect(inValues).toEqual([file]);
  });
});

describe('package.json and its lock', () => {
  it('name exact versions and no registry', () => {
    expect(packageProblems(read('package.json'), read('package-lock.json'))).toEqual([]);
  });

  test.each(['^1.2.3', '~1.2.3', '1.2', '1.x', '*', 'latest', '>=1.2.3', 'github:a/b', 'npm:b@1.2.3'])(
    'a version like %s is a problem',
    (version) => {
      const described = JSON.stringify({ devDependencies: { thing: version } });
      expect(packageProblems(described, '{}')).toEqual([
        `package.json: thing is "${version}"; an exact version is expected`,
      ]);
    },
  );

  it('lets pass what is exact, a version on trial among them', () => {
    expect(packageProblems('{"dependencies":{"a":"1.2.3","b":"2.0.0-rc.1"}}', '{}')).toEqual([]);
  });

  it('says where the lock file names a registry', () => {
    expect(packageProblems('{}', '{\n  "a": {\n    "resolved": "x"\n')).toEqual([
      'package-lock.json:3: has "resolved"; run npm install with the .npmrc of the project',
    ]);
  });
});
