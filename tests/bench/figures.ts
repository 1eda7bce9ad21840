/** One measured figure. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** What we want it to be; absent where no promise is made. */
  readonly target?: { readonly atMost: number } | { readonly atLeast: number };
  /** A peer, or the floor that the platform sets, measured the same way. */
  readonly reference?: { readonly name: string; readonly value: number };
}

/** Prints figures as a table: `name  value unit  (target …, ratio …)`. */
export function printFigures(figures: readonly Figure[]): void {
  const widths = {
    name: Math.max(...figures.map(({ name }) => name.length)),
    value: Math.max(...figures.map(({ value }) => round(value).length)),
  };
  for (const figure of figures) {
    const remarks = [...target(figure), ...ratio(figure)].join(', ');
    const line = `  ${figure.name.padEnd(widths.name)}  ${round(figure.value).padStart(widths.value)} ${figure.unit}`;
    process.stdout.write(`${line}${remarks === '' ? '' : `  (${remarks})`}\n`);
  }
}

function target({ target: wanted, value, unit }: Figure): string[] {
  if (wanted === undefined) return [];
  const kept = 'atMost' in wanted ? value <= wanted.atMost : value >= wanted.atLeast;
  const words = 'atMost' in wanted ? `≤ ${round(wanted.atMost)}` : `≥ ${round(wanted.atLeast)}`;
  return [`target ${words}${unit === '' ? '' : ` ${unit}`}${kept ? '' : ' MISSED'}`];
}

/** To the reference where there is one, else to the target. */
function ratio({ value, target: wanted, reference }: Figure): string[] {
  if (reference !== undefined) return [`ratio ${(value / reference.value).toFixed(2)} to ${reference.name}`];
  if (wanted === undefined) return [];
  const bound = 'atMost' in wanted ? wanted.atMost : wanted.atLeast;
  // Of nothing there is no part.
  return bound === 0 ? [] : [`ratio ${(value / bound).toFixed(2)}`];
}

/** Three digits that count. */
function round(value: number): string {
  return Number(value.toPrecision(value >= 100 ? Math.ceil(Math.log10(value)) : 3)).toString();
}

/** The value below which the given share of all lies; `share` between 0 and 1. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const value = sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
  if (value === undefined) throw new Error('no values');
  return value;
}
