import { readFile, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { LONGEST_FILE } from '$lib/core/export/import/read-foreign';
import { UsageError } from './command';
import type { Io } from './io';

/**
 * The text of a file that comes from elsewhere, or of standard input for `-`: UTF-8, or what Excel calls "Unicode text"; null, and said why, where it cannot be one.
 *
 * @throws {UsageError} when there is no such file
 */
export async function readTextFile(path: string, io: Io): Promise<string | null> {
  if (path === '-') return io.stdin();
  const absolute = resolve(io.cwd, path);
  const found = await stat(absolute).catch(() => null);
  if (found === null || found.isDirectory())
    throw new UsageError(found === null ? `there is no file ${path}` : `${path} is a folder, not a file`);
  if (found.size > LONGEST_FILE) {
    io.err(`${path}:1:1 (root): is too long (expected at most ${String(LONGEST_FILE / 1e6)} MB, received ${String(Math.ceil(found.size / 1e6))} MB)`);
    return null;
  }
  const bytes = await readFile(absolute);
  // UTF-16 by its byte order mark, which is the only encoding but UTF-8 that is told for certain.
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    io.err(`${path}:1:1 (root): is not text in UTF-8, but in another encoding such as Windows-1251, or no text (expected a file saved as UTF-8)`);
    return null;
  }
} // prettier-ignore
