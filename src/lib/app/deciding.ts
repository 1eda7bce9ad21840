import { standingLog } from '$lib/core/memory/log';
import type { CareEntry, Flag, LogEntry, ReportReason } from '$lib/core/memory/log';
import type { Question } from '$lib/core/questions/question';
import type { EntryStamp } from './entry-stamps';
import type { FactInfo } from './ports';

/** What a learner may decide about the fact that is asked, or was just answered. */
export type Decision =
  | { readonly do: 'suspend' }
  /** `siblings`: the other questions about its events too. */
  | { readonly do: 'bury'; readonly siblings: boolean }
  | { readonly do: 'flag'; readonly flag: Flag }
  | { readonly do: 'report'; readonly reason: ReportReason; readonly note: string };

/** Longest note of a report, in characters. */
export const LONGEST_NOTE = 1000;

/** The log entry of a decision. */
export function entryOf(
  decision: Decision,
  stamp: EntryStamp,
  question: Question,
  info: FactInfo,
  all: readonly FactInfo[],
): CareEntry {
  const { fact } = info;
  switch (decision.do) {
    case 'suspend':
      return { type: 'suspend', ...stamp, facts: [fact] };
    case 'bury': {
      const facts = decision.siblings ? [fact, ...siblingsOf(info, all)] : [fact];
      return { type: 'bury', ...stamp, facts, until: stamp.day + 1 };
    }
    case 'flag':
      return { type: 'flag', ...stamp, fact, flag: decision.flag };
    case 'report': {
      const { form, language, seed, id } = question;
      return {
        type: 'report',
        ...stamp,
        fact,
        form,
        language,
        seed,
        questionId: id,
        reason: decision.reason,
        note: decision.note.trim().slice(0, LONGEST_NOTE),
        // Plain JSON by its contract; a copy, so that the log shares nothing with the screen.
        question: JSON.parse(JSON.stringify(question)) as Record<string, unknown>,
      };
    }
  }
}

/** The facts that a decision takes out of the session. */
export function takesOut(entry: CareEntry): ReadonlySet<string> {
  return new Set(entry.type === 'suspend' || entry.type === 'bury' ? entry.facts : []);
}

/** Other facts about the same events, the chains that they stand in included. */
export function siblingsOf(info: FactInfo, all: readonly FactInfo[]): readonly string[] {
  const events = new Set(info.events);
  return all.flatMap((other) =>
    other.fact !== info.fact && other.events.some((event) => events.has(event)) ? [other.fact] : [],
  );
}

/** What undoes a decision that stands: the entries to be revoked, of those that name its fact. */
export type Undoing =
  | { readonly undo: 'suspend' }
  | { readonly undo: 'bury'; readonly day: number }
  | { readonly undo: 'flag'; readonly flag: Flag }
  | { readonly undo: 'report'; readonly report: string }
  | { readonly undo: 'resolve'; readonly report: string };

/** The standing entries behind a decision. Several devices may have decided the same: all of them are taken back. */
export function entriesBehind(undoing: Undoing, log: readonly LogEntry[]): readonly CareEntry[] {
  return standingLog(log).filter((entry): entry is CareEntry => {
    switch (undoing.undo) {
      case 'suspend':
        return entry.type === 'suspend';
      case 'bury':
        return entry.type === 'bury' && entry.until > undoing.day;
      case 'flag':
        return entry.type === 'flag' && entry.flag === undoing.flag;
      case 'report':
        return entry.id === undoing.report;
      case 'resolve':
        return entry.type === 'resolve' && entry.report === undoing.report;
    }
  });
}
