import { BALANCED_DAYS, balanceInterval } from '$lib/core/memory/balance';
import type { ChooseInterval } from '$lib/core/memory/review';
import type { MemoryRecord } from '$lib/core/memory/record';
import { easesOf } from '$lib/core/memory/study-settings';
import type { SettingsOfPack } from '$lib/core/memory/study-settings';
import type { StudyStore } from './ports';

/** How much is due on the days to come: read once for a session, kept up to date with its answers. */
export class DayLoad {
  #today = 0;
  #counts: number[] = [];

  /** Reads the days after `today`. What cannot be read counts as empty: reviews then fall due by chance, and no answer is lost. */
  async read(store: StudyStore, today: number): Promise<void> {
    this.#today = today;
    const counts = await store.dueCounts(today + 1, today + BALANCED_DAYS);
    this.#counts = counts.ok ? [...counts.value] : [];
  }

  /** A review moved from one day to another; null: there was or is none. */
  move(from: MemoryRecord | null, to: MemoryRecord | null): void {
    this.#add(from?.due ?? null, -1);
    this.#add(to?.due ?? null, 1);
  }

  /**
   * What chooses the day of a review that is answered on a study day.
   *
   * @param siblingsOf what else is asked of a memory's events
   */
  chooser(
    today: number,
    settings: Pick<SettingsOfPack, 'easyDays' | 'restDays'>,
    recordOf: (key: string) => MemoryRecord | null,
    siblingsOf: (key: string) => readonly string[],
  ): ChooseInterval {
    const easeOf = easesOf(settings);
    return (range, _usual, key) => {
      const siblings = siblingsOf(key).flatMap((sibling) => recordOf(sibling)?.due ?? []);
      const days = {
        today,
        siblings,
        dueOn: (day: number) => this.#counts[day - this.#today - 1] ?? 0,
        easeOf,
      };
      return balanceInterval(range, days, [key, (recordOf(key)?.reps ?? 0) + 1]);
    };
  }

  #add(day: number | null, count: number): void {
    const index = day === null ? -1 : day - this.#today - 1;
    const there = this.#counts[index];
    if (there !== undefined) this.#counts[index] = Math.max(0, there + count);
  }
}
