import type { Page } from '@playwright/test';
import { compareMemory } from '../../src/lib/core/memory/backup';
import type { LearnerData } from '../../src/lib/core/memory/backup';
import type { CareRecord } from '../../src/lib/core/memory/care';
import type { AnswerEntry, LogEntry } from '../../src/lib/core/memory/log';
import type { ParameterSet } from '../../src/lib/core/memory/parameters';
import type { MemoryRecord } from '../../src/lib/core/memory/record';
import { expect } from './site';

/** What lies in IndexedDB, by store: each record under its key, in the order of keys. */
export type Stored = Readonly<Record<string, readonly (readonly [key: unknown, value: unknown])[]>>;

/** Reads the whole database past the app. */
export async function readStored(page: Page): Promise<Stored> {
  return page.evaluate(async () => {
    const settled = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => {
          resolve(request.result);
        };
        request.onerror = () => {
          reject(request.error ?? new Error('a request failed'));
        };
      });
    const database = await settled(indexedDB.open('dateline'));
    const names = [...database.objectStoreNames];
    const stores: Record<string, [unknown, unknown][]> = {};
    if (names.length > 0) {
      const transaction = database.transaction(names);
      await Promise.all(
        names.map(async (name) => {
          const store = transaction.objectStore(name);
          const [keys, values] = await Promise.all([settled(store.getAllKeys()), settled(store.getAll())]);
          stores[name] = keys.map((key, index) => [key, values[index] as unknown]);
        }),
      );
    }
    database.close();
    return stores;
  });
}

function valuesOf(stored: Stored, store: string): readonly unknown[] {
  return (stored[store] ?? []).map(([, value]) => value);
}

export function logOf(stored: Stored): readonly LogEntry[] {
  return (valuesOf(stored, 'log') as readonly { readonly entry: LogEntry }[]).map(({ entry }) => entry);
}

/** Answers in the order in which they were given. */
export function answersOf(stored: Stored): readonly AnswerEntry[] {
  return logOf(stored)
    .filter((entry): entry is AnswerEntry => entry.type === 'answer')
    .sort((a, b) => a.utcMs - b.utcMs);
}

export function memoryOf(stored: Stored): readonly MemoryRecord[] {
  return valuesOf(stored, 'memory') as readonly MemoryRecord[];
}

/** Replays the log with the program's own replay and expects every stored memory to be just what comes out. */
export function expectMemoryOfLog(stored: Stored): void {
  const data: LearnerData = {
    log: logOf(stored),
    memory: memoryOf(stored),
    care: valuesOf(stored, 'care') as readonly CareRecord[],
    parameters: valuesOf(stored, 'parameters') as readonly ParameterSet[],
    settings: {},
    packs: [],
    sets: [],
  };
  expect(compareMemory(data), 'memory is what the log says').toEqual([]);
}
