import type { SettingProblem } from '$lib/core/memory/parameters';

/** What the app may do with the device beside its pages. */
export interface DeviceSettings {
  /** The number of due questions on the app's icon. */
  readonly badge: boolean;
  /** The screen stays on during a session. */
  readonly awake: boolean;
  /** Questions and answers are read aloud. */
  readonly aloud: boolean;
}

export const DEFAULT_DEVICE_SETTINGS: DeviceSettings = { badge: true, awake: true, aloud: false };

/** What is wrong with a stored value; null when it may be used as it stands. */
export function checkDeviceSettings(value: unknown): SettingProblem | null {
  const wrong = (received: unknown): SettingProblem => ({
    field: 'device',
    message: 'no settings of the device',
    expected: `true or false for each of ${Object.keys(DEFAULT_DEVICE_SETTINGS).join(', ')}`,
    received: received === undefined ? 'nothing' : JSON.stringify(received),
  });
  if (typeof value !== 'object' || value === null) return wrong(value);
  const given = new Map(Object.entries(value));
  const missing = Object.keys(DEFAULT_DEVICE_SETTINGS).some((name) => typeof given.get(name) !== 'boolean');
  return missing ? wrong(value) : null;
}
