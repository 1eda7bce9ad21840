import { createRequire } from 'node:module';
import type { FsrsMemory } from '../../src/lib/core/memory/fsrs';

// fsrs-rs is the reference engine. Of version 0.5.0 of its npm binding the one native package that was published is that for Linux on x64, so
// that alone is an optional dependency: the lock file installs everywhere.

/** As much of the native package as is called here. */
export interface FsrsRs {
  readonly FSRSBinding: new (weights: number[]) => Reference;
  readonly FSRSBindingReview: new (rating: number, deltaT: number) => Review;
  readonly FSRSBindingItem: new (reviews: Review[]) => Item;
  computeParameters(items: Item[], options: { readonly enableShortTerm: boolean }): Promise<number[]>;
}

export interface Reference {
  nextStates(
    state: FsrsMemory | null,
    retention: number,
    days: number,
  ): Readonly<Record<'again' | 'hard' | 'good' | 'easy', { readonly memory: FsrsMemory }>>;
}

interface Review {
  readonly rating: number;
}

interface Item {
  readonly reviews: readonly Review[];
}

/** Null: another platform. */
export function findFsrsRs(): FsrsRs | null {
  try {
    return createRequire(import.meta.url)('@open-spaced-repetition/binding-linux-x64-gnu') as FsrsRs;
  } catch {
    return null;
  }
}
