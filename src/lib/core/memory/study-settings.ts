import { DEFAULT_PARAMETERS, RETENTION_RANGE } from './parameters';
import type { Parameters, SettingProblem } from './parameters';

/** What a learner may set about studying. */
export interface StudySettings {
  /** New facts a day and pack, 0 … 200. */
  readonly newPerDay: number;
  /** .7 … .99. */
  readonly retention: number;
  /** Local hour at which a study day begins, 0 … 23. */
  readonly rolloverHour: number;
}

export const DEFAULT_STUDY_SETTINGS: StudySettings = {
  newPerDay: 10,
  retention: DEFAULT_PARAMETERS.retention,
  rolloverHour: 4,
};

export const NEW_PER_DAY_RANGE = [0, 200] as const;
export const ROLLOVER_RANGE = [0, 23] as const;

const RULES = {
  newPerDay: { range: NEW_PER_DAY_RANGE, whole: true, message: 'new facts a day are out of range' },
  retention: { range: RETENTION_RANGE, whole: false, message: 'desired retention is out of range' },
  rolloverHour: { range: ROLLOVER_RANGE, whole: true, message: 'no hour of a day' },
} as const satisfies Record<keyof StudySettings, { range: readonly [number, number]; whole: boolean; message: string }>;

/** What is wrong with one setting; null when it may be used as it stands. Nothing is repaired in silence. */
export function checkStudySetting(field: keyof StudySettings, value: unknown): SettingProblem | null {
  const { range, whole, message } = RULES[field];
  const [low, high] = range;
  if (typeof value === 'number' && value >= low && value <= high && (!whole || Number.isInteger(value))) return null;
  const expected = `${whole ? 'a whole number' : 'a number'} from ${String(low)} to ${String(high)}`;
  return {
    field,
    message,
    expected,
    received: value === undefined ? 'nothing' : typeof value === 'number' ? String(value) : JSON.stringify(value),
  };
}

/** The scheduler's parameters under these settings. */
export function parametersOf(settings: StudySettings): Parameters {
  return { ...DEFAULT_PARAMETERS, retention: settings.retention };
}
