import type { ExamFact } from '$lib/core/memory/exam-model';
import { planExam } from '$lib/core/memory/exam';
import type { ExamPlan } from '$lib/core/memory/exam';
import type { Scheduler } from '$lib/core/memory/fsrs';
import type { StudyFact } from '$lib/core/memory/queue';
import type { MemoryRecord } from '$lib/core/memory/record';
import { SECONDS_OF_ANSWERED } from './exam-day';

/** Facts as an exam plan sees them. A chain counts as the weakest of its pairs. */
export function examFacts(facts: readonly StudyFact[], records: readonly MemoryRecord[]): readonly ExamFact[] {
  const byFact = new Map(records.map((record) => [record.fact, record]));
  return facts.map(({ fact, memories }) => {
    let weakest: ExamFact['known'] = null;
    for (const { fact: memory } of memories) {
      const record = byFact.get(memory);
      if (record?.memory == null) return { fact, known: null };
      if (weakest === null || record.memory.stability < weakest.memory.stability)
        weakest = { memory: record.memory, lastDay: record.lastDay };
    }
    return { fact, known: weakest };
  });
}

/** When facts are due, a chain as early as the first of its pairs; null: it was never learnt. */
export function dueBy(facts: readonly StudyFact[], records: readonly MemoryRecord[]): (fact: string) => number | null {
  const dues = new Map(records.map((record) => [record.fact, record.due]));
  const ofFact = new Map(
    facts.map(({ fact, memories }) => [fact, memories.flatMap((memory) => dues.get(memory.fact) ?? [])]),
  );
  return (fact) => {
    const all = ofFact.get(fact) ?? [];
    return all.length === 0 ? null : Math.min(...all);
  };
}

/** A pause in long work; resolves when something more urgent had its turn. */
export type Breathe = () => Promise<void>;

/** Runs work that pauses, without holding up what is more urgent. */
export async function inPauses<T>(steps: Generator<undefined, T>, breathe: Breathe): Promise<T> {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    await breathe();
  }
}

export interface ExamDayInput {
  readonly facts: readonly StudyFact[];
  readonly records: readonly MemoryRecord[];
  readonly scheduler: Scheduler;
  readonly today: number;
  readonly examDay: number;
  readonly minutes: number;
  /** Reviews that the learner asked for on top of the day's time. */
  readonly extra: number;
}

/** What a pack's exam asks for today, with what was answered today taken off its time. */
export function planExamDay(input: ExamDayInput, breathe: Breathe): Promise<ExamPlan> {
  const { facts, records, scheduler, today, minutes, extra } = input;
  const known = examFacts(facts, records);
  const answered = known.filter(({ known: memory }) => memory?.lastDay === today).length;
  const secondsADay = minutes * 60;
  const secondsToday = Math.max(0, secondsADay + (extra - answered) * SECONDS_OF_ANSWERED);
  return inPauses(
    planExam({ facts: known, today, examDay: input.examDay, secondsADay, secondsToday, scheduler }),
    breathe,
  );
}
