import { hashParts } from '../hash';
import type { Request } from '../assemble';
import type { Objection } from '../eligibility';
import { tooLong } from '../telling';

/** More than any stem has wordings. */
const MOST_WORDINGS = 12;

/** The variant in which a question is worded: drawn from all that it is a function of. */
export function variantOf({ context, fact, seed }: Request, form: string): number {
  return hashParts(['wording', context.index.pack.id, fact.id, form, context.language, String(seed)]);
}

/**
 * The stem in the drawn variant, or the next that is short enough (rule S3): so what is asked does not depend on the seed. An objection
 * where every wording is too long.
 */
export function chooseStem(variant: number, ask: (variant: number) => string): string | Objection {
  let first: Objection | null = null;
  for (let i = 0; i < MOST_WORDINGS; i++) {
    const stem = ask(variant + i);
    const long = tooLong(stem);
    if (long === null) return stem;
    first ??= long;
  }
  return first ?? ask(variant);
}

/** What stands against a stem; null if it is one. */
export function objectionIn(stem: string | Objection): Objection | null {
  return typeof stem === 'string' ? null : stem;
}
