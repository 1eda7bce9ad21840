/** The wording that a variant takes out of those there are. */
export function wording(wordings: readonly (() => string)[], variant: number): string {
  return wordings[variant % wordings.length]?.() ?? '';
}
