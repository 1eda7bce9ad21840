import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { loadFormat } from '$lib/core/export/catalogue';
import { DEFAULT_OPTIONS, type FormatId } from '$lib/core/export/format';
import { readJsonSet } from '$lib/core/export/back/read-json-set';
import type { Proof } from '$lib/core/questions/question';
import { smallSet } from '../../tests/samples/export-set';
import { fakeIo } from '../../tests/samples/fake-io';
import { main } from './main';

let cwd = '';
beforeEach(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'dateline-back-'));
  await writeFile(join(cwd, 'quiz.json'), await text('json'));
});
afterEach(() => rm(cwd, { recursive: true, force: true }));

async function text(id: FormatId, set = smallSet()): Promise<string> {
  const { bytes } = await (await loadFormat(id)).write(set, DEFAULT_OPTIONS);
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}

async function run(...argv: readonly string[]) {
  const io = fakeIo({ cwd });
  return { code: await main(['import', ...argv], io), out: io.outLines, err: io.errLines };
}

const EDITED = 'On which day did this happen: the duke seized the town?';

describe('edits of an exported set', () => {
  test.each(['moodle', 'gift', 'anki-text', 'csv', 'json'] as const)('come home from %s', async (format) => {
    await writeFile(join(cwd, 'edited'), (await text(format)).replaceAll('the duke took the town?', 'the duke seized the town?'));
    const { code, out } = await run('edited', '--set', 'quiz.json', '--out', 'quiz-2.json');
    expect(code).toBe(0);
    expect(out[0]).toBe(`small:town-taken:date:choice:00000006: stem: "${EDITED.replace('seized', 'took')}" → "${EDITED}"`);
    expect(out[1]).toMatch(new RegExp(`^[67] read as ${format}: 1 change, 0 conflicts, [01] not in the file$`, 'u'));
    const merged = readJsonSet(await readFile(join(cwd, 'quiz-2.json'), 'utf8'));
    expect(merged.ok && [merged.set.revision, merged.set.questions[0]?.stem]).toEqual([1, EDITED]);
  }); // prettier-ignore

  test('are only told where no --out is given', async () => {
    await writeFile(join(cwd, 'edited.gift'), (await text('gift')).replaceAll('the town?', 'the whole town?'));
    expect((await run('edited.gift', '--set', 'quiz.json')).out[0]).toContain('the whole town?');
    expect(await readFile(join(cwd, 'quiz.json'), 'utf8')).toBe(await text('json'));
  });

  test('of questions with a proof leave those without it, and say so', async () => {
    const proof: Proof = { key: [{ rule: 'dated', event: 'town-taken', when: '1450-03-02' }], others: {} };
    const set = smallSet({ questions: smallSet().questions.map((each) => ({ ...each, proof })) });
    await writeFile(join(cwd, 'quiz.json'), await text('json', set));
    await writeFile(join(cwd, 'edited.gift'), (await text('gift')).replaceAll('the town?', 'the whole town?').replaceAll('its mill', 'the mill'));
    const { out } = await run('edited.gift', '--set', 'quiz.json', '--out', 'quiz-2.json');
    expect(out.at(-1)).toBe('the proof of 1 question no longer holds: what was changed is not what was proved');
    const merged = readJsonSet(await readFile(join(cwd, 'quiz-2.json'), 'utf8'));
    expect(merged.ok && merged.set.questions.map((each) => each.proof.key.length)).toEqual([0, 1, 1, 1, 1, 1, 1]);
  }); // prettier-ignore

  test('in a code page that is not UTF-8 are refused, and in UTF-16 are read', async () => {
    const edited = (await text('csv')).replace('the duke took the town?', 'the duke seized the town?');
    await writeFile(join(cwd, 'ansi.csv'), new Uint8Array([...new TextEncoder().encode(edited), 0xc3, 0xe4, 0xe5]));
    const refused = await run('ansi.csv', '--set', 'quiz.json', '--out', 'quiz-2.json');
    expect([refused.code, refused.out]).toEqual([1, []]);
    expect(refused.err[0]).toMatch(/^ansi\.csv:1:1 \(root\): is not text in UTF-8.*Windows-1251.*expected a file saved as UTF-8/u);
    expect(existsSync(join(cwd, 'quiz-2.json'))).toBe(false);
    await writeFile(join(cwd, 'excel.csv'), Buffer.from(edited, 'utf16le'));
    expect((await run('excel.csv', '--set', 'quiz.json')).out[0]).toContain('seized the town?');
  }); // prettier-ignore

  test.each([
    ['of another set', 'small:', 'other:', /^edited\.gift: no question of the set "small" was found in the file, read as gift: its 7 questions are of another set$/u],
    ['of nobody', '[id:', '[no:', /no question of the set "small" was found in the file, read as gift: it holds no question with an id of ours$/u],
  ] as const)('%s are a problem, not a set that is missing', async (_name, from, to, message) => {
    await writeFile(join(cwd, 'edited.gift'), (await text('gift')).replaceAll(from, to));
    const { code, out, err } = await run('edited.gift', '--set', 'quiz.json', '--out', 'quiz-2.json');
    expect([code, out, existsSync(join(cwd, 'quiz-2.json'))]).toEqual([1, [], false]);
    expect(err[0]).toMatch(message);
  }); // prettier-ignore

  test('in a row that is cut within its id are a conflict', async () => {
    await writeFile(join(cwd, 'edited.csv'), (await text('csv')).replace(/small:town-taken[^\r]+/u, 'small:town-ta'));
    const { code, out } = await run('edited.csv', '--set', 'quiz.json');
    expect([code, out[0]]).toEqual([1, 'conflict: small:town-ta: its row of the table is cut short']);
  });

  test('that are no text are named by their part', async () => {
    await writeFile(join(cwd, 'edited.csv'), (await text('csv')).replace('On which day did this happen: the duke took the town?', ''));
    const { code, out } = await run('edited.csv', '--set', 'quiz.json');
    expect([code, out[0]]).toEqual([1, 'conflict: small:town-taken:date:choice:00000006: its stem came back empty']);
  }); // prettier-ignore

  test('that do not fit are conflicts, and end with 1', async () => {
    await writeFile(join(cwd, 'edited.gift'), (await text('gift')).replace('=2 March 1450', '~2 March 1450'));
    const { code, out } = await run('edited.gift', '--set', 'quiz.json', '--out', 'quiz-2.json');
    expect(code).toBe(1);
    expect(out[0]).toBe('conflict: small:town-taken:date:choice:00000006: it came back without exactly one right answer');
    const merged = readJsonSet(await readFile(join(cwd, 'quiz-2.json'), 'utf8'));
    expect(merged.ok && merged.set).toMatchObject({ revision: 0 });
  }); // prettier-ignore

  test('that were made here as well are told with both texts', async () => {
    await writeFile(join(cwd, 'mine.json'), (await text('json')).replaceAll('the duke took the town?', 'the duke won the town?'));
    await writeFile(join(cwd, 'edited.gift'), (await text('gift')).replaceAll('the duke took the town?', 'the duke seized the town?'));
    const { code, out } = await run('edited.gift', '--set', 'mine.json', '--base', 'quiz.json');
    expect(code).toBe(1);
    expect(out[0]).toMatch(/^conflict: .+seized.+, and here it was changed to ".+won the town\?"$/u);
  }); // prettier-ignore

  test.each([
    [['edited.gift', '--out', 'x'], 2, /holds exported questions, not events: --set names/],
    [['edited.gift', '--out', 'x', '--base', 'quiz.json'], 2, /--base needs --set/],
    [['edited.gift', '--set', 'quiz.json', '--from', 'kahoot'], 2, /--from kahoot does not come back/],
    [['none.gift', '--set', 'quiz.json'], 2, /there is no file none\.gift/],
    [['quiz.txt', '--set', 'quiz.json'], 2, /is in no format that comes back/],
    [['edited.gift', '--set', 'quiz.txt'], 1, /--set quiz\.txt: is not valid JSON/],
    [['quiz.txt', '--set', 'quiz.json', '--from', 'moodle'], 1, /is no Moodle XML/],
  ] as const)('%j', async (argv, code, message) => {
    await writeFile(join(cwd, 'edited.gift'), await text('gift'));
    await writeFile(join(cwd, 'quiz.txt'), 'hello');
    const result = await run(...argv);
    expect([result.code, result.out]).toEqual([code, []]);
    expect(result.err[0]).toMatch(message);
  });
});
