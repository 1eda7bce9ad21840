import { weightsInUse } from '$lib/core/memory/own-weights';
import { memoriesOf, paceOf } from '$lib/core/memory/pace';
import { DEFAULT_PARAMETERS } from '$lib/core/memory/parameters';
import type { MemoryRecord } from '$lib/core/memory/record';
import type { FreshFacts, SimulationInput } from '$lib/core/memory/simulate';
import { studyDayAfter } from '$lib/core/time/study-day';
import { settingsOfPack } from '$lib/core/memory/study-settings';
import type { Clock, LearnerSettings, PackSummary, Stored, StudyStore } from './ports';

export interface SimulationParts {
  readonly store: Pick<StudyStore, 'logBetween' | 'recordsOf' | 'factsOf' | 'lastDay'>;
  readonly packs: () => Promise<Stored<readonly PackSummary[]>>;
  readonly clock: Clock;
}

interface Begun {
  readonly records: readonly MemoryRecord[];
  /** A pack each. */
  readonly fresh: readonly FreshFacts[];
}

/** The same luck each time, so that two comparisons differ by what was changed between them. */
const SEED = 1;

/** What there is to simulate: the learner's memories, pace and settings as they are today. */
export async function simulationInput(
  { store, packs, clock }: SimulationParts,
  settings: LearnerSettings,
  days: number,
): Promise<Stored<SimulationInput>> {
  const { rolloverHour, fitting } = settings;
  const log = await store.logBetween(-Infinity, Infinity);
  if (!log.ok) return log;
  const lastDay = await store.lastDay();
  if (!lastDay.ok) return lastDay;
  const summaries = await packs();
  if (!summaries.ok) return summaries;
  const begun = await begunPacks(store, summaries.value, (pack) => settingsOfPack(settings, pack).newPerDay);
  if (!begun.ok) return begun;
  const { day } = studyDayAfter(lastDay.value, clock.now(), rolloverHour);
  return {
    ok: true,
    value: {
      memories: memoriesOf(begun.value.records, day),
      weights: [...weightsInUse(fitting)],
      fresh: begun.value.fresh,
      pace: paceOf(log.value),
      days,
      maximumIntervalDays: DEFAULT_PARAMETERS.maximumIntervalDays,
      seed: SEED,
    },
  };
}

/** Memories of the packs that were begun, and what is new in them; when none was begun, the first pack as if it were. */
async function begunPacks(
  store: SimulationParts['store'],
  packs: readonly PackSummary[],
  newPerDay: (pack: string) => number,
): Promise<Stored<Begun>> {
  const all: { readonly pack: PackSummary; readonly records: readonly MemoryRecord[] }[] = [];
  for (const pack of packs) {
    const records = await store.recordsOf(pack.id);
    if (!records.ok) return records;
    all.push({ pack, records: records.value });
  }
  const begun = all.filter(({ records }) => records.length > 0);
  const counted = begun.length > 0 ? begun : all.slice(0, 1);
  const fresh: FreshFacts[] = [];
  for (const { pack, records } of counted) {
    const known = await store.factsOf(pack.id);
    if (!known.ok) return known;
    // A pack that was never opened has not said yet which memories it asks; its facts are about as many, three an event where nobody counted.
    const asked = known.value?.facts.flatMap(({ memories }) => memories.map(({ fact }) => fact));
    const memories = asked === undefined ? (pack.facts ?? 3 * pack.events) : new Set(asked).size;
    fresh.push({ facts: Math.max(0, memories - records.length), perDay: newPerDay(pack.id) });
  }
  const records = counted.flatMap((each) => each.records);
  return { ok: true, value: { records, fresh } };
}
