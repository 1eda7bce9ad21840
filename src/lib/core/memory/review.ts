import type { Moment } from '../time/study-day';
import type { FsrsMemory, Grade, Scheduler } from './fsrs';
import { fuzzInterval, fuzzRange } from './fuzz';
import type { IntervalRange } from './fuzz';
import { memoryKey } from './memory-key';
import type { MemoryRecord, RecordState } from './record';
import { weightedMemory } from './weighting';

const MINUTE_MS = 60_000;

/** One answer as it bears on one memory. */
export interface Review {
  readonly pack: string;
  readonly fact: string;
  readonly asked: string;
  readonly answer: string;
  readonly grade: Grade;
  readonly guess: number;
  readonly entry: string;
  readonly day: number;
  readonly utcMs: Moment['utcMs'];
  /** The interval that was chosen when it was answered, in days, as the log has it; undefined: by the fuzz. */
  readonly interval?: number | undefined;
}

/** Chooses one of the days that may stand for an interval; `usual` is what the fuzz would take. */
export type ChooseInterval = (range: IntervalRange, usual: number, key: string) => number;

export interface Reviewed {
  readonly record: MemoryRecord;
  /** Memory that the answer met; null at a first answer or after the fact's answer changed. */
  readonly before: FsrsMemory | null;
  readonly weight: number;
  /** The interval, where it was chosen: what the log must keep, so that a replay takes the same. Null: it follows from the rest. */
  readonly chosen: number | null;
}

interface NextDue {
  readonly state: RecordState;
  readonly step: number;
  readonly interval: number;
  readonly minutes: number | null;
}

/**
 * Applies one answer to a memory (null: none yet). Pure; the same function schedules an answer and replays the log. An interval of the
 * log that the memory does not allow, because another device answered in between, is moved to the nearest one that it does.
 *
 * @param choose at an answer: what chooses the day; null: the fuzz
 */
export function review(
  record: MemoryRecord | null,
  answer: Review,
  scheduler: Scheduler,
  choose: ChooseInterval | null = null,
): Reviewed {
  const key = memoryKey(answer.pack, answer.fact);
  // Another answer than the one learnt is another fact: it is learnt anew.
  const before = record !== null && record.answer === answer.answer ? record.memory : null;
  const elapsed = before === null || record === null ? 0 : Math.max(0, answer.day - record.lastDay);
  const reps = (record?.reps ?? 0) + 1;
  const { memory, weight } = weightedMemory(scheduler, before, elapsed, answer.grade, answer.guess);
  const state = before === null || record === null ? 'changed' : record.state;
  const next = nextDue(state, record?.step ?? 0, answer.grade, scheduler, () => {
    const range = fuzzRange(scheduler.interval(memory), elapsed, scheduler.parameters.maximumIntervalDays);
    const usual = fuzzInterval(range, key, reps);
    const wanted = answer.interval ?? choose?.(range, usual, key) ?? usual;
    return Math.min(Math.max(wanted, range.low), range.high);
  });
  return {
    before,
    weight,
    chosen: choose !== null && next.minutes === null ? next.interval : null,
    record: {
      key,
      pack: answer.pack,
      fact: answer.fact,
      asked: answer.asked,
      answer: answer.answer,
      state: next.state,
      memory,
      step: next.step,
      reps,
      lapses: (record?.lapses ?? 0) + (state === 'review' && answer.grade === 1 ? 1 : 0),
      firstDay: record?.firstDay ?? answer.day,
      lastDay: answer.day,
      lastMs: answer.utcMs,
      lastEntry: answer.entry,
      interval: next.interval,
      due: answer.day + next.interval,
      dueMs: next.minutes === null ? null : answer.utcMs + next.minutes * MINUTE_MS,
    },
  };
}

/** Learning steps by the clock, as in Anki: Again starts over, Hard stays, Good moves on, Easy leaves. `changed` stands for new. */
function nextDue(
  state: RecordState,
  step: number,
  grade: Grade,
  scheduler: Scheduler,
  interval: () => number,
): NextDue {
  const { learningSteps, relearningSteps } = scheduler.parameters;
  const fresh = state === 'changed' || state === 'learning';
  const steps = fresh ? learningSteps : relearningSteps;
  const at = state === 'changed' || state === 'review' ? 0 : step;
  const stepping: RecordState = fresh ? 'learning' : 'relearning';
  const wait = (index: number, minutes: number): NextDue => ({ state: stepping, step: index, interval: 0, minutes });
  const [first, second] = steps;
  if (first !== undefined && grade === 1) return wait(0, first);
  if (first !== undefined && state !== 'review') {
    const here = steps[at] ?? first;
    if (grade === 2)
      return wait(
        at,
        at > 0 ? here : second === undefined ? Math.round(first * 1.5) : Math.round((first + second) / 2),
      );
    const following = steps[at + 1];
    if (grade === 3 && following !== undefined) return wait(at + 1, following);
  }
  return { state: 'review', step: 0, interval: interval(), minutes: null };
}

/** The pack changed a learnt fact's answer: due on that day, to be learnt anew. Null: the pack asks it no more, nothing falls due. */
export function applyChange(
  record: MemoryRecord,
  answer: string | null,
  at: { readonly day: number; readonly utcMs: number; readonly entry: string },
): MemoryRecord {
  if (answer === null) return { ...record, due: null };
  if (answer === record.answer) return { ...record, due: record.lastDay + record.interval };
  return {
    ...record,
    answer,
    state: 'changed',
    memory: null,
    step: 0,
    interval: 0,
    lastDay: at.day,
    lastMs: at.utcMs,
    lastEntry: at.entry,
    due: at.day,
    dueMs: null,
  };
}
