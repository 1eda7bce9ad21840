/** A list by seat in which those that changed take the place of what was there. */
export function merged<T extends { readonly seat: number }>(all: readonly T[], changed: readonly T[]): readonly T[] {
  const rows = new Map([...all, ...changed].map((row) => [row.seat, row]));
  return [...rows.values()].sort((a, b) => a.seat - b.seat);
}
