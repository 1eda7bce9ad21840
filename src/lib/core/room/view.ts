import type { Response } from '../answers/response';
import type { Dispatch, Kind } from '../questions/question';
import type { Frame, Point } from '../packs/pack';
import type { Language } from '../time/language';
import type { LessonSource } from './lesson';
import type { RoomSettings, ScoringName } from './settings';

/** What each audience sees. Nothing here tells what is right before the reveal, except in `HostView`. Times: the server's, milliseconds since 1970. */

/** A question as it may be seen before the reveal: no key, and no id, since ids are made of what happened where. */
export interface AskedView {
  /** What an answer has to name. */
  readonly questionRevision: number;
  /** Which one of the lesson, from 0; `of` how many. */
  readonly index: number;
  readonly of: number;
  readonly kind: Kind;
  readonly form: string;
  readonly stem: string;
  readonly options: readonly { readonly id: string; readonly text: string }[];
  readonly dispatch: Dispatch | null;
  readonly according: string | null;
  /** Of a typed date: how exactly it is asked. */
  readonly unit: string | null;
  /** Of a map question. */
  readonly frame: Frame | null;
  readonly language: Language;
}

/** What is told once a question is over. In a snapshot what does not fit is left out: `answer` where `key` says it, sources, the end of the explanation. */
export interface ToldView {
  /** Where it comes from, for a schedule of one's own. */
  readonly pack: string;
  readonly fact: string;
  readonly key: readonly string[];
  readonly answer: string | null;
  /** Why each wrong option is wrong; empty in a snapshot, where `OwnResult` has that of the own choice. */
  readonly whys: Readonly<Record<string, string>>;
  readonly timeline: readonly { readonly option: string; readonly date: string | null }[];
  readonly place: { readonly point: Point; readonly radiusKm: number } | null;
  readonly explanation: string;
  readonly sources: readonly LessonSource[];
}

/** What all players see alike. */
export type SharedPhase =
  | { readonly is: 'lobby' }
  | { readonly is: 'reading'; readonly question: AskedView; readonly until: number | null }
  | {
      readonly is: 'answering' | 'second-vote';
      readonly question: AskedView;
      readonly opensAt: number;
      /** For those without extra time; null: open end. */
      readonly closesAt: number | null;
    }
  | {
      readonly is: 'paused';
      readonly held: 'reading' | 'answering' | 'discussion' | 'second-vote';
      readonly by: 'host' | 'restart' | 'sleep';
      readonly question: AskedView;
      /** What will be left of the time; null: open end. */
      readonly leftMs: number | null;
    }
  | { readonly is: 'closed' | 'discussion'; readonly question: AskedView }
  | { readonly is: 'reveal'; readonly question: AskedView; readonly told: ToldView }
  /** `share`: what the class's answers were worth so far, 0 … 1, null before the first; `ghost`: those of the class it plays against, on the same questions. */
  | { readonly is: 'standings'; readonly share: number | null; readonly ghost: number | null }
  | { readonly is: 'own-pace'; readonly of: number; readonly deadline: number | null }
  | { readonly is: 'ended'; readonly share: number | null; readonly ghost: number | null };

/** What never changes for a player while the room lasts. */
export interface AboutView {
  readonly room: string;
  readonly title: string;
  readonly language: Language;
  readonly tone: 'grave' | 'plain';
  readonly pack: string;
  readonly names: RoomSettings['names'];
  readonly scoring: ScoringName;
  readonly teams: readonly string[];
  /** Whether one may say how sure one is. */
  readonly asksSure: boolean;
}

/** What only the owner of a seat sees. */
export interface OwnView {
  readonly seat: number;
  readonly name: string;
  readonly team: number | null;
  /** Own end of the open question, extra time included; null: none, or the same open end for all. */
  readonly closesAt: number | null;
  /** What counts as the answer to the question that is open, was last, or that the seat is at. */
  readonly answer: Response | null;
  /** Revision of the question that `answer` and `result` are about: a phase of the next question may come before this view of it. Null: none was asked. */
  readonly answerTo: number | null;
  /** How sure one said to be of it; null: did not say. */
  readonly sure: boolean | null;
  /** Only after the reveal (at own pace: once explained). */
  readonly result: OwnResult | null;
  readonly score: ScoreView;
  /** Own pace: the question it is at, with its explanation once it is told; null when all are done, and in a live room. */
  readonly at: { readonly question: AskedView; readonly told: ToldView | null } | null;
  readonly done: boolean;
}

export interface OwnResult {
  readonly credit: number;
  readonly band: 'full' | 'near' | 'wrong';
  readonly points: number;
  /** Why the option that was chosen is wrong; null where none was, or nothing is known. */
  readonly why: string | null;
  /** It came in after the end and counts because it was given before. */
  readonly saved: boolean;
}

/** A fact that somebody missed: enough to put it into a schedule of one's own. */
export interface MissedFact {
  readonly pack: string;
  readonly fact: string;
  readonly form: string;
}

export interface ScoreView {
  readonly points: number;
  readonly right: number;
  readonly of: number;
  /** From 1; null where there is no race. */
  readonly rank: number | null;
}

/** How the class answered, as a picture can show it. */
export type Distribution =
  | { readonly of: 'options'; readonly counts: Readonly<Record<string, number>>; readonly none: number }
  | { readonly of: 'points'; readonly points: readonly Point[]; readonly median: Point | null; readonly none: number }
  /** Days as ISO dates; one entry for each answer that could be read, earliest first. */
  | { readonly of: 'dates'; readonly days: readonly string[]; readonly median: string | null; readonly unread: number; readonly none: number }
  | { readonly of: 'names'; readonly names: readonly { readonly text: string; readonly count: number; readonly right: boolean }[]; readonly none: number }
  /** For each option, how many put it at each place, from the first. */
  | { readonly of: 'orders'; readonly places: Readonly<Record<string, readonly number[]>>; readonly right: number; readonly none: number }; // prettier-ignore

/** How many have answered, at most four times a second. */
export interface Counts {
  readonly here: number;
  readonly seats: number;
  readonly answered: number;
  /** Own pace: how many have finished. */
  readonly finished: number;
}

export interface SeatRow {
  readonly seat: number;
  readonly name: string;
  readonly here: boolean;
  readonly out: boolean;
  /** Whether a phone has taken it, here or not. */
  readonly owned: boolean;
  readonly team: number | null;
  readonly factor: number;
  readonly card: number | null;
  readonly claim: string | null;
  readonly answered: boolean;
  readonly place: number;
  readonly points: number;
  readonly right: number;
  readonly of: number;
}

/** One question of the lesson, for the teacher's list. */
export interface OutlineRow {
  readonly index: number;
  readonly stem: string;
  readonly form: string;
  /** How often it was asked. */
  readonly asked: number;
  /** The class's share of right answers when it was last asked, 0 … 1. */
  readonly share: number | null;
  readonly again: boolean;
}

export interface HostView {
  readonly room: string;
  readonly pin: string;
  readonly joinSecret: string;
  readonly watchSecret: string;
  readonly recovery: string;
  readonly about: AboutView;
  readonly settings: RoomSettings;
  readonly locked: boolean;
  /** What a command that changes the phase has to name. */
  readonly stage: number;
  readonly phase: SharedPhase;
  /** The open or last question with its answer, for the teacher's eyes. */
  readonly told: ToldView | null;
  /** First vote and what counts, as far as there are any. */
  readonly votes: readonly Distribution[];
  readonly hands: Readonly<Record<string, number>> | null;
  readonly outline: readonly OutlineRow[];
  /** Place in the lesson of what `next` would ask; null: nothing is left. */
  readonly upcoming: number | null;
  /** Own results of the class: share of right answers; by team where there are teams. */
  readonly standings: StandingsView;
}

export interface StandingsView {
  /** 0 … 1; null before the first reveal. */
  readonly share: number | null;
  readonly ghost: number | null;
  readonly teams: readonly { readonly name: string; readonly points: number; readonly share: number | null }[];
  /** The best, where there is a podium; empty else. */
  readonly podium: readonly { readonly name: string; readonly points: number; readonly rank: number }[];
}

export interface ProjectorView {
  readonly pin: string;
  readonly joinSecret: string;
  readonly about: AboutView;
  readonly phase: SharedPhase;
  /** From the reveal on; during discussion the first vote. */
  readonly votes: readonly Distribution[];
  readonly standings: StandingsView;
  readonly locked: boolean;
}
