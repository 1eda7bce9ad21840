import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { indexPack } from '../../src/lib/core/packs/index-pack';
import { createGenerator } from '../../src/lib/core/questions/generator';
import { makePack } from '../samples/made-pack';
import { printFigures, type Figure } from './figures';

// What one question for every fact of a pack in memory costs, all that comes before it included: the index, finding the facts (and why the
// rest is not asked), the asking itself; and how it grows. Each size runs in a process of its own, so that memory is its own too.
const SIZES = [1000, 5000, 20_000] as const;
const SEED = 1;

interface Measured {
  readonly events: number;
  readonly facts: number;
  readonly questions: number;
  /** Milliseconds: the index, finding the facts, then one question a fact in one form, and the slowest of a thousand of these. */
  readonly index: number;
  readonly survey: number;
  readonly each: number;
  readonly slow: number;
  /** Megabytes of the process at its end. */
  readonly memory: number;
}

function measure(events: number): Measured {
  const pack = makePack({ seed: SEED, events });
  const start = performance.now();
  const generator = createGenerator(indexPack(pack), { language: 'en' });
  const indexed = performance.now();
  const facts = generator.facts();
  const surveyed = performance.now();
  const single: number[] = [];
  let questions = 0;
  for (const { fact, forms } of facts) {
    const before = performance.now();
    const made = generator.question(fact.id, forms[0]?.split('/')[1] ?? '', 2);
    single.push(performance.now() - before);
    if (made?.type === 'question') questions++;
  }
  const end = performance.now();
  single.sort((a, b) => a - b);
  return {
    events,
    facts: facts.length,
    questions,
    index: indexed - start,
    survey: surveyed - indexed,
    each: end - surveyed,
    slow: single[Math.floor(single.length * 0.999)] ?? NaN,
    memory: process.resourceUsage().maxRSS / 1024,
  };
}

const MEASURE = 'measure';
const [, , task, size] = process.argv;
if (task === MEASURE) process.stdout.write(JSON.stringify(measure(Number(size))));
else printFigures(SIZES.map(measureApart).flatMap((one, _, [first]) => figuresOf(one, first ?? one)));

function measureApart(events: number): Measured {
  const child = spawnSync(process.execPath, [fileURLToPath(import.meta.url), MEASURE, String(events)], { encoding: 'utf8' });
  if (child.status !== 0) throw new Error(child.stderr);
  return JSON.parse(child.stdout) as Measured; // written by `measure` above
} // prettier-ignore

/** The ratio compares the time an event with that of the smallest size, after n·log n is divided out: 1 is growth of n·log n. */
function figuresOf(one: Measured, smallest: Measured): Figure[] {
  const work = ({ events }: Measured): number => events * Math.log2(events);
  const sum = ({ index, survey, each }: Measured): number => index + survey + each;
  const large = one.events >= 20_000;
  const at = `${String(one.events)} events, ${String(one.questions)} questions`;
  return [
    { name: `${at}: all`, value: sum(one), unit: 'ms', ...(large ? { target: { atMost: 3000 } } : {}) },
    { name: '  growth against n·log n', value: sum(one) / work(one) / (sum(smallest) / work(smallest)), unit: 'times' },
    { name: '  the index', value: one.index, unit: 'ms' },
    { name: '  facts found, the rest refused', value: one.survey, unit: 'ms' },
    { name: '  one question a fact', value: one.each, unit: 'ms' },
    { name: '  slowest question of a thousand', value: one.slow, unit: 'ms', target: { atMost: 5 } },
    { name: '  memory', value: one.memory, unit: 'MB', ...(large ? { target: { atMost: 400 } } : {}) },
  ];
} // prettier-ignore
