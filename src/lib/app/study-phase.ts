import type { Response, Verdict } from '$lib/core/answers/response';
import type { DayPlan } from '$lib/core/memory/queue';
import type { SessionCounts, SessionItem } from '$lib/core/memory/session';
import type { Question } from '$lib/core/questions/question';
import type { NextDue } from './answering';
import type { StorageProblem } from './ports';

/** What a learner sees of a session: the phase decides which data exist. */
export type StudyPhase =
  | { readonly is: 'loading' }
  | {
      readonly is: 'question';
      readonly question: Question;
      readonly item: SessionItem;
      readonly needs: Verdict['needs'] | null;
    }
  | {
      readonly is: 'verdict';
      readonly question: Question;
      readonly item: SessionItem;
      readonly response: Response;
      readonly verdict: Verdict;
      /** When the fact comes next, exactly as stored. */
      readonly next: NextDue | null;
      readonly comesAgain: boolean;
      readonly saving: 'saving' | 'saved' | 'in memory only';
      /** The learner may still say "too easy". */
      readonly canBeEasy: boolean;
    }
  | { readonly is: 'done'; readonly counts: SessionCounts; readonly left: DayPlan; readonly persisted: boolean | null }
  | { readonly is: 'empty'; readonly left: DayPlan }
  | { readonly is: 'failed'; readonly problem: StorageProblem };
