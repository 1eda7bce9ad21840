import type { Accept } from '../questions/question';

/** What judging needs of a question: every generated question has it, so has one from elsewhere that follows formats.md §2. */
export interface Judgeable {
  readonly kind: string;
  readonly form: string;
  readonly options: readonly { readonly id: string }[];
  readonly key: readonly string[];
  readonly ties: readonly (readonly [string, string])[];
  readonly accept: Accept | null;
}
