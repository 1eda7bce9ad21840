import type { Response, Verdict } from '$lib/core/answers/response';
import { factsOfEntry } from '$lib/core/memory/log';
import type { LogEntry } from '$lib/core/memory/log';
import { memoryKey } from '$lib/core/memory/memory-key';
import { replayKey } from '$lib/core/memory/rebuild';
import type { MemoryRecord } from '$lib/core/memory/record';
import type { DayPlan, Extra } from '$lib/core/memory/queue';
import {
  addExtra,
  answerItem,
  bringBack,
  decideOn,
  dropItems,
  hintItem,
  leaveOut,
  takeBack,
  takeIn,
} from '$lib/core/memory/session';
import type { SessionItem, SessionState } from '$lib/core/memory/session-state';
import { consequenceOf } from './answering';
import type { Consequence } from './answering';
import type { Asked } from './asking';
import { DayLoad } from './day-load';
import { entriesBehind, entryOf, takesOut } from './deciding';
import type { Decision, Undoing } from './deciding';
import { EntryStamps } from './entry-stamps';
import type { MemoryChange, StorageProblem, Unsaved } from './ports';
import { ProgressKeeper } from './progress-keeper';
import { SessionCare } from './session-care';
import { SessionDays } from './session-days';
import { SessionFacts } from './session-facts';
import { SessionQuestions } from './session-questions';
import type { StudyingParts } from './studying-parts';

/** An answer given, and what "too easy" needs to know of it. */
export interface Given {
  readonly asked: Asked;
  readonly response: Response;
  readonly verdict: Verdict;
  /** The session before it. */
  readonly before: SessionState;
  readonly consequence: Consequence;
}

/** A session at work, without a screen: what is asked, what an answer does, and what is written. `Studying` shows it. */
export class StudyEngine {
  state: SessionState;
  readonly care: SessionCare;
  readonly days: SessionDays;
  readonly #parts: StudyingParts;
  readonly #load = new DayLoad();
  readonly #keeper: ProgressKeeper;
  readonly #facts: SessionFacts;
  readonly #stamps: EntryStamps;
  readonly #questions: SessionQuestions;

  constructor(parts: StudyingParts) {
    const { source, store, clock, app } = parts;
    const { rolloverHour } = parts.settings;
    this.#parts = parts;
    this.#keeper = new ProgressKeeper(store, parts.retune, (from, to) => {
      this.#load.move(from, to);
    });
    this.care = new SessionCare(parts, this.#keeper);
    this.#facts = new SessionFacts(source, parts.within);
    this.#stamps = new EntryStamps({
      pack: source.pack,
      clock,
      rolloverHour,
      app,
      nextEntryId: () => store.nextEntryId(),
    });
    const { care } = this;
    this.days = new SessionDays(parts, { facts: this.#facts, care, stamps: this.#stamps });
    this.#questions = new SessionQuestions(parts, { facts: this.#facts, care, recordOf: this.#keeper.recordOf });
    this.state = this.days.none();
  }

  /** Steps that are in memory only. */
  get unsaved(): Unsaved {
    return this.#keeper.unsaved;
  }

  /** The learner wants more than the day's limits. */
  async addExtra({ fresh, reviews }: Extra, { over }: DayPlan): Promise<void> {
    // So many more, even where more than the limits was answered already.
    const more = { fresh: fresh > 0 ? fresh + over.fresh : 0, reviews: reviews > 0 ? reviews + over.reviews : 0 };
    this.state = addExtra(this.state, more);
    await this.saveSession();
  }

  /** Takes a session up with the memories that it may touch. Null: done. */
  async takeUp(state: SessionState): Promise<StorageProblem | null> {
    // What was put aside elsewhere since the session was left is not asked in it any more.
    this.state = leaveOut(state, (fact) => !this.care.mayAsk(fact));
    return this.#keeper.refresh(this.#facts.keysOfSession(state));
  }

  /** Reads what the choice of days hangs on: how full they are, and when siblings are due. */
  async prepare(): Promise<void> {
    if (this.#parts.mode === 'cram') return;
    const siblings = this.#facts.keysOfSession(this.state).flatMap((key) => this.#facts.siblingsOf(key));
    await this.#load.read(this.#parts.store, this.state.day);
    await this.#keeper.refresh([...new Set(siblings)].filter((key) => this.#keeper.recordOf(key) === null));
  }

  /** Stores the session, so that a reload finds it. A failure costs no answer. */
  async saveSession(): Promise<void> {
    await this.#parts.store.saveSession(this.state.pack, this.state);
  }

  /** The question for the current item; items without one in any form are left out. Null: the session is over. */
  ask(): Asked | null {
    const { asked, state } = this.#questions.next(this.state);
    this.state = state;
    return asked;
  }

  /** Makes the question that most likely comes after the current one, so that it is at hand by then. Changes nothing. */
  lookAhead(): void {
    this.#questions.ahead(this.state);
  }

  /** Enters a decision about a fact; what it leads to is there at once, `written` when it is on the disk. */
  decide(asked: Asked, decision: Decision): Promise<StorageProblem | null> {
    const entry = entryOf(decision, this.#stamps.next().stamp, asked.question, asked.info, this.#facts.all);
    this.state = decideOn(this.state, asked.item, entry.id, factsOfEntry(entry), takesOut(entry));
    return this.#write([entry], []);
  }

  /** Takes back what is decided about a fact, however often and wherever it was. */
  async undecide(asked: Asked, undoing: Undoing): Promise<StorageProblem | null> {
    const problem = await this.#keeper.flush();
    if (problem !== null) return problem;
    const read = await this.#parts.store.entriesOf(memoryKey(this.state.pack, asked.info.fact));
    if (!read.ok) return read.problem;
    const behind = entriesBehind(undoing, read.value);
    return this.#write(
      behind.map((entry) => this.#stamps.revoke(entry.id, factsOfEntry(entry))),
      [],
    );
  }

  /** Brings a fact back at once: at a confusion, so that it is asked beside what it is taken for. */
  askNext(item: SessionItem): void {
    this.state = bringBack(this.state, item);
  }

  /** Gives one more hint to what is asked; the session remembers it. */
  async hint(asked: Asked): Promise<Asked> {
    this.state = hintItem(this.state);
    await this.saveSession();
    return { ...asked, item: this.state.current ?? asked.item };
  }

  /** Enters an answer. What it leads to is there at once; `write` brings it to the disk. */
  answer(asked: Asked, response: Response, verdict: Verdict, milliseconds: number): Given {
    const before = this.state;
    const consequence = this.#consequence({ asked, response, verdict }, milliseconds, false, this.#keeper.recordOf);
    const right = verdict.correct && consequence.entry.hints === 0;
    this.state = answerItem(before, consequence.entry.id, right, consequence.returns);
    this.#takeInSteps();
    return { asked, response, verdict, before, consequence };
  }

  writeAnswer({ consequence }: Given): Promise<StorageProblem | null> {
    return this.#write([consequence.entry], consequence.changes);
  }

  /** Takes a right answer back and enters it as Easy, as if it had been so at once. */
  makeEasy(given: Given): { readonly given: Given; readonly written: Promise<StorageProblem | null> } {
    const { entry, met } = given.consequence;
    const consequence = this.#consequence(given, entry.milliseconds, true, (key) => met.get(key) ?? null);
    this.state = answerItem(given.before, consequence.entry.id, true, 'no');
    const revoked = this.#stamps.revoke(entry.id, factsOfEntry(entry));
    const written = this.#write([revoked, consequence.entry], consequence.changes.map(replayed));
    return { given: { ...given, consequence }, written };
  }

  /** Takes the last answer or decision of the session back; null: there is none. */
  async takeBack(): Promise<{ readonly decision: boolean; readonly problem: StorageProblem | null } | null> {
    await this.#keeper.flush();
    const back = takeBack(this.state);
    if (back === null) return null;
    this.state = back.state;
    if (back.decided !== null)
      return { decision: true, problem: await this.#write([this.#stamps.revoke(back.entry, back.decided)], []) };
    const facts = this.#parts.mode === 'cram' ? [] : this.#facts.memoriesOf(back.state.current?.fact ?? '');
    const changes = facts.map((fact) =>
      replayed({ key: memoryKey(this.state.pack, fact), basedOn: undefined, record: null }),
    );
    return { decision: false, problem: await this.#write([this.#stamps.revoke(back.entry, facts)], changes) };
  }

  /** Writes what is unsaved. Null: all is on the disk. */
  flush(): Promise<StorageProblem | null> {
    return this.#keeper.flush();
  }

  /** Another tab answered: its facts are asked here no more, except the one on the screen. */
  async heard(keys: readonly string[]): Promise<void> {
    await this.#keeper.refresh(keys);
    const care = await this.#parts.store.careOf(this.state.pack);
    if (care.ok) this.#keeper.takeCare(care.value);
    const touched = this.#facts.touchedBy(keys);
    const gone = [...this.state.upcoming, ...this.state.returning].filter((item) => !this.care.mayAsk(item.fact));
    this.state = dropItems(this.state, new Set([...touched, ...gone.map((item) => item.fact)]));
  }

  /** Learning steps of this session whose time by the clock has come are asked next. */
  #takeInSteps(): void {
    if (this.#parts.mode === 'cram') return;
    const { utcMs } = this.#parts.clock.now();
    const isDue = (key: string): boolean => {
      const record = this.#keeper.recordOf(key);
      return record !== null && record.dueMs !== null && record.dueMs <= utcMs;
    };
    const answered = new Set(this.state.answered.map(({ item }) => item.fact));
    this.state = takeIn(
      this.state,
      [...answered].filter((fact) => this.care.mayAsk(fact) && this.#facts.keysOf(fact).some(isDue)),
    );
  }

  #consequence(
    { asked, response, verdict }: Pick<Given, 'asked' | 'response' | 'verdict'>,
    milliseconds: number,
    easy: boolean,
    recordOf: (key: string) => MemoryRecord | null,
  ): Consequence {
    const { question, info, item } = asked;
    const hints = item.hints ?? 0;
    const { stamp, by: clock } = this.#stamps.next();
    const cram = this.#parts.mode === 'cram';
    // Going over something proves no confusion: it is not the memory that answers.
    const mistaken = verdict.correct || cram ? null : this.#parts.lore.mistakenFor(question, response);
    return consequenceOf(
      { question, info, response, verdict, mistaken, easy, hints, milliseconds, stamp, clock, cram },
      recordOf,
      this.#parts.scheduler,
      this.#load.chooser(stamp.day, this.#parts.settings, this.#keeper.recordOf, (key) => this.#facts.siblingsOf(key)),
    );
  }

  #write(entries: readonly LogEntry[], changes: readonly MemoryChange[]): Promise<StorageProblem | null> {
    const { schedulers, scheduler } = this.#parts;
    const replay = (key: string, log: readonly LogEntry[]): MemoryRecord | null => replayKey(key, log, schedulers);
    const { state } = this;
    return this.#keeper.append({
      pack: state.pack,
      entries,
      changes,
      replay,
      parameters: scheduler.parameters,
      session: state,
    });
  }
}

/** A change that must be replayed from the log, because what it was computed from is not what is stored. */
function replayed(change: MemoryChange): MemoryChange {
  return { ...change, basedOn: undefined };
}
