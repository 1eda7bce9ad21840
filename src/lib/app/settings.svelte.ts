import { checkOwnWeights } from '$lib/core/memory/own-weights';
import type { SettingProblem } from '$lib/core/memory/parameters';
import { changeWeek, checkRestWeeks, restPlan } from '$lib/core/memory/rest-days';
import {
  DEFAULT_STUDY_SETTINGS,
  checkPackSetting,
  checkStudySetting,
  readPacks,
  settingsOfPack,
} from '$lib/core/memory/study-settings';
import type { PackOverrides, SettingsOfPack } from '$lib/core/memory/study-settings';
import { LANGUAGES } from '$lib/core/questions/question';
import { studyDay } from '$lib/core/time/study-day';
import { DEFAULT_DEVICE_SETTINGS, checkDeviceSettings } from './device-settings';
import type { Clock, LearnerSettings, SettingsStore, StorageProblem, Theme } from './ports';

export const THEMES: readonly Theme[] = ['system', 'light', 'dark'];

const OTHER_FIELDS = ['language', 'theme', 'restWeeks', 'fitting', 'device'] as const;

/** Settings before anybody chose. The language is the interface's. */
export function defaultSettings(language: LearnerSettings['language']): LearnerSettings {
  return {
    ...DEFAULT_STUDY_SETTINGS,
    language,
    theme: 'system',
    restWeeks: [],
    fitting: null,
    device: DEFAULT_DEVICE_SETTINGS,
  };
}

/** What is wrong with one setting; null when it may be used as it stands. */
export function checkSetting(field: keyof LearnerSettings, value: unknown): SettingProblem | null {
  if (field === 'restWeeks') return checkRestWeeks(value);
  if (field === 'fitting') return checkOwnWeights(value);
  if (field === 'device') return checkDeviceSettings(value);
  if (field !== 'language' && field !== 'theme') return checkStudySetting(field, value);
  const allowed: readonly unknown[] = field === 'language' ? LANGUAGES : THEMES;
  if (allowed.includes(value)) return null;
  return {
    field,
    message: `no such ${field}`,
    expected: allowed.join(', '),
    received: value === undefined ? 'nothing' : JSON.stringify(value),
  };
}

/** The learner's settings. A refused value stays out, and `problems` says why. */
export class Settings {
  values: LearnerSettings = $state.raw(defaultSettings('en'));
  /** By field: what is wrong with what was last entered or stored. */
  problems: Readonly<Partial<Record<keyof LearnerSettings, SettingProblem>>> = $state.raw({});
  storageProblem: StorageProblem | null = $state.raw(null);
  loaded = $state(false);

  readonly #store: SettingsStore;
  readonly #clock: Clock;

  constructor(store: SettingsStore, clock: Clock, language: LearnerSettings['language']) {
    this.#store = store;
    this.#clock = clock;
    this.values = defaultSettings(language);
  }

  async load(): Promise<void> {
    const read = await this.#store.read();
    if (read.ok) {
      for (const [field, value] of Object.entries(read.value)) {
        if (isField(field)) this.#take(field, value);
      }
    } else this.storageProblem = read.problem;
    this.loaded = true;
  }

  /** Sets and stores one value; null: done, else why not. */
  async set<F extends keyof LearnerSettings>(field: F, value: LearnerSettings[F]): Promise<SettingProblem | null> {
    const before = restPlan(this.values);
    if (!this.#take(field, value)) return this.problems[field] ?? null;
    if (field === 'easyDays') {
      const today = studyDay(this.#clock.now(), this.values.rolloverHour);
      this.#take('restWeeks', changeWeek(before, this.values.easyDays, today));
    }
    const written = await this.#store.write(this.values);
    this.storageProblem = written.ok ? null : written.problem;
    return null;
  }

  /** Settings as they hold for one pack. */
  ofPack(pack: string): SettingsOfPack {
    return settingsOfPack(this.values, pack);
  }

  /** What one pack has of its own. */
  ownOf(pack: string): PackOverrides {
    return Object.hasOwn(this.values.packs, pack) ? (this.values.packs[pack] ?? {}) : {};
  }

  /** Sets and stores one value for one pack; undefined: as for all packs again. Null: done, else why not. */
  async setForPack<F extends keyof PackOverrides>(
    pack: string,
    field: F,
    value: PackOverrides[F] | undefined,
  ): Promise<SettingProblem | null> {
    const problem = value === undefined ? null : checkPackSetting(field, value);
    if (problem !== null) return problem;
    const others = Object.fromEntries(Object.entries(this.ownOf(pack)).filter(([name]) => name !== field));
    const own: PackOverrides = value === undefined ? others : { ...others, [field]: value };
    return this.set('packs', { ...this.values.packs, [pack]: own });
  }

  #take(field: keyof LearnerSettings, value: unknown): boolean {
    const problem = checkSetting(field, value);
    const others = Object.fromEntries(Object.entries(this.problems).filter(([name]) => name !== field));
    this.problems = problem === null ? others : { ...others, [field]: problem };
    // One bad setting of one pack costs no other.
    if (field === 'packs') this.values = { ...this.values, packs: readPacks(value).packs };
    else if (problem === null) this.values = { ...this.values, [field]: value };
    return problem === null;
  }
}

function isField(field: string): field is keyof LearnerSettings {
  return field in DEFAULT_STUDY_SETTINGS || OTHER_FIELDS.some((other) => other === field);
}
