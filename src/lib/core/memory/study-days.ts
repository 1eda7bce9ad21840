import type { LogEntry } from './log';

/** How many answers were given on a study day. */
export interface DayCount {
  readonly day: number;
  readonly answers: number;
}

/**
 * Answers of each study day from `from` to `to`, both included, oldest first. An answer that was taken back does not count, on
 * whatever day that happened; `entries` may be in any order and may hold other days.
 */
export function answersByDay(entries: readonly LogEntry[], from: number, to: number): readonly DayCount[] {
  const revoked = new Set(entries.flatMap((entry) => (entry.type === 'revoke' ? [entry.revokes] : [])));
  const counts = new Map<number, number>();
  for (const { type, id, day } of entries) {
    if (type === 'answer' && !revoked.has(id)) counts.set(day, (counts.get(day) ?? 0) + 1);
  }
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => ({
    day: from + i,
    answers: counts.get(from + i) ?? 0,
  }));
}
