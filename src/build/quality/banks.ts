import { judgeBank, LARGE, type Bank } from '../../lib/core/questions/bank/bank-rule';
import { BANK_RULES } from '../../lib/core/questions/bank/bank-rules';
import { GUESSERS, scoreOf } from '../../lib/core/questions/bank/guessers';
import { rankCounts, rankTest } from '../../lib/core/questions/bank/key-ranks';
import { commonestOpener, meanSimilarity } from '../../lib/core/questions/bank/stems-alike';
import { percent, table } from './table';

/** Where the key stands, over all seeds. */
export function rankTable(banks: readonly Bank[]): string {
  const rows = banks.flatMap(({ form, questions }) =>
    rankCounts(questions).map((counts) => {
      const { statistic, freedom, p } = rankTest([counts]);
      const all = counts.counts.reduce((sum, count) => sum + count, 0);
      const middle = counts.options === 4 ? percent(((counts.counts[1] ?? 0) + (counts.counts[2] ?? 0)) / all) : '–';
      return [form, counts.options, counts.counts.join(' · '), `${statistic.toFixed(2)} (${String(freedom)})`, p.toFixed(3), middle]; // prettier-ignore
    }),
  );
  return table(['form', 'options', 'keys at each rank', 'χ² (degrees)', 'p', 'middle two'], rows);
}

/** What each guesser gets right beyond chance, over all seeds. */
export function guesserTable(banks: readonly Bank[]): string {
  const rows = banks
    .filter((bank) => GUESSERS.some((guesser) => guesser.applies(bank)))
    .map((bank) => {
      const scores = GUESSERS.map((guesser) => (guesser.applies(bank) ? scoreOf(guesser, bank) : null));
      const chance = scores.find((one) => one !== null)?.chance ?? 0;
      const beyond = (score: number): string =>
        `${score >= chance ? '+' : '−'}${(100 * Math.abs(score - chance)).toFixed(1)}`;
      return [bank.form, percent(chance), ...scores.map((one) => (one === null ? '–' : beyond(one.score)))];
    });
  return table(['form', 'chance', ...GUESSERS.map(({ name }) => name)], rows);
}

/** How alike the stems of one seed are. */
export function stemTable(banks: readonly Bank[]): string {
  const rows = banks.map(({ form, questions }) => {
    const stems = questions.map(({ stem }) => stem);
    const { opener, share } = commonestOpener(stems);
    return [form, stems.length, meanSimilarity(stems).toFixed(3), `“${opener} …” ${percent(share)}`];
  });
  return table(['form', 'stems', 'mean cosine', 'commonest opener'], rows);
}

/** What the rules say of the banks, one line a breach. */
export function verdicts(banks: readonly Bank[]): string {
  const small = banks.filter(({ questions }) => questions.length < LARGE).map(({ form }) => form);
  const lines = banks.flatMap((bank) =>
    BANK_RULES.flatMap((rule) => {
      const judgement = judgeBank(rule, bank);
      return judgement?.judged === true ? judgement.violations.map((one) => `- ${rule.id}, ${bank.form}: ${one}`) : [];
    }),
  );
  const kept = lines.length === 0 ? 'Every bank that is large enough to be judged keeps every rule.' : lines.join('\n');
  return small.length === 0
    ? kept
    : `${kept}\n\nReported, not judged (fewer than ${String(LARGE)} questions): ${small.join(', ')}.`;
}
