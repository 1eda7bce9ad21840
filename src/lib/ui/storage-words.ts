import type { StorageProblem } from '$lib/core/memory/storing';
import { m } from '$lib/paraglide/messages.js';

const REASONS: Record<StorageProblem['kind'], () => string> = {
  quota: m.storage_quota,
  blocked: m.storage_blocked,
  newer: m.storage_newer,
  closed: m.storage_closed,
  unavailable: m.storage_unavailable,
  damaged: m.storage_damaged,
};

/** Why the store could not do it, and what helps, as the end of a sentence. */
export function storageReason(problem: StorageProblem): string {
  return REASONS[problem.kind]();
}
