const line = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;

/** A table of Markdown. */
export function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** A share as per cent, one digit. */
export function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}
