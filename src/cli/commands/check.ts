import { describeProblem } from '$lib/core/packs/problem';
import { defineCommand } from '../command';
import { readPackOrUsage } from '../pack-operand';

export const check = defineCommand({
  name: 'check',
  summary: 'validates a pack: a folder, a YAML or JSON file, or - for standard input',
  usage: 'PACK',
  operands: ['PACK'],
  options: {},
  run: async ({ operands: [path = '-'] }, io) => {
    const read = await readPackOrUsage(path, io);
    if (!read.ok) {
      for (const problem of read.problems) io.out(describeProblem(problem));
      const files = new Set(read.problems.map(({ file }) => file)).size;
      io.out(`${count(read.problems.length, 'problem')} in ${count(files, 'file')}`);
      return 1;
    }
    const { events, places, storylines, sources } = read.pack;
    const counts = [
      count(events.length, 'event'),
      count(places.length, 'place'),
      count(storylines.length, 'storyline'),
      count(sources.length, 'source'),
    ];
    io.out(`${counts.join(', ')}: no problems`);
    return 0;
  },
});

function count(number: number, noun: string): string {
  return `${String(number)} ${noun}${number === 1 ? '' : 's'}`;
}
