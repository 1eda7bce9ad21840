import { COMPARED_RETENTIONS, worthwhile } from '$lib/core/memory/simulate';
import type { Workload as YearLoad } from '$lib/core/memory/simulate';
import type { StorageProblem, Workbench } from './ports';
import type { Settings } from './settings.svelte';
import { simulationInput } from './simulation-input';
import type { SimulationParts } from './simulation-input';

export interface WorkloadParts extends SimulationParts {
  readonly settings: Settings;
  readonly workbench: Workbench;
}

export interface Comparison {
  /** By desired retention, the lowest first. */
  readonly loads: readonly YearLoad[];
  /** Desired retentions that teach most for the time; null: nothing to learn. */
  readonly best: readonly [low: number, high: number] | null;
}

export type WorkloadPhase =
  | { readonly is: 'idle' }
  | { readonly is: 'working' }
  | { readonly is: 'done'; readonly comparison: Comparison }
  | { readonly is: 'failed'; readonly problem: StorageProblem };

const A_YEAR = 365;

/** What another desired retention would cost and bring: a year of this learner, simulated for each. */
export class WorkloadComparison {
  phase: WorkloadPhase = $state.raw({ is: 'idle' });
  readonly #parts: WorkloadParts;

  constructor(parts: WorkloadParts) {
    this.#parts = parts;
  }

  async compare(): Promise<void> {
    const { settings, workbench } = this.#parts;
    this.phase = { is: 'working' };
    const input = await simulationInput(this.#parts, settings.values, A_YEAR);
    if (!input.ok) {
      this.phase = { is: 'failed', problem: input.problem };
      return;
    }
    const loads = await workbench.workloads(input.value, COMPARED_RETENTIONS);
    this.phase = { is: 'done', comparison: { loads, best: worthwhile(loads) } };
  }
}
