import type { PluralForms } from '../plural';
import type { DatePart, Precision } from '../when';

/** How a date stands in its sentence: alone as an answer, or after a preposition (genitive in Ukrainian). */
export type Use = 'alone' | 'of';

/** What a language needs to say dates: each one fills this form (`en.ts`, `uk.ts`). Qualifiers of a part are ignored here. */
export interface DateWords {
  /**
   * The words of a date from fine to coarse, so that `2 March 2022` and `5 March 2022` can share their tail:
   * "2 to 5 March 2022".
   */
  readonly tokens: (part: DatePart, use: Use) => readonly string[];
  /** As an adverbial: "on 2 March 2022", "in March 2022". */
  readonly on: (part: DatePart) => string;
  /** Sentence patterns; every argument is in the use that the comment names. */
  readonly about: (of: string) => string;
  readonly perhaps: (words: string) => string;
  readonly fromTo: (ofFrom: string, ofTo: string) => string;
  readonly by: (of: string) => string;
  readonly since: (of: string) => string;
  readonly between: (ofFrom: string, ofTo: string) => string;
  readonly notBefore: (of: string) => string;
  readonly notAfter: (of: string) => string;
  /** Joins two or more alternatives, each standing alone. */
  readonly or: (alternatives: readonly string[]) => string;
  readonly units: Readonly<Record<Precision, PluralForms>>;
}
