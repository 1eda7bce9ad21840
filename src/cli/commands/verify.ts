import { createChecker } from '$lib/core/questions/check/checker';
import { defineCommand, UsageError } from '../command';
import { readMapShapes } from '../map-file';
import { jsonLines, type JsonLine } from '../ndjson';
import { readSoundPack } from '../pack-operand';

export const verify = defineCommand({
  name: 'verify',
  summary: 'proves questions from standard input again, from the pack alone; a violation a line',
  usage: 'PACK < QUESTIONS',
  operands: ['PACK'],
  options: {},
  run: async ({ operands: [path = '-'] }, io) => {
    if (path === '-') throw new UsageError('PACK cannot be standard input: the questions come from there');
    const pack = await readSoundPack(path, io);
    if (pack === null) return 1;
    const checker = createChecker(pack, await readMapShapes(path, pack, io));
    let checked = 0;
    let violations = 0;
    let wrong = 0;
    for await (const line of jsonLines(io.stdinChunks())) {
      if (isRefusal(line)) continue;
      checked += 1;
      const found = line.ok ? checker.check(line.value) : [{ id: '', rule: 'format', detail: line.message }];
      for (const { id, rule, detail } of found) {
        // What has no id is found by its line.
        io.out(JSON.stringify({ id, rule, detail: id === '' ? `line ${String(line.line)}: ${detail}` : detail }));
      }
      violations += found.length;
      if (found.length > 0) wrong += 1;
    }
    io.err(`${count(checked, 'question')} checked, ${count(violations, 'violation')}${wrong > 0 ? ` in ${String(wrong)} of them` : ''}`);
    return violations > 0 ? 1 : 0;
  },
}); // prettier-ignore

/** `questions --refusals` mixes them in; they claim nothing that could be proved. */
function isRefusal(line: JsonLine): boolean {
  const value = line.ok ? line.value : null;
  return typeof value === 'object' && value !== null && 'type' in value && value.type === 'refusal';
}

function count(number: number, noun: string): string {
  return `${String(number)} ${noun}${number === 1 ? '' : 's'}`;
}
