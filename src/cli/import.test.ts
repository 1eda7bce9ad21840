import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, test } from 'vitest';
import { inPieces } from '../../tests/samples/fake-io';
import type { Io } from './io';
import { main } from './main';

const SAMPLES = join(import.meta.dirname, '../../tests/samples/imports');

let cwd = '';
beforeEach(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'dateline-import-'));
});
afterEach(() => rm(cwd, { recursive: true, force: true }));

interface Run {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

async function run(args: readonly string[], at = cwd, stdin = ''): Promise<Run> {
  const out: string[] = [];
  const err: string[] = [];
  const io: Io = {
    cwd: at,
    version: '0',
    stdin: () => Promise.resolve(stdin),
    stdinChunks: () => inPieces(stdin),
    out: (line) => out.push(line),
    err: (line) => err.push(line),
    flush: () => Promise.resolve(),
  };
  const code = await main(args, io);
  const text = (lines: readonly string[]): string => lines.map((line) => `${line}\n`).join('');
  return { code, out: text(out), err: text(err) };
}

describe('a sample', () => {
  const names = readdirSync(SAMPLES, { withFileTypes: true }).flatMap((each) =>
    each.isDirectory() ? [each.name] : [],
  );

  test.each(names)('%s', async (name) => {
    const folder = join(SAMPLES, name);
    const input = (await readdir(folder)).find((file) => file.startsWith('input.')) ?? '';
    const { out, err } = await run(['import', input, '--out', '-', '--id', 'sample'], folder);
    await expect(out).toMatchFileSnapshot(join(folder, 'expected.yaml'));
    await expect(err).toMatchFileSnapshot(join(folder, 'expected-problems.txt'));
    expect((await run(['check', '-'], folder, out)).out).toMatch(/: no problems\n$/);
  });
});

const TABLE = 'name,when,place\nBattle of Hastings,1066-10-14,Hastings\nLanding,1944-06-06,Normandy\n';

describe('a pack', () => {
  beforeEach(() => writeFile(join(cwd, 'My battles.csv'), TABLE));

  it.each(['pack.yaml', 'pack.json', 'folder', 'deep/er/pack.yml'])('is written as %s and checks', async (out) => {
    const made = await run(['import', 'My battles.csv', '--out', out, '--licence', 'CC0-1.0', '--language', 'en']);
    expect(made).toMatchObject({ code: 0, err: 'My battles.csv: read as csv\n' });
    expect(made.out).toBe(
      `2 rows: 2 events, 0 problems in 0 rows\n${out}: 2 events, 2 places, 1 storyline, 1 source\n`,
    );
    expect(await run(['check', out])).toMatchObject({
      code: 0,
      out: '2 events (stated 2; dated: day 2), 2 places, 1 storyline, 1 source: no problems\n',
    });
    // Nothing is left behind by the way it is written.
    expect((await readdir(cwd)).sort()).toEqual(['My battles.csv', out.split('/')[0]].sort());
  });

  it('takes its head from the options, else from the name of the file', async () => {
    const own = await run(['import', 'My battles.csv', '--out', '-']);
    expect(own.out).toContain('id: my-battles\nversion: 1\ntitle: My battles\nlanguage: en\nlicence: unknown\n');
    const given = await run(['import', 'My battles.csv', '--out', '-', '--id', 'b', '--title', 'Битви', '--language', 'uk', '--licence', 'X']); // prettier-ignore
    expect(given.out).toContain('id: b\nversion: 1\ntitle: Битви\nlanguage: uk\nlicence: X\n');
  });

  it('is the same on every run', async () => {
    const args = ['import', 'My battles.csv', '--out', '-'];
    expect(await run(args)).toEqual(await run(args));
  });

  it('never replaces what is there', async () => {
    await writeFile(join(cwd, 'pack.yaml'), 'mine');
    const refused = await run(['import', 'My battles.csv', '--out', 'pack.yaml']);
    expect(refused).toMatchObject({
      code: 2,
      err: expect.stringContaining('is there already and not empty') as string,
    });
    expect(await readFile(join(cwd, 'pack.yaml'), 'utf8')).toBe('mine');
    expect((await run(['import', 'My battles.csv', '--out', '.'])).code).toBe(2);
  });

  it('comes from standard input too', async () => {
    const made = await run(['import', '-', '--from', 'csv', '--out', '-'], cwd, TABLE);
    expect(made).toMatchObject({ code: 0, out: expect.stringContaining('id: imported\n') as string });
  });
});

describe('wrong usage', () => {
  it.each<[string, readonly string[], string]>([
    ['no --out', ['import', 'a.csv'], '--out is missing'],
    ['an unknown format', ['import', 'a.csv', '--from', 'xls', '--out', '-'], '--from xls is not known (expected timelinejs, timelinejs-csv, csv, wikidata, schema-org, geojson, ics)'],
    ['no such file', ['import', 'a.csv', '--out', '-'], 'there is no file a.csv'],
    ['a folder', ['import', '.', '--out', '-'], '. is a folder, not a file'],
    ['an id that is none', ['import', 'a.csv', '--out', '-', '--id', 'My Pack'], '--id is no id'],
    ['a language that is none', ['import', 'a.csv', '--out', '-', '--language', 'English!'], '--language is no language tag'],
    ['a target that is no pack', ['import', 'a.csv', '--out', 'pack.txt'], '--out pack.txt is no pack'],
  ])('%s', async (_, args, message) => {
    const failed = await run(args);
    expect(failed).toMatchObject({ code: 2, out: '', err: expect.stringContaining(message) as string });
  }); // prettier-ignore

  it.each(['Once upon a time', '{"a": 1}', 'a,b\n1,2\n'])('a format that shows nowhere: %j', async (text) => {
    await writeFile(join(cwd, 'a.txt'), text);
    const failed = await run(['import', 'a.txt', '--out', '-']);
    expect(failed.code).toBe(2);
    expect(failed.err).toContain(
      'give --from with one of timelinejs, timelinejs-csv, csv, wikidata, schema-org, geojson, ics',
    );
  });
});

describe('bad content', () => {
  it.each<[string, string | Uint8Array, string]>([
    ['nothing', '', 'a.txt:1:1 (root): is empty (expected events)'],
    ['JSON that breaks off', '{"events": [\n  {"start_date": ', 'a.txt:2:18 (root): is not valid JSON: the file ends in the middle'],
    ['JSON without a bottom', '['.repeat(100_000), 'a.txt:1:102 (root): is not valid JSON: nests too deep to be read'],
    ['a quote that never ends', 'name,when\n"War,1914\n', 'a.txt:2:1 (root): is not valid CSV: a quoted cell is not closed (expected RFC 4180)'],
    ['two columns of one name', 'name,title\nWar,Peace\n', 'a.txt:1:6 header: is a second column for name (expected each column once, received "title")'],
    ['letters that are not UTF-8', new Uint8Array([0x6e, 0x61, 0x6d, 0x65, 0xe9, 0x2c]), 'a.txt:1:1 (root): is not text in UTF-8, but in another encoding such as Windows-1251, or no text (expected a file saved as UTF-8)'],
    ['a calendar that breaks off', 'BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:War\nDTSTART:19140728\n', 'a.txt:2:1 events[0]: is never closed (expected END:VEVENT)'],
    ['an event that begins in another', 'BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:War\nBEGIN:VEVENT\nSUMMARY:Peace\nEND:VEVENT\nEND:VCALENDAR\n', 'a.txt:4:1 events[1]: has no date (expected a date)'],
    ['a header alone', 'name,when\n', 'a.txt:1:1 (root): holds no event (expected one at least)'],
  ])('%s', async (_, content, message) => {
    await writeFile(join(cwd, 'a.txt'), content);
    const failed = await run(['import', 'a.txt', '--out', 'pack.yaml']);
    expect(failed.code).toBe(1);
    expect(failed.err.split('\n')).toContain(message);
    expect(await readdir(cwd)).toEqual(['a.txt']);
  }); // prettier-ignore

  it('in another format than the one named is a problem, not a crash', async () => {
    await writeFile(join(cwd, 'a.csv'), TABLE);
    for (const format of ['timelinejs', 'timelinejs-csv', 'wikidata', 'schema-org', 'geojson', 'ics']) {
      expect(await run(['import', 'a.csv', '--from', format, '--out', '-'])).toMatchObject({ code: 1, out: '' });
    }
  });

  it('of keys that objects have by themselves is only content', async () => {
    const text = '{"__proto__": {"polluted": 1}, "events": [{"start_date": {"year": 1900, "constructor": 1}, "text": {"headline": "constructor", "__proto__": "x"}, "group": "__proto__"}]}';
    await writeFile(join(cwd, 'a.json'), text);
    expect((await run(['import', 'a.json', '--out', '-'])).out).toContain('id: constructor\n');
    expect(Object.keys(Object.prototype)).toEqual([]);
  }); // prettier-ignore

  it('reads what Excel calls Unicode text', async () => {
    const text = '\uFEFFname\twhen\tplace\r\nБитва\t1648\tЖовті Води\r\n';
    await writeFile(join(cwd, 'a.txt'), Buffer.from(text, 'utf16le'));
    expect((await run(['import', 'a.txt', '--out', '-'])).out).toContain('name: Битва\n');
  });
});
