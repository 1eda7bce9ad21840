import type { Pack, PackEvent } from '../../src/lib/core/packs/pack';
import { indexPack } from '../../src/lib/core/packs/index-pack';
import { createGenerator } from '../../src/lib/core/questions/generator';
import { KINDS, REFUSAL_REASONS, type Kind } from '../../src/lib/core/questions/question';

type Count = Readonly<Record<string, number>>;

function tally(words: readonly string[]): Count {
  const counts: Record<string, number> = {};
  for (const word of words) counts[word] = (counts[word] ?? 0) + 1;
  return counts;
}

/** How exactly an event is dated, in a word for the table. */
export function exactness({ when }: PackEvent): string {
  if (when === null) return 'undated';
  if (when.uncertain) return 'uncertain';
  switch (when.form.kind) {
    case 'date':
      return when.form.date.precision;
    case 'interval':
      return 'from … to';
    case 'until':
      return 'no later than';
    case 'since':
      return 'from … on';
    case 'within':
    case 'oneOf':
      return 'within bounds';
  }
}

const line = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;
const table = (head: readonly string[], rows: readonly (readonly (string | number)[])[]): string =>
  [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');

function oneByOne(title: string, counts: Count, order: readonly string[]): string {
  const known = [...order, ...Object.keys(counts).filter((word) => !order.includes(word))];
  const rows = known.filter((word) => word in counts).map((word) => [word, counts[word] ?? 0]);
  return table([title, 'events'], rows);
}

/** What the pack holds, as COVERAGE.md shows it. */
export function packCounts(pack: Pack): string {
  const { events, places, storylines, sources } = pack;
  const size = `${String(events.length)} events, ${String(places.length)} places, ${String(storylines.length)} storylines, ${String(sources.length)} sources.`;
  return [
    size,
    oneByOne('status', tally(events.map(({ status }) => status)), ['stated', 'attributed', 'reported', 'disputed']),
    oneByOne('the date is that of', tally(events.map(({ dates }) => dates)), ['event', 'statement', 'observation']),
    oneByOne('dated', tally(events.map(exactness)), ['day', 'month', 'year', 'from … to', 'no later than']),
    `${String(events.filter(({ sensitive }) => sensitive).length)} events are sensitive; ${String(events.filter(({ conflicts }) => conflicts.length > 0).length)} have conflicting dates.`,
  ].join('\n\n');
}

/** What is asked of the pack and why the rest is not, as `questions … --seed 1 --refusals` says it in English. */
export function questionCounts(pack: Pack): string {
  const generator = createGenerator(indexPack(pack), { language: 'en' });
  const facts = generator.facts();
  const refusals = generator.refusals().filter(({ form }) => form === undefined);
  const kindOf = (fact: string): string => fact.slice(fact.lastIndexOf(':') + 1);
  const asked = (kind: Kind): string => {
    const of = facts.filter(({ fact }) => fact.kind === kind);
    const events = new Set(of.flatMap(({ fact }) => (fact.kind === 'sequence' ? fact.events : [fact.event])));
    return `${String(events.size)} (${String(of.length)} facts)`;
  };
  const rows = REFUSAL_REASONS.map((reason) => [
    reason,
    ...KINDS.map((kind) => refusals.filter((one) => one.reason === reason && kindOf(one.fact) === kind).length),
  ]).filter(([, ...counts]) => counts.some((count) => count !== 0));
  const storylines = new Set(facts.flatMap(({ fact }) => (fact.kind === 'sequence' ? [fact.storyline] : [])));
  return [
    table(['', ...KINDS], [['events asked', ...KINDS.map(asked)], ...rows]),
    `Sequences in ${String(storylines.size)} storylines: ${[...storylines].join(', ')}.`,
  ].join('\n\n');
}
