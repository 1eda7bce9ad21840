import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { indexPack } from '../../src/lib/core/packs/index-pack';
import { candidateFacts, candidatesOf } from '../../src/lib/core/questions/candidate-facts';
import { createChecker } from '../../src/lib/core/questions/check/checker';
import { createGenerator, type Generator } from '../../src/lib/core/questions/generator';
import { oneEach } from '../../src/lib/core/questions/one-each';
import { FORMS_OF, KINDS } from '../../src/lib/core/questions/question';
import { makePack } from '../samples/made-pack';
import { percentile, printFigures, type Figure } from './figures';

// What one question for every fact of a pack in memory costs, the index and all that is worked out on the way included; what it costs to
// find out in which forms each fact can be asked and why the rest is not, and to prove those questions again; how all of it grows; and what
// a single question costs, from the very first on, once the pack is loaded, which takes in its index and what questions look up. Each
// measurement runs in a process of its own, so that memory is its own too. Questions are made into text one at a time, as the command line
// writes them.
const SIZES = [1000, 5000, 20_000] as const;
const SEED = 1;
const ALL = { kinds: [], forms: [], fact: null } as const;
/** Single questions that are timed. */
const SINGLE = 2000;

interface Measured {
  readonly events: number;
  /** Questions made, or facts found. */
  readonly made: number;
  /** Milliseconds on the clock, and of both processors together. */
  readonly wall: number;
  readonly cpu: number;
  /** Megabytes: the most that the process had. */
  readonly memory: number;
}

interface Single {
  /** Milliseconds until a question can be asked. */
  readonly loading: number;
  /** Milliseconds of single questions of every kind and form in turn, the first one first. */
  readonly each: readonly number[];
}

const TASKS = {
  /** One question a fact. */
  each: (generator: Generator) => {
    let characters = 0;
    let made = 0;
    for (const question of oneEach(generator, ALL, 2)) {
      characters += JSON.stringify(question).length;
      made += 1;
    }
    if (characters < made) throw new Error('questions without text');
    return made;
  },
  /** Every fact in every form, and every refusal. */
  survey: (generator: Generator) => generator.facts().length,
};
type Task = keyof typeof TASKS;

function measure(task: Task, events: number): Measured {
  const pack = makePack({ seed: SEED, events });
  const [start, before] = [performance.now(), process.cpuUsage()];
  const generator = createGenerator(indexPack(pack), { language: 'en' });
  const made = TASKS[task](generator);
  const { user, system } = process.cpuUsage(before);
  const [wall, cpu] = [performance.now() - start, (user + system) / 1000];
  const memory = process.resourceUsage().maxRSS / 1024;
  return { events, made, wall, cpu, memory };
}

/** Those questions read again from their texts and proved from the pack alone; the reading is measured too, the making is not. */
function measureProof(events: number): Measured {
  const pack = makePack({ seed: SEED, events });
  const texts = Array.from(oneEach(createGenerator(indexPack(pack), { language: 'en' }), ALL, 2), (question) =>
    JSON.stringify(question),
  );
  const [start, before] = [performance.now(), process.cpuUsage()];
  const checker = createChecker(pack);
  const violations = texts.flatMap((text) => checker.check(JSON.parse(text)));
  if (violations.length > 0) throw new Error(JSON.stringify(violations[0]));
  const { user, system } = process.cpuUsage(before);
  const memory = process.resourceUsage().maxRSS / 1024;
  return { events, made: texts.length, wall: performance.now() - start, cpu: (user + system) / 1000, memory };
}

/** Facts from all over the pack, each in one of its forms: what the one before it looked at is of no use to the next. */
function measureSingle(events: number): Single {
  const pack = makePack({ seed: SEED, events });
  const start = performance.now();
  const generator = createGenerator(indexPack(pack), { language: 'en' });
  generator.prepare();
  const loading = performance.now() - start;
  const sequences = Array.from(candidateFacts(generator.context, 'sequence'), ({ id }) => id);
  const each: number[] = [];
  for (let i = 0; i < SINGLE; i++) {
    const kind = KINDS[i % KINDS.length] ?? KINDS[0];
    const forms = FORMS_OF[kind];
    const form = forms[Math.floor(i / KINDS.length) % forms.length] ?? forms[0];
    const at = i * 7919;
    const event = pack.events[at % pack.events.length];
    const fact = kind === 'sequence' ? sequences[at % sequences.length] : event && candidatesOf(event, kind)[0]?.id;
    if (fact === undefined) continue;
    const before = performance.now();
    generator.question(fact, form, i);
    each.push(performance.now() - before);
  }
  return { loading, each };
}

const [, , task, size] = process.argv;
if (task === 'each' || task === 'survey') process.stdout.write(JSON.stringify(measure(task, Number(size))));
else if (task === 'proof') process.stdout.write(JSON.stringify(measureProof(Number(size))));
else if (task === 'single') process.stdout.write(JSON.stringify(measureSingle(Number(size))));
else {
  const each = SIZES.map((events) => measureApart('each', events) as Measured);
  const survey = SIZES.map((events) => measureApart('survey', events) as Measured);
  const proof = SIZES.map((events) => measureApart('proof', events) as Measured);
  const single = SIZES.map((events) => measureApart('single', events) as Single);
  printFigures(SIZES.flatMap((_, i) => figuresOf({ each, survey, proof }, single, i)));
}

/** What `measure`, `measureProof` or `measureSingle` writes in a process of its own. */
function measureApart(task: Task | 'proof' | 'single', events: number): unknown {
  const child = spawnSync(process.execPath, [fileURLToPath(import.meta.url), task, String(events)], { encoding: 'utf8', maxBuffer: 1e8 });
  if (child.status !== 0) throw new Error(child.stderr);
  return JSON.parse(child.stdout);
} // prettier-ignore

/** Growth compares the time an event with that of the smallest size, after n·log n is divided out: 1 is growth of n·log n. */
function growth(all: readonly Measured[], i: number): number {
  const work = ({ events, cpu }: Measured): number => cpu / (events * Math.log2(events));
  const [smallest, one] = [all[0], all[i]];
  return smallest === undefined || one === undefined ? NaN : work(one) / work(smallest);
}

function figuresOf(
  { each, survey, proof }: Readonly<Record<Task | 'proof', readonly Measured[]>>,
  single: readonly Single[],
  i: number,
): Figure[] {
  const [one, other, again, alone] = [each[i], survey[i], proof[i], single[i]];
  if (one === undefined || other === undefined || again === undefined || alone === undefined) return [];
  const large = one.events >= 20_000;
  return [
    { name: `${String(one.events)} events, one question for each of ${String(one.made)} facts`, value: one.wall, unit: 'ms', ...(large ? { target: { atMost: 3000 } } : {}) },
    { name: '  processor time', value: one.cpu, unit: 'ms' },
    { name: '  growth of that against n·log n', value: growth(each, i), unit: 'times', target: { atMost: 1 } },
    { name: '  peak memory of the process', value: one.memory, unit: 'MB', ...(large ? { target: { atMost: 400 } } : {}) },
    { name: '  every form tried, the rest refused', value: other.wall, unit: 'ms' },
    { name: '  growth of its processor time', value: growth(survey, i), unit: 'times', target: { atMost: 1 } },
    { name: '  each of those questions proved again', value: again.wall, unit: 'ms' },
    { name: '  growth of its processor time', value: growth(proof, i), unit: 'times', target: { atMost: 1 } },
    { name: '  index and look-ups, as a part of loading', value: alone.loading, unit: 'ms' },
    { name: '  then the very first question', value: alone.each[0] ?? NaN, unit: 'ms' },
    { name: '  a single question, median', value: percentile(alone.each, 0.5), unit: 'ms', target: { atMost: 5 } },
    { name: '  slowest of twenty', value: percentile(alone.each, 0.95), unit: 'ms', target: { atMost: 5 } },
    { name: '  slowest of a thousand', value: percentile(alone.each, 0.999), unit: 'ms', target: { atMost: 5 } },
  ];
} // prettier-ignore
