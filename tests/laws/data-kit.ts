import { deleteDB } from 'idb';
import { afterEach, beforeEach } from 'vitest';
import { DataSafety } from '$lib/app/data-safety.svelte';
import type { Clock } from '$lib/app/ports';
import * as backups from '$lib/core/memory/backup';
import { writeLogCsv } from '$lib/core/memory/log-csv';
import type { Problem } from '$lib/core/packs/problem';
import { readSavedSet } from '$lib/core/questions/saved-set/saved-set-schema';
import { FakeClock, openTab } from './study-kit';
import type { Tab } from './study-kit';

/** What is wrong with a pack that is refused. */
export const badPack: Problem = {
  file: 'x.yaml',
  line: 3,
  column: 7,
  path: 'events[0].when',
  message: 'no date',
  expected: null,
  received: null,
};

/** The data-safety page on a device; what it downloads is kept in `files`. */
export function pageOf(tab: Tab, clock: Clock) {
  const files: { readonly name: string; readonly text: string }[] = [];
  const page = new DataSafety({
    store: tab.safety,
    files: {
      download: (name, text) => files.push({ name, text }),
      downloadBytes: () => undefined,
      readText: (file) => file.text(),
    },
    persistence: {
      surroundings: () => 'other',
      persisted: () => Promise.resolve(null),
      ask: () => Promise.resolve(null),
      estimate: () => Promise.resolve(null),
    },
    clock,
    backups: { ...backups, writeLogCsv },
    checkPack: (id) => Promise.resolve(id === 'bad' ? [{ ...badPack, path: 'events[0].when' }] : []),
    readableSets: () => Promise.resolve((set) => readSavedSet(set).ok),
    app: 'test',
  });
  return { page, files, asFile: () => new File([files.at(-1)?.text ?? ''], files.at(-1)?.name ?? '') };
}

/** Devices of one test file, by the names of their storages: empty before each test, closed after it, their clock as at the beginning. */
export function devices(...names: readonly string[]) {
  const clock = new FakeClock();
  const begin = clock.now();
  const opened: { close(): void }[] = [];
  beforeEach(async () => {
    Object.assign(clock, begin);
    await Promise.all(names.map((name) => deleteDB(name)));
  });
  afterEach(() => {
    for (const one of opened.splice(0)) one.close();
  });
  return {
    clock,
    /** Something else to be closed after the test. */
    keep: (...more: { close(): void }[]): void => {
      opened.push(...more);
    },
    tabOn: (name: string): Tab => {
      const tab = openTab({ name, clock });
      opened.push(tab.database, tab.studying);
      return tab;
    },
    pageOf: (tab: Tab) => pageOf(tab, clock),
  };
}
