import type { AnswerEntry, RevokeEntry } from '$lib/core/memory/log';
import { studyDayAfter } from '$lib/core/time/study-day';
import type { StudyDay } from '$lib/core/time/study-day';
import type { Clock } from './ports';

/** What every log entry bears: who, when, from which version. */
export type EntryStamp = Pick<
  RevokeEntry,
  'id' | 'pack' | 'packVersion' | 'utcMs' | 'day' | 'utcOffsetMinutes' | 'app'
>;

export interface StampParts {
  readonly pack: { readonly id: string; readonly version: number };
  readonly clock: Clock;
  readonly rolloverHour: number;
  readonly app: string;
  readonly nextEntryId: () => string;
}

/** Stamps the entries of a session; its study day never goes back behind the last answer's. */
export class EntryStamps {
  readonly #parts: StampParts;
  #lastDay: number | null = null;
  #corrected = false;

  constructor(parts: StampParts) {
    this.#parts = parts;
  }

  /** Goes on from a day. */
  from(day: number): void {
    this.#lastDay = day;
  }

  /** Goes on from the study day that was opened: the next stamp says so if it corrects a clock that was wrong before. */
  fromOpened({ day, by }: StudyDay): void {
    this.from(day);
    this.#corrected = by === 'corrected';
  }

  /** A stamp for now, and how its study day came about. */
  next(): { readonly stamp: EntryStamp; readonly by: AnswerEntry['clock'] } {
    const { pack, clock, rolloverHour, app, nextEntryId } = this.#parts;
    const moment = clock.now();
    const { day, by: since } = studyDayAfter(this.#lastDay, moment, rolloverHour);
    const by = this.#corrected ? 'corrected' : since;
    this.#lastDay = day;
    this.#corrected = false;
    return { stamp: { id: nextEntryId(), pack: pack.id, packVersion: pack.version, day, app, ...moment }, by };
  }

  /** An entry that takes another back. */
  revoke(revokes: string, facts: readonly string[]): RevokeEntry {
    return { type: 'revoke', ...this.next().stamp, revokes, facts };
  }
}
