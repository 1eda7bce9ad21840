import type { PackEvent, Source } from '$lib/core/packs/pack';
import type { PackIndex } from '$lib/core/packs/pack-index';
import { citedSources } from '$lib/core/questions/assemble';
import { createContext, type Context } from '$lib/core/questions/context';
import { createGenerator } from '$lib/core/questions/generator';
import type { CitedSource, Kind, Language, RefusalReason } from '$lib/core/questions/question';
import { sayWhen } from '$lib/core/time/words';
import { packWords, wordsOf } from './told-words';

/** An event for which sources give several dates. */
export interface Conflict {
  readonly event: string;
  readonly text: string;
  /** Side by side in the order of time, each once. */
  readonly dates: readonly string[];
  readonly note: string | null;
  readonly sources: readonly CitedSource[];
}

/** Why events are not asked for a kind. */
export interface LeftOpen {
  readonly reason: RefusalReason;
  /** How many events, by kind; kinds without any are left out. */
  readonly counts: readonly { readonly kind: Kind; readonly events: number }[];
}

/** How a pack was made, and what it leaves open. */
export interface PackMethod {
  readonly title: string;
  readonly licence: string;
  readonly method: readonly string[];
  readonly sources: readonly Source[];
  readonly events: number;
  readonly facts: number;
  readonly conflicts: readonly Conflict[];
  /** The reason with most events first. */
  readonly leftOpen: readonly LeftOpen[];
}

/** Reads a pack as its own account of sources and method, in the learner's language where the pack has the words. */
export function methodOf(index: PackIndex, language: Language): PackMethod {
  const { pack } = index;
  const { own } = packWords(pack, language);
  const generator = createGenerator(index, { language: own });
  const translated = pack.translations[language];
  return {
    title: translated?.title ?? pack.title,
    licence: pack.licence,
    method: translated?.method ?? pack.method,
    sources: pack.sources,
    events: pack.events.length,
    facts: generator.facts().length,
    conflicts: conflictsOf(index, createContext(index, language)),
    // What is refused in one form only is asked in another.
    leftOpen: leftOpenOf(
      generator
        .refusals()
        .filter(({ form }) => form === undefined)
        .map(({ fact, reason }) => ({ kind: kindOf(fact), reason })),
    ),
  };
}

/** Tellings of one event that disagree with one another say the same thing: they are one conflict. */
function conflictsOf(index: PackIndex, context: Context): readonly Conflict[] {
  const seen = new Set<string>();
  return index.pack.events.flatMap((event): Conflict[] => {
    if (event.conflicts.length === 0) return [];
    const dates = datesOf(event, context.language);
    const key = `${[...dates].sort().join('|')} ${event.where.join('+')}`;
    if (seen.has(key)) return [];
    seen.add(key);
    const { text, note } = wordsOf(index.pack, event, context.language);
    return [{ event: event.id, text, dates, note, sources: citedSources(context, event) }];
  });
}

function datesOf(event: PackEvent, language: Language): readonly string[] {
  const all = [...(event.when === null ? [] : [event.when]), ...event.conflicts].toSorted(
    // Two open ends would give no number.
    ({ span: { latestEnd: a } }, { span: { latestEnd: b } }) => (a === b ? 0 : a - b),
  );
  return [...new Set(all.map((when) => sayWhen(when, language)))];
}

function kindOf(fact: string): Kind {
  const kind = fact.split(':')[1];
  return kind === 'place' || kind === 'sequence' || kind === 'event' ? kind : 'date';
}

function leftOpenOf(refused: readonly { readonly kind: Kind; readonly reason: RefusalReason }[]): readonly LeftOpen[] {
  const byReason = new Map<RefusalReason, Map<Kind, number>>();
  for (const { kind, reason } of refused) {
    const counts = byReason.get(reason) ?? new Map<Kind, number>();
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
    byReason.set(reason, counts);
  }
  const most = (counts: ReadonlyMap<Kind, number>): number => Math.max(...counts.values());
  return [...byReason]
    .sort(([, a], [, b]) => most(b) - most(a))
    .map(([reason, counts]) => ({ reason, counts: [...counts].map(([kind, events]) => ({ kind, events })) }));
}
