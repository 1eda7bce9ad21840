import { describe, expect, it } from 'vitest';
import { finish, planExam } from './exam';
import { askOn, recallOn } from './exam-model';
import type { ExamFact } from './exam-model';
import { createScheduler } from './fsrs';
import { DEFAULT_PARAMETERS, nameParameters } from './parameters';
import { planDay } from './queue';
import type { DayInput, DayPlan, ExamDay, StudyFact } from './queue';
import type { MemoryRecord } from './record';

const scheduler = createScheduler(nameParameters(DEFAULT_PARAMETERS));
const TODAY = 20_000;

const factsOf = (events: number): readonly StudyFact[] =>
  Array.from({ length: events }, (_, i) => i).flatMap((i) =>
    ['date', 'place', 'event-by-date', 'event-by-place'].map((kind) => {
      const fact = `e${String(i)}:${kind}`;
      return { fact, memories: [{ fact, answer: 'x' }] };
    }),
  );

type Known = NonNullable<ExamFact['known']> & { readonly firstDay: number };

function record(fact: string, { memory, lastDay, firstDay }: Known): MemoryRecord {
  return {
    key: `p:${fact}`, pack: 'p', fact, asked: fact, answer: 'x', state: 'review', memory, step: 0, reps: 1, lapses: 0, firstDay, lastDay,
    lastMs: 0, lastEntry: 'e', interval: 100, due: lastDay + 100, dueMs: null,
  }; // prettier-ignore
}

function planned(facts: readonly StudyFact[], exam: ExamDay, change: Partial<DayInput> = {}): DayPlan {
  return planDay({
    pack: 'p', facts, due: [], recent: [], isKnown: () => false, day: TODAY, nowMs: 0, ease: 'usual', extra: { fresh: 0, reviews: 0 }, seed: 1,
    rules: { newPerDay: 10, reviewsPerDay: 200, reviewOrder: 'overdue', newOrder: 'pack' }, exam, ...change,
  }); // prettier-ignore
}

/** Asks what the days ask until the exam, by the model that made the plan, and tells what the first plan promised and what came of it. */
function follow(events: number, inDays: number, secondsADay: number, isFree: (day: number) => boolean) {
  const facts = factsOf(events);
  const examDay = TODAY + inDays;
  const known = new Map<string, Known>();
  let promised: number | null = null;
  for (let day = TODAY; day < examDay; day += 1) {
    if (isFree(day)) continue;
    const now = facts.map(({ fact }) => ({ fact, known: known.get(fact) ?? null }));
    const plan = finish(
      planExam({ facts: now, today: day, examDay, secondsADay, secondsToday: secondsADay, scheduler, isFree }),
    );
    promised ??= plan.recall;
    const recent = [...known].map(([fact, memory]) => record(fact, memory));
    const exam = { today: plan.today, more: plan.more, room: plan.room, inDays: examDay - day };
    const isKnown = (key: string): boolean => known.has(key.slice('p:'.length));
    let left = secondsADay;
    for (const { fact } of planned(facts, exam, { recent, isKnown, day, seed: day }).items) {
      const asked = askOn(scheduler, known.get(fact) ?? null, day);
      if (left < asked.seconds) break;
      left -= asked.seconds;
      known.set(fact, { ...asked.after, firstDay: known.get(fact)?.firstDay ?? day });
    }
  }
  const recalled = facts.reduce((sum, { fact }) => sum + recallOn(scheduler, known.get(fact) ?? null, examDay), 0);
  return { promised: promised ?? 0, got: recalled / facts.length };
}

describe('what is asked until an exam', () => {
  it.each([
    ['six days', 6, 0],
    ['eight days', 8, 0],
    ['twelve days', 12, 0],
    ['seven days, five of them without studying', 7, 5],
  ])('keeps what the plan promises, siblings or not: %s', (_, inDays, free) => {
    const { promised, got } = follow(30, inDays, 600, (day) => day > TODAY && day <= TODAY + free);
    expect(promised).toBeGreaterThan(0.3);
    expect(got).toBeGreaterThan(promised - 0.01);
  });

  it('gives the time of a sibling that is put off to what else gains most, and says what is left over', () => {
    const facts = factsOf(3);
    const exam = {
      today: ['e0:date', 'e0:place'],
      more: ['e0:event-by-date', 'e1:date', 'e2:date'],
      room: 0,
      inDays: 20,
    };
    const plan = planned(facts, exam);
    expect(plan.items.map(({ fact }) => fact)).toEqual(['e0:date', 'e1:date']);
    expect(plan).toMatchObject({ postponed: 1, heldReviews: 2 });
  });

  it('keeps what is confused apart to the last day, when siblings no longer wait for one another', () => {
    const facts = factsOf(2);
    const apart = (fact: string): readonly string[] =>
      fact === 'e0:date' ? ['e1:date'] : fact === 'e1:date' ? ['e0:date'] : [];
    const exam = { today: ['e0:date', 'e0:place', 'e1:date'], more: [], room: 0, inDays: 2 };
    expect(planned(facts, exam, { apart }).items.map(({ fact }) => fact)).toEqual(['e0:date', 'e0:place']);
  });
});
