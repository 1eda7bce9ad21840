import type { PackEvent } from '../packs/pack';
import { twinsWith } from './alike';
import type { Context } from './context';
import type { Fact } from './facts';
import { hashParts, hexOf } from './hash';
import type { Accept, CitedSource, FormKey, Kind, Option, Proof, ProofStep, Question } from './question';
import { phrasesOf, plainTelling, shownPlace, toldDate } from './telling';

/** What a form needs to know to make one question. */
export interface Request<F extends Fact = Fact> {
  readonly context: Context;
  readonly fact: F;
  readonly seed: number;
}

/** The hash of all that a question is a function of; every draw comes from it, and it ends the question's id. */
export function hashOf(request: Request, key: FormKey): number {
  const { context, fact, seed } = request;
  return hashParts([context.index.pack.id, fact.id, key, context.language, String(seed)]);
}

/** What the forms fill in; the rest follows from the request. */
export type Filled = Pick<
  Question,
  'stem' | 'options' | 'dispatch' | 'key' | 'according' | 'explanation' | 'proof' | 'difficulty'
> & {
  readonly sources: readonly CitedSource[];
  /** Typed and map questions only. */
  readonly accept?: Accept;
  /** `between` only. */
  readonly bounds?: readonly [string, string];
};

/** Puts a question together, keys in the contract's order. */
export function assemble(request: Request, key: FormKey, filled: Filled): Question {
  const { context, fact, seed } = request;
  const [kind = '', form = ''] = key.split('/');
  const pack = context.index.pack.id;
  return {
    type: 'question',
    id: `${pack}:${fact.id}:${form}:${hexOf(hashOf(request, key))}`,
    pack,
    fact: fact.id,
    kind: kind as Kind, // a FormKey begins with its kind
    form,
    stem: filled.stem,
    options: filled.options,
    dispatch: filled.dispatch,
    key: filled.key,
    ties: [],
    accept: filled.accept ?? null,
    ...(filled.bounds === undefined ? {} : { bounds: filled.bounds }),
    according: filled.according,
    explanation: filled.explanation,
    sources: filled.sources,
    proof: filled.proof,
    difficulty: filled.difficulty,
    seed,
    language: context.language,
  };
}

/** Gives options their letters in the order shown. */
export function lettered(options: readonly Omit<Option, 'id'>[]): Option[] {
  return options.map(({ text, value, why }, i) => ({ id: String.fromCharCode(97 + i), text, value, why }));
}

/** Why each wrong option is false; what has no steps is the key. */
export function proveOthers(
  options: readonly Option[],
  stepsOf: (option: Option) => readonly ProofStep[] | null,
): Proof['others'] {
  const others: Record<string, readonly ProofStep[]> = {};
  for (const option of options) {
    const steps = stepsOf(option);
    if (steps !== null) others[option.id] = steps;
  }
  return others;
}

/** The sources of an event and of its other tellings, in words that need no pack. */
export function citedSources(context: Context, event: PackEvent): CitedSource[] {
  const { index } = context;
  const cited: CitedSource[] = [];
  for (const { sources } of twinsWith(context, event)) {
    for (const { source, section, paragraph } of sources) {
      const { title, publisher, url, licence } = index.source(source);
      cited.push({ source, section, paragraph, title, publisher, url, licence });
    }
  }
  return distinct(cited);
}

/** The same for several events, each source passage once. */
export function citedForAll(context: Context, events: readonly PackEvent[]): CitedSource[] {
  return distinct(events.flatMap((event) => citedSources(context, event)));
}

/** Each passage once, where it comes first; a question cites a handful. */
function distinct(cited: CitedSource[]): CitedSource[] {
  if (cited.length < 2) return cited;
  return cited.filter((one, i) => cited.findIndex((other) => isSamePassage(one, other)) === i);
}

function isSamePassage(a: CitedSource, b: CitedSource): boolean {
  return a.source === b.source && a.section === b.section && a.paragraph === b.paragraph;
}

/** The event as it is told after the answer: dateline, claimant, clause, and the pack's note. */
export function explain(context: Context, event: PackEvent, withNote: boolean): string {
  const told = plainTelling(context, event);
  if (told === null) return '';
  const place = shownPlace(context, event)?.name ?? null;
  const sentence = phrasesOf(context).dispatch(place, toldDate(context, event)?.label ?? null, told);
  const { note } = context.spoken(event);
  return withNote && note !== null ? `${sentence} ${note}` : sentence;
}
