import { weekday } from '../time/calendar';
import { studyDayOfDate } from '../time/study-day';
import { DEFAULT_LEECH_LAPSES } from './leech';
import { DEFAULT_PARAMETERS, MOST_STEPS, RETENTION_RANGE, STEP_RANGE } from './parameters';
import type { Parameters, SettingProblem } from './parameters';
import { LONGEST_REST, MOST_RESTS, areRestSpans, withinSpans } from './rest-span';
import type { RestSpan } from './rest-span';

/**
 * Which reviews come first. `overdue`: the longest overdue for its interval; `due`: the earliest due; `forgotten`: the least likely
 * to be recalled; `pack`: as the pack tells them.
 */
export const REVIEW_ORDERS = ['overdue', 'due', 'forgotten', 'random', 'pack'] as const;
export type ReviewOrder = (typeof REVIEW_ORDERS)[number];

export const NEW_ORDERS = ['pack', 'random'] as const;
export type NewOrder = (typeof NEW_ORDERS)[number];

/** What a weekday is for. `fewer`: half of the usual; `none`: nothing new and no reviews, only learning steps that were begun. */
export const DAY_EASES = ['usual', 'fewer', 'none'] as const;
export type DayEase = (typeof DAY_EASES)[number];

/** An exam that a pack is studied for. */
export interface Exam {
  /** Its local date, `2027-05-31`. Studied for until the day before. */
  readonly date: string;
  /** Minutes a day for it, 1 … 240. */
  readonly minutes: number;
}

/** What may be set for one pack otherwise than for all. */
export interface PackSettings {
  /** New facts a day and pack, 0 … 200. */
  readonly newPerDay: number;
  /** Reviews a day and pack at most, 0 … 9999. Learning steps do not count. */
  readonly reviewsPerDay: number;
  /** Desired retention, .7 … .99. */
  readonly retention: number;
  /** Minutes by the clock, each below a day, before a new fact is reviewed by study day; may be empty. */
  readonly learningSteps: readonly number[];
  /** The same after a lapse. */
  readonly relearningSteps: readonly number[];
  readonly reviewOrder: ReviewOrder;
  readonly newOrder: NewOrder;
}

/** What one pack has of its own; what is absent is as for all packs. */
export type PackOverrides = Partial<PackSettings> & { readonly exam?: Exam };

/** What a learner may set about studying. */
export interface StudySettings extends PackSettings {
  /** Local hour at which a study day begins, 0 … 23. */
  readonly rolloverHour: number;
  /** Questions in one session, returning ones not counted, 1 … 200. */
  readonly sessionSize: number;
  /** Lapses from which the learner is told that a fact is hard to keep, 2 … 50. */
  readonly leechLapses: number;
  /** Whether dates and names may have to be typed once they are known well; false: they are chosen, tapped and put in order only. */
  readonly typedAnswers: boolean;
  /** Monday first, seven of them. */
  readonly easyDays: readonly DayEase[];
  /** Days planned to be free: nothing is asked on them, and they break no streak. */
  readonly restDays: readonly RestSpan[];
  /** By pack id. */
  readonly packs: Readonly<Record<string, PackOverrides>>;
}

export const DEFAULT_STUDY_SETTINGS: StudySettings = {
  newPerDay: 10,
  reviewsPerDay: 200,
  retention: DEFAULT_PARAMETERS.retention,
  learningSteps: DEFAULT_PARAMETERS.learningSteps,
  relearningSteps: DEFAULT_PARAMETERS.relearningSteps,
  reviewOrder: 'overdue',
  newOrder: 'pack',
  rolloverHour: 4,
  sessionSize: 10,
  leechLapses: DEFAULT_LEECH_LAPSES,
  typedAnswers: true,
  easyDays: ['usual', 'usual', 'usual', 'usual', 'usual', 'usual', 'usual'],
  restDays: [],
  packs: {},
};

export const NEW_PER_DAY_RANGE = [0, 200] as const;
export const REVIEWS_PER_DAY_RANGE = [0, 9999] as const;
export const ROLLOVER_RANGE = [0, 23] as const;
export const SESSION_SIZE_RANGE = [1, 200] as const;
export const LEECH_LAPSES_RANGE = [2, 50] as const;
export const EXAM_MINUTES_RANGE = [1, 240] as const;

/** What a value must be, in words, and whether it is. */
interface Rule {
  readonly message: string;
  readonly expected: string;
  readonly fits: (value: unknown) => boolean;
}

type Range = readonly [low: number, high: number];

const within = (value: unknown, [low, high]: Range, whole: boolean): boolean =>
  typeof value === 'number' && value >= low && value <= high && (!whole || Number.isInteger(value));

const number = (message: string, range: Range, whole = true): Rule => ({
  message,
  expected: `${whole ? 'a whole number' : 'a number'} from ${String(range[0])} to ${String(range[1])}`,
  fits: (value) => within(value, range, whole),
});
const oneOf = (message: string, allowed: readonly string[]): Rule => ({
  message,
  expected: `one of ${allowed.join(', ')}`,
  fits: (value) => typeof value === 'string' && allowed.includes(value),
});
const steps = (message: string): Rule => ({
  message,
  expected: `at most ${String(MOST_STEPS)} whole numbers of minutes from ${String(STEP_RANGE[0])} to ${String(STEP_RANGE[1])}`,
  fits: (value) =>
    Array.isArray(value) && value.length <= MOST_STEPS && value.every((step) => within(step, STEP_RANGE, true)),
});

const PACK_RULES: Readonly<Record<keyof PackSettings, Rule>> = {
  newPerDay: number('new facts a day are out of range', NEW_PER_DAY_RANGE),
  reviewsPerDay: number('reviews a day are out of range', REVIEWS_PER_DAY_RANGE),
  retention: number('desired retention is out of range', RETENTION_RANGE, false),
  learningSteps: steps('learning steps are minutes'),
  relearningSteps: steps('relearning steps are minutes'),
  reviewOrder: oneOf('no such order of reviews', REVIEW_ORDERS),
  newOrder: oneOf('no such order of new facts', NEW_ORDERS),
};

const EXAM_RULE: Rule = {
  message: 'no exam',
  expected: 'a date such as 2027-05-31, and whole minutes a day from 1 to 240',
  fits: (value) =>
    isObject(value) &&
    typeof value.date === 'string' &&
    studyDayOfDate(value.date) !== null &&
    within(value.minutes, EXAM_MINUTES_RANGE, true),
};

const RULES: Readonly<Record<Exclude<keyof StudySettings, 'packs'>, Rule>> = {
  ...PACK_RULES,
  rolloverHour: number('no hour of a day', ROLLOVER_RANGE),
  sessionSize: number('the size of a session is out of range', SESSION_SIZE_RANGE),
  leechLapses: number('lapses are out of range', LEECH_LAPSES_RANGE),
  typedAnswers: {
    message: 'typed answers are wanted or not',
    expected: 'true or false',
    fits: (value) => typeof value === 'boolean',
  },
  easyDays: {
    message: 'no week of easy days',
    expected: `seven of ${DAY_EASES.join(', ')}, Monday first`,
    fits: (value) =>
      Array.isArray(value) && value.length === 7 && value.every((ease) => DAY_EASES.some((one) => one === ease)),
  },
  restDays: {
    message: 'no list of rest days',
    expected: `at most ${String(MOST_RESTS)} spans of dates in order, each of at most ${String(LONGEST_REST)} days`,
    fits: areRestSpans,
  },
};

/** What is wrong with one setting; null when it may be used as it stands. Nothing is repaired in silence. */
export function checkStudySetting(field: keyof StudySettings, value: unknown): SettingProblem | null {
  return field === 'packs' ? readPacks(value).problem : checkRule(RULES[field], field, value);
}

/** The settings of packs that may be used as they stand, and what is wrong with the first of the others. */
export function readPacks(value: unknown): {
  readonly packs: Readonly<Record<string, PackOverrides>>;
  readonly problem: SettingProblem | null;
} {
  if (!isObject(value)) return { packs: {}, problem: problem('packs', 'no settings of packs', 'an object', value) };
  const problems: SettingProblem[] = [];
  const packs = Object.entries(value).map(([pack, own]) => {
    if (!isObject(own)) problems.push(problem(`packs.${pack}`, 'no settings of a pack', 'an object', own));
    const sound = Object.entries(isObject(own) ? own : {}).filter(([field, one]) => {
      const wrong = checkPackSetting(field, one);
      if (wrong !== null) problems.push({ ...wrong, field: `packs.${pack}.${field}` });
      return wrong === null;
    });
    return [pack, Object.fromEntries(sound)] as const;
  });
  return { packs: Object.fromEntries(packs), problem: problems[0] ?? null };
}

/** What is wrong with one setting of a pack. A name that this version does not know is kept for the version that wrote it. */
export function checkPackSetting(field: string, value: unknown): SettingProblem | null {
  if (field === 'exam') return checkRule(EXAM_RULE, field, value);
  return isPackField(field) ? checkRule(PACK_RULES[field], field, value) : null;
}

/** Study settings as they hold for one pack: its own where it has any. */
export type SettingsOfPack = Omit<StudySettings, 'packs'> & { readonly exam: Exam | null };

export function settingsOfPack({ packs, ...all }: StudySettings, pack: string): SettingsOfPack {
  const { exam = null, ...own } = Object.hasOwn(packs, pack) ? (packs[pack] ?? {}) : {};
  return { ...all, ...own, exam };
}

/** What kind of day a study day is, today or later: what its weekday says, but a day planned to be free is one without studying. */
export function easesOf({
  easyDays,
  restDays,
}: Pick<StudySettings, 'easyDays' | 'restDays'>): (day: number) => DayEase {
  const isFree = withinSpans(restDays);
  return (day) => (isFree(day) ? 'none' : (easyDays[weekday(day) - 1] ?? 'usual'));
}

/** ISO weekdays on which nothing is asked: 1 Monday … 7 Sunday. They are planned rest. */
export function weekdaysOff(easyDays: StudySettings['easyDays']): readonly number[] {
  return easyDays.flatMap((ease, index) => (ease === 'none' ? [index + 1] : []));
}

/** The scheduler's parameters under these settings. */
export function parametersOf({
  retention,
  learningSteps,
  relearningSteps,
}: Pick<PackSettings, 'retention' | 'learningSteps' | 'relearningSteps'>): Parameters {
  return { ...DEFAULT_PARAMETERS, retention, learningSteps, relearningSteps };
}

export function isPackField(field: string): field is keyof PackSettings {
  return Object.hasOwn(PACK_RULES, field);
}

function checkRule({ message, expected, fits }: Rule, field: string, value: unknown): SettingProblem | null {
  return fits(value) ? null : problem(field, message, expected, value);
}

function problem(field: string, message: string, expected: string, value: unknown): SettingProblem {
  const received = value === undefined ? 'nothing' : typeof value === 'number' ? String(value) : JSON.stringify(value);
  return { field, message, expected, received };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
