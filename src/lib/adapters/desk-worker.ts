/// <reference lib="webworker" />
import { DeskWorker } from '$lib/core/export/desk/desk-work';
import type { DeskTask } from '$lib/core/export/desk/desk-task';

/** A task with the number under which its answer is waited for. */
export interface DeskRequest {
  readonly number: number;
  readonly task: DeskTask;
}

/** `failure`: the words of an error, which is a mistake of the program. */
export type DeskReply =
  { readonly number: number; readonly answer: unknown } | { readonly number: number; readonly failure: string };

const worker = new DeskWorker();

addEventListener('message', ({ data }: MessageEvent<DeskRequest>) => {
  void answer(data);
});

async function answer({ number, task }: DeskRequest): Promise<void> {
  try {
    const done = await worker.work(task);
    postMessage({ number, answer: done } satisfies DeskReply, { transfer: buffersIn(task, done) });
  } catch (error) {
    const failure = error instanceof Error ? (error.stack ?? error.message) : String(error);
    postMessage({ number, failure } satisfies DeskReply);
  }
}

/** Files are handed over, not copied: ten thousand notes would hold the page up. */
function buffersIn(task: DeskTask, done: unknown): ArrayBuffer[] {
  if (task.is !== 'write' || !Array.isArray(done)) return [];
  return done.flatMap(({ bytes }: { readonly bytes: Uint8Array<ArrayBuffer> }) => bytes.buffer);
}
