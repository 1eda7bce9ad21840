import type { Response } from '../answers/response';
import type { Lesson } from './lesson';
import type { RoomSettings } from './settings';

/**
 * A room with everything that decides what happens next. It is plain data: written as JSON and read back it is the same room. Times are the
 * server's, in milliseconds since 1970. Secrets of pupils and of the host stand here as digests only.
 */
export interface Room {
  /** Public name of the room; long and random. */
  readonly id: string;
  /** Six digits. An index for people, no secret. */
  readonly pin: string;
  /** 128 bits, in the QR code: whoever has it may join. */
  readonly joinSecret: string;
  /** 128 bits: whoever has it may watch as the projector does. */
  readonly watchSecret: string;
  /** Digest of the host's secret. */
  readonly host: string;
  /** What takes the room over from another device; changes with every use. */
  readonly recovery: string;
  readonly createdAt: number;
  /** When the room last moved. The clock never goes back behind it. */
  readonly at: number;
  /** How many messages made the room what it is: every message to a client carries it. */
  readonly revision: number;
  /** How often the phase has changed: a host's command names the stage it was meant for. */
  readonly stage: number;
  readonly lesson: Lesson;
  readonly settings: RoomSettings;
  readonly locked: boolean;
  readonly phase: Phase;
  /** The number of a seat is its place here, for ever. */
  readonly seats: readonly Seat[];
  /** Every asking of a question, the latest last. At own pace: one for each question of the lesson. */
  readonly rounds: readonly Round[];
  /** How the scores stand since the last reveal, by seat. */
  readonly scores: readonly Score[];
  /** Questions (places in the lesson) to be asked once more, and since when that is wished; the oldest wish first. */
  readonly again: readonly { readonly question: number; readonly since: number }[];
  /** How long answers that were given in time may be under way: half the longest round trip seen, at most 1.5 s. */
  readonly graceMs: number;
  /** The last commands of the host, so that one that comes twice does nothing. */
  readonly done: readonly string[];
}

export type Phase =
  | { readonly is: 'lobby' }
  /** The question is shown and cannot be answered yet. `until` null: the teacher opens it. */
  | { readonly is: 'reading'; readonly since: number; readonly until: number | null }
  | ({ readonly is: 'answering' } & Timed)
  /** The time is over and nothing is told yet. */
  | { readonly is: 'closed' }
  /** Peer instruction: neighbours talk about the question; nobody is told what is right. */
  | { readonly is: 'discussion'; readonly since: number }
  | ({ readonly is: 'second-vote' } & Timed)
  /** `ranMs`: how much of its time the held phase has used. `by`: the teacher, a restart of the server, or a laptop that slept. */
  | {
      readonly is: 'paused';
      readonly held: Held;
      readonly since: number;
      readonly ranMs: number;
      readonly by: 'host' | 'restart' | 'sleep';
    }
  | { readonly is: 'reveal' }
  | { readonly is: 'standings' }
  /** Everybody goes through the lesson alone. */
  | { readonly is: 'own-pace'; readonly deadline: number | null }
  | { readonly is: 'ended'; readonly endedAt: number };

/** An open question. Everybody's own end is `opensAt` + `limitMs` × their factor. Null: it ends when the teacher says so. */
export interface Timed {
  readonly opensAt: number;
  readonly limitMs: number | null;
}

export type Held = Extract<Phase, { readonly is: 'reading' | 'answering' | 'discussion' | 'second-vote' }>;

export interface Seat {
  readonly name: string;
  /** `nameKey` of it: no two seats share one. */
  readonly nameKey: string;
  /** Digest of the token that owns the seat; null: a printed card, or nobody has taken the seat yet. */
  readonly token: string | null;
  /** Whether a phone is connected. */
  readonly here: boolean;
  /** Sent out by the teacher: may not come back, and counts no more. */
  readonly out: boolean;
  /** Place in `settings.teams`; null: none. */
  readonly team: number | null;
  /** What the time limit is multiplied with, 1 … 4. Private. */
  readonly factor: number;
  /** Number of the printed card; null: none. */
  readonly card: number | null;
  /** With this code another phone may take the seat; null: it may not. */
  readonly claim: string | null;
  /** Own pace: the question (its place in the lesson) that it is at. */
  readonly place: number;
  /** Own pace: the answer to the question it is at has been explained. */
  readonly told: boolean;
  readonly joinedAt: number;
  /** The last commands of the seat, so that one that comes twice does nothing. */
  readonly done: readonly string[];
}

/** One asking of one question. */
export interface Round {
  /** Grows with every opening for answers, a second vote among them; no two rounds share one. What an answer has to name. */
  readonly revision: number;
  /** Place in the lesson. */
  readonly question: number;
  /** When it was first shown. */
  readonly shownAt: number;
  /** By seat; shorter where nobody behind has answered. */
  readonly answers: readonly (Given | null)[];
  /** Of a question that was voted on twice: the first vote. */
  readonly first: readonly (Given | null)[] | null;
  /** How many of the seats here have answered this vote. */
  readonly answered: number;
  /** Counts of raised hands, by option id. */
  readonly hands: Readonly<Record<string, number>> | null;
  /** `open` until it is revealed or skipped. */
  readonly state: 'open' | 'counted' | 'skipped';
}

export interface Given {
  readonly response: Response;
  /** Time it took since the opening, pauses left out, before the limit was multiplied. */
  readonly ms: number;
  /** What time was left for it, of this seat: the limit times its factor. Null: no limit. */
  readonly ofMs: number | null;
  /** 0 … 1. */
  readonly credit: number;
  /** It came in after the end, and counts because it was given before. */
  readonly saved: boolean;
  /** How sure the pupil was; null: not asked. */
  readonly sure: boolean | null;
  /** How long after the opening the question stood on the phone, by its own estimate, milliseconds; null: it cannot tell. */
  readonly seenMs: number | null;
}

export interface Score {
  readonly points: number;
  /** Sum of credits. */
  readonly credit: number;
  /** Questions answered fully right, and questions counted. */
  readonly right: number;
  readonly of: number;
  /** From 1, by points; equal points share a rank. */
  readonly rank: number;
}

/** The asking that is going on, or was the last; null before the first and at own pace. */
export function currentRound(room: Room): Round | null {
  return room.phase.is === 'own-pace' || room.settings.mode === 'own-pace' ? null : (room.rounds.at(-1) ?? null);
}
