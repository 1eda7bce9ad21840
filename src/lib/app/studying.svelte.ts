import type { Response } from '$lib/core/answers/response';
import type { CareRecord } from '$lib/core/memory/care';
import type { Flag } from '$lib/core/memory/log';
import type { DayPlan, Extra } from '$lib/core/memory/queue';
import { NO_EXTRA, countSession } from '$lib/core/memory/session-state';
import type { SessionCounts, SessionState } from '$lib/core/memory/session-state';
import { askInstead } from './asking';
import type { Asked } from './asking';
import { BetweenSessions, restOf } from './between-sessions';
import type { OpenDay } from './day-opening';
import type { Decision } from './deciding';
import { OneAtATime } from './one-at-a-time';
import type { StorageProblem, Unsaved } from './ports';
import { questionPhase, verdictPhase } from './shown-phase';
import { StudyEngine } from './study-engine';
import type { Given } from './study-engine';
import type { StudyPhase } from './study-phase';
import type { StudyingParts } from './studying-parts';

/** One learner studying one pack, as a screen shows it. */
export class Studying {
  phase: StudyPhase = $state.raw({ is: 'loading' });
  /** Questions answered, right and left in this session. */
  counts: SessionCounts = $state.raw({ answered: 0, right: 0, left: 0 });
  /** Why answers are in memory only; null while all is on the disk. Offer another try and an export. */
  storageProblem: StorageProblem | null = $state.raw(null);
  canUndo: boolean = $state.raw(false);
  /** What of the pack is asked, in words; null: all of it. */
  readonly about: string | null;
  readonly mode: 'study' | 'cram';
  /** What is decided about the fact on the screen; null: nothing. */
  care: CareRecord | null = $state.raw(null);
  /** The decision just made or taken back, to be told; null: none since the last question. */
  decided: Decision['do'] | 'undone' | null = $state.raw(null);

  readonly #parts: StudyingParts;
  readonly #engine: StudyEngine;
  readonly #between: BetweenSessions;
  readonly #stopListening: () => void;
  #asked: Asked | null = null;
  /** The next question, made while the verdict is read. */
  #ahead: Asked | null = null;
  #given: Given | null = null;
  #shownMs = 0;
  /** What the first answer of a session waits for; read while its question is. */
  #prepared: Promise<void> = Promise.resolve();
  readonly #work = new OneAtATime();

  constructor(parts: StudyingParts) {
    this.#parts = parts;
    this.about = parts.about;
    this.mode = parts.mode;
    this.#engine = new StudyEngine(parts);
    this.#between = new BetweenSessions(parts, this.#engine.days, {
      phase: () => this.phase,
      show: (phase) => (this.phase = phase),
      begin: (day) => this.#beginDay(day),
      alone: (work) => void this.#work.do(work),
    });
    this.#stopListening = parts.store.onChange((pack, keys) => {
      if (pack === parts.source.pack.id)
        void this.#engine.heard(keys).then(() => {
          this.#count();
        });
    });
  }

  /** Goes on with the session that was left open today, or begins one. */
  async open(): Promise<void> {
    const [day] = await Promise.all([this.#between.openDay(), this.#layGround()]);
    if (day === null) return;
    await this.#begin(this.#engine.days.goOn(day), day.plan);
  }

  /** After a session: as many questions again, and if asked for, more than the day's limits. */
  async more(extra: Extra = NO_EXTRA): Promise<void> {
    const rest = restOf(this.phase);
    if (rest !== null && (extra.fresh > 0 || extra.reviews > 0)) await this.#engine.addExtra(extra, rest.left);
    const day = await this.#between.openDay();
    if (day !== null) await this.#beginDay(day);
  }

  /** After a session: goes on by itself as soon as the next learning step is due. */
  wait(): void {
    this.#between.wait();
  }

  /**
   * Judges an answer, shows what it is worth, and writes it.
   *
   * @throws RangeError when the response does not fit the question: a mistake of the page
   */
  async answer(response: Response): Promise<void> {
    const asked = this.#asked;
    if (this.phase.is !== 'question' || asked === null || this.#work.busy) return;
    const judged = this.#parts.judge(asked.question, response);
    if (!judged.ok) throw new RangeError(judged.message);
    const { verdict } = judged;
    if (verdict.needs !== undefined) {
      this.phase = { ...this.phase, needs: verdict.needs };
      return;
    }
    await this.#prepared;
    if (this.#asked !== asked || this.#given !== null) return;
    const given = this.#engine.answer(asked, response, verdict, this.#parts.clock.now().utcMs - this.#shownMs);
    await this.#showVerdict(
      given,
      verdict.correct && given.consequence.entry.hints === 0,
      this.#engine.writeAnswer(given),
    );
  }

  /** Gives one more hint, where there is one. The answer then counts as not known. */
  async hint(): Promise<void> {
    const asked = this.#asked;
    if (this.phase.is !== 'question' || !this.phase.canHint || asked === null) return;
    await this.#work.do(async () => {
      this.#ask(await this.#engine.hint(asked));
    });
  }

  /** Asks the same in another form, one of those in `instead`. */
  askInstead(form: string): void {
    const asked = this.#asked;
    if (this.phase.is !== 'question' || asked === null || this.#work.busy) return;
    const { source, settings } = this.#parts;
    const question = askInstead(source, asked, settings.typedAnswers).find((other) => other.form === form);
    if (question !== undefined) this.#ask({ ...asked, question });
  }

  /** "Don't know." */
  pass(): Promise<void> {
    return this.answer({ pass: true });
  }

  /** The learner says that the answer just given was too easy: it is taken back and entered as Easy. */
  async tooEasy(): Promise<void> {
    const given = this.#given;
    if (this.phase.is !== 'verdict' || !this.phase.canBeEasy || given === null || this.#work.busy) return;
    // Like an answer, it is shown at once and written meanwhile: "next" may be pressed before that is done.
    const easy = this.#engine.makeEasy(given);
    await this.#showVerdict(easy.given, false, easy.written);
  }

  /** From the verdict to the next question, once the answer is safe or known to be in memory only. */
  async next(): Promise<void> {
    if (this.phase.is !== 'verdict') return;
    await this.#work.do(async () => {
      this.storageProblem = await this.#engine.flush();
      await this.#show(this.#ahead ?? this.#engine.ask());
    });
  }

  /** Takes the last answer or decision of this session back, and the one before it the next time. */
  async undo(): Promise<void> {
    await this.#work.do(async () => {
      const back = await this.#engine.takeBack();
      if (back === null) return;
      this.storageProblem = back.problem;
      if (!back.decision || !this.#stays()) await this.#show(this.#engine.ask());
      if (back.decision) this.#tell('undone');
    });
  }

  /** Puts the fact on the screen aside, or marks it. What is put aside gives way to the next question; a verdict stays to be read. */
  async decide(decision: Decision): Promise<void> {
    const asked = this.#asked;
    if (asked === null || (this.phase.is !== 'question' && this.phase.is !== 'verdict')) return;
    await this.#work.do(async () => {
      this.storageProblem = await this.#engine.decide(asked, decision);
      if (!this.#stays()) await this.#show(this.#engine.ask());
      this.#tell(decision.do);
    });
  }

  /** Takes a flag off the fact on the screen. */
  async unflag(flag: Flag): Promise<void> {
    const asked = this.#asked;
    if (asked === null) return;
    await this.#work.do(async () => {
      this.storageProblem = await this.#engine.undecide(asked, { undo: 'flag', flag });
      this.#tell('undone');
    });
  }

  /** From the verdict on a confused fact to the question that tells the two apart. */
  async contrast(): Promise<void> {
    const given = this.#given;
    if (given === null) return;
    await this.#work.do(async () => {
      this.storageProblem = await this.#engine.flush();
      this.#engine.askNext(given.asked.item);
      await this.#engine.saveSession();
      await this.#show(this.#engine.ask());
    });
  }

  /** Tries again to write what is in memory only. */
  async retrySaving(): Promise<void> {
    this.storageProblem = await this.#engine.flush();
  }

  /** Has what is in memory only written elsewhere. It stays here, and is still tried again. */
  async saveElsewhere(write: (unsaved: Unsaved) => Promise<StorageProblem | null>): Promise<void> {
    this.storageProblem = (await write(this.#engine.unsaved)) ?? this.storageProblem;
  }

  /** Stops listening to other tabs. The session stays open in the store. */
  close(): void {
    this.#stopListening();
    this.#between.stop();
  }

  /** Works out, while the store is read, what the first question would otherwise wait for. */
  async #layGround(): Promise<void> {
    const { source, breathe } = this.#parts;
    for (const step of source.groundwork) {
      await breathe();
      step();
    }
  }

  #beginDay(day: OpenDay): Promise<void> {
    return this.#begin(this.#engine.days.begin(day), day.plan);
  }

  async #begin(state: SessionState, plan: DayPlan): Promise<void> {
    const problem = await this.#engine.takeUp(state);
    // On a slow phone making the first question takes longer than a frame, and so does showing it.
    await this.#parts.breathe();
    const asked = problem === null ? this.#engine.ask() : null;
    await this.#parts.breathe();
    if (problem !== null) this.phase = { is: 'failed', problem };
    else if (asked === null && countSession(state).answered === 0) this.#between.nothing(plan);
    else await this.#show(asked);
    this.#count();
    if (asked !== null) this.#prepared = this.#engine.prepare();
    if (problem === null) await this.#engine.saveSession();
  }

  async #showVerdict(given: Given, canBeEasy: boolean, written: Promise<StorageProblem | null>): Promise<void> {
    this.#given = given;
    this.#ahead = null;
    this.#count();
    this.phase = verdictPhase(this.#parts, this.#engine.care, given, canBeEasy);
    this.#tell(null);
    this.storageProblem = await written;
    // The learner may have gone on meanwhile.
    if (this.#given !== given) return;
    this.phase = { ...this.phase, saving: this.storageProblem === null ? 'saved' : 'in memory only' };
    this.#ahead = this.#engine.ask();
  }

  async #show(asked: Asked | null): Promise<void> {
    this.#ahead = null;
    this.#given = null;
    this.#asked = asked;
    this.#count();
    this.#tell(null);
    if (asked !== null) {
      this.#shownMs = this.#parts.clock.now().utcMs;
      this.#ask(asked);
      this.#parts.whenIdle?.(() => {
        this.#engine.lookAhead();
      });
      return;
    }
    await this.#between.finish(() => this.counts);
  }

  /** Whether what is on the screen may stay there after a decision. */
  #stays(): boolean {
    if (this.phase.is === 'verdict') {
      this.#ahead = this.#engine.ask();
      return true;
    }
    return this.phase.is === 'question' && this.#engine.state.current === this.phase.item;
  }

  #tell(decided: Studying['decided']): void {
    this.decided = decided;
    this.care = this.#asked === null ? null : this.#engine.care.of(this.#asked.info.fact);
    this.#count();
  }

  #ask(asked: Asked): void {
    this.#asked = asked;
    this.phase = questionPhase(this.#parts, asked);
  }

  #count(): void {
    this.counts = countSession(this.#engine.state);
    this.canUndo = this.#engine.state.answered.length > 0;
  }
}
