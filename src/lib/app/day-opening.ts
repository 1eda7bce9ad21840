import { allowedBy } from '$lib/core/memory/apart';
import type { CareRecord } from '$lib/core/memory/care';
import type { ChangeEntry } from '$lib/core/memory/log';
import { keysOfFacts, memoryKey } from '$lib/core/memory/memory-key';
import { SIBLING_SPREAD_DAYS } from '$lib/core/memory/due-facts';
import { planDay } from '$lib/core/memory/queue';
import type { DayPlan, ExamDay, Extra } from '$lib/core/memory/queue';
import { replayKey } from '$lib/core/memory/rebuild';
import type { Scheduler } from '$lib/core/memory/fsrs';
import type { Schedulers } from '$lib/core/memory/rebuild';
import { easesOf } from '$lib/core/memory/study-settings';
import type { SettingsOfPack } from '$lib/core/memory/study-settings';
import { NO_EXTRA, extraOf } from '$lib/core/memory/session-state';
import type { SessionState } from '$lib/core/memory/session-state';
import { studyDayAfter } from '$lib/core/time/study-day';
import type { Moment, StudyDay } from '$lib/core/time/study-day';
import { examAhead } from './exam-day';
import type { Breathe } from './in-pauses';
import type { FactInfo, PackSummary, Stored, StudyStore } from './ports';
import { changesTo, sameFacts } from './reconcile';

/** Due records read at once: more than anybody answers in a day, few enough to open quickly. */
const MOST_DUE = 1000;

export interface Opening {
  readonly store: StudyStore;
  readonly pack: PackSummary;
  /** Everything that the pack asks. */
  readonly facts: readonly FactInfo[];
  /** What of it this session may ask. */
  readonly asked: readonly FactInfo[];
  readonly schedulers: Schedulers;
  readonly moment: Moment;
  readonly settings: SettingsOfPack;
  readonly app: string;
  /** Plans for an exam with it. */
  readonly scheduler: Scheduler;
  /** Whether a stored session is the one that will go on anyway. */
  readonly goesOn: (session: SessionState, day: number) => boolean;
  readonly breathe: Breathe;
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
  const studyDay = studyDayAfter(lastDay.value, moment, opening.settings.rolloverHour);
  const settled = await settleFacts(opening, studyDay);
  if (!settled.ok) return settled;
  const { day } = studyDay;
  const opened = await store.openDay(pack.id, day, day - SIBLING_SPREAD_DAYS + 1, MOST_DUE);
  if (!opened.ok) return opened;
  const known = await store.knownKeys(pack.id, keysOfFacts(pack.id, opening.asked));
  if (!known.ok) return known;
  const { due, recent, care, session } = opened.value;
  const allowed = allowedBy(care, pack.id, facts, day);
  const extra = session?.day === day ? extraOf(session) : NO_EXTRA;
  // A session that goes on needs no plan: what it asks is in it.
  const goesOn = session !== null && opening.goesOn(session, day);
  const exam = goesOn ? NO_EXAM : await planForExam(opening, allowed.mayAsk, day, extra);
  if (!exam.ok) return exam;
  const plan = planDay({
    pack: pack.id,
    facts: opening.asked,
    // A part of the pack with nothing in it has nothing due either.
    due: opening.asked.length === 0 ? [] : due,
    recent,
    isKnown: (key) => known.value.has(key),
    day,
    nowMs: moment.utcMs,
    rules: opening.settings,
    ease: easesOf(opening.settings)(day),
    extra,
    exam: exam.value,
    ...allowed,
    seed: day,
  });
  return { ok: true, value: { studyDay, plan, care, session } };
}

const NO_EXAM: Stored<ExamDay | null> = { ok: true, value: null };

/** What the plan for the pack's exam asks today, of what may be asked; null: there is no exam to come. */
async function planForExam(
  opening: Opening,
  mayAsk: (fact: string) => boolean,
  today: number,
  extra: Extra,
): Promise<Stored<ExamDay | null>> {
  const { store, pack, settings, scheduler, breathe } = opening;
  if (examAhead(settings, today) === null) return NO_EXAM;
  // Most sessions are for no exam, and do without its planner.
  const { examDayOf } = await import('./exam-facts');
  const facts = opening.asked.filter(({ fact }) => mayAsk(fact));
  return examDayOf({ store, pack: pack.id, facts, settings, scheduler, breathe }, today, extra.reviews);
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
