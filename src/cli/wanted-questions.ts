import { parseFact } from '$lib/core/questions/facts';
import { DEFAULT_SEED, LARGEST_SEED } from '$lib/core/questions/generator';
import { FORMS_OF, KINDS, LANGUAGES, type Kind, type Language } from '$lib/core/questions/question';
import type { Wanted } from '$lib/core/questions/select';
import { isPackLanguage } from '$lib/core/questions/wording';
import type { Pack } from '$lib/core/packs/pack';
import { UsageError } from './command';

/** The options that say which questions are wanted, as `parseArgs` of node:util takes them. */
export const QUESTION_OPTIONS = {
  kind: { type: 'string', multiple: true },
  form: { type: 'string', multiple: true },
  language: { type: 'string' },
  seed: { type: 'string' },
  count: { type: 'string' },
  fact: { type: 'string' },
  storyline: { type: 'string', multiple: true },
  difficulty: { type: 'string' },
} as const;

/** The same, as they were given. */
export interface GivenOptions {
  readonly kind?: readonly string[] | undefined;
  readonly form?: readonly string[] | undefined;
  readonly fact?: string | undefined;
  readonly difficulty?: string | undefined;
}

/** @throws {UsageError} for a kind or form that this program does not have, and for kinds none of which has a wanted form */
export function readWanted({ kind = [], form = [], fact, difficulty }: GivenOptions): Wanted {
  const kinds = kind.map((name) => oneOf<Kind>(name, KINDS, '--kind'));
  const names = [...new Set(KINDS.flatMap((each): readonly string[] => FORMS_OF[each]))];
  const forms = form.map((name) => oneOf(name, names, '--form'));
  const inKinds = new Set((kinds.length > 0 ? kinds : KINDS).flatMap((each): readonly string[] => FORMS_OF[each]));
  if (forms.length > 0 && !forms.some((name) => inKinds.has(name))) {
    throw new UsageError(`--form ${forms.join(', ')} is no form of ${kinds.join(', ')} (expected ${[...inKinds].join(', ') || 'none: it has no form yet'})`);
  } // prettier-ignore
  if (fact !== undefined && parseFact(fact) === null) {
    throw new UsageError(`--fact ${fact} is no fact (expected such as ivankiv-captured:date, ivankiv-captured:place or ivankiv:sequence:a+b+c)`);
  } // prettier-ignore
  return { kinds, forms, fact: fact ?? null, difficulty: readBand(difficulty) };
}

/** `0.3..0.6`. @throws {UsageError} unless it is two numbers from 0 to 1, the lower first; null when absent */
function readBand(given: string | undefined): readonly [number, number] | null {
  if (given === undefined) return null;
  const [, low, high] = /^(0(?:\.\d+)?|1(?:\.0+)?)\.\.(0(?:\.\d+)?|1(?:\.0+)?)$/u.exec(given) ?? [];
  if (low !== undefined && high !== undefined && Number(low) <= Number(high)) return [Number(low), Number(high)];
  throw new UsageError(`--difficulty "${given}": expected two numbers from 0 to 1, the lower first, such as 0.3..0.6`);
}

/** @throws {UsageError} for a storyline that the pack does not have */
export function readStorylines(given: readonly string[] = [], pack: Pack): readonly string[] {
  const known = pack.storylines.map(({ id }) => id);
  return given.map((id) => oneOf(id, known, '--storyline'));
}

/** @throws {UsageError} unless it is a whole number from 0 to 2³²−1; absent is the default */
export function readSeed(given: string | undefined): number {
  return given === undefined ? DEFAULT_SEED : wholeNumber(given, '--seed', 0, LARGEST_SEED);
}

/** @throws {UsageError} unless it is a whole number from 1 on; null when absent */
export function readCount(given: string | undefined): number | null {
  return given === undefined ? null : wholeNumber(given, '--count', 1, Number.MAX_SAFE_INTEGER);
}

/** @throws {UsageError} for a language that questions cannot be asked in; the pack's own when absent */
export function readLanguage(given: string | undefined, pack: Pack): Language {
  if (given !== undefined) return oneOf<Language>(given, LANGUAGES, '--language');
  const own = LANGUAGES.find((language) => isPackLanguage(pack, language));
  if (own !== undefined) return own;
  throw new UsageError(
    `the pack is in "${pack.language}", which has no stems: give --language ${LANGUAGES.join(' or ')}`,
  );
}

function oneOf<T extends string>(given: string, words: readonly T[], option: string): T {
  const found = words.find((word) => word === given);
  if (found !== undefined) return found;
  throw new UsageError(`${option} ${given} is not known (expected ${words.join(', ')})`);
}

function wholeNumber(given: string, option: string, least: number, most: number): number {
  const value = /^\d{1,16}$/.test(given) ? Number(given) : NaN;
  if (value >= least && value <= most) return value;
  const range =
    most === Number.MAX_SAFE_INTEGER ? `from ${String(least)} on` : `from ${String(least)} to ${String(most)}`;
  throw new UsageError(`${option} "${given}": expected a whole number ${range}`);
}
