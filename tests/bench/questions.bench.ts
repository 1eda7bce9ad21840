import { readPackFrom } from '../../src/cli/pack-files';
import { indexPack } from '../../src/lib/core/packs/index-pack';
import { createGenerator } from '../../src/lib/core/questions/generator';
import { percentile, printFigures } from './figures';

// How fast questions are made from the first pack: the phone makes one between two cards, the command line all of them.
const PACK = 'content/ukraine-2022';
const REPEATS = 5;
/** Seeds a fact and form in each measured round. */
const SEEDS = 8;

const ms = (start: number): number => performance.now() - start;

async function readThePack() {
  const read = await readPackFrom(PACK, { cwd: process.cwd(), stdin: () => Promise.resolve('') });
  if (!read.ok) throw new Error(`${PACK} has problems: npm run -s dateline -- check ${PACK}`);
  return read.pack;
}

const readTimes: number[] = [];
const surveyTimes: number[] = [];
const rates: number[] = [];
const slowest: number[] = [];
const counts = { facts: 0, questions: 0, refusals: 0 };

for (let repeat = 0; repeat < REPEATS; repeat += 1) {
  const beforeRead = performance.now();
  const pack = await readThePack();
  readTimes.push(ms(beforeRead));

  const beforeSurvey = performance.now();
  const generator = createGenerator(indexPack(pack), { language: 'en' });
  const facts = generator.facts();
  surveyTimes.push(ms(beforeSurvey));

  counts.facts = facts.length;
  counts.questions = counts.refusals = 0;
  const single: number[] = [];
  const start = performance.now();
  for (let seed = 1; seed <= SEEDS; seed += 1) {
    for (const { fact, forms } of facts) {
      for (const key of forms) {
        const before = performance.now();
        const made = generator.question(fact.id, key.split('/')[1] ?? '', seed);
        single.push(ms(before));
        if (made?.type === 'question') counts.questions += 1;
        else counts.refusals += 1;
      }
    }
  }
  rates.push(counts.questions / (ms(start) / 1000));
  slowest.push(percentile(single, 0.99));
}

// The median of the repeats: the first also pays for compiling.
printFigures([
  { name: 'read and check the pack', value: percentile(readTimes, 0.5), unit: 'ms' },
  { name: `find its ${counts.facts} facts and every refusal`, value: percentile(surveyTimes, 0.5), unit: 'ms' },
  { name: 'questions', value: percentile(rates, 0.5), unit: 'a second' },
  { name: 'one question, slowest of a hundred', value: percentile(slowest, 0.5), unit: 'ms' },
  {
    name: 'seeds for which a fact was not asked after all',
    value: counts.refusals,
    unit: `of ${counts.questions + counts.refusals}`,
  },
]);
