import { createHash } from 'node:crypto';
import { cp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { builtSite, filesOf } from './built-site';

/** The files whose names carry the hash of their content: a new version has other names. */
const HASHED = /^\/_app\/immutable\/(?:.*[./])?([\w-]{8})\.(?:js|css)$/;
const TEXT = /\.(js|css|html|json|webmanifest)$/;

/** Copies the built site, without the compressed files, which could not follow a change. */
export async function copySite(folder: string): Promise<void> {
  await cp(builtSite, folder, { recursive: true, filter: (path) => !/\.(br|gz)$/.test(path) });
}

/**
 * Turns a copied site into the next version of itself, as a build after a change of every file would be: other names for what is
 * hashed, another version number, and the service worker, the pages and their policies to fit. Returns the version number.
 */
export async function makeNextVersion(folder: string): Promise<string> {
  const files = await filesOf(folder);
  const hashes = files.flatMap((file) => HASHED.exec(file)?.[1] ?? []);
  const { version } = JSON.parse(await readFile(join(folder, '_app/version.json'), 'utf8')) as { version: string };
  const next = `${version}.next`;
  const renamed = (text: string): string =>
    hashes.reduce((done, hash) => done.replaceAll(hash, turned(hash)), text).replaceAll(version, next);

  for (const file of files.filter((each) => TEXT.test(each))) {
    const path = join(folder, file);
    const text = renamed(await readFile(path, 'utf8'));
    await writeFile(path, file.endsWith('.html') ? allowScripts(text) : text);
  }
  for (const file of files) if (HASHED.test(file)) await rename(join(folder, file), join(folder, renamed(file)));
  const worker = join(folder, 'service-worker.js');
  // Pages, the manifest and the rest keep their addresses: what tells of their change is the revision.
  await writeFile(
    worker,
    (await readFile(worker, 'utf8')).replace(
      /"revision":"(\w+)"/g,
      (_, revision: string) => `"revision":"${revision}n"`,
    ),
  );
  return next;
}

/** Takes away one of the files that the next version's service worker wants to keep. */
export async function loseFile(folder: string): Promise<void> {
  const lost = (await filesOf(folder)).findLast((file) => /^\/_app\/immutable\/chunks\/.*\.js$/.test(file));
  if (lost === undefined) throw new Error('the site has no chunks');
  await rm(join(folder, lost));
}

/** Another hash of the same length. */
function turned(hash: string): string {
  return `${hash.slice(0, -1)}${hash.endsWith('0') ? '1' : '0'}`;
}

/** The content policy names the page's own script by its hash. */
function allowScripts(html: string): string {
  const scripts = [...html.matchAll(/<script>([\s\S]*?)<\/script>/g)].map(([, script]) => script ?? '');
  const allowed = scripts.map((script) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`).join(' ');
  return html.replace(/'sha256-[^']+'/, allowed);
}
