import type { DeskTask, DeskWork, DeskWorks } from '$lib/core/export/desk/desk-task';
import type { DeskWorker } from '$lib/core/export/desk/desk-work';
import type { DeskReply, DeskRequest } from './desk-worker';

interface Waiting {
  readonly resolve: (answer: unknown) => void;
  readonly reject: (error: Error) => void;
}

/**
 * The desk's work in a worker of its own, which keeps the packs that it was given. Where there is no worker to be had it is done on the
 * page, which then stands still now and then. `close` ends it, and whatever was asked stays unanswered.
 */
export class DeskBench {
  readonly #waiting = new Map<number, Waiting>();
  #worker: Worker | null = null;
  #onPage: Promise<DeskWorker> | null = null;
  #next = 0;
  /** What the worker must be given again if it has to be done on the page. */
  readonly #asked = new Map<number, DeskTask>();

  ask<W extends DeskWork>(is: W, about: DeskWorks[W]['ask']): Promise<DeskWorks[W]['answer']> {
    // Put together from its kind and what belongs to that kind; the answer is of that kind too.
    const task = { is, ...about } as unknown as DeskTask;
    return this.#send(task) as Promise<DeskWorks[W]['answer']>;
  }

  close(): void {
    this.#worker?.terminate();
    this.#worker = null;
    this.#waiting.clear();
    this.#asked.clear();
  }

  async #send(task: DeskTask): Promise<unknown> {
    if (typeof Worker === 'undefined' || this.#onPage !== null) return this.#here(task);
    const worker = (this.#worker ??= this.#start());
    const number = (this.#next += 1);
    this.#asked.set(number, task);
    return new Promise((resolve, reject) => {
      this.#waiting.set(number, { resolve, reject });
      worker.postMessage({ number, task } satisfies DeskRequest);
    });
  }

  #start(): Worker {
    const worker = new Worker(new URL('./desk-worker.ts', import.meta.url), { type: 'module' });
    worker.addEventListener('message', ({ data }: MessageEvent<DeskReply>) => {
      const waiting = this.#waiting.get(data.number);
      this.#waiting.delete(data.number);
      if (this.#asked.get(data.number)?.is !== 'pack') this.#asked.delete(data.number);
      if ('failure' in data) waiting?.reject(new Error(data.failure));
      else waiting?.resolve(data.answer);
    });
    worker.addEventListener('error', (event) => {
      event.preventDefault();
      void this.#moveHere();
    });
    return worker;
  }

  /** The worker could not be loaded: what was asked of it is done on the page, the packs first, in their order. */
  async #moveHere(): Promise<void> {
    this.#worker?.terminate();
    this.#worker = null;
    this.#onPage ??= import('$lib/core/export/desk/desk-work').then((module) => new module.DeskWorker());
    for (const [number, task] of [...this.#asked]) {
      const waiting = this.#waiting.get(number);
      this.#asked.delete(number);
      this.#waiting.delete(number);
      try {
        const answer = await this.#here(task);
        waiting?.resolve(answer);
      } catch (error) {
        waiting?.reject(error instanceof Error ? error : new Error(String(error)));
      }
    }
  }

  async #here(task: DeskTask): Promise<unknown> {
    this.#onPage ??= import('$lib/core/export/desk/desk-work').then((module) => new module.DeskWorker());
    const worker = await this.#onPage;
    return worker.work(task);
  }
}
