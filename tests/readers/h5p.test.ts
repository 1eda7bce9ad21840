import { existsSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { zip } from '../../src/lib/core/export/bytes/zip';
import { hostileSet, smallSet } from '../samples/export-set';
import { textOf, written } from '../laws/exports/written';
import { folder } from './programs';

// `@lumieducation/h5p-server` checks packages as Lumi and sites built on it do, by H5P's own schema. It is no dependency (its licence is
// the GPL): `npm run test:readers -- --install` puts it into a folder of its own. What it cannot tell without H5P's libraries, which come
// from the H5P Hub only, is whether a question's parameters mean to MultiChoice and Blanks what they mean to us.
const FOLDER = join(process.cwd(), '.dateline/readers/h5p');
const NAME = '@lumieducation/h5p-server';

interface Lumi {
  readonly H5PConfig: new () => object;
  readonly H5PEditor: new (...parts: readonly unknown[]) => {
    uploadPackage: (
      bytes: Buffer,
      user: object,
    ) => Promise<{ readonly metadata?: { title: string }; readonly parameters?: unknown }>;
  };
  readonly fsImplementations: Readonly<
    Record<'FileLibraryStorage' | 'FileContentStorage' | 'DirectoryTemporaryFileStorage', new (path: string) => object>
  >;
}

const LIBRARIES = [
  ['H5P.QuestionSet', 1, 20],
  ['H5P.MultiChoice', 1, 16],
  ['H5P.Blanks', 1, 14],
] as const;

/** A site: with the libraries of a set installed by name, or with none. */
function site(isReady: boolean) {
  const { H5PConfig, H5PEditor, fsImplementations: fs } = createRequire(join(FOLDER, 'package.json'))(NAME) as Lumi;
  const root = mkdtempSync(join(folder, 'site-'));
  const of = (name: string): string => {
    mkdirSync(join(root, name));
    return join(root, name);
  };
  const libraries = of('libraries');
  for (const [machineName, majorVersion, minorVersion] of isReady ? LIBRARIES : []) {
    const own = join(libraries, `${machineName}-${String(majorVersion)}.${String(minorVersion)}`);
    mkdirSync(own);
    const about = { machineName, majorVersion, minorVersion, patchVersion: 0, title: machineName, runnable: 1 };
    writeFileSync(join(own, 'library.json'), JSON.stringify(about));
    writeFileSync(join(own, 'semantics.json'), '[]');
  }
  const cache = { load: () => Promise.resolve(undefined), save: () => Promise.resolve() };
  const editor = new H5PEditor(
    cache,
    new H5PConfig(),
    new fs.FileLibraryStorage(libraries),
    new fs.FileContentStorage(of('content')),
    new fs.DirectoryTemporaryFileStorage(of('temporary')),
  );
  const user = { id: '1', name: 'Teacher', email: 'teacher@example.org', type: 'local' };
  return { upload: (bytes: Uint8Array) => editor.uploadPackage(Buffer.from(bytes), user) };
}

describe.skipIf(!existsSync(join(FOLDER, 'node_modules', NAME)))('a site with H5P (left out where its server is not installed)', () => {
  test.each([['a small set', smallSet], ['hostile texts', hostileSet]])('that has the libraries takes %s', async (_name, set) => {
    const { bytes } = await written('h5p', set());
    const { metadata } = await site(true).upload(bytes);
    expect(metadata?.title.length).toBeGreaterThan(0);
  });

  test('without them says which are missing: exactly those that the file names', async () => {
    const { bytes } = await written('h5p', smallSet());
    const names = LIBRARIES.map(([name, major, minor]) => `${name}-${String(major)}.${String(minor)}`);
    await expect(site(false).upload(bytes)).rejects.toThrow(`install-missing-libraries (libraries: ${names.join(', ')})`);
  });

  test('refuses what it must, so its consent means something', async () => {
    const { files } = await written('h5p', smallSet());
    const broken = (change: (head: Record<string, unknown>) => void, more: readonly (readonly [string, string])[] = []): Uint8Array => {
      const head = JSON.parse(textOf(files.get('h5p.json'))) as Record<string, unknown>;
      change(head);
      return zip([['h5p.json', JSON.stringify(head)], ['content/content.json', files.get('content/content.json') ?? ''], ...more]);
    };
    await expect(site(true).upload(broken((head) => (head.title = 'x'.repeat(256))))).rejects.toThrow();
    await expect(site(true).upload(broken((head) => delete head.embedTypes))).rejects.toThrow();
    await expect(site(true).upload(broken(() => undefined, [['content/page.html', '<p>']]))).rejects.toThrow();
  });
}); // prettier-ignore
