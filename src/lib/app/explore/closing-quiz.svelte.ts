import type { Response } from '$lib/core/answers/response';
import type { Question } from '$lib/core/questions/question';
import type { FactInfo, Judge, QuestionSource } from '../ports';

/** So many questions close a chronicle. */
const MOST = 3;

export type QuizPhase =
  | { readonly is: 'asking'; readonly question: Question }
  | { readonly is: 'told'; readonly question: Question; readonly response: Response; readonly right: boolean }
  | { readonly is: 'done'; readonly right: number; readonly of: number };

/** A few questions about what was just read. Nothing is scheduled and nothing written: whoever wants that studies. */
export class ClosingQuiz {
  phase: QuizPhase = $state.raw({ is: 'done', right: 0, of: 0 });
  /** Questions asked so far, the one on the screen included. */
  number: number = $state(0);
  readonly count: number;
  readonly #questions: readonly Question[];
  readonly #judge: Judge;
  #right = 0;

  constructor(questions: readonly Question[], judge: Judge) {
    this.#questions = questions;
    this.#judge = judge;
    this.count = questions.length;
    this.next();
  }

  /** @throws RangeError when the response does not fit the question: a mistake of the page */
  answer(response: Response): void {
    const { phase } = this;
    if (phase.is !== 'asking') return;
    const judged = this.#judge(phase.question, response);
    if (!judged.ok) throw new RangeError(judged.message);
    if (judged.verdict.correct) this.#right += 1;
    this.phase = { is: 'told', question: phase.question, response, right: judged.verdict.correct };
  }

  next(): void {
    const question = this.#questions[this.number];
    if (question === undefined) this.phase = { is: 'done', right: this.#right, of: this.count };
    else {
      this.phase = { is: 'asking', question };
      this.number += 1;
    }
  }
}

/**
 * Questions about one storyline, of as many kinds and about as many events as can be, each with options to choose from. The same seed
 * gives the same ones; fewer where the pack asks less of it.
 */
export function closingQuestions(source: QuestionSource, storyline: string, seed: number): readonly Question[] {
  const facts = source.facts().filter((info) => info.storyline === storyline && info.forms.includes('choice'));
  const turned =
    facts.length === 0 ? [] : [...facts.slice(seed % facts.length), ...facts.slice(0, seed % facts.length)];
  const chosen: FactInfo[] = [];
  const questions: Question[] = [];
  const fits: readonly ((info: FactInfo) => boolean)[] = [
    (info) => isOtherEvent(info, chosen) && chosen.every(({ kind }) => kind !== info.kind),
    (info) => isOtherEvent(info, chosen),
    (info) => chosen.every(({ fact }) => fact !== info.fact),
  ];
  for (const fit of fits) {
    for (const info of turned) {
      if (questions.length >= MOST) return questions;
      if (!fit(info)) continue;
      const question = source.question(info.fact, 'choice', seed, null);
      if (question === null) continue;
      chosen.push(info);
      questions.push(question);
    }
  }
  return questions;
}

function isOtherEvent({ events }: FactInfo, chosen: readonly FactInfo[]): boolean {
  return chosen.every((other) => !other.events.some((event) => events.includes(event)));
}
