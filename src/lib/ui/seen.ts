/** Where it is kept what this device has shown once and need not show again. */
const KEY = 'dateline-seen';

/** What is shown once: the first steps, and that the app can be installed. */
export type Once = 'welcome' | 'install';

/** Whether it was shown and put away on this device. */
export function isSeen(once: Once): boolean {
  return stored().includes(once);
}

/** It need not be shown again. */
export function markSeen(once: Once): void {
  try {
    localStorage.setItem(KEY, [...new Set([...stored(), once])].join(' '));
  } catch {
    // Storage is switched off: it is put away for this page.
  }
}

/** Forgets what was shown: the device is as new. */
export function forgetSeen(): void {
  try {
    localStorage.removeItem(KEY);
  } catch {
    // Storage is switched off: there was nothing to forget.
  }
}

function stored(): readonly string[] {
  try {
    return localStorage.getItem(KEY)?.split(' ') ?? [];
  } catch {
    return [];
  }
}
