import { deviceClock } from '$lib/adapters/device';
import { workbench } from '$lib/adapters/workbench';
import { Fitting } from '$lib/app/fitting.svelte';
import type { PackSummary, Stored, StudyStore } from '$lib/app/ports';
import type { Settings } from '$lib/app/settings.svelte';
import { WorkloadComparison } from '$lib/app/workload.svelte';

/** Fitting the memory model to the learner. */
export function openFitting(store: StudyStore, settings: Settings): Fitting {
  return new Fitting({ store, settings, clock: deviceClock, workbench });
}

/** What another desired retention would cost and bring. */
export function openWorkloads(
  store: StudyStore,
  settings: Settings,
  packs: () => Promise<Stored<readonly PackSummary[]>>,
): WorkloadComparison {
  return new WorkloadComparison({ store, packs, settings, clock: deviceClock, workbench });
}
