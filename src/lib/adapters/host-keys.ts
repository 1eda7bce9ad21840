const KEY = 'dateline-hosting';
/** Rooms are erased a day after their end; homework lives longer. */
const MOST = 20;

interface Kept {
  readonly room: string;
  readonly secret: string;
  readonly title: string;
  readonly madeMs: number;
}

/** The rooms that this browser is the host of, in `localStorage`; where that is off, as long as the page lives. */
export class LocalHostKeys {
  #keys: readonly Kept[] = read();

  all(): readonly Kept[] {
    return this.#keys;
  }

  keep(key: Kept): void {
    this.#write([key, ...this.#keys.filter(({ room }) => room !== key.room)].slice(0, MOST));
  }

  forget(room: string): void {
    this.#write(this.#keys.filter((key) => key.room !== room));
  }

  #write(keys: readonly Kept[]): void {
    this.#keys = keys;
    try {
      localStorage.setItem(KEY, JSON.stringify(keys));
    } catch {
      // Storage is off or full: the recovery code is what is left.
    }
  }
}

function read(): readonly Kept[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(stored) ? stored.filter(isKey) : [];
  } catch {
    return []; // storage is off, or holds what nobody of us wrote
  }
}

function isKey(value: unknown): value is Kept {
  if (typeof value !== 'object' || value === null) return false;
  const { room, secret, title, madeMs } = value as Record<string, unknown>;
  return [room, secret, title].every((part) => typeof part === 'string') && typeof madeMs === 'number';
}
