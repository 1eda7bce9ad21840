import { showText, type PackDocument, type Path } from './document';

/** A document that was never a text. All of it stands at its beginning. */
export function documentOfValue(value: unknown, file = ''): PackDocument {
  const nowhere = { file, line: 1, column: 1 };
  const writtenAt = (path: Path): string => written(value, path);
  return { file, role: 'whole', value, at: () => nowhere, keyAt: () => nowhere, writtenAt };
}

function written(value: unknown, path: Path): string {
  let found: unknown = value;
  for (const key of path) found = (found as Readonly<Record<string | number, unknown>> | null | undefined)?.[key];
  return typeof found === 'string' ? showText(found) : found === undefined ? 'nothing' : JSON.stringify(found);
}
