import type { Io } from '../../src/cli/io';

/** An `Io` without a process, for tests: what was written is kept, a line an entry. */
export interface FakeIo extends Io {
  readonly outLines: readonly string[];
  readonly errLines: readonly string[];
}

/** A text in pieces that end anywhere, as a pipe delivers it. */
export async function* inPieces(text: string, length = 100): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += length) yield await Promise.resolve(text.slice(at, at + length));
}

export function fakeIo({ cwd, stdin = '' }: { readonly cwd: string; readonly stdin?: string }): FakeIo {
  const outLines: string[] = [];
  const errLines: string[] = [];
  return {
    cwd,
    version: '1.2.3',
    stdin: () => Promise.resolve(stdin),
    stdinChunks: () => inPieces(stdin),
    out: (line) => outLines.push(line),
    err: (line) => errLines.push(line),
    flush: () => Promise.resolve(),
    outLines,
    errLines,
  };
}
