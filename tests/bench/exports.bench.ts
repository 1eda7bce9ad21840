import { loadFormats } from '../../src/lib/core/export/catalogue';
import type { ExportSet } from '../../src/lib/core/export/export-set';
import { DEFAULT_OPTIONS, type ExportFormat } from '../../src/lib/core/export/format';
import { setOfQuestions } from '../../src/lib/core/export/set-of-questions';
import { indexPack } from '../../src/lib/core/packs/index-pack';
import { createGenerator } from '../../src/lib/core/questions/generator';
import type { Question } from '../../src/lib/core/questions/question';
import { allQuestions } from '../../src/lib/core/questions/select';
import { buildQuestion, smallSet } from '../samples/export-set';
import { makePack } from '../samples/made-pack';
import { percentile, printFigures, type Figure } from './figures';

// How long it takes to write files, and how large they get: ten thousand cards for Anki, a thousand questions for everything else.
const REPEATS = 5;
const NOTES = 10_000;
const QUESTIONS = 1000;

interface Written {
  /** Milliseconds, the median of the repeats: the first also pays for compiling. */
  readonly ms: number;
  readonly bytes: number;
}

async function measure(format: ExportFormat, set: ExportSet): Promise<Written> {
  const times: number[] = [];
  let bytes = 0;
  for (let repeat = 0; repeat < REPEATS; repeat++) {
    const start = performance.now();
    const written = await format.write(set, DEFAULT_OPTIONS);
    times.push(performance.now() - start);
    bytes = written.bytes.length;
  }
  return { ms: percentile(times, 0.5), bytes };
}

/** Front and back and nothing else, as other writers of .apkg are measured. */
function bareCards(): ExportSet {
  const questions = Array.from({ length: NOTES }, (_, i): Question => {
    const year = String(1000 + (i % 1000));
    return buildQuestion({
      id: `bare:event-${String(i)}:date:typed:00000000`, fact: `event-${String(i)}:date`, kind: 'date', form: 'typed',
      stem: `In which year did event number ${String(i)} happen?`, explanation: '', sources: [],
      accept: { from: `${year}-01-01`, to: `${year}-12-31`, unit: 'year' },
    }); // prettier-ignore
  });
  return smallSet({ questions, alternatives: {} });
}

/** Questions of every form as the generator makes them from a made pack, with explanations and sources. */
function generated(count: number): ExportSet {
  const pack = makePack({ seed: 1, events: Math.ceil(count / 3), odd: 0 });
  const generator = createGenerator(indexPack(pack), { language: 'en' });
  const questions: Question[] = [];
  for (const question of allQuestions(generator, { kinds: [], forms: [], fact: null }, 1)) questions.push(question);
  // Every nth, so that all kinds are among them.
  const step = questions.length / count;
  const chosen = Array.from({ length: Math.min(count, questions.length) }, (_, i) => questions[Math.floor(i * Math.max(1, step))]);
  return setOfQuestions(generator, chosen.flatMap((question) => question ?? []), { id: 'made', seed: 1 });
} // prettier-ignore

const formats = await loadFormats();
const figures: Figure[] = [];
const apkg = formats.find(({ id }) => id === 'apkg');
if (apkg === undefined) throw new Error('no apkg');
const bare = await measure(apkg, bareCards());
figures.push({ name: `${String(NOTES)} bare notes to .apkg`, value: bare.ms, unit: 'ms', target: { atMost: 400 } });
figures.push({ name: 'their size', value: bare.bytes / 1e6, unit: 'MB', target: { atMost: 0.5 } });
const many = generated(NOTES);
const full = await measure(apkg, many);
figures.push({ name: `${String(many.questions.length)} generated questions to .apkg`, value: full.ms, unit: 'ms' });
figures.push({ name: 'their size', value: full.bytes / 1e6, unit: 'MB' });
const some = generated(QUESTIONS);
for (const format of formats) {
  const { ms } = await measure(format, some);
  figures.push({
    name: `${String(some.questions.length)} questions as ${format.id}`,
    value: ms,
    unit: 'ms',
    target: { atMost: 300 },
  });
}
printFigures(figures);
