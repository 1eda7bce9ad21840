import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** Writes a file by way of a temporary folder beside it, which it then replaces: there is never half of it. */
export async function writeWhole(target: string, content: Uint8Array | string): Promise<void> {
  await mkdir(dirname(target), { recursive: true });
  const temporary = await mkdtemp(`${target}.`);
  try {
    const file = join(temporary, basename(target));
    await writeFile(file, content);
    await rename(file, target);
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}
