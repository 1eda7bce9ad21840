import type { Response, Verdict } from '$lib/core/answers/response';
import type { Scheduler } from '$lib/core/memory/fsrs';
import { factsOfEntry } from '$lib/core/memory/log';
import type { LogEntry, RevokeEntry } from '$lib/core/memory/log';
import { memoryKey } from '$lib/core/memory/memory-key';
import type { DayPlan } from '$lib/core/memory/queue';
import { replayKey } from '$lib/core/memory/rebuild';
import type { Schedulers } from '$lib/core/memory/rebuild';
import type { MemoryRecord } from '$lib/core/memory/record';
import { answerItem, countSession, dropItems, skipItem, startSession, takeBack } from '$lib/core/memory/session';
import type { SessionCounts, SessionState } from '$lib/core/memory/session';
import { studyDayAfter } from '$lib/core/time/study-day';
import { consequenceOf } from './answering';
import type { Consequence } from './answering';
import { askItem } from './asking';
import type { Asked } from './asking';
import { openStudyDay } from './day-opening';
import type { OpenDay } from './day-opening';
import type { Clock, Judge, MemoryChange, Persistence, QuestionSource, StorageProblem, StudyStore } from './ports';
import { ProgressKeeper } from './progress-keeper';
import { SessionFacts } from './session-facts';
import type { StudyPhase } from './study-phase';

export interface StudyingParts {
  readonly source: QuestionSource;
  readonly store: StudyStore;
  readonly judge: Judge;
  readonly clock: Clock;
  readonly persistence: Persistence;
  /** The scheduler of today's settings, and those of every entry in the log. */
  readonly scheduler: Scheduler;
  readonly schedulers: Schedulers;
  readonly newPerDay: number;
  readonly rolloverHour: number;
  /** Questions a session, returning ones not counted. */
  readonly size: number;
  readonly app: string;
}

/** One learner studying one pack. */
export class Studying {
  phase: StudyPhase = $state.raw({ is: 'loading' });
  /** Questions answered, right and left in this session. */
  counts: SessionCounts = $state.raw({ answered: 0, right: 0, left: 0 });
  /** Why answers are in memory only; null while all is on the disk. Offer another try and an export. */
  storageProblem: StorageProblem | null = $state.raw(null);
  canUndo: boolean = $state.raw(false);

  readonly #parts: StudyingParts;
  readonly #keeper: ProgressKeeper;
  readonly #facts: SessionFacts;
  readonly #stopListening: () => void;
  #state: SessionState;
  #asked: Asked | null = null;
  #ahead: Asked | null = null;
  /** The answer on the screen, for "too easy". */
  #last: { readonly asked: Asked; readonly before: SessionState; readonly consequence: Consequence } | null = null;
  #lastDay: number | null = null;
  #shownMs = 0;
  #busy = false;

  constructor(parts: StudyingParts) {
    this.#parts = parts;
    this.#keeper = new ProgressKeeper(parts.store);
    this.#facts = new SessionFacts(parts.source);
    this.#state = startSession(parts.source.pack.id, 0, [], 0);
    this.#stopListening = parts.store.onChange((pack, keys) => void this.#answeredElsewhere(pack, keys));
  }

  /** Goes on with the session that was left open today, or begins one. */
  async open(): Promise<void> {
    const day = await this.#openDay();
    if (day === null) return;
    const { session, plan, studyDay } = day;
    const left = session !== null && session.day === studyDay.day && session.current !== null ? session : null;
    await this.#begin(left ?? startSession(this.#pack, studyDay.day, plan.items, this.#parts.size), plan);
  }

  /** After a session: as many questions again. */
  async more(): Promise<void> {
    const day = await this.#openDay();
    if (day !== null) await this.#begin(startSession(this.#pack, day.studyDay.day, day.plan.items, this.#parts.size), day.plan);
  }

  /** Judges an answer, shows what it is worth, and writes it. */
  async answer(response: Response): Promise<void> {
    const asked = this.#asked;
    if (this.phase.is !== 'question' || asked === null) return;
    const verdict: Verdict = 'pass' in response ? { credit: 0, correct: false, band: 'wrong' } : this.#parts.judge(asked.question, response);
    if (verdict.needs !== undefined) {
      this.phase = { ...this.phase, needs: verdict.needs };
      return;
    }
    const before = this.#state;
    const milliseconds = this.#parts.clock.now().utcMs - this.#shownMs;
    const consequence = this.#consequence(asked, response, verdict, milliseconds, false, this.#keeper.recordOf);
    this.#last = { asked, before, consequence };
    this.#setState(answerItem(before, consequence.entry.id, verdict.correct, consequence.returns));
    const canBeEasy = verdict.correct && consequence.entry.hints === 0;
    const { next, returns } = consequence;
    this.phase = { is: 'verdict', question: asked.question, item: asked.item, response, verdict, next, comesAgain: returns !== 'no', saving: 'saving', canBeEasy };
    await this.#write([consequence.entry], consequence.changes);
    this.#ahead = this.#askNext();
  }

  /** "Don't know." */
  pass(): Promise<void> {
    return this.answer({ pass: true });
  }

  /** The learner says that the answer just given was too easy: it is taken back and entered as Easy. */
  async tooEasy(): Promise<void> {
    const { phase } = this;
    const last = this.#last;
    if (phase.is !== 'verdict' || !phase.canBeEasy || last === null || this.#busy) return;
    await this.#alone(async () => {
      const { entry } = last.consequence;
      const easy = this.#consequence(last.asked, phase.response, phase.verdict, entry.milliseconds, true, (key) => last.consequence.met.get(key) ?? null);
      this.#setState(answerItem(last.before, easy.entry.id, true, 'no'));
      this.#last = { ...last, consequence: easy };
      this.phase = { ...phase, next: easy.next, comesAgain: false, canBeEasy: false, saving: 'saving' };
      await this.#write([this.#revoke(last.consequence.entry.id, factsOfEntry(entry)), easy.entry], replayed(easy.changes));
      this.#ahead = this.#askNext();
    });
  }

  /** From the verdict to the next question, once the answer is safe or known to be kept in memory only. */
  async next(): Promise<void> {
    if (this.phase.is !== 'verdict' || this.#busy) return;
    await this.#alone(async () => {
      this.storageProblem = await this.#keeper.flush();
      await this.#show(this.#ahead ?? this.#askNext());
    });
  }

  /** Takes the last answer of this session back, and the one before it the next time. */
  async undo(): Promise<void> {
    if (this.#busy) return;
    await this.#alone(async () => {
      await this.#keeper.flush();
      const back = takeBack(this.#state);
      if (back === null) return;
      this.#setState(back.state);
      this.#last = null;
      const facts = this.#facts.memoriesOf(back.state.current?.fact ?? '');
      const changes = facts.map((fact) => ({ key: memoryKey(this.#pack, fact), basedOn: undefined, record: null }));
      await this.#write([this.#revoke(back.entry, facts)], changes);
      await this.#show(this.#askNext());
    });
  }

  /** Tries again to write what is in memory only. */
  async retrySaving(): Promise<void> {
    this.storageProblem = await this.#keeper.flush();
  }

  /** Log entries that are in memory only, for an export. */
  unsavedEntries(): readonly unknown[] {
    return this.#keeper.unsaved.flatMap((step) => step.entries);
  }

  /** Stops listening to other tabs. The session stays open in the store. */
  close(): void {
    this.#stopListening();
  }

  get #pack(): string {
    return this.#parts.source.pack.id;
  }

  async #openDay(): Promise<OpenDay | null> {
    this.phase = { is: 'loading' };
    const { source, store, schedulers, clock, rolloverHour, newPerDay, app } = this.#parts;
    const opened = await openStudyDay({ store, pack: source.pack, facts: this.#facts.all, schedulers, moment: clock.now(), rolloverHour, newPerDay, app });
    if (!opened.ok) {
      this.phase = { is: 'failed', problem: opened.problem };
      return null;
    }
    this.#lastDay = opened.value.studyDay.day;
    return opened.value;
  }

  async #begin(state: SessionState, plan: DayPlan): Promise<void> {
    const problem = await this.#keeper.refresh(this.#facts.keysOfSession(state));
    if (problem !== null) {
      this.phase = { is: 'failed', problem };
      return;
    }
    this.#setState(state);
    const asked = this.#askNext();
    if (asked === null && this.#state.answered.length === 0) {
      this.phase = { is: 'empty', left: plan };
      return;
    }
    await this.#show(asked);
    if (asked !== null) await this.#parts.store.saveSession(this.#pack, this.#state);
  }

  /** The question for the current item; items without one in any form are left out. */
  #askNext(): Asked | null {
    for (let item = this.#state.current; item !== null; item = this.#state.current) {
      const info = this.#facts.find(item.fact);
      const asked = info === null ? null : askItem(this.#parts.source, info, item, this.#keeper.recordOf);
      if (asked !== null) return asked;
      this.#setState(skipItem(this.#state));
    }
    return null;
  }

  async #show(asked: Asked | null): Promise<void> {
    this.#ahead = null;
    this.#asked = asked;
    if (asked !== null) {
      this.#shownMs = this.#parts.clock.now().utcMs;
      this.phase = { is: 'question', question: asked.question, item: asked.item, needs: null };
      return;
    }
    const { counts } = this;
    const day = await this.#openDay();
    if (day === null) return;
    const { persistence } = this.#parts;
    // Asked for only now: a learner who finished a session has something to lose.
    const persisted = (await persistence.persisted()) ?? false ? true : await persistence.ask();
    this.phase = { is: 'done', counts, left: day.plan, persisted };
  }

  #consequence(asked: Asked, response: Response, verdict: Verdict, milliseconds: number, easy: boolean, recordOf: (key: string) => MemoryRecord | null): Consequence {
    const { store, scheduler, clock, source, app, rolloverHour } = this.#parts;
    const moment = clock.now();
    const studyDay = studyDayAfter(this.#lastDay, moment, rolloverHour);
    this.#lastDay = studyDay.day;
    const { question, info } = asked;
    const entryId = store.nextEntryId();
    return consequenceOf({ question, info, response, verdict, easy, entryId, packVersion: source.pack.version, app, milliseconds, moment, studyDay }, recordOf, scheduler);
  }

  #revoke(revokes: string, facts: readonly string[]): RevokeEntry {
    const { store, clock, source, app, rolloverHour } = this.#parts;
    const { utcMs, utcOffsetMinutes } = clock.now();
    const { day } = studyDayAfter(this.#lastDay, { utcMs, utcOffsetMinutes }, rolloverHour);
    return { type: 'revoke', id: store.nextEntryId(), pack: this.#pack, packVersion: source.pack.version, revokes, facts, utcMs, day, utcOffsetMinutes, app };
  }

  async #write(entries: readonly LogEntry[], changes: readonly MemoryChange[]): Promise<void> {
    const { schedulers, scheduler } = this.#parts;
    const replay = (key: string, log: readonly LogEntry[]): MemoryRecord | null => replayKey(key, log, schedulers);
    this.storageProblem = await this.#keeper.append({ pack: this.#pack, entries, changes, replay, parameters: scheduler.parameters, session: this.#state });
    if (this.phase.is === 'verdict') this.phase = { ...this.phase, saving: this.storageProblem === null ? 'saved' : 'in memory only' };
  }

  async #answeredElsewhere(pack: string, keys: readonly string[]): Promise<void> {
    if (pack !== this.#pack) return;
    await this.#keeper.refresh(keys);
    this.#setState(dropItems(this.#state, this.#facts.touchedBy(keys)));
  }

  #setState(state: SessionState): void {
    this.#state = state;
    this.counts = countSession(state);
    this.canUndo = state.answered.length > 0;
  }

  /** One thing at a time: a second press while the first is at work does nothing. */
  async #alone(work: () => Promise<void>): Promise<void> {
    this.#busy = true;
    try {
      await work();
    } finally {
      this.#busy = false;
    }
  }
}

/** Changes that must be replayed from the log, because what they were computed from is not what is stored. */
function replayed(changes: readonly MemoryChange[]): readonly MemoryChange[] {
  return changes.map((change) => ({ ...change, basedOn: undefined }));
}
