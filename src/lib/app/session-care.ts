import { mayBeAsked } from '$lib/core/memory/care';
import type { CareRecord } from '$lib/core/memory/care';
import { CONFUSED_FROM, commonestConfusion, openConfusion } from '$lib/core/memory/confusion';
import { isLeechAt } from '$lib/core/memory/leech';
import { memoryKey } from '$lib/core/memory/memory-key';
import type { SessionItem } from '$lib/core/memory/session-state';
import type { Consequence } from './answering';
import { contrastFor } from './contrast';
import type { Contrast } from './contrast';
import type { Confused, FactInfo } from './ports';
import type { ProgressKeeper } from './progress-keeper';
import type { StudyingParts } from './studying-parts';

/** A fact that its learner often forgets. */
export interface Leech {
  /** Of the memory. */
  readonly fact: string;
  readonly lapses: number;
  /** What it is most often taken for; null: nothing twice. */
  readonly cause: Confused | null;
}

/** What a learner's decisions and confusions mean for a session. */
export class SessionCare {
  readonly #parts: Pick<StudyingParts, 'source' | 'lore' | 'leechLapses'>;
  readonly #keeper: ProgressKeeper;
  #day = 0;
  /** Sought in vain in this session: looking for a question that shows both takes a while. */
  readonly #sought = new Set<string>();

  constructor(parts: Pick<StudyingParts, 'source' | 'lore' | 'leechLapses'>, keeper: ProgressKeeper) {
    this.#parts = parts;
    this.#keeper = keeper;
  }

  /** Goes by what is stored, on this study day. */
  on(day: number, care: readonly CareRecord[]): void {
    this.#day = day;
    this.#keeper.takeCare(care);
  }

  /** What is decided about a fact, and what it is confused with. */
  of(fact: string): CareRecord | null {
    return this.#keeper.careOf(memoryKey(this.#parts.source.pack.id, fact));
  }

  mayAsk(fact: string): boolean {
    return mayBeAsked(this.of(fact), this.#day);
  }

  /** The question that puts a fact beside what it is taken for; null: nothing is, or no question shows both. */
  contrastFor(info: FactInfo, item: SessionItem): Contrast | null {
    const confused = info.memories.flatMap(({ fact }) => this.of(fact)?.confusions ?? []);
    if (confused.length === 0) return null;
    const sought = JSON.stringify([
      info.fact,
      item.contrast === true,
      confused.map(({ value, times }) => [value, times]),
    ]);
    if (this.#sought.has(sought)) return null;
    const contrast = contrastFor(this.#parts.source, info, item, this.#keeper.recordOf, this.#keeper.careOf);
    if (contrast === null) this.#sought.add(sought);
    return contrast;
  }

  /** A fact that is often forgotten, with what it is most often taken for; null: the answer was not one lapse too many. */
  leechOf({ changes, met }: Consequence): Leech | null {
    for (const { key, record } of changes) {
      if (record === null || record.lapses <= (met.get(key)?.lapses ?? 0)) continue;
      if (!isLeechAt(record.lapses, this.#parts.leechLapses)) continue;
      const cause = commonestConfusion(this.#keeper.careOf(key)?.confusions ?? []);
      const sides = cause === null ? null : this.#parts.lore.sidesOf(record.fact, cause);
      return { fact: record.fact, lapses: record.lapses, cause: sides };
    }
    return null;
  }

  /** The two sides of a confusion that this answer made certain; null: it made none. */
  confusedBy({ entry }: Consequence): Confused | null {
    for (const { fact } of entry.credit < 1 ? entry.marks : []) {
      const open = openConfusion(this.of(fact)?.confusions ?? []);
      if (open?.times === CONFUSED_FROM) return this.#parts.lore.sidesOf(fact, open);
    }
    return null;
  }
}
