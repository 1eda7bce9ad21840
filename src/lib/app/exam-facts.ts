import type { ExamFact } from '$lib/core/memory/exam-model';
import { planExam } from '$lib/core/memory/exam';
import type { Scheduler } from '$lib/core/memory/fsrs';
import type { ExamDay, StudyFact } from '$lib/core/memory/queue';
import type { MemoryRecord } from '$lib/core/memory/record';
import { easesOf } from '$lib/core/memory/study-settings';
import type { SettingsOfPack } from '$lib/core/memory/study-settings';
import { SECONDS_OF_ANSWERED, examAhead } from './exam-day';
import { inPauses } from './in-pauses';
import type { Breathe } from './in-pauses';
import type { Stored, StudyStore } from './ports';

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

export interface ExamDayParts {
  readonly store: Pick<StudyStore, 'recordsOf'>;
  readonly pack: string;
  /** What may be asked. */
  readonly facts: readonly StudyFact[];
  readonly settings: Pick<SettingsOfPack, 'exam' | 'easyDays' | 'restDays'>;
  readonly scheduler: Scheduler;
  readonly breathe: Breathe;
}

/**
 * What a pack's exam asks for today, with what was answered today taken off its time; null: there is no exam to come.
 *
 * @param extra reviews that the learner asked for on top of the day's time
 */
export async function examDayOf(
  { store, pack, facts, settings, scheduler, breathe }: ExamDayParts,
  today: number,
  extra: number,
): Promise<Stored<ExamDay | null>> {
  const examDay = examAhead(settings, today);
  if (examDay === null || settings.exam === null) return { ok: true, value: null };
  const records = await store.recordsOf(pack);
  if (!records.ok) return records;
  const known = examFacts(facts, records.value);
  const answered = known.filter(({ known: memory }) => memory?.lastDay === today).length;
  const secondsADay = settings.exam.minutes * 60;
  const easeOf = easesOf(settings);
  const isFree = (day: number): boolean => easeOf(day) === 'none';
  const secondsToday = Math.max(0, (isFree(today) ? 0 : secondsADay) + (extra - answered) * SECONDS_OF_ANSWERED);
  const plan = await inPauses(
    planExam({ facts: known, today, examDay, secondsADay, secondsToday, scheduler, isFree }),
    breathe,
  );
  return { ok: true, value: { today: plan.today, more: plan.more, room: plan.room, inDays: examDay - today } };
}
