import { parseFact } from '../facts';
import type { Question } from '../question';

/** What a player's device may have before the answer is given (rule L6): letters and words, no ids that speak, no key. */
export interface ShownQuestion {
  readonly kind: Question['kind'];
  readonly form: string;
  readonly stem: string;
  readonly options: readonly { readonly id: string; readonly text: string }[];
  readonly dispatch: Question['dispatch'];
  readonly according: string | null;
  readonly language: Question['language'];
}

/** The part of a question that may be sent before its answer. Event ids read like sentences, and values are answers. */
export function shownPart({ kind, form, stem, options, dispatch, according, language }: Question): ShownQuestion {
  return { kind, form, stem, options: options.map(({ id, text }) => ({ id, text })), dispatch, according, language };
}

/** Fields whose values are, or tell, the answer. */
const SECRET = new Set([
  'key',
  'ties',
  'accept',
  'why',
  'explanation',
  'sources',
  'proof',
  'value',
  'fact',
  'bounds',
  'seed',
]);

/**
 * Rule L6: what in a message to a device, of whatever shape, gives a question away before it is answered: a field that tells, the
 * question's own id or fact, or an id of an option that is not the letter of its rank.
 */
export function giveaways(question: Question, message: unknown): string[] {
  const found: string[] = [];
  const fact = parseFact(question.fact);
  const events = fact === null ? [] : fact.kind === 'sequence' ? fact.events : [fact.event];
  const texts = new Set(question.options.map(({ text }) => text));
  // A year reads the same as its value.
  const values = question.options.map(({ value }) => value).filter((value) => !texts.has(value));
  const secrets = new Set([question.id, question.fact, ...events, ...values]);
  const look = (value: unknown, path: string): void => {
    if (typeof value === 'string' && secrets.has(value)) found.push(`${path}: ${value}`);
    if (typeof value !== 'object' || value === null) return;
    for (const [name, inner] of Object.entries(value)) {
      if (SECRET.has(name)) found.push(`${path}.${name}`);
      else look(inner, `${path}.${name}`);
    }
  };
  look(message, 'message');
  const letters = question.options.map(({ id }) => id).join('');
  if (!'abcdefghijklmnopqrstuvwxyz'.startsWith(letters)) found.push(`the options are called ${letters}`);
  return found;
}
