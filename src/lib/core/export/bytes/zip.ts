import { unzipSync, zipSync, zlibSync, type Zippable } from 'fflate';
import { utf8 } from './utf8';

/**
 * The time of every file in an archive. Written without a zone, it is read as the machine's own time, which is what zip stores: the
 * bytes are the same in every zone. 1980-01-01 is the earliest that zip knows.
 */
const FIXED_TIME = '1980-01-01T00:00:00';

/** A file of an archive: its path with forward slashes, and its text or bytes. */
export type ZipEntry = readonly [path: string, content: string | Uint8Array];

/** Packs files in the order given; the same files give the same bytes. Pictures, which are packed already, are stored. */
export function zip(entries: readonly ZipEntry[], level: 4 | 6 = 6): Uint8Array {
  const files: Zippable = {};
  for (const [path, content] of entries) {
    const bytes = typeof content === 'string' ? utf8(content) : content;
    files[path] = [bytes, { level: path.endsWith('.png') ? 0 : level }];
  }
  return zipSync(files, { mtime: FIXED_TIME, os: 3 });
}

/** The files of an archive by path. @throws {Error} for what is no zip archive */
export function unzip(bytes: Uint8Array): Readonly<Record<string, Uint8Array>> {
  return unzipSync(bytes);
}

/** Bytes packed as zlib does (RFC 1950), as small as it can. */
export function zlib(bytes: Uint8Array): Uint8Array {
  return zlibSync(bytes, { level: 9 });
}
