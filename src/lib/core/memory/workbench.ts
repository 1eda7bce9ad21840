import { judgeFit } from './fitting/verdict';
import type { Question, Verdict } from './fitting/verdict';
import { simulate } from './simulate';
import type { SimulationInput, Workload } from './simulate';

/** Work that takes too long for a page to stand still: what goes to the worker. All of it is plain data and typed arrays. */
export type Task =
  | { readonly is: 'fit'; readonly question: Question }
  | { readonly is: 'workloads'; readonly input: SimulationInput; readonly retentions: readonly number[] };

export interface Results {
  readonly fit: Verdict;
  readonly workloads: readonly Workload[];
}

export type Result = Results[keyof Results];

/** Does a task, here and now. */
export function work(task: Task): Result {
  switch (task.is) {
    case 'fit':
      return judgeFit(task.question);
    case 'workloads':
      return task.retentions.map((retention) => simulate(task.input, retention));
  }
}
