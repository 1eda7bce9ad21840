import type { DayPlan } from '$lib/core/memory/queue';
import type { SessionCounts } from '$lib/core/memory/session-state';
import type { OpenDay } from './day-opening';
import type { SessionDays } from './session-days';
import type { StudyPhase } from './study-phase';
import type { StudyingParts } from './studying-parts';

/** Nothing is asked: a session is over, or there was nothing for one. */
export type RestPhase = Extract<StudyPhase, { is: 'done' | 'empty' }>;

/** The screen of a session, as what lies between two of them sees it. */
export interface RestScreen {
  readonly phase: () => StudyPhase;
  readonly show: (phase: StudyPhase) => void;
  /** Begins a new session with the first of the day's plan. */
  readonly begin: (day: OpenDay) => Promise<void>;
  /** Does work unless other work of the session is being done. */
  readonly alone: (work: () => Promise<void>) => void;
}

/** The time between two sessions: opens the day, tells what is left of it, and waits for the next learning step. */
export class BetweenSessions {
  readonly #parts: Pick<StudyingParts, 'persistence' | 'wakeAt'>;
  readonly #days: SessionDays;
  readonly #screen: RestScreen;
  #callOff: (() => void) | null = null;

  constructor(parts: Pick<StudyingParts, 'persistence' | 'wakeAt'>, days: SessionDays, screen: RestScreen) {
    this.#parts = parts;
    this.#days = days;
    this.#screen = screen;
  }

  /** Opens today; null: it cannot be opened, and the screen says why. */
  async openDay(): Promise<OpenDay | null> {
    this.#screen.show({ is: 'loading' });
    const opened = await this.#days.open();
    if (opened.ok) return opened.value;
    this.#screen.show({ is: 'failed', problem: opened.problem });
    return null;
  }

  /** A session is over. */
  async finish(counts: () => SessionCounts): Promise<void> {
    const day = await this.openDay();
    if (day === null) return;
    const kept = (await this.#parts.persistence.persisted()) === true;
    this.rest({ is: 'done', counts: counts(), left: day.plan, persisted: kept ? true : null, waiting: false });
    // Asked for only now: a learner who has finished a session has something to lose. Firefox asks the learner, who may take their time.
    if (!kept) void this.#askToKeep();
  }

  /** There is nothing to ask. */
  nothing(left: DayPlan): void {
    this.rest({ is: 'empty', left, waiting: false });
  }

  /** Nothing is asked for now. When the next learning step is due, it is offered, or asked at once where that is waited for. */
  rest(phase: RestPhase): void {
    this.#screen.show(phase);
    const { aheadMs, nextLearningMs } = phase.left;
    const next = aheadMs ?? nextLearningMs;
    this.stop();
    if (next === null) return;
    this.#callOff =
      this.#parts.wakeAt?.(next, () => {
        this.#screen.alone(() => this.#stepIsDue());
      }) ?? null;
  }

  /** Goes on by itself as soon as the next learning step is due. */
  wait(): void {
    const rest = restOf(this.#screen.phase());
    if (rest !== null) this.#screen.show({ ...rest, waiting: true });
  }

  /** Waits for nothing any more. */
  stop(): void {
    this.#callOff?.();
    this.#callOff = null;
  }

  async #stepIsDue(): Promise<void> {
    const rest = restOf(this.#screen.phase());
    if (rest === null) return;
    const opened = await this.#days.open();
    if (!opened.ok) return;
    if (rest.waiting) await this.#screen.begin(opened.value);
    else this.rest({ ...rest, left: opened.value.plan });
  }

  async #askToKeep(): Promise<void> {
    const persisted = await this.#parts.persistence.ask();
    const phase = this.#screen.phase();
    if (phase.is === 'done') this.#screen.show({ ...phase, persisted });
  }
}

/** Null: something is asked, or nothing is known yet. */
export function restOf(phase: StudyPhase): RestPhase | null {
  return phase.is === 'done' || phase.is === 'empty' ? phase : null;
}
