import type { Io } from '../../src/cli/io';

/** An `Io` without a process, for tests: what was written is kept, a line an entry. */
export interface FakeIo extends Io {
  readonly outLines: readonly string[];
  readonly errLines: readonly string[];
}

export function fakeIo({ cwd, stdin = '' }: { readonly cwd: string; readonly stdin?: string }): FakeIo {
  const outLines: string[] = [];
  const errLines: string[] = [];
  return {
    cwd,
    version: '1.2.3',
    stdin: () => Promise.resolve(stdin),
    out: (line) => outLines.push(line),
    err: (line) => errLines.push(line),
    flush: () => Promise.resolve(),
    outLines,
    errLines,
  };
}
