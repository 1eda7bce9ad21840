import { DeskBench } from '$lib/adapters/desk-bench';
import type { Database } from '$lib/adapters/database';
import { deviceClock, randomHex } from '$lib/adapters/device';
import { deviceFiles } from '$lib/adapters/files';
import { drawQr } from '$lib/adapters/qr';
import { SetDatabase } from '$lib/adapters/set-store';
import { openSetChannel } from '$lib/adapters/tab-channel';
import { Desk, emptySet, USUAL_COUNT } from '$lib/app/desk.svelte';
import { Exporting } from '$lib/app/exporting.svelte';
import { openShare } from '$lib/app/open-shared';
import type { OpenedShare } from '$lib/app/open-shared';
import type { PackAtHand } from '$lib/app/open-source';
import type { Shelf } from '$lib/app/pack-shelf';
import type { PackSummary, Stored } from '$lib/app/ports';
import type { Printing } from '$lib/app/printing.svelte';
import { Returning } from '$lib/app/returning.svelte';
import { SetBuilder } from '$lib/app/set-builder.svelte';
import { SetSharing } from '$lib/app/set-sharing.svelte';
import type { Settings } from '$lib/app/settings.svelte';
import type { SavedSet } from '$lib/core/questions/saved-set/saved-set';
import { deskPack } from './desk-pack';

export interface TeachingParts {
  readonly database: Database;
  readonly shelf: Shelf;
  readonly settings: Settings;
  readonly openPack: (id: string) => Promise<Stored<PackAtHand | null>>;
}

/** A set on the desk, with what can be done with it. All of it works on one bench, which goes with `close`. */
export interface SetAtHand {
  readonly builder: SetBuilder;
  readonly exporting: () => Exporting;
  readonly returning: () => Returning;
  /** @param linkOf the address at which a code is studied, absolute */
  readonly sharing: (linkOf: (code: string) => string) => SetSharing;
  readonly close: () => void;
}

export type OpenedSet =
  | { readonly is: 'here'; readonly set: SetAtHand }
  | { readonly is: 'no-set' }
  /** The set's pack is not on this device any more. */
  | { readonly is: 'no-pack'; readonly stored: SavedSet };

/** The teacher's desk on one device. */
export class Teaching {
  readonly #parts: TeachingParts;
  readonly #store: SetDatabase;

  constructor(parts: TeachingParts) {
    this.#parts = parts;
    this.#store = new SetDatabase(parts.database, openSetChannel());
  }

  /** The list of sets. Call `load`. */
  desk(): Desk {
    const { shelf } = this.#parts;
    return new Desk({ store: this.#store, packs: () => shelf.list(), files: deviceFiles, clock: deviceClock, newId });
  }

  /** A stored set. */
  async open(id: string): Promise<Stored<OpenedSet>> {
    const stored = await this.#store.get(id);
    if (!stored.ok) return stored;
    if (stored.value === null) return { ok: true, value: { is: 'no-set' } };
    return this.#atHand(stored.value, true);
  }

  /** A new set about a pack; without one, the first at hand. It is stored with its first questions. */
  async begin(packId: string | null): Promise<Stored<OpenedSet>> {
    const packs = await this.#parts.shelf.list();
    if (!packs.ok) return packs;
    const pack = packs.value.find(({ id }) => id === packId) ?? packs.value[0];
    if (pack === undefined) return { ok: true, value: { is: 'no-set' } };
    const { language } = this.#parts.settings.values;
    const { utcMs } = deviceClock.now();
    return this.#atHand(emptySet(pack, language, { id: newId(), seed: drawSeed(), utcMs }), false);
  }

  /** What is printed of a stored set; null: there is no such set, or its pack is not on this device. */
  async printing(id: string): Promise<Stored<Printing | null>> {
    const { openPrinting } = await import('./printing');
    return openPrinting(id, this.#parts);
  }

  packs(): Promise<Stored<readonly PackSummary[]>> {
    return this.#parts.shelf.list();
  }

  /** Keeps the set of a link as one's own; its id, or why there is none. */
  async keepShared(code: string): Promise<Stored<{ readonly id: string } | Exclude<OpenedShare, { is: 'here' }>>> {
    const opened = await openShare(code, this.#parts.openPack);
    if (!opened.ok || opened.value.is !== 'here') return opened as Stored<Exclude<OpenedShare, { is: 'here' }>>;
    const { shared, pack, items } = opened.value;
    const { utcMs } = deviceClock.now();
    const empty = emptySet(pack.summary, shared.language, { id: newId(), seed: shared.seed, utcMs });
    const wish = { ...empty.wish, count: Math.max(1, items.length || USUAL_COUNT) };
    const stored = await this.#store.put({ ...empty, title: shared.title, wish, items });
    return stored.ok ? { ok: true, value: { id: empty.id } } : stored;
  }

  async #atHand(set: SavedSet, stored: boolean): Promise<Stored<OpenedSet>> {
    const opened = await this.#parts.shelf.open(set.pack.id);
    if (!opened.ok) return opened;
    if (opened.value === null) return { ok: true, value: { is: 'no-pack', stored: set } };
    const bench = new DeskBench();
    // Tasks are done in their order: nobody has to wait for the pack.
    void bench.ask('pack', { pack: await deskPack(opened.value) });
    const pack = opened.value.summary;
    const builder = new SetBuilder({ set, stored, pack, bench, store: this.#store, clock: deviceClock, drawSeed });
    const now = (): SavedSet => builder.set;
    const words = this.#parts.settings.values.language;
    const value: SetAtHand = {
      builder,
      exporting: () => new Exporting({ bench, files: deviceFiles, set: now, words, onwritten: () => void builder.wentOut() }),
      returning: () => new Returning({ bench, files: deviceFiles, set: now, take: (items) => builder.take(items) }),
      sharing: (linkOf) => new SetSharing({ bench, files: deviceFiles, qr: drawQr, linkOf }),
      close: () => {
        builder.close();
      },
    };
    return { ok: true, value: { is: 'here', set: value } };
  } // prettier-ignore
}

function newId(): string {
  return `set-${randomHex(5)}`;
}

function drawSeed(): number {
  return Number.parseInt(randomHex(4), 16);
}
