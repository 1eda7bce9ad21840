import type { CareRecord } from '$lib/core/memory/care';
import { packOfKey } from '$lib/core/memory/memory-key';
import type { MemoryRecord } from '$lib/core/memory/record';
import { activityByDay, activityByHour, timeSpent } from '$lib/core/memory/statistics/activity';
import type { DayActivity, HourActivity, TimeSpent } from '$lib/core/memory/statistics/activity';
import { calibrationOf } from '$lib/core/memory/statistics/calibration';
import type { Calibration } from '$lib/core/memory/statistics/calibration';
import { forecastOf } from '$lib/core/memory/statistics/forecast';
import type { Forecast } from '$lib/core/memory/statistics/forecast';
import type { History, Recall } from '$lib/core/memory/statistics/history';
import { knowledgeOf, stabilitiesOf } from '$lib/core/memory/statistics/knowledge';
import type { FactGroup, GroupKnowledge, StabilityBin } from '$lib/core/memory/statistics/knowledge';
import { retentionBy, retentionByAge } from '$lib/core/memory/statistics/retention';
import type { RetentionByAge } from '$lib/core/memory/statistics/retention';
import { streakOf } from '$lib/core/memory/statistics/streak';
import type { Streak } from '$lib/core/memory/statistics/streak';
import { weekday } from '$lib/core/time/calendar';

/** Study days that a period looks back, today included; null: all of them. */
export const PERIODS = { month: 30, quarter: 90, year: 365, all: null } as const;
export type Period = keyof typeof PERIODS;

/** Days that the forecast looks ahead. */
export const HORIZONS = [30, 90] as const;
export type Horizon = (typeof HORIZONS)[number];

export interface StatisticsFilter {
  /** Null: all packs. */
  readonly pack: string | null;
  readonly period: Period;
  readonly horizon: Horizon;
  /** Whether a study day was planned to be free. */
  readonly isRest: (day: number) => boolean;
}

/** A pack as statistics know it. */
export interface StudiedPack {
  readonly id: string;
  /** Null: it is not on this device any more. */
  readonly titles: { readonly title: string; readonly titles: Readonly<Record<string, string>> } | null;
  readonly records: readonly MemoryRecord[];
  /** What the learner decided about facts, by memory key. */
  readonly care: ReadonlyMap<string, CareRecord>;
  /** By storyline, the pack's order. */
  readonly storylines: readonly (FactGroup & { readonly title: string })[];
}

/** All that was read of a learner's log and memory. */
export interface StudyRead {
  /** Today's study day. */
  readonly today: number;
  readonly history: History;
  readonly packs: readonly StudiedPack[];
  /** Probability that a memory is recalled today. */
  readonly recall: (record: MemoryRecord) => number | null;
}

export interface StorylineKnowledge extends GroupKnowledge {
  readonly pack: string;
  readonly title: string;
}

export interface StorylineRetention extends RetentionByAge {
  readonly pack: string;
  readonly title: string;
}

/** What the page shows. */
export interface StatisticsView {
  readonly today: number;
  readonly streak: Streak;
  /** Whole weeks from Monday on, about a year; the last one ends today. */
  readonly year: readonly DayActivity[];
  readonly forecast: Forecast;
  readonly retention: RetentionByAge;
  readonly byForm: readonly (RetentionByAge & { readonly group: string })[];
  readonly byStoryline: readonly StorylineRetention[];
  readonly calibration: Calibration;
  readonly storylines: readonly StorylineKnowledge[];
  readonly stabilities: readonly StabilityBin[];
  readonly time: TimeSpent;
  /** Days of the period, summed up by `daysEach` where they are many; `day` is the first of each. */
  readonly days: readonly DayActivity[];
  readonly daysEach: 1 | 7 | 30;
  readonly hours: readonly HourActivity[];
}

const WEEKS = 53;
/** Bars that still can be told apart on a phone. */
const MOST_BARS = 92;

/**
 * What a filter leaves. Each part is worked out when it is first looked at, so that the cards of a page can come one by one. The streak
 * and the year do not hang on the period, what lies ahead does not either.
 */
export function viewOf(read: StudyRead, filter: StatisticsFilter): StatisticsView {
  const { today } = read;
  const packs = read.packs.filter(({ id }) => filter.pack === null || id === filter.pack);
  const ofPack = <T extends { readonly pack: string }>(all: readonly T[]): readonly T[] =>
    filter.pack === null ? all : all.filter(({ pack }) => pack === filter.pack);
  const answers = ofPack(read.history.answers);
  const from = firstDay(filter.period, today, answers[0]?.day ?? today);
  const recalls = once(() => since(ofPack(read.history.recalls), from));
  const records = once(() => packs.flatMap((pack) => pack.records));
  const careOf = (key: string): CareRecord | null =>
    packs.find(({ id }) => id === packOfKey(key))?.care.get(key) ?? null;
  const days = once(() => activityByDay(answers, from, today));
  const daysEach = once(() => (days().length <= MOST_BARS ? 1 : days().length <= MOST_BARS * 7 ? 7 : 30));
  return lazily<StatisticsView>({
    today: () => today,
    streak: () => streakOf(new Set(answers.map(({ day }) => day)), today, filter.isRest),
    year: () => activityByDay(answers, today - (weekday(today) - 1) - (WEEKS - 1) * 7, today),
    forecast: () => forecastOf(records(), today, filter.horizon, { careOf, isRest: filter.isRest }),
    retention: () => retentionByAge(recalls()),
    byForm: () => retentionBy(recalls(), ({ form }) => form),
    byStoryline: () => retentionOfStorylines(packs, recalls()),
    calibration: () => calibrationOf(recalls()),
    storylines: () =>
      packs.flatMap((pack) =>
        knowledgeOf(pack.storylines, pack.records, read.recall).map((known) => ({
          ...known,
          pack: pack.id,
          title: titleOf(pack, known.group),
        })),
      ),
    stabilities: () => stabilitiesOf(records()),
    time: () => timeSpent(days()),
    days: () => summedUp(days(), daysEach()),
    daysEach,
    hours: () => activityByHour(since(answers, from)),
  });
}

/** Worked out when it is first wanted, and once. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}

function lazily<T extends object>(parts: { readonly [K in keyof T]: () => T[K] }): T {
  const view = {};
  for (const key of Object.keys(parts) as (keyof T)[])
    Object.defineProperty(view, key, { enumerable: true, get: once(parts[key]) });
  return view as T; // a getter for each of its keys
}

/** Those of a study day or later. They are in the order of days. */
function since<T extends { readonly day: number }>(all: readonly T[], from: number): readonly T[] {
  const first = all.findIndex(({ day }) => day >= from);
  return first === -1 ? [] : first === 0 ? all : all.slice(first);
}

function firstDay(period: Period, today: number, first: number): number {
  const days = PERIODS[period];
  return days === null ? Math.min(first, today) : today - days + 1;
}

function titleOf(pack: StudiedPack, storyline: string): string {
  return pack.storylines.find(({ group }) => group === storyline)?.title ?? storyline;
}

/** By pack and storyline: two packs may each have a storyline of one name. */
function retentionOfStorylines(
  packs: readonly StudiedPack[],
  recalls: readonly Recall[],
): readonly StorylineRetention[] {
  const ofPack = new Map<string, Recall[]>();
  for (const recall of recalls) {
    const own = ofPack.get(recall.pack);
    if (own === undefined) ofPack.set(recall.pack, [recall]);
    else own.push(recall);
  }
  return packs.flatMap((pack) => {
    const storylineOf = new Map(
      pack.storylines.flatMap(({ group, facts }) => [...facts].map((fact) => [fact, group] as const)),
    );
    return retentionBy(ofPack.get(pack.id) ?? [], ({ fact }) => storylineOf.get(fact) ?? null).map(
      ({ group, ...retention }) => ({ ...retention, pack: pack.id, title: titleOf(pack, group) }),
    );
  });
}

/** Sums of so many days each, counted back from the last, so that only the first may be of fewer. */
function summedUp(days: readonly DayActivity[], each: number): readonly DayActivity[] {
  const sums: DayActivity[] = [];
  for (let end = days.length; end > 0; end -= each) {
    const some = days.slice(Math.max(0, end - each), end);
    sums.unshift({
      day: some[0]?.day ?? 0,
      answers: some.reduce((sum, day) => sum + day.answers, 0),
      milliseconds: some.reduce((sum, day) => sum + day.milliseconds, 0),
    });
  }
  return sums;
}
