import type { Question } from '$lib/core/questions/question';
import { questionsToHear } from './listening-list';
import type { ScreenLock, Voice } from './device-ports';
import type { QuestionSource, StorageProblem, StudyStore } from './ports';
import { spokenAnswer, spokenQuestion } from './spoken';

export type ListeningPhase =
  | { readonly is: 'loading' }
  /** No voice of this device speaks the language, or it has none at all. */
  | { readonly is: 'silent' }
  | { readonly is: 'ready' | 'over' }
  | { readonly is: 'question' | 'answer'; readonly question: Question; readonly at: number; readonly of: number }
  | { readonly is: 'failed'; readonly problem: StorageProblem };

export interface ListeningParts {
  readonly source: QuestionSource;
  readonly store: Pick<StudyStore, 'recordsOf'>;
  readonly voice: Voice;
  readonly screenLock: ScreenLock;
  /** Resolves after so many milliseconds. */
  readonly wait: (ms: number) => Promise<void>;
  readonly seed: number;
}

/** Time to think after a question, and to take an answer in. */
const THINK_MS = 5000;
const TAKE_IN_MS = 2500;
/** As many as fit into half an hour's walk. */
const MOST = 60;

/**
 * Listening with the phone in the pocket: each question is read, then there is time to think, then its answer, and the next comes by itself. Nothing is asked
 * back, so that nothing is graded and no memory changes.
 */
export class Listening {
  phase: ListeningPhase = $state.raw({ is: 'loading' });
  playing = $state(false);

  readonly #parts: ListeningParts;
  #questions: readonly Question[] = [];
  #at = 0;
  /** Which run of the voice is the present one: an older one that comes back from a pause stops. */
  #run = 0;
  #letGo: (() => void) | null = null;

  constructor(parts: ListeningParts) {
    this.#parts = parts;
  }

  async open(): Promise<void> {
    const { source, store, voice, seed } = this.#parts;
    const records = await store.recordsOf(source.pack.id);
    if (!records.ok) {
      this.phase = { is: 'failed', problem: records.problem };
      return;
    }
    this.#questions = questionsToHear(source, records.value, seed, MOST);
    const [first] = this.#questions;
    const heard = first !== undefined && (await voice.speaks(first.language));
    this.phase = { is: heard ? 'ready' : 'silent' };
  }

  /** Begins, or goes on after a pause with the question that was being read. */
  play(): void {
    if (this.playing || this.phase.is === 'loading' || this.phase.is === 'silent' || this.phase.is === 'failed') return;
    if (this.#at >= this.#questions.length) this.#at = 0;
    this.playing = true;
    this.#letGo = this.#parts.screenLock.hold();
    void this.#read();
  }

  pause(): void {
    this.#run += 1;
    this.playing = false;
    this.#parts.voice.stop();
    this.#letGo?.();
    this.#letGo = null;
  }

  /** On to the next question, or back to the one before; goes on reading if it was. */
  step(by: 1 | -1): void {
    const wasPlaying = this.playing;
    this.pause();
    this.#at = Math.max(0, Math.min(this.#at + by, this.#questions.length - 1));
    if (wasPlaying) this.play();
    else this.#show('question');
  }

  close(): void {
    this.pause();
  }

  async #read(): Promise<void> {
    this.#run += 1;
    const run = this.#run;
    const { voice, wait } = this.#parts;
    const goesOn = (): boolean => run === this.#run;
    for (let question = this.#show('question'); question !== null; question = this.#show('question')) {
      const { text, language } = spokenQuestion(question);
      await voice.say(text, language);
      if (goesOn()) await wait(THINK_MS);
      if (!goesOn()) return;
      this.#show('answer');
      const answer = spokenAnswer(question);
      if (answer !== null) await voice.say(answer.text, answer.language);
      if (goesOn()) await wait(TAKE_IN_MS);
      if (!goesOn()) return;
      this.#at += 1;
    }
    this.pause();
    this.phase = { is: 'over' };
  }

  #show(part: 'question' | 'answer'): Question | null {
    const question = this.#questions[this.#at] ?? null;
    if (question !== null) this.phase = { is: part, question, at: this.#at + 1, of: this.#questions.length };
    return question;
  }
}
