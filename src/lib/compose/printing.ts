import type { Database } from '$lib/adapters/database';
import { SetDatabase } from '$lib/adapters/set-store';
import { openSetChannel } from '$lib/adapters/tab-channel';
import type { Shelf } from '$lib/app/pack-shelf';
import type { Stored } from '$lib/app/ports';
import { Printing } from '$lib/app/printing.svelte';
import { exportSetOf } from '$lib/core/export/desk/desk-export';
import { DeskPacks } from '$lib/core/export/desk/desk-packs';
import { readPackedMap } from '$lib/core/places/packed-map';
import { deskPack } from './desk-pack';

export interface PrintingSources {
  readonly database: Database;
  readonly shelf: Shelf;
}

/** A stored set on its way to the printer; null: there is no such set, or its pack is not on this device any more. */
export async function openPrinting(id: string, { database, shelf }: PrintingSources): Promise<Stored<Printing | null>> {
  const stored = await new SetDatabase(database, openSetChannel()).get(id);
  if (!stored.ok || stored.value === null) return stored.ok ? { ok: true, value: null } : stored;
  const set = stored.value;
  const opened = await shelf.open(set.pack.id);
  if (!opened.ok || opened.value === null) return opened.ok ? { ok: true, value: null } : opened;
  const pack = await deskPack(opened.value);
  const packs = new DeskPacks();
  packs.put(pack);
  const value = new Printing({
    set: exportSetOf(packs.generatorFor(set), set, packs.drawMap(set.pack.id)),
    base: pack.map === null ? null : readPackedMap(pack.map),
  });
  return { ok: true, value };
}
