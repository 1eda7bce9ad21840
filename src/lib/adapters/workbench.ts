import type { Verdict, Question } from '$lib/core/memory/fitting/verdict';
import type { SimulationInput, Workload } from '$lib/core/memory/simulate';
import type { Result, Results, Task } from '$lib/core/memory/workbench';

/** Does long calculations in a worker of their own, one worker a task, so that the page stays alive. Nothing leaves the device. */
export const workbench = {
  judgeFit(question: Question): Promise<Verdict> {
    return run({ is: 'fit', question });
  },
  workloads(input: SimulationInput, retentions: readonly number[]): Promise<readonly Workload[]> {
    return run({ is: 'workloads', input, retentions });
  },
};

async function run<K extends keyof Results>(task: Task & { readonly is: K }): Promise<Results[K]> {
  const result = (await inWorker(task)) ?? (await onPage(task));
  // `work` answers each kind of task with its own kind of result.
  return result as Results[K];
}

/** Null: there is no worker to be had here, because the browser has none or cannot load it. */
function inWorker(task: Task): Promise<Result | null> {
  if (typeof Worker === 'undefined') return Promise.resolve(null);
  return new Promise((resolve) => {
    const worker = new Worker(new URL('./memory-worker.ts', import.meta.url), { type: 'module' });
    const end = (result: Result | null): void => {
      worker.terminate();
      resolve(result);
    };
    worker.addEventListener('message', ({ data }: MessageEvent<Result>) => {
      end(data);
    });
    worker.addEventListener('error', (event) => {
      event.preventDefault();
      end(null);
    });
    worker.postMessage(task);
  });
}

/** The same work on the page: it stands still for a tenth of a second, and a mistake in the work shows itself. */
async function onPage(task: Task): Promise<Result> {
  const { work } = await import('$lib/core/memory/workbench');
  return work(task);
}
