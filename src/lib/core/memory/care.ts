import { FLAGS, standingLog } from './log';
import type { Flag, LogEntry, RevokeEntry } from './log';
import { misread } from './confusion';
import type { Confusion } from './confusion';
import { memoryKey } from './memory-key';

/** What a learner decided about one fact, and what it is confused with. Small, stored where there is anything; all of it follows from the log. */
export interface CareRecord {
  /** `memoryKey(pack, fact)`. */
  readonly key: string;
  readonly pack: string;
  readonly fact: string;
  /** Asked no more until that is taken back. */
  readonly suspended: boolean;
  /** Study day from which it may be asked again; null: it was never buried. */
  readonly buriedUntil: number | null;
  /** In the order of `FLAGS`. */
  readonly flags: readonly Flag[];
  /** Log entries of reports on its questions, in replay order. */
  readonly reports: readonly { readonly entry: string; readonly resolved: boolean }[];
  /** In the order of their values. */
  readonly confusions: readonly Confusion[];
}

type Standing = Exclude<LogEntry, RevokeEntry>;

/** Whether a fact is asked on a study day as far as its learner allows it. */
export function mayBeAsked(care: CareRecord | null, day: number): boolean {
  return care === null || (!care.suspended && (care.buriedUntil === null || care.buriedUntil <= day));
}

/** What is decided about each fact, by key, from the log alone: what the store must hold, bit for bit. The log may come in any order. */
export function rebuildCare(log: readonly LogEntry[]): Map<string, CareRecord> {
  const records = new Map<string, CareRecord>();
  for (const entry of standingLog(log)) {
    for (const fact of factsToCareFor(entry)) {
      const key = memoryKey(entry.pack, fact);
      const record = applyCare(records.get(key) ?? null, entry, fact);
      if (record !== null) records.set(key, record);
    }
  }
  // A fact about which nothing is left to say has no record, whatever was said before.
  for (const [key, record] of records) if (isEmpty(record)) records.delete(key);
  return records;
}

/** The record of one key from the entries that name it (and the revocations among them); null when there is nothing to say. */
export function replayCare(key: string, log: readonly LogEntry[]): CareRecord | null {
  return rebuildCare(log).get(key) ?? null;
}

/** A record after one more entry, the last in replay order, that names its fact. Null: still nothing to say. */
export function applyCare(record: CareRecord | null, entry: Standing, fact: string): CareRecord | null {
  const before: CareRecord = record ?? {
    key: memoryKey(entry.pack, fact),
    pack: entry.pack,
    fact,
    suspended: false,
    buriedUntil: null,
    flags: [],
    reports: [],
    confusions: [],
  };
  const after = { ...before, ...careOf(before, entry, fact) };
  return record === null && isEmpty(after) ? null : after;
}

/** Every fact of an entry once: a chain may name a memory twice. */
export function factsToCareFor(entry: Standing): readonly string[] {
  switch (entry.type) {
    case 'answer':
      return [...new Set(entry.marks.map((mark) => mark.fact))];
    case 'change':
      return [...new Set(entry.changes.map((change) => change.fact))];
    case 'suspend':
    case 'bury':
      return [...new Set(entry.facts)];
    case 'flag':
    case 'report':
    case 'resolve':
      return [entry.fact];
  }
}

function careOf(before: CareRecord, entry: Standing, fact: string): Partial<CareRecord> {
  switch (entry.type) {
    case 'answer':
      return { confusions: misread(before.confusions, entry, fact) };
    case 'change':
      // Another answer than the one learnt: what was taken for the old one says nothing of the new one.
      return { confusions: [] };
    case 'suspend':
      return { suspended: true };
    case 'bury':
      return { buriedUntil: Math.max(before.buriedUntil ?? entry.until, entry.until) };
    case 'flag':
      return { flags: FLAGS.filter((flag) => flag === entry.flag || before.flags.includes(flag)) };
    case 'report':
      return { reports: [...before.reports, { entry: entry.id, resolved: false }] };
    case 'resolve':
      return {
        reports: before.reports.map((report) =>
          report.entry === entry.report ? { ...report, resolved: true } : report,
        ),
      };
  }
}

function isEmpty({ suspended, buriedUntil, flags, reports, confusions }: CareRecord): boolean {
  return !suspended && buriedUntil === null && flags.length === 0 && reports.length === 0 && confusions.length === 0;
}
