import type { IDBPDatabase, IDBPTransaction, StoreNames } from 'idb';
import { rebuildCare } from '$lib/core/memory/care';
import type { Schema } from './rows';

export type UpgradeTransaction = IDBPTransaction<Schema, StoreNames<Schema>[], 'versionchange'>;

/**
 * One step of the database's life: migration n leads from version n to n + 1. Once released, a step is never edited; what comes
 * later is a step of its own, with a test that opens a database of the version before.
 */
export type Migration = (database: IDBPDatabase<Schema>, transaction: UpgradeTransaction) => Promise<void> | void;

export const MIGRATIONS: readonly Migration[] = [
  (database) => {
    const log = database.createObjectStore('log', { keyPath: 'id' });
    log.createIndex('by-key', 'keys', { multiEntry: true });
    log.createIndex('by-day', 'day');
    const memory = database.createObjectStore('memory', { keyPath: 'key' });
    // A record whose `due` is null is in no due index: the pack asks it no more.
    memory.createIndex('by-due', ['pack', 'due']);
    memory.createIndex('by-last', ['pack', 'lastDay']);
    database.createObjectStore('sessions', { keyPath: 'pack' });
    database.createObjectStore('facts');
    database.createObjectStore('parameters', { keyPath: 'id' });
    database.createObjectStore('packs', { keyPath: 'id' });
    database.createObjectStore('settings');
    database.createObjectStore('meta');
    database.createObjectStore('snapshots', { keyPath: 'id' });
    database.createObjectStore('snapshot-data');
  },
  // What follows from the log of a learner's decisions about facts, and of what is taken for what.
  async (database, transaction) => {
    const care = database.createObjectStore('care', { keyPath: 'key' });
    const log = await transaction.objectStore('log').getAll();
    const records = rebuildCare(log.map((row) => row.entry));
    await Promise.all([...records.values()].map((record) => care.put(record)));
  },
  // A teacher's question sets.
  (database) => {
    database.createObjectStore('sets', { keyPath: 'id' });
  },
];
