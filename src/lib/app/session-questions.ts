import type { MemoryRecord } from '$lib/core/memory/record';
import { skipItem } from '$lib/core/memory/session';
import type { SessionItem, SessionState } from '$lib/core/memory/session-state';
import { askItem } from './asking';
import type { Asked } from './asking';
import type { FactInfo } from './ports';
import type { SessionCare } from './session-care';
import type { SessionFacts } from './session-facts';
import type { StudyingParts } from './studying-parts';

/** What questions hang on beside the pack: which facts there are, what is decided about them, how well they are remembered. */
export interface QuestionGrounds {
  readonly facts: SessionFacts;
  readonly care: SessionCare;
  readonly recordOf: (key: string) => MemoryRecord | null;
}

/** Makes the questions of a session. A function of the session and the memories that it meets: asked again, it gives the same. */
export class SessionQuestions {
  readonly #parts: StudyingParts;
  readonly #grounds: QuestionGrounds;

  constructor(parts: StudyingParts, grounds: QuestionGrounds) {
    this.#parts = parts;
    this.#grounds = grounds;
  }

  /** The question for the current item, and the session without the items before it that no form has one for. Null: the session is over. */
  next(session: SessionState): { readonly asked: Asked | null; readonly state: SessionState } {
    const { facts, care } = this.#grounds;
    let state = session;
    for (let item = state.current; item !== null; item = state.current) {
      const info = facts.find(item.fact);
      const asked = info === null || !care.mayAsk(item.fact) ? null : this.#about(info, item);
      if (asked !== null) return { asked, state };
      state = skipItem(state);
    }
    return { asked: null, state };
  }

  /** Makes the question that most likely comes after the current one, so that it is at hand by then. Changes nothing. */
  ahead({ upcoming: [next] }: SessionState): void {
    const info = next === undefined ? null : this.#grounds.facts.find(next.fact);
    if (next !== undefined && info !== null) this.#about(info, next);
  }

  /** Where it is confused with something, a fact is asked beside that; else as it would be. */
  #about(info: FactInfo, item: SessionItem): Asked | null {
    const { source, settings } = this.#parts;
    const contrast = this.#grounds.care.contrastFor(info, item);
    if (contrast !== null) return { item, info, question: contrast.question, contrast };
    return askItem(source, info, item, this.#grounds.recordOf, settings.typedAnswers);
  }
}
