import type { Response, Verdict } from '$lib/core/answers/response';
import type { DayPlan } from '$lib/core/memory/queue';
import type { SessionCounts, SessionItem } from '$lib/core/memory/session-state';
import type { Hint } from '$lib/core/questions/hints';
import type { Question } from '$lib/core/questions/question';
import type { Reveal } from '$lib/core/answers/reveal';
import type { NextDue } from './answering';
import type { Confused, StorageProblem } from './ports';
import type { Leech } from './session-care';

/** What a learner sees of a session: the phase decides which data exist. */
export type StudyPhase =
  | { readonly is: 'loading' }
  | {
      readonly is: 'question';
      readonly question: Question;
      readonly item: SessionItem;
      readonly needs: Verdict['needs'] | null;
      /** It shows the right answer beside what the learner took for it. */
      readonly contrast: boolean;
      /** Given so far. */
      readonly hints: readonly Hint[];
      readonly canHint: boolean;
      /** Forms in which the same may be answered instead. */
      readonly instead: readonly string[];
    }
  | {
      readonly is: 'verdict';
      readonly question: Question;
      readonly item: SessionItem;
      readonly response: Response;
      readonly verdict: Verdict;
      readonly reveal: Reveal;
      /** Hints that were given before the answer. */
      readonly hints: number;
      /** When the fact comes next, exactly as stored. */
      readonly next: NextDue | null;
      readonly comesAgain: boolean;
      readonly saving: 'saving' | 'saved' | 'in memory only';
      /** The learner may still say "too easy". */
      readonly canBeEasy: boolean;
      /** The answer was one lapse too many; null: it was not. */
      readonly leech: Leech | null;
      /** Two things that this answer showed to be confused; null: none. */
      readonly confused: Confused | null;
    }
  | {
      readonly is: 'done';
      readonly counts: SessionCounts;
      readonly left: DayPlan;
      readonly persisted: boolean | null;
      /** The next learning step is asked by itself as soon as it is due. */
      readonly waiting: boolean;
    }
  | { readonly is: 'empty'; readonly left: DayPlan; readonly waiting: boolean }
  | { readonly is: 'failed'; readonly problem: StorageProblem };
