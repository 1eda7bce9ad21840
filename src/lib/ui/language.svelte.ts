import { isLocale, overwriteGetLocale } from '$lib/paraglide/runtime.js';
import type { Locale } from '$lib/paraglide/runtime.js';

/** Where the choice is kept; `src/app.html` reads it before the first paint. */
const KEY = 'dateline-language';

/** The stored pages are in this one; reading starts in it and changes once the page is alive, so that nothing is hydrated twice. */
let current: Locale = $state('en');

overwriteGetLocale(() => current);

/** The language of the interface; every message read in a template follows it. */
export function language(): Locale {
  return current;
}

/** What the learner chose on this device, else the first language of the browser that there are messages for, else English. */
export function preferredLanguage(): Locale {
  const wishes = [storedLanguage(), ...navigator.languages.map((tag) => tag.split('-')[0]?.toLowerCase())];
  return wishes.find((wish) => isLocale(wish)) ?? 'en';
}

/** Speaks another language from now on, and remembers it for the next page, which reads it before it paints. */
export function speak(locale: Locale): void {
  current = locale;
  document.documentElement.lang = locale;
  delete document.documentElement.dataset.waiting;
  try {
    localStorage.setItem(KEY, locale);
  } catch {
    // Storage is switched off: the choice holds for this page.
  }
}

/** Forgets the choice: the next page speaks the device's language again. */
export function forgetLanguage(): void {
  try {
    localStorage.removeItem(KEY);
  } catch {
    // Storage is switched off: there was nothing to forget.
  }
}

function storedLanguage(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}
