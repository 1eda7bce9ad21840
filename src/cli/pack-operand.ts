import { describeProblem } from '$lib/core/packs/problem';
import type { Pack } from '$lib/core/packs/pack';
import { UsageError } from './command';
import type { Io } from './io';
import { NoPackError, readPackFrom, type ReadFiles } from './pack-files';

/**
 * The pack that a command's PACK names, with its problems if it has some.
 *
 * @throws {UsageError} when there is none
 */
export async function readPackOrUsage(path: string, io: Io): Promise<ReadFiles> {
  try {
    return await readPackFrom(path, io);
  } catch (error) {
    if (error instanceof NoPackError) throw new UsageError(error.message);
    throw error;
  }
}

/**
 * The same for a command that needs a pack in order: null when it has problems, which are then told on standard error.
 *
 * @throws {UsageError} when there is none
 */
export async function readSoundPack(path: string, io: Io): Promise<Pack | null> {
  const read = await readPackOrUsage(path, io);
  if (read.ok) return read.pack;
  for (const problem of read.problems) io.err(describeProblem(problem));
  io.err(`${path} has problems: nothing is made from it until they are gone`);
  return null;
}
