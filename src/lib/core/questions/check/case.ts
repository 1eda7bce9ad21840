import type { PackEvent } from '../../packs/pack';
import type { Evidence } from './evidence';
import type { ClaimedFact } from './fact';
import type { Claimed, ClaimedOption } from './shape';
import type { Finding } from './violation';

/** A question of the right shape about events that the pack has: what a form's check gets. */
export interface Case {
  readonly question: Claimed;
  readonly evidence: Evidence;
  readonly fact: ClaimedFact;
  /** The events asked about: one, or all of a sequence. */
  readonly events: readonly [PackEvent, ...PackEvent[]];
  /** The two events between which something is asked for; empty in every other form. */
  readonly bounds: readonly PackEvent[];
  readonly keys: readonly ClaimedOption[];
  readonly distractors: readonly ClaimedOption[];
}

/** Proves all that is peculiar to a form: its key, why the other options are false, its words. */
export type FormCheck = (subject: Case) => readonly Finding[];
