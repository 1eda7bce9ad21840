import { judge as judgeResponse } from '$lib/core/answers/judge';
import { defineCommand } from '../command';
import { readExchange } from '../exchange';
import { jsonLines } from '../ndjson';

export const judge = defineCommand({
  name: 'judge',
  summary: 'reads questions with responses from standard input and writes what each is worth',
  usage: '< EXCHANGES',
  operands: [],
  options: {},
  run: async (_given, io) => {
    let failed = 0;
    for await (const line of jsonLines(io.stdinChunks())) {
      const read = line.ok ? readExchange(line.value) : line;
      const judged = read.ok ? judgeResponse(read.question, read.response) : read;
      if (judged.ok) {
        io.out(JSON.stringify(judged.verdict));
      } else {
        failed += 1;
        io.err(`line ${String(line.line)}: ${judged.message}`);
      }
    }
    return failed > 0 ? 1 : 0;
  },
});
