/** One key for all rooms: the last few, the latest first. */
const KEY = 'dateline-rosters';
const MOST = 20;

interface Kept {
  readonly names: readonly string[];
  readonly seats: readonly (readonly [number, string])[];
}

/** Class lists in `localStorage` of the teacher's browser, and nowhere else; where that is off, as long as the page lives. */
export class LocalRosters {
  #kept: readonly (readonly [string, Kept])[] = read();

  find(room: string): Kept | null {
    return this.#kept.find(([one]) => one === room)?.[1] ?? null;
  }

  keep(room: string, roster: Kept): void {
    this.#write([[room, roster] as const, ...this.#kept.filter(([one]) => one !== room)].slice(0, MOST));
  }

  forget(room: string): void {
    this.#write(this.#kept.filter(([one]) => one !== room));
  }

  #write(kept: readonly (readonly [string, Kept])[]): void {
    this.#kept = kept;
    try {
      localStorage.setItem(KEY, JSON.stringify(kept));
    } catch {
      // Storage is off or full: the list lives as long as this page.
    }
  }
}

function read(): readonly (readonly [string, Kept])[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(stored) ? stored.filter(isKept) : [];
  } catch {
    return []; // storage is off, or holds what nobody of us wrote
  }
}

function isKept(value: unknown): value is readonly [string, Kept] {
  if (!Array.isArray(value)) return false;
  const [room, roster] = value as readonly unknown[];
  if (typeof room !== 'string' || typeof roster !== 'object' || roster === null) return false;
  const { names, seats } = roster as Record<string, unknown>;
  return (
    Array.isArray(names) &&
    names.every((name) => typeof name === 'string') &&
    Array.isArray(seats) &&
    seats.every((pair) => Array.isArray(pair) && typeof pair[0] === 'number' && typeof pair[1] === 'string')
  );
}
