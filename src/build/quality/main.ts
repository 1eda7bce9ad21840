import { join } from 'node:path';
import { indexPack } from '../../lib/core/packs/index-pack';
import { revivePack } from '../../lib/core/packs/revive-pack';
import { banksOf } from '../../lib/core/questions/bank/bank-rule';
import { wholeBank } from '../../lib/core/questions/bank/generation';
import { createGenerator } from '../../lib/core/questions/generator';
import { LANGUAGES, type Language } from '../../lib/core/questions/question';
import type { Pack } from '../../lib/core/packs/pack';
import { packFolders, readFolder } from '../packs/main';
import { guesserTable, rankTable, stemTable, verdicts } from './banks';
import { formCounts, refusalCounts } from './counts';

/** Seeds over which ranks and guessers are counted: one bank of a small pack says more about luck than about the generator. */
const SEEDS = 8;

const NAMES: Readonly<Record<Language, string>> = { en: 'English', uk: 'Ukrainian' };

/**
 * docs/quality.md: what is asked of each bundled pack in each language, what is refused, and what the rules on banks say.
 *
 * @param root the project's folder, absolute
 */
export function qualityReport(root: string): string {
  const packs = packFolders(join(root, 'content')).map((folder) => revivePack(readFolder(root, folder)));
  const sections = packs.flatMap((pack) => LANGUAGES.map((language) => section(pack, language)));
  return `# The questions, measured

Written by \`npm run quality\`; a test fails when it is out of date. What each rule demands: \`src/lib/core/questions/rules\` for a
question, \`src/lib/core/questions/bank\` for a bank. Every question is also proved again by \`check/\`, which is no matter of degree and not
repeated here.

Counts and stems are those of seed 1. Ranks and guessers are counted over ${String(SEEDS)} seeds, ${String(SEEDS)} banks in one: the wrong options change
with the seed, the facts do not. A guesser knows nothing of history; what it gets beyond chance is in points of a hundred, and at most 3 are allowed.

${sections.join('\n\n')}
`;
}

function section(pack: Pack, language: Language): string {
  const generator = createGenerator(indexPack(pack), { language });
  const { context } = generator;
  const first = wholeBank(generator, 1);
  const banks = banksOf(context, first);
  const pooled = banksOf(context, Array.from({ length: SEEDS }, (_, i) => wholeBank(generator, i + 1)).flat());
  return [
    `## ${pack.id}, ${NAMES[language]}`,
    `${String(pack.events.length)} events, ${String(generator.facts().length)} facts, ${String(first.length)} questions with one seed.`,
    formCounts(first),
    refusalCounts(generator),
    '### Ranks of the key',
    rankTable(pooled),
    '### Guessers',
    guesserTable(pooled),
    '### Stems',
    stemTable(banks),
    '### Rules on one bank (seed 1)',
    verdicts(banks),
  ].join('\n\n');
}
