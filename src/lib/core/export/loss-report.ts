import { creditLines } from './credit';
import type { ExportSet } from './export-set';
import type { ExportFormat } from './format';
import type { Loss } from './loss';
import { sayLoss } from './loss-words';
import { oneLine } from './text/clean';

/** One line a loss: the question's id, what became of it, its stem. */
export function lossLines(set: ExportSet, losses: readonly Loss[]): readonly string[] {
  const stems = new Map(set.questions.map(({ id, stem }) => [id, oneLine(stem)]));
  return losses.map((loss) => {
    const said = sayLoss(loss, set.language);
    if (!('question' in loss)) return said;
    const stem = stems.get(loss.question);
    return `${loss.question}: ${said}${stem === undefined ? '' : ` (${stem})`}`;
  });
}

/** The losses as a file of their own, to be kept beside the export: plain text, with the licence. */
export function lossReport(
  set: ExportSet,
  { label, limits }: Pick<ExportFormat, 'label' | 'limits'>,
  losses: readonly Loss[],
): string {
  const head = [`${set.title} → ${label}`, limits, ''];
  return [...head, ...(losses.length === 0 ? ['–'] : lossLines(set, losses)), '', ...creditLines(set), ''].join('\n');
}
