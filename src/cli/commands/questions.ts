import { indexPack } from '$lib/core/packs/index-pack';
import { parseFact } from '$lib/core/questions/facts';
import { createGenerator, type Generator } from '$lib/core/questions/generator';
import { oneEach } from '$lib/core/questions/one-each';
import { FORMS_OF, type Question, type Refusal } from '$lib/core/questions/question';
import { LEFT_OUT, makeSet, type LeftOut, type QuestionSet } from '$lib/core/questions/question-set';
import { allQuestions, type Wanted } from '$lib/core/questions/select';
import { defineCommand, UsageError, type ExitCode } from '../command';
import type { Io } from '../io';
import { readMapShapes } from '../map-file';
import { readSoundPack } from '../pack-operand';
import { QUESTION_OPTIONS, readCount, readLanguage, readSeed, readStorylines, readWanted } from '../wanted-questions';

export const questions = defineCommand({
  name: 'questions',
  summary: 'writes the questions of a pack, one JSON object a line',
  usage:
    'PACK [--kind K]… [--form F]… [--language L] [--seed N] [--count N] [--fact ID] [--storyline ID]… [--difficulty LOW..HIGH] [--once] [--refusals]',
  operands: ['PACK'],
  options: { ...QUESTION_OPTIONS, once: { type: 'boolean' }, refusals: { type: 'boolean' } },
  run: async ({ operands: [path = '-'], options }, io) => {
    const given = readWanted(options);
    const seed = readSeed(options.seed);
    const count = readCount(options.count);
    const once = options.once ?? false;
    if (once && (count !== null || given.fact !== null))
      throw new UsageError('--once asks every fact of the pack in one form: neither --count nor --fact goes with it');
    const pack = await readSoundPack(path, io);
    if (pack === null) return 1;
    const wanted = { ...given, storylines: readStorylines(options.storyline, pack) };
    const language = readLanguage(options.language, pack);
    const generator = createGenerator(indexPack(pack), { language, shapes: await readMapShapes(path, pack, io) });
    const asked = { generator, wanted, seed, count, once, refusals: options.refusals ?? false };
    return wanted.fact === null ? writeAll(asked, io) : writeFact(asked, wanted.fact, io);
  },
});

interface Asked {
  readonly generator: Generator;
  readonly wanted: Wanted;
  readonly seed: number;
  readonly count: number | null;
  /** Each fact in one form only. */
  readonly once: boolean;
  readonly refusals: boolean;
}

function writeAll({ generator, wanted, seed, count, once, refusals }: Asked, io: Io): ExitCode {
  let written = 0;
  const set = count === null ? null : makeSet(generator, { ...wanted, count }, seed);
  const every = once ? oneEach : allQuestions;
  for (const question of set?.questions ?? every(generator, wanted, seed)) {
    write(question, io);
    written += 1;
  }
  if (refusals) for (const refusal of generator.refusals()) if (isWanted(refusal, wanted)) write(refusal, io);
  if (written === 0) io.err('no question: --refusals tells why');
  else if (set !== null && count !== null && written < count) io.err(`${String(written)} of ${String(count)}: ${whyShort(set)}`);
  return 0;
} // prettier-ignore

/** What stood against the questions that a set lacks. */
function whyShort({ leftOut }: QuestionSet): string {
  const reasons = (Object.entries(leftOut) as [LeftOut, number][]).map(
    ([why, times]) => `${String(times)} because ${LEFT_OUT[why]}`,
  );
  const rest = reasons.length === 0 ? '' : `; left out: ${reasons.join(', ')}`;
  return `the pack allows no more of what is wanted${rest}`;
}

/** One fact in every wanted form, whether or not it is one of those that the whole pack would give: any provable sequence is. */
function writeFact({ generator, wanted, seed, count, refusals }: Asked, id: string, io: Io): ExitCode {
  const fact = parseFact(id);
  const forms = fact === null ? [] : formsFor(fact.kind, wanted);
  const made = forms.map((form) => generator.question(id, form, seed));
  const results = made.flatMap((each) => each ?? []);
  if (fact === null || made.length > results.length) {
    io.err(`the pack has no fact ${id}`);
    return 1;
  }
  const asked = results.filter((each) => each.type === 'question');
  for (const question of asked.slice(0, count ?? asked.length)) write(question, io);
  const refused = made.flatMap((each, i): Refusal[] => {
    const form = forms[i];
    // Where every form is refused, the first says why the fact is; else each says which form it speaks of.
    if (each?.type !== 'refusal' || form === undefined || (asked.length === 0 && i > 0)) return [];
    const { reason, detail, ...subject } = each;
    return [asked.length === 0 ? each : { ...subject, form, reason, detail }];
  });
  for (const refusal of refused) {
    if (refusals) write(refusal, io);
    const { fact: subject, form, reason, detail } = refusal;
    io.err(`${subject}${form === undefined ? '' : ` (${form})`} is not asked: ${reason} (${detail})`);
  }
  if (forms.length === 0)
    io.err(`${id} is of the kind ${fact.kind}, which is not wanted or has none of the wanted forms`);
  return asked.length > 0 ? 0 : 1;
}

function formsFor(kind: keyof typeof FORMS_OF, { kinds, forms }: Wanted): readonly string[] {
  if (kinds.length > 0 && !kinds.includes(kind)) return [];
  return FORMS_OF[kind].filter((form) => forms.length === 0 || forms.includes(form));
}

/** A refusal's fact ends with its kind; that of a whole sequence has it in the middle. */
function isWanted({ fact, form }: Refusal, { kinds, forms }: Wanted): boolean {
  const kind = fact.split(':')[1] ?? '';
  if (kinds.length > 0 && !kinds.some((each) => each === kind)) return false;
  return forms.length === 0 || form === undefined || forms.includes(form);
}

function write(result: Question | Refusal, io: Io): void {
  io.out(JSON.stringify(result));
}
