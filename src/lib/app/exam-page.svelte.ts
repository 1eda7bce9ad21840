import { examCurve } from '$lib/core/memory/exam-curve';
import type { CurvePoint } from '$lib/core/memory/exam-curve';
import type { Scheduler } from '$lib/core/memory/fsrs';
import { checkPackSetting, easesOf } from '$lib/core/memory/study-settings';
import type { Exam } from '$lib/core/memory/study-settings';
import { studyDayAfter, studyDayOfDate } from '$lib/core/time/study-day';
import { dueBy, examFacts } from './exam-facts';
import { inPauses } from './in-pauses';
import type { Breathe } from './in-pauses';
import type { Clock, PackSummary, QuestionSource, StorageProblem, StudyStore } from './ports';
import type { Settings } from './settings.svelte';

/** What studying for an exam on a day would bring. */
export type ExamPhase =
  | { readonly is: 'choosing' }
  | { readonly is: 'computing'; readonly date: string }
  | {
      readonly is: 'ready';
      readonly date: string;
      /** Days until it. */
      readonly inDays: number;
      /** How many facts the pack asks. */
      readonly facts: number;
      /** By minutes a day, rising. */
      readonly curve: readonly CurvePoint[];
    }
  /** `past`: the day is today or before. */
  | { readonly is: 'refused'; readonly date: string; readonly why: 'no date' | 'past' | 'too far' }
  | { readonly is: 'failed'; readonly problem: StorageProblem };

/** An exam further away than this needs no plan of its own. Days. */
export const FURTHEST_EXAM = 730;

export interface ExamPageParts {
  readonly source: QuestionSource;
  readonly store: StudyStore;
  readonly settings: Settings;
  readonly scheduler: Scheduler;
  readonly clock: Clock;
  readonly breathe: Breathe;
}

/** The page on which a learner chooses the date of an exam, with what each amount of time a day would bring. */
export class ExamPage {
  phase: ExamPhase = $state.raw({ is: 'choosing' });
  /** The exam that is set; null: none. */
  chosen: Exam | null = $state.raw(null);
  readonly pack: PackSummary;
  readonly #parts: ExamPageParts;
  #run = 0;

  constructor(parts: ExamPageParts) {
    this.#parts = parts;
    this.pack = parts.source.pack;
    this.chosen = parts.settings.ofPack(this.pack.id).exam;
  }

  /** Compares what the minutes a day would bring for an exam on a date; a later call makes an earlier one stop. */
  async compare(date: string): Promise<void> {
    const run = (this.#run += 1);
    const { store, source, settings, scheduler, clock, breathe } = this.#parts;
    const { pack } = this;
    const own = settings.ofPack(pack.id);
    const lastDay = await store.lastDay();
    if (!lastDay.ok) {
      this.#fail(run, lastDay.problem);
      return;
    }
    const today = studyDayAfter(lastDay.value, clock.now(), own.rolloverHour).day;
    const day = studyDayOfDate(date);
    const why = day === null ? 'no date' : day <= today ? 'past' : day - today > FURTHEST_EXAM ? 'too far' : null;
    if (day === null || why !== null) {
      this.phase = { is: 'refused', date, why: why ?? 'no date' };
      return;
    }
    this.phase = { is: 'computing', date };
    const records = await store.recordsOf(pack.id);
    if (!records.ok) {
      this.#fail(run, records.problem);
      return;
    }
    const facts = source.facts();
    const dueOf = dueBy(facts, records.value);
    const easeOf = easesOf(own);
    const isFree = (one: number): boolean => easeOf(one) === 'none';
    const input = { facts: examFacts(facts, records.value), today, examDay: day, scheduler, isFree };
    const stopped = async (): Promise<void> => {
      await breathe();
      if (this.#run !== run) throw new Stopped();
    };
    try {
      const curve = await inPauses(examCurve(input, { newPerDay: own.newPerDay, dueOf }), stopped);
      this.phase = { is: 'ready', date, inDays: day - today, facts: facts.length, curve };
    } catch (error) {
      if (!(error instanceof Stopped)) throw error;
    }
  }

  /** Studies for that exam from now on. False: the values may not be used. */
  async choose(exam: Exam): Promise<boolean> {
    if (checkPackSetting('exam', exam) !== null) return false;
    await this.#parts.settings.setForPack(this.pack.id, 'exam', exam);
    this.chosen = exam;
    return true;
  }

  /** Goes back to the ordinary schedule. */
  async giveUp(): Promise<void> {
    await this.#parts.settings.setForPack(this.pack.id, 'exam', undefined);
    this.chosen = null;
  }

  close(): void {
    this.#run += 1;
  }

  #fail(run: number, problem: StorageProblem): void {
    if (run === this.#run) this.phase = { is: 'failed', problem };
  }
}

/** Another date was chosen meanwhile. */
class Stopped extends Error {}
