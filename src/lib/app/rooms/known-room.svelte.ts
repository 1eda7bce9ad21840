import type { Response } from '$lib/core/answers/response';
import type { ServerMessage } from '$lib/core/room/protocol';
import type { AboutView, AskedView, OwnView, SharedPhase, ToldView } from '$lib/core/room/view';

/** What a phone knows of the room that it is in. Messages may come twice and in any order: what is older than what is known changes nothing. */
export class KnownRoom {
  about = $state.raw<AboutView | null>(null);
  phase = $state.raw<SharedPhase | null>(null);
  own = $state.raw<OwnView | null>(null);
  /** Of each kind of message the latest revision seen. */
  #seen = { phase: -1, own: -1 };

  /** The question that is to be seen now, the pupil's own at own pace; null: none. */
  get question(): AskedView | null {
    if (this.phase?.is === 'own-pace') return this.own?.at?.question ?? null;
    return this.phase !== null && 'question' in this.phase ? this.phase.question : null;
  }

  /** What is told about it; null: not yet. */
  get told(): ToldView | null {
    if (this.phase?.is === 'own-pace') return this.own?.at?.told ?? null;
    return this.phase?.is === 'reveal' ? this.phase.told : null;
  }

  /** When the question closes for this pupil, by the server's clock; null: open end, or none is open. */
  get closesAt(): number | null {
    const { phase } = this;
    if (phase?.is === 'own-pace') return phase.deadline;
    if (phase?.is !== 'answering' && phase?.is !== 'second-vote') return null;
    return this.own?.closesAt ?? phase.closesAt;
  }

  get canAnswer(): boolean {
    const { phase } = this;
    return phase?.is === 'answering' || phase?.is === 'second-vote' || (phase?.is === 'own-pace' && this.told === null);
  }

  /** What the server takes for the answer to the question on the screen; null: nothing, or it has told of an earlier question only. */
  get answered(): OwnView | null {
    const { own } = this;
    // The next question comes before the word that nothing has been answered to it: what was answered to the last is none of its answers.
    return own !== null && own.answerTo === this.question?.questionRevision ? own : null;
  }

  /** Up to where everything is known; null: nothing is. */
  get revision(): number | null {
    return this.own === null ? null : Math.min(this.#seen.phase, this.#seen.own);
  }

  /** Takes a message in. False: it is older than what is known, or none for a phone. */
  take(message: ServerMessage): boolean {
    switch (message.kind) {
      case 'snapshot':
        this.#seen = { phase: message.revision, own: message.revision };
        this.about = message.about;
        this.phase = message.phase;
        this.own = message.own;
        return true;
      case 'phase':
        if (message.revision < this.#seen.phase) return false;
        this.#seen.phase = message.revision;
        this.phase = message.phase;
        return true;
      case 'own':
        if (message.revision < this.#seen.own) return false;
        this.#seen.own = message.revision;
        this.own = message.own;
        return true;
      default:
        return false;
    }
  }

  /** The server has said that an answer counts. That is all that it says of it: the next change of phase must not bring back what counted before. */
  acknowledge(questionRevision: number, answer: Response, sure: boolean | null): void {
    if (this.own !== null && this.question?.questionRevision === questionRevision)
      this.own = { ...this.own, answer, answerTo: questionRevision, sure };
  }

  forget(): void {
    this.#seen = { phase: -1, own: -1 };
    this.about = null;
    this.phase = null;
    this.own = null;
  }
}
