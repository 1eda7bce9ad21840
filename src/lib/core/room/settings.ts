import type { Lesson } from './lesson';

/** What the teacher chose. Times in milliseconds. */
export interface RoomSettings {
  /** `live`: everybody the same question at the same time. `own-pace`: each goes through the lesson alone (self-paced, homework). */
  readonly mode: 'live' | 'own-pace';
  /** `own`: pupils may type a name. */
  readonly names: 'generated' | 'own';
  readonly scoring: ScoringName;
  /** Names of the teams; empty: no teams. */
  readonly teams: readonly string[];
  /** How long a question is read before it can be answered. Null: until the teacher opens it. */
  readonly readMs: number | null;
  /** How long a question with options can be answered; other forms get more (clock.ts). Null: until the teacher closes it. */
  readonly limitMs: number | null;
  /** Whether somebody may still join after the start. */
  readonly lateJoin: boolean;
  /** Whether the answer is told as soon as the time is over, or when the teacher says so (who may want a discussion first). */
  readonly afterTime: 'reveal' | 'wait';
  /** Whether a question closes as soon as everybody who is here has answered. Off: minds can be changed until the end. */
  readonly closeWhenAllAnswered: boolean;
  /** What is shown between questions. */
  readonly standings: 'podium' | 'class' | 'none';
  /** Own pace: whether each question is explained as soon as it is answered, or all of them at the end. */
  readonly feedback: 'at-once' | 'at-end';
  /** Own pace: when it closes, milliseconds since 1970. Null: when the teacher ends it. */
  readonly deadline: number | null;
  /** Whether pupils may say how sure they are: what was wrong and sure is what a class has learnt wrongly. */
  readonly asksSure: boolean;
  /** Address of the copy of the app that pupils have on their phones, with a slash at its end; null: the server's own word for it. */
  readonly app: string | null;
}

export type ScoringName = 'accuracy' | 'accuracy-speed' | 'teams' | 'none';

/** Scoring as data: what a credit is worth, and whether being quick is worth anything. */
export interface Scoring {
  /** Points for a right answer. */
  readonly points: number;
  /** The most that being quick adds to a question, as a share of its points, before `speedShare` bounds it. */
  readonly speed: number;
  /** Whether points are told by team. */
  readonly byTeam: boolean;
}

export const SCORINGS: Readonly<Record<ScoringName, Scoring>> = {
  accuracy: { points: 100, speed: 0, byTeam: false },
  'accuracy-speed': { points: 100, speed: 0.1, byTeam: false },
  teams: { points: 100, speed: 0, byTeam: true },
  none: { points: 0, speed: 0, byTeam: false },
};

export const DEFAULT_SETTINGS: RoomSettings = {
  mode: 'live',
  names: 'generated',
  scoring: 'accuracy',
  teams: [],
  readMs: 5000,
  limitMs: 30_000,
  lateJoin: true,
  afterTime: 'reveal',
  closeWhenAllAnswered: false,
  standings: 'class',
  feedback: 'at-once',
  deadline: null,
  asksSure: true,
  app: null,
};

/** Settings as a lesson allows them: a grave pack has no race and no podium, whatever was asked for; only homework has a deadline. */
export function settle(wanted: RoomSettings, { tone }: Pick<Lesson, 'tone'>): RoomSettings {
  const scoring = wanted.scoring === 'teams' && wanted.teams.length < 2 ? 'accuracy' : wanted.scoring;
  const settings = { ...wanted, scoring, deadline: wanted.mode === 'own-pace' ? wanted.deadline : null };
  if (tone === 'plain') return settings;
  return {
    ...settings,
    scoring: scoring === 'none' ? 'none' : 'accuracy',
    standings: settings.standings === 'podium' ? 'class' : settings.standings,
  };
}
