import type { Database } from '$lib/adapters/database';
import { deviceClock } from '$lib/adapters/device';
import { deviceFiles } from '$lib/adapters/files';
import { SafetyDatabase } from '$lib/adapters/safety-store';
import { AnkiExchange } from '$lib/app/anki-exchange.svelte';
import { memoryModel } from '$lib/app/memory-model';
import type { PackAtHand } from '$lib/app/open-source';
import type { Shelf } from '$lib/app/pack-shelf';
import type { Stored, StudyStore } from '$lib/app/ports';
import { createQuestionSource } from '$lib/app/question-source';
import type { Settings } from '$lib/app/settings.svelte';
import { DeskPacks } from '$lib/core/export/desk/desk-packs';
import { merge } from '$lib/core/memory/backup';
import { deskPack } from './desk-pack';

export interface AnkiSources {
  readonly database: Database;
  readonly shelf: Shelf;
  readonly settings: Settings;
  readonly store: StudyStore;
  readonly openPack: (id: string) => Promise<Stored<PackAtHand | null>>;
}

/** The way of a pack's memory to Anki and back; null: there is no such pack. */
export async function openAnkiExchange(packId: string, sources: AnkiSources): Promise<Stored<AnkiExchange | null>> {
  const { database, shelf, settings, store, openPack } = sources;
  const [memory, atHand] = [await memoryModel(store, settings, packId), await openPack(packId)];
  if (!memory.ok) return memory;
  if (!atHand.ok || atHand.value === null) return atHand.ok ? { ok: true, value: null } : atHand;
  const { index, map: shapes, found } = atHand.value;
  const opened = await shelf.open(packId);
  if (!opened.ok || opened.value === null) return opened.ok ? { ok: true, value: null } : opened;
  const { summary } = opened.value;
  const { language } = settings.values;
  const packs = new DeskPacks();
  packs.put(await deskPack(opened.value));
  const value = new AnkiExchange({
    pack: summary,
    generator: packs.generator(packId, language),
    infos: () => createQuestionSource(index, summary, language, { map: shapes, found }).facts(),
    drawMap: packs.drawMap(packId),
    store: new SafetyDatabase(database),
    merge,
    clock: deviceClock,
    scheduler: memory.value.scheduler,
    schedulers: memory.value.schedulers,
    save: (name, bytes) => {
      deviceFiles.downloadBytes(name, bytes, 'application/apkg');
    },
  });
  return { ok: true, value };
}
