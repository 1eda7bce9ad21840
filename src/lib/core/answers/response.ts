/** What somebody answered: formats.md §3. */
export type Response =
  | { readonly choice: string }
  | { readonly typed: string }
  | { readonly point: readonly [number, number] }
  | { readonly order: readonly string[] }
  | { readonly pass: true };

/** What a response is worth. */
export interface Verdict {
  /** 0 … 1. */
  readonly credit: number;
  /** `credit` is 1. */
  readonly correct: boolean;
  readonly band: 'full' | 'near' | 'wrong';
  /** The typed date can be read as day-month or month-day: ask which. */
  readonly needs?: 'month-first';
}
