import type { Question } from '../question';
import { isChoice, LARGE, type BankFigure, type BankRule } from './bank-rule';
import { chiSquareOfEven, chiSquareTail } from './chi-square';

/** Below this, luck alone would hardly spread the keys so unevenly. */
const LEAST_P = 0.05;
/** How far the two middle ranks of four may be from holding half of the keys. */
const MIDDLE_OFF = 0.05;

/** How often the key stands at each rank, for questions of one number of options. */
export interface RankCounts {
  readonly options: number;
  readonly counts: readonly number[];
}

/** Counts of key ranks by number of options, fewest options first. */
export function rankCounts(questions: readonly Question[]): readonly RankCounts[] {
  const byOptions = new Map<number, number[]>();
  for (const question of questions.filter(isChoice)) {
    const size = question.options.length;
    const counts = byOptions.get(size) ?? Array.from({ length: size }, () => 0);
    byOptions.set(size, counts);
    const rank = question.options.findIndex(({ id }) => question.key.includes(id));
    counts[rank] = (counts[rank] ?? 0) + 1;
  }
  return [...byOptions].sort(([a], [b]) => a - b).map(([options, counts]) => ({ options, counts }));
}

/** χ² of all tables together: sums of independent χ² are χ² with the sum of their degrees of freedom. */
export function rankTest(tables: readonly RankCounts[]): {
  readonly statistic: number;
  readonly freedom: number;
  readonly p: number;
} {
  const statistic = tables.reduce((sum, { counts }) => sum + chiSquareOfEven(counts), 0);
  const freedom = tables.reduce((sum, { options }) => sum + options - 1, 0);
  return { statistic, freedom, p: freedom === 0 ? 1 : chiSquareTail(statistic, freedom) };
}

function isLarge({ counts }: RankCounts): boolean {
  return counts.reduce((sum, count) => sum + count, 0) >= LARGE;
}

export const O3: BankRule = {
  id: 'O3',
  title: "the key's rank is uniform; with four options the two middle ranks hold 50 ± 5 %",
  least: LARGE,
  applies: ({ questions }) => questions.some(isChoice),
  measure({ questions }) {
    const tables = rankCounts(questions);
    const figures = tables.flatMap((table): BankFigure[] => {
      const { statistic, p } = rankTest([table]);
      const name = `key ranks of ${String(table.options)} options`;
      return [
        { name: `${name}: χ²`, value: statistic, most: null },
        { name: `${name}: p`, value: p, most: null },
      ];
    });
    // A table of a few questions is luck, however many others stand beside it.
    const violations = tables.filter(isLarge).flatMap((table) => {
      const { statistic, p } = rankTest([table]);
      return p > LEAST_P
        ? []
        : [
            `keys among ${String(table.options)} options stand at ${table.counts.join(', ')}: χ² ${statistic.toFixed(2)}, p ${p.toFixed(3)}`,
          ];
    });
    const four = tables.find(({ options }) => options === 4)?.counts ?? [];
    const all = four.reduce((sum, count) => sum + count, 0);
    if (all === 0) return { figures, violations };
    const middle = ((four[1] ?? 0) + (four[2] ?? 0)) / all;
    figures.push({ name: 'middle ranks of four', value: middle, most: null });
    if (all >= LARGE && Math.abs(middle - 0.5) > MIDDLE_OFF) {
      violations.push(`the two middle ranks of four hold ${(100 * middle).toFixed(1)} %`);
    }
    return { figures, violations };
  },
};
