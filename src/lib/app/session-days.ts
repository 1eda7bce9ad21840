import { planCram } from '$lib/core/memory/cram';
import { startSession } from '$lib/core/memory/session';
import { isKind } from '$lib/core/memory/session-state';
import type { SessionKind, SessionState } from '$lib/core/memory/session-state';
import { openStudyDay } from './day-opening';
import type { OpenDay } from './day-opening';
import type { EntryStamps } from './entry-stamps';
import type { Stored } from './ports';
import type { SessionCare } from './session-care';
import type { SessionFacts } from './session-facts';
import type { StudyingParts } from './studying-parts';

/** What of a session follows the day that is opened. */
export interface DayFollowers {
  readonly facts: SessionFacts;
  readonly care: SessionCare;
  readonly stamps: EntryStamps;
}

/** The study days of one way to study a pack: opens them, and says which session a day goes on with. */
export class SessionDays {
  readonly #parts: StudyingParts;
  readonly #followers: DayFollowers;

  constructor(parts: StudyingParts, followers: DayFollowers) {
    this.#parts = parts;
    this.#followers = followers;
  }

  /** Opens today with what is planned for it. */
  async open(): Promise<Stored<OpenDay>> {
    const { source, store, schedulers, clock, settings, app, mode } = this.#parts;
    const { facts, care, stamps } = this.#followers;
    const opened = await openStudyDay({
      store,
      pack: source.pack,
      facts: facts.all,
      asked: facts.asked,
      schedulers,
      moment: clock.now(),
      settings: mode === 'cram' ? { ...settings, exam: null } : settings,
      app,
      scheduler: this.#parts.scheduler,
      goesOn: (session, day) => this.#goesOn(session, day),
      breathe: this.#parts.breathe,
    });
    if (!opened.ok) return opened;
    const { studyDay, session, care: decided } = opened.value;
    stamps.fromOpened(studyDay);
    care.on(studyDay.day, decided);
    if (mode === 'study') return opened;
    const plan = planCram(
      facts.asked.filter(({ fact }) => care.mayAsk(fact)),
      this.#kind(studyDay.day),
      session,
      studyDay.day,
    );
    return { ok: true, value: { ...opened.value, plan } };
  }

  /** The session that was left open on the opened day, if it is of this kind; else a new one with the first of its plan. */
  goOn(day: OpenDay): SessionState {
    const { session, studyDay } = day;
    return session !== null && this.#goesOn(session, studyDay.day) ? session : this.begin(day);
  }

  /** A new session with the first of the day's plan. */
  begin({ session, plan, studyDay }: OpenDay): SessionState {
    return startSession(this.#kind(studyDay.day), plan.items, this.#parts.settings.sessionSize, session);
  }

  /** The session before any day is opened: nothing is asked in it. */
  none(): SessionState {
    return startSession(this.#kind(0), [], 0);
  }

  #goesOn(session: SessionState, day: number): boolean {
    return session.current !== null && isKind(session, this.#kind(day));
  }

  #kind(day: number): SessionKind {
    const { source, mode, scope } = this.#parts;
    return { pack: source.pack.id, day, mode, scope };
  }
}
