import { XMLValidator } from 'fast-xml-parser';
import { loadFormat } from '../../../src/lib/core/export/catalogue';
import type { ExportSet } from '../../../src/lib/core/export/export-set';
import { DEFAULT_OPTIONS, type FormatId, type WriteOptions } from '../../../src/lib/core/export/format';
import type { Item } from '../../../src/lib/core/export/item';
import type { Loss } from '../../../src/lib/core/export/loss';
import { preflight } from '../../../src/lib/core/export/preflight';
import { unzip } from '../../../src/lib/core/export/bytes/zip';

export interface Tried {
  readonly bytes: Uint8Array;
  readonly text: string;
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly items: readonly Item[];
  readonly losses: readonly Loss[];
}

/** A set as a format writes it, and what preflight promised. Archives are opened. */
export async function written(id: FormatId, set: ExportSet, more: Partial<WriteOptions> = {}): Promise<Tried> {
  const format = await loadFormat(id);
  const options = { ...DEFAULT_OPTIONS, ...more };
  const { bytes, losses } = await format.write(set, options);
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  const files = new Map(isZip ? Object.entries(unzip(bytes)) : []);
  return { bytes, text: textOf(bytes), files, items: preflight(set, format, options).items, losses };
}

export function textOf(bytes: Uint8Array | undefined): string {
  if (bytes === undefined) throw new Error('no such file in the archive');
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}

// eslint-disable-next-line no-control-regex -- what XML forbids
export const FORBIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/u;

/** A package that the project does not depend on but a test would like to ask; null where it is not installed. */
export async function reader(name: string): Promise<Record<string, unknown> | null> {
  try {
    return (await import(/* @vite-ignore */ name)) as Record<string, unknown>;
  } catch {
    return null;
  }
}

/** True, or what is wrong with a text as XML. */
export function wellFormed(text: string): unknown {
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- its successor is a package of its own, for this one call
  return XMLValidator.validate(text);
}
