import { text } from 'node:stream/consumers';
import process from 'node:process';

/** All that a command knows of the process it runs in, so that a test can run it without one. */
export interface Io {
  /** Where the caller stands; relative paths count from here. Absolute. */
  readonly cwd: string;
  /** The version of the program. */
  readonly version: string;
  /** The whole standard input, decoded as UTF-8. It may be read once, in this way or the next. */
  readonly stdin: () => Promise<string>;
  /** The same as it comes in, cut anywhere: a bank of questions is larger than the pack it was made from. */
  readonly stdinChunks: () => AsyncIterable<string>;
  /** Writes one line of results to standard output; the line end is added. */
  readonly out: (line: string) => void;
  /** Writes one line of messages to standard error; the line end is added. */
  readonly err: (line: string) => void;
  /** Resolves when everything written has left the program. */
  readonly flush: () => Promise<void>;
}

/** Lines are gathered up to this many characters: a hundred thousand questions are not a hundred thousand system calls. */
const CHUNK = 65_536;

/** The input and output of this process. A reader that stops early (`| head`) is no error: the rest goes nowhere. */
export function processIo({ cwd, version }: { cwd: string; version: string }): Io {
  const out = lineWriter(process.stdout);
  const err = lineWriter(process.stderr);
  return {
    cwd,
    version,
    stdin: () => text(process.stdin),
    stdinChunks: () => decoded(process.stdin),
    out: out.write,
    // Messages are few and explain what is going on: they are not held back, and come after the results before them.
    err: (line) => {
      err.write(line);
      err.send();
    },
    flush: async () => {
      await out.flush();
      await err.flush();
    },
  };
}

async function* decoded(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  for await (const chunk of bytes) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}

function lineWriter(stream: NodeJS.WriteStream) {
  let gathered = '';
  let closed = false;
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    closed = true;
  });

  const send = (done?: () => void): void => {
    const chunk = gathered;
    gathered = '';
    if (closed) done?.();
    else stream.write(chunk, () => done?.());
  };
  return {
    write: (line: string): void => {
      gathered += `${line}\n`;
      if (gathered.length >= CHUNK) send();
    },
    send: () => {
      send();
    },
    flush: () =>
      new Promise<void>((resolve) => {
        send(resolve);
      }),
  };
}
