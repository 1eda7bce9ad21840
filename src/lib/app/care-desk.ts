import type { LogEntry, ReportEntry } from '$lib/core/memory/log';
import { factsOfEntry } from '$lib/core/memory/log';
import { memoryKey } from '$lib/core/memory/memory-key';
import { entriesBehind } from './deciding';
import type { Undoing } from './deciding';
import { EntryStamps } from './entry-stamps';
import type { Clock, StorageProblem, Stored, StudyStore } from './ports';

export interface CareDeskParts {
  readonly store: StudyStore;
  readonly clock: Clock;
  readonly rolloverHour: number;
  readonly app: string;
}

/** A pack as far as a log entry names it. */
interface NamedPack {
  readonly id: string;
  readonly version: number;
}

/** A report on a question, as it lies in the log, and whether it is dealt with. */
export interface KeptReport {
  readonly entry: ReportEntry;
  readonly resolved: boolean;
}

/** What a learner decided about facts, looked at and taken back outside a session. Everything is appended, nothing deleted. */
export class CareDesk {
  readonly #parts: CareDeskParts;

  constructor(parts: CareDeskParts) {
    this.#parts = parts;
  }

  /** Takes back what stands behind a decision about a fact. Null: done, or there was nothing. */
  async takeBack(pack: NamedPack, fact: string, undoing: Undoing): Promise<StorageProblem | null> {
    const read = await this.#parts.store.entriesOf(memoryKey(pack.id, fact));
    if (!read.ok) return read.problem;
    const behind = entriesBehind(undoing, read.value);
    return this.#append(pack, (stamps) => behind.map((entry) => stamps.revoke(entry.id, factsOfEntry(entry))));
  }

  /** Notes that a report is dealt with. */
  resolve({ entry }: KeptReport): Promise<StorageProblem | null> {
    return this.#append({ id: entry.pack, version: entry.packVersion }, (stamps) => [
      { type: 'resolve', ...stamps.next().stamp, fact: entry.fact, report: entry.id },
    ]);
  }

  /** Every report that stands, the newest first. */
  async reports(): Promise<Stored<readonly KeptReport[]>> {
    const care = await this.#parts.store.careOf(null);
    if (!care.ok) return care;
    const kept = care.value.flatMap((record) => record.reports);
    const read = await this.#parts.store.entries(kept.map(({ entry }) => entry));
    if (!read.ok) return read;
    const resolved = new Map(kept.map((report) => [report.entry, report.resolved]));
    const reports = read.value.flatMap((entry): KeptReport[] =>
      entry.type === 'report' ? [{ entry, resolved: resolved.get(entry.id) === true }] : [],
    );
    return { ok: true, value: reports.sort((a, b) => b.entry.utcMs - a.entry.utcMs) };
  }

  async #append(pack: NamedPack, make: (stamps: EntryStamps) => readonly LogEntry[]): Promise<StorageProblem | null> {
    const { store, clock, rolloverHour, app } = this.#parts;
    const lastDay = await store.lastDay();
    if (!lastDay.ok) return lastDay.problem;
    const stamps = new EntryStamps({ pack, clock, rolloverHour, app, nextEntryId: () => store.nextEntryId() });
    if (lastDay.value !== null) stamps.from(lastDay.value);
    const entries = make(stamps);
    if (entries.length === 0) return null;
    // None of it touches a memory: there is nothing to replay.
    const written = await store.append({ pack: pack.id, entries, changes: [], replay: () => null, parameters: null });
    return written.ok ? null : written.problem;
  }
}
