const KEY = 'dateline-home-address';

/** Where a teacher's pupils have the app, so that it is typed once. */
export const localHomeAddress = {
  read(): string | null {
    try {
      return localStorage.getItem(KEY);
    } catch {
      return null; // storage is off
    }
  },
  keep(address: string | null): void {
    try {
      if (address === null) localStorage.removeItem(KEY);
      else localStorage.setItem(KEY, address);
    } catch {
      // Storage is off or full: it is typed again.
    }
  },
};
