import { allowedBy } from '$lib/core/memory/apart';
import type { CareRecord } from '$lib/core/memory/care';
import type { ChangeEntry } from '$lib/core/memory/log';
import { memoryKey } from '$lib/core/memory/memory-key';
import { SIBLING_SPREAD_DAYS, planDay } from '$lib/core/memory/queue';
import type { DayPlan } from '$lib/core/memory/queue';
import { replayKey } from '$lib/core/memory/rebuild';
import type { Schedulers } from '$lib/core/memory/rebuild';
import type { SessionState } from '$lib/core/memory/session';
import { studyDayAfter } from '$lib/core/time/study-day';
import type { Moment, StudyDay } from '$lib/core/time/study-day';
import type { FactInfo, PackSummary, Stored, StudyStore } from './ports';
import { changesTo, sameFacts } from './reconcile';

/** Due records read at once: more than anybody answers in a day, few enough to open quickly. */
const MOST_DUE = 1000;

export interface Opening {
  readonly store: StudyStore;
  readonly pack: PackSummary;
  readonly facts: readonly FactInfo[];
  readonly schedulers: Schedulers;
  readonly moment: Moment;
  readonly rolloverHour: number;
  readonly newPerDay: number;
  readonly app: string;
}

export interface OpenDay {
  readonly studyDay: StudyDay;
  readonly plan: DayPlan;
  /** What the learner decided about the pack's facts. */
  readonly care: readonly CareRecord[];
  /** The session that was left open, whenever it was. */
  readonly session: SessionState | null;
}

/** Opens a pack's study day: settles what a new version of the pack changed, then plans. */
export async function openStudyDay(opening: Opening): Promise<Stored<OpenDay>> {
  const { store, pack, facts, moment } = opening;
  const lastDay = await store.lastDay();
  if (!lastDay.ok) return lastDay;
  const studyDay = studyDayAfter(lastDay.value, moment, opening.rolloverHour);
  const settled = await settleFacts(opening, studyDay);
  if (!settled.ok) return settled;
  const { day } = studyDay;
  const opened = await store.openDay(pack.id, day, day - SIBLING_SPREAD_DAYS + 1, MOST_DUE);
  if (!opened.ok) return opened;
  const known = opening.newPerDay > 0 ? await store.knownKeys(pack.id) : null;
  if (known !== null && !known.ok) return known;
  const { due, recent, care, session } = opened.value;
  const isKnown = (key: string): boolean => known?.value.has(key) ?? true;
  const plan = planDay({
    pack: pack.id,
    facts,
    due,
    recent,
    isKnown,
    day,
    nowMs: moment.utcMs,
    newPerDay: opening.newPerDay,
    ...allowedBy(care, pack.id, facts, day),
    seed: day,
  });
  return { ok: true, value: { studyDay, plan, care, session } };
}

/** Compares what the pack asks with what it asked when it was last studied, and logs what that does to memories. */
async function settleFacts(opening: Opening, studyDay: StudyDay): Promise<Stored<null>> {
  const { store, pack, facts, moment } = opening;
  const known = await store.factsOf(pack.id);
  if (!known.ok) return known;
  const { value } = known;
  if (value !== null && value.version === pack.version && value.by === opening.app && sameFacts(value.facts, facts))
    return { ok: true, value: null };
  const records = await store.recordsOf(pack.id);
  if (!records.ok) return records;
  const changes = changesTo(records.value, facts);
  if (changes.length > 0) {
    const entry: ChangeEntry = {
      type: 'change',
      id: store.nextEntryId(),
      pack: pack.id,
      packVersion: pack.version,
      changes,
      utcMs: moment.utcMs,
      day: studyDay.day,
      utcOffsetMinutes: moment.utcOffsetMinutes,
      app: opening.app,
    };
    const written = await store.append({
      pack: pack.id,
      entries: [entry],
      changes: changes.map(({ fact }) => ({ key: memoryKey(pack.id, fact), basedOn: undefined, record: null })),
      replay: (key, log) => replayKey(key, log, opening.schedulers),
      parameters: null,
    });
    if (!written.ok) return written;
  }
  return store.saveFacts(pack.id, { version: pack.version, by: opening.app, facts });
}
