import { GRACE_FIRST_MS } from './clock';
import type { Creation } from './creation';
import type { Room } from './room';
import { recoveryCode } from './seating';
import { settle } from './settings';

/** What only chance can give a room. */
export interface RoomSecrets {
  readonly id: string;
  /** Six digits that no other room of this server has. */
  readonly pin: string;
  readonly joinSecret: string;
  readonly watchSecret: string;
}

/** A room with its lobby open. `creation.secret` is a digest by now. */
export function createRoom(creation: Creation, secrets: RoomSecrets, now: number, luck: string): Room {
  return {
    ...secrets,
    host: creation.secret,
    recovery: recoveryCode(luck),
    createdAt: now,
    at: now,
    revision: 0,
    stage: 0,
    lesson: creation.lesson,
    settings: settle(creation.settings, creation.lesson),
    locked: false,
    phase: { is: 'lobby' },
    seats: [],
    rounds: [],
    scores: [],
    again: [],
    graceMs: GRACE_FIRST_MS,
    done: [],
  };
}
