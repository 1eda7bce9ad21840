import type { Database } from '$lib/adapters/database';
import { deviceClock } from '$lib/adapters/device';
import { deviceFiles } from '$lib/adapters/files';
import { devicePersistence } from '$lib/adapters/persistence';
import { SafetyDatabase } from '$lib/adapters/safety-store';
import { DataSafety } from '$lib/app/data-safety.svelte';
import * as backups from '$lib/core/memory/backup';
import { writeLogCsv } from '$lib/core/memory/log-csv';

/** Backup, restore, erasing. `app`: the version of the app. */
export function openDataSafety(database: Database, app: string): DataSafety {
  return new DataSafety({
    store: new SafetyDatabase(database),
    files: deviceFiles,
    persistence: devicePersistence,
    clock: deviceClock,
    backups: { ...backups, writeLogCsv },
    checkPack: async (id, document) => {
      const { checkPackDocument } = await import('$lib/adapters/pack-file');
      return checkPackDocument(id, document);
    },
    readableSets: async () => {
      const { readSavedSet } = await import('$lib/core/questions/saved-set/saved-set-schema');
      return (set) => readSavedSet(set).ok;
    },
    app,
  });
}
