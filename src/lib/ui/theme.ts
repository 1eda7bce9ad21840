/** Key that `src/app.html` reads before the first paint. */
const KEY = 'dateline-theme';

/** Paints the page in a theme (`system`: as the device has it) and remembers it for the next page. */
export function paintTheme(theme: 'system' | 'light' | 'dark'): void {
  try {
    if (localStorage.getItem(KEY) !== theme) localStorage.setItem(KEY, theme);
  } catch {
    // Storage is switched off: the choice holds for this page.
  }
  window.dispatchEvent(new CustomEvent(KEY, { detail: theme }));
}

/** Forgets the choice: the next page looks as the device does. */
export function forgetTheme(): void {
  try {
    localStorage.removeItem(KEY);
  } catch {
    // Storage is switched off: there was nothing to forget.
  }
}
