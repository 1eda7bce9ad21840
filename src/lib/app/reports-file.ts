import type { KeptReport } from './care-desk';

/** The format of an exported list, documented in docs/your-data.md. */
const REPORTS_FORMAT = 'dateline-reports/1';

/** One JSON text with the whole list, indented for a person. */
export function writeReports(reports: readonly KeptReport[], createdMs: number, app: string): string {
  const list = reports.map(({ entry, resolved }) => {
    const { id, pack, packVersion, fact, form, language, seed, questionId, reason, note, utcMs, question } = entry;
    return { id, reason, note, resolved, utcMs, pack, packVersion, fact, form, language, seed, questionId, question };
  });
  return `${JSON.stringify({ format: REPORTS_FORMAT, createdMs, app, reports: list }, null, 1)}\n`;
}
