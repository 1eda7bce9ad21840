import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { loadFormats } from '../../src/lib/core/export/catalogue';
import { DEFAULT_OPTIONS, type ExportFormat } from '../../src/lib/core/export/format';
import { lossReport } from '../../src/lib/core/export/loss-report';
import { unzip } from '../../src/lib/core/export/bytes/zip';
import { smallSet } from '../samples/export-set';
import { openSqlite } from '../samples/read-sqlite';

// What each format's file looks like, kept beside this test: a change of a writer shows as a change of its file.
// After a wanted change: UPDATE_GOLDEN=1 npx vitest run tests/golden/exports.test.ts
const FOLDER = 'tests/golden/exports';
const formats = await loadFormats();

/** Texts as they are; of an archive the texts in it, and of what is no text its length and hash. */
async function readable(bytes: Uint8Array): Promise<string> {
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  if (!isZip) return isText(bytes) ? shown(bytes) : isDatabase(bytes) ? tables(bytes) : summary(bytes);
  const files = await Promise.all(
    Object.entries(unzip(bytes)).map(async ([path, content]) => `=== ${path}\n${await readable(content)}\n`),
  );
  return `${summary(bytes)}\n${files.join('')}`;
}

/** A carriage return is shown, since Git makes all line ends of its own files alike. */
function shown(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes).replaceAll('\r', '␍');
}

function isText(bytes: Uint8Array): boolean {
  return !bytes.subarray(0, 512).includes(0);
}

function isDatabase(bytes: Uint8Array): boolean {
  return new TextDecoder().decode(bytes.subarray(0, 15)) === 'SQLite format 3';
}

/** Its rows, as SQLite reads them; the divider of fields is shown. */
async function tables(bytes: Uint8Array): Promise<string> {
  const query = await openSqlite(bytes);
  const names = query('select name from sqlite_master').flat().map(String);
  const rows = names.map((name) => [`--- ${name}`, ...query(`select * from ${name}`).map((row) => row.join(' | '))].join('\n'));
  return `${summary(bytes)}\n${rows.join('\n').replaceAll('\u001F', ' ␟ ')}`;
}

function summary(bytes: Uint8Array): string {
  return `${String(bytes.length)} bytes, sha256 ${createHash('sha256').update(bytes).digest('hex')}`;
}

async function written(format: ExportFormat): Promise<string> {
  const set = smallSet();
  const versions = format.printsVersions ? ['A', 'B'] : [];
  const { bytes, losses } = await format.write(set, { ...DEFAULT_OPTIONS, versions });
  return `${await readable(bytes)}\n=== what it does not carry\n${lossReport(set, format, losses)}`;
}

describe('the file of a small set', () => {
  test.each(formats.map((format) => [format.id, format] as const))('as %s', async (id, format) => {
    const path = `${FOLDER}/${id}.txt`;
    const text = await written(format);
    if (process.env.UPDATE_GOLDEN === '1') {
      mkdirSync(FOLDER, { recursive: true });
      writeFileSync(path, text);
    }
    expect(text).toBe(readFileSync(path, 'utf8'));
  });

  test.each(formats.map((format) => [format.id, format] as const))('has the same bytes each time: %s', async (_id, format) => {
    const [one, other] = [await format.write(smallSet(), DEFAULT_OPTIONS), await format.write(smallSet(), DEFAULT_OPTIONS)];
    expect(one.bytes.length).toBeGreaterThan(0);
    expect(Buffer.from(one.bytes).equals(Buffer.from(other.bytes))).toBe(true);
  }); // prettier-ignore
});
