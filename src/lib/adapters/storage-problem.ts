import type { StorageProblem } from '$lib/core/memory/storing';

/** A problem that is known before a request is made. */
export class ProblemError extends Error {
  constructor(readonly problem: StorageProblem) {
    super(problem.detail);
  }
}

/** Errors of IndexedDB by name: which of them mean what to a learner. */
const KINDS: Readonly<Record<string, StorageProblem['kind']>> = {
  QuotaExceededError: 'quota',
  VersionError: 'newer',
  // The connection is closing, or was closed under us: iOS after a while in the background, a cleared site.
  InvalidStateError: 'closed',
  AbortError: 'closed',
  TransactionInactiveError: 'closed',
  SecurityError: 'unavailable',
  NotFoundError: 'damaged',
  DataError: 'damaged',
  DataCloneError: 'damaged',
  ConstraintError: 'damaged',
};

/** An error of the browser's storage as a value. What is no error of storage is a mistake of ours and is thrown on. */
export function problemOf(error: unknown): StorageProblem {
  if (error instanceof ProblemError) return error.problem;
  if (!(error instanceof Error || error instanceof DOMException))
    throw new TypeError('storage failed with something that is no error', { cause: error });
  const kind = KINDS[error.name];
  if (kind !== undefined) return { kind, detail: `${error.name}: ${error.message}` };
  if (error instanceof DOMException || error.name === 'UnknownError')
    return { kind: 'unavailable', detail: `${error.name}: ${error.message}` };
  throw error;
}
