import { describe, expect, test } from 'vitest';
import { inPieces } from '../../tests/samples/fake-io';
import { jsonLines, type JsonLine } from './ndjson';

async function readAll(text: string, length?: number): Promise<JsonLine[]> {
  const lines: JsonLine[] = [];
  for await (const line of jsonLines(inPieces(text, length))) lines.push(line);
  return lines;
}

describe('newline-delimited JSON', () => {
  test.each([1, 2, 7, 1000])('is the same however it is cut (%i characters at a time)', async (length) => {
    expect(await readAll('\uFEFF{"a": 1}\r\n\n  \nnot JSON\n["two", "п’ять"]', length)).toEqual([
      { line: 1, ok: true, value: { a: 1 } },
      { line: 4, ok: false, message: 'not JSON: "not JSON"' },
      { line: 5, ok: true, value: ['two', 'п’ять'] },
    ]);
  });

  test('of nothing is nothing', async () => {
    expect(await readAll('')).toEqual([]);
    expect(await readAll('\n\n')).toEqual([]);
  });

  test('comes line by line: what is behind a line is not read for it', async () => {
    async function* first(): AsyncGenerator<string> {
      yield await Promise.resolve('1\n2');
      throw new Error('read too far');
    }
    const lines = jsonLines(first());
    expect((await lines.next()).value).toEqual({ line: 1, ok: true, value: 1 });
  });
});
