import type { PackEvent } from '$lib/core/packs/pack';
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
    const told = `${tally(events.map(({ status }) => status))}; dated: ${tally(events.map(precisionOf))}`;
    const counts = [
      `${count(events.length, 'event')} (${told})`,
      count(places.length, 'place'),
      count(storylines.length, 'storyline'),
      count(sources.length, 'source'),
    ];
    io.out(`${counts.join(', ')}: no problems`);

    return 0;
  },
});

/** `stated 190, attributed 60`: the most frequent first. */
function tally(words: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  const sorted = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  return sorted.map(([word, times]) => `${word} ${String(times)}`).join(', ') || 'none';
}

/** How exactly an event is dated: the unit of its date, or what kind of bound it has. */
function precisionOf({ when }: PackEvent): string {
  if (when === null) return 'undated';
  const { form } = when;
  if (when.approximate || when.uncertain) return 'about';
  if (form.kind === 'date') return form.date.precision;
  if (form.kind === 'interval') return 'from … to …';
  return { until: 'no later than', since: 'from … on', within: 'some time within', oneOf: 'one of several' }[form.kind];
}

function count(number: number, noun: string): string {
  return `${String(number)} ${noun}${number === 1 ? '' : 's'}`;
}
