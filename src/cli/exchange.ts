import type { Judgeable } from '$lib/core/answers/judgeable';
import type { Response } from '$lib/core/answers/response';
import type { Accept } from '$lib/core/questions/question';

/** A question with a response to it, or why the two cannot be read. */
export type ReadExchange =
  | { readonly ok: true; readonly question: Judgeable; readonly response: Response }
  | { readonly ok: false; readonly message: string };

/** What was read has another shape; caught where the reading began. */
class ShapeError extends Error {}

/**
 * Reads `{ "question": …, "response": … }`. Of a question only what judging needs is looked at, so that one written by
 * hand need not have the rest: `options`, `key`, `ties` and `accept` may be left out where its form has none.
 */
export function readExchange(value: unknown): ReadExchange {
  try {
    const exchange = record(value, 'the line', '{ "question": …, "response": … }');
    return { ok: true, question: readQuestion(exchange.question), response: readResponse(exchange.response) };
  } catch (error) {
    if (error instanceof ShapeError) return { ok: false, message: error.message };
    throw error;
  }
}

function readQuestion(value: unknown): Judgeable {
  const { kind, form, options, key, ties, accept } = record(value, 'question', 'a question');
  return {
    kind: text(kind, 'question.kind'),
    form: text(form, 'question.form'),
    options: list(options ?? [], 'question.options').map((option, i) => {
      const at = `question.options[${String(i)}]`;
      return { id: text(record(option, at, 'an option').id, `${at}.id`) };
    }),
    key: texts(key ?? [], 'question.key'),
    ties: list(ties ?? [], 'question.ties').map((tie, i) => {
      const [a, b, ...more] = texts(tie, `question.ties[${String(i)}]`);
      if (a === undefined || b === undefined || more.length > 0) fail(`question.ties[${String(i)}]`, 'two option ids', tie);
      return [a, b] as const;
    }),
    accept: accept === null || accept === undefined ? null : readAccept(accept),
  }; // prettier-ignore
}

function readAccept(value: unknown): Accept {
  const at = 'question.accept';
  const accept = record(value, at, 'what is accepted');
  if ('from' in accept) {
    const day = (key: 'from' | 'to' | 'unit'): string => text(accept[key], `${at}.${key}`);
    return { from: day('from'), to: day('to'), unit: day('unit') };
  }
  if ('point' in accept) {
    const [west, south, east, north] = numbers(accept.frame, `${at}.frame`, 4);
    const [longitude, latitude] = numbers(accept.point, `${at}.point`, 2);
    const radiusKm = number(accept.radiusKm, `${at}.radiusKm`);
    return { point: [longitude, latitude], radiusKm, area: accept.area ?? null, frame: [west, south, east, north] };
  }
  return { names: texts(accept.names, `${at}.names`), rivals: texts(accept.rivals ?? [], `${at}.rivals`) };
}

const ANSWERS = ['choice', 'typed', 'point', 'order', 'pass'] as const;

function readResponse(value: unknown): Response {
  const response = record(value, 'response', 'such as { "choice": "b" }');
  const [kind, ...more] = ANSWERS.filter((key) => Object.hasOwn(response, key));
  if (kind === undefined || more.length > 0) fail('response', `exactly one of ${ANSWERS.join(', ')}`, value);
  switch (kind) {
    case 'choice':
      return { choice: text(response.choice, 'response.choice') };
    case 'typed':
      return { typed: text(response.typed, 'response.typed') };
    case 'order':
      return { order: texts(response.order, 'response.order') };
    case 'point': {
      const [longitude, latitude] = numbers(response.point, 'response.point', 2);
      return { point: [longitude, latitude] };
    }
    case 'pass':
      return response.pass === true ? { pass: true } : fail('response.pass', 'true', response.pass);
  }
}

function record(value: unknown, at: string, expected: string): Readonly<Record<string, unknown>> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  return fail(at, expected, value);
}

function list(value: unknown, at: string): readonly unknown[] {
  return Array.isArray(value) ? value : fail(at, 'a list', value);
}

function text(value: unknown, at: string): string {
  return typeof value === 'string' ? value : fail(at, 'text', value);
}

function texts(value: unknown, at: string): readonly string[] {
  return list(value, at).map((each, i) => text(each, `${at}[${String(i)}]`));
}

function number(value: unknown, at: string): number {
  return typeof value === 'number' && Number.isFinite(value) ? value : fail(at, 'a number', value);
}

/** So many numbers; the tuple is as long as the longest that is asked for, and only what was asked for is read. */
function numbers(value: unknown, at: string, length: number): readonly [number, number, number, number] {
  const given = list(value, at);
  if (given.length !== length) fail(at, `${String(length)} numbers`, value);
  const [a = 0, b = 0, c = 0, d = 0] = given.map((each, i) => number(each, `${at}[${String(i)}]`));
  return [a, b, c, d];
}

function fail(at: string, expected: string, received: unknown): never {
  const shown = received === undefined ? 'nothing' : JSON.stringify(received);
  throw new ShapeError(`${at}: expected ${expected}, received ${shown.length > 60 ? `${shown.slice(0, 60)}…` : shown}`);
}
