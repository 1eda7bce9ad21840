import * as v from 'valibot';
import { problemAt, type PackDocument, type Path } from '../document';
import type { Problem } from '../problem';
import { SCHEMA_OF } from './pack-schema';

/** Everything in one document that is of the wrong shape, whatever stands in the others. */
export function checkSchema(document: PackDocument): readonly Problem[] {
  const { issues } = v.safeParse(SCHEMA_OF[document.role], document.value);
  return (issues ?? []).map((issue) => describeIssue(issue, document));
}

/** A schema's issue in words. For an issue of a schema, not of a rule, `message` says what was expected (see parts.ts). */
function describeIssue(issue: v.BaseIssue<unknown>, document: PackDocument): Problem {
  const items = issue.path ?? [];
  const path: Path = items.flatMap(({ key }) => (typeof key === 'string' || typeof key === 'number' ? [key] : []));
  const aboutKey = items.at(-1)?.origin === 'key';
  if (issue.kind !== 'schema') {
    const fault = { message: issue.message, expected: issue.expected };
    return aboutKey
      ? problemAt(document, path, { ...fault, received: null }, document.keyAt(path))
      : problemAt(document, path, fault);
  }
  if (issue.input === undefined) {
    return problemAt(document, path, { message: 'is missing', expected: issue.message, received: null });
  }
  if (issue.type === 'strict_tuple' && issue.expected === 'never') {
    return problemAt(document, path, { message: 'is one number too many', expected: issue.message });
  }
  return problemAt(document, path, { message: misfit(issue), expected: issue.message });
}

function misfit({ type, input }: v.BaseIssue<unknown>): string {
  if (input === null) return 'is empty';
  switch (type) {
    case 'string':
      return 'is not text: quote it';
    case 'number':
      return typeof input === 'string' && /^[-+\d.e]+$/iu.test(input)
        ? 'is text, not a number: take off the quotes'
        : 'is not a number';
    case 'boolean':
      return 'is neither true nor false';
    case 'array':
      return 'is not a list';
    case 'strict_tuple':
      return 'is not a list of as many numbers';
    case 'custom':
      return 'is not a mapping of keys to values';
    default:
      return 'is not one of the words that can stand here';
  }
}
