import type { Response } from '$lib/core/answers/response';
import type { RefusalReason } from '$lib/core/room/protocol';
import type { AskedView, OwnView } from '$lib/core/room/view';
import type { KeptAnswer } from './ports';

interface AnswerCommand {
  readonly kind: 'answer';
  readonly questionRevision: number;
  readonly response: Response;
  readonly tappedAt: number | null;
  readonly rttMs: number;
  readonly sure: boolean | null;
  readonly seenAt: number | null;
}

interface Parts {
  /** True: done; a reason: refused; null: it did not get there. */
  readonly send: (command: AnswerCommand) => Promise<true | RefusalReason | null>;
  readonly now: () => number;
  /** The shortest way there and back, milliseconds; null: not measured. */
  readonly rttMs: () => number | null;
  /** Keeps it over a reload. */
  readonly keep: (answer: KeptAnswer | null) => void;
  readonly begin: KeptAnswer | null;
}

/**
 * The answer that a phone is at. What is sent stays at hand until the server has said that it counts, and is sent again after every break;
 * of several only the latest. Nothing is ever carried over to another question: it names the one that it is for.
 */
export class AnswerAtHand {
  /** What stands on the screen, sent or not; null: nothing yet. */
  draft = $state.raw<Response | null>(null);
  /** What the server has said counts. */
  counted = $state.raw<Response | null>(null);
  /** `sent`: under way; `counts`: what stands on the screen counts; `changed`: the screen shows something else than what counts. */
  readonly stand: 'none' | 'changed' | 'sent' | 'counts' = $derived.by(() => {
    if (this.#waiting !== null) return 'sent';
    if (this.draft === null) return 'none';
    return same(this.draft, this.counted) ? 'counts' : 'changed';
  });
  /** Why the last one does not count; null: it does. */
  refused = $state.raw<RefusalReason | null>(null);
  /** How sure the pupil says to be of what stands on the screen; null: has not said. */
  sure = $state.raw<boolean | null>(null);

  readonly #parts: Parts;
  #revision: number | null = null;
  #open = false;
  #byHand = true;
  /** Sent, and no reply yet. */
  #waiting = $state.raw<KeptAnswer | null>(null);
  #sending = false;
  /** When the open question came to this phone while it was here, by the server's clock; null: it came in later. */
  #seenAt: number | null = null;
  /** The revision of the question that has been open here. */
  #opened: number | null = null;

  constructor(parts: Parts) {
    this.#parts = parts;
    const { begin } = parts;
    if (begin === null) return;
    this.#revision = begin.questionRevision;
    this.draft = begin.response;
    this.sure = begin.sure;
    if (begin.tappedAt !== null) this.#waiting = begin;
  }

  /** The question on the screen, or what the server takes for its answer, has changed. */
  follow(
    question: AskedView | null,
    open: boolean,
    own: Pick<OwnView, 'answer' | 'sure'> | null,
    /** Whether it happens now; false: this phone has just come in. */
    now: boolean,
  ): void {
    const counted = own?.answer ?? null;
    this.#open = open;
    if (open && question !== null && question.questionRevision !== this.#opened) {
      this.#opened = question.questionRevision;
      this.#seenAt = now && this.#parts.rttMs() !== null ? this.#parts.now() : null;
    }
    if (question !== null && question.questionRevision !== this.#revision) {
      this.#revision = question.questionRevision;
      this.draft = counted;
      this.sure = own?.sure ?? null;
      this.refused = null;
      this.#waiting = null;
      this.#parts.keep(null);
    }
    this.counted = counted;
    // Over: what counts is what the server has, whatever stood on the screen.
    if (!open && this.#waiting === null && counted !== null) this.draft = counted;
    else this.draft ??= counted;
  }

  /** Keeps what stands on the screen without sending it. `byHand` false: it stood there by itself, and is not given unless somebody says so. */
  put(response: Response, byHand = true): void {
    if (this.#revision === null) return;
    this.#byHand = byHand;
    this.draft = response;
    this.#parts.keep({ questionRevision: this.#revision, response, sure: this.sure, tappedAt: null });
  }

  /** Gives an answer; until the end of the time the last one counts. */
  async give(response: Response, sure: boolean | null = this.sure): Promise<void> {
    if (this.#revision === null) return;
    this.refused = null;
    this.draft = response;
    this.sure = sure;
    this.#waiting = { questionRevision: this.#revision, response, sure, tappedAt: this.#parts.now() };
    this.#parts.keep(this.#waiting);
    await this.flush();
  }

  /** The time is about to be over: what stands on the screen counts, though nobody pressed the button. */
  async giveDraft(): Promise<void> {
    if (this.#open && this.#byHand && this.draft !== null && this.stand === 'changed') await this.give(this.draft);
  }

  /** Sends what has had no reply; call it whenever the line is there again. */
  async flush(): Promise<void> {
    if (this.#sending) return;
    this.#sending = true;
    try {
      for (let waiting = this.#waiting; waiting !== null; waiting = this.#waiting) {
        const done = await this.#parts.send({
          kind: 'answer',
          ...waiting,
          rttMs: this.#parts.rttMs() ?? 0,
          seenAt: this.#seenAt,
        });
        if (done === null) return;
        // A later one has taken its place meanwhile: that one is next.
        if (waiting !== this.#waiting) continue;
        this.#waiting = null;
        this.#parts.keep(null);
        if (done === true) this.counted = waiting.response;
        else if (waiting.questionRevision === this.#revision) this.refused = done;
      }
    } finally {
      this.#sending = false;
    }
  }
}

function same(a: Response, b: Response | null): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
