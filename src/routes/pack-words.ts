import type { LibraryPack } from '$lib/app/library.svelte';
import type { PackSummary } from '$lib/app/ports';
import { m } from '$lib/paraglide/messages.js';
import { sayLongDay } from '$lib/ui/intl-words';

/** A pack's title in the interface's language, where it has one. */
export function titleOf(pack: PackSummary, language: string): string {
  return pack.titles[language] ?? pack.title;
}

/** The day that the learner's device has: `Wednesday, 25 November 2026`. */
export function sayToday(nowMs: number): string {
  return sayLongDay(nowMs);
}

/** How many questions of a pack are for today. */
export function toGo({ due, changed, fresh }: LibraryPack): number {
  return due + changed + fresh;
}

/** What makes up today's questions, the parts that are none left out. */
export function partsOf({ due, changed, fresh }: LibraryPack): readonly string[] {
  return [
    ...(due > 0 ? [m.home_due({ count: due })] : []),
    ...(changed > 0 ? [m.home_changed({ count: changed })] : []),
    ...(fresh > 0 ? [m.home_fresh({ count: fresh })] : []),
  ];
}

/** The pack to go on with: one with a session open, else the one with most to do. Null: there is no pack. */
export function firstToStudy(packs: readonly LibraryPack[]): LibraryPack | null {
  const inOrder = packs.toSorted(
    (a, b) => Number(b.sessionLeft !== null) - Number(a.sessionLeft !== null) || toGo(b) - toGo(a),
  );
  return inOrder[0] ?? null;
}
