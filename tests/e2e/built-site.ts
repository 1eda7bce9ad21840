import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../../src/build/root.js';

/** Where `npm run build` puts the site. */
export const builtSite = join(root, 'build');

/** The files of a built site by their paths with forward slashes, without the compressed copies that stand beside them. */
export async function filesOf(folder: string): Promise<readonly string[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  return found
    .filter((each) => each.isFile() && !/\.(br|gz)$/.test(each.name))
    .map((each) => join(each.parentPath, each.name).slice(folder.length).replaceAll('\\', '/'))
    .sort();
}
