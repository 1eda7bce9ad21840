import type { PackSource } from '$lib/core/packs/pack-source';
import type { ReadPack as ReadFile } from '$lib/core/packs/read-pack';
import type { StorageProblem, Stored } from '$lib/core/memory/storing';
import type { Area } from '$lib/core/places/map-shapes';
import type { FoundFacts } from '$lib/core/questions/found-facts';
import { summarise } from '$lib/core/packs/summarise';
import type { PackShelf, PackSummary, ReadPack } from './ports';

/** A pack that comes with the app; its content is loaded when it is opened. */
export interface BundledPack {
  readonly summary: PackSummary;
  readonly load: () => Promise<{
    readonly source: PackSource;
    /** Exact shapes of the base map that answer questions of the pack, by name. */
    readonly areas: Readonly<Record<string, Area>>;
    /** What is asked of it in its own language; null: still to be found. */
    readonly found: FoundFacts | null;
  }>;
}

/** A pack, opened. */
export interface OpenedPack {
  readonly summary: PackSummary;
  readonly source: PackSource;
  /** See `BundledPack`; imported packs bring none, so that of them only points are asked on a map. */
  readonly areas: Readonly<Record<string, Area>>;
  /** See `BundledPack`; null: still to be found. */
  readonly found: FoundFacts | null;
}

/** Imported packs as they are stored: documents that were checked before. */
export interface ImportedPacks {
  all(): Promise<Stored<readonly { readonly id: string; readonly document: unknown }[]>>;
  put(pack: { readonly id: string; readonly version: number; readonly document: unknown }): Promise<Stored<null>>;
  remove(id: string): Promise<Stored<null>>;
}

/** The packs at hand: those that come with the app and those that were imported. Of two with one id the higher version counts. */
export class Shelf implements PackShelf {
  readonly #bundled: readonly BundledPack[];
  readonly #imported: ImportedPacks;
  readonly #readFile: (file: File) => Promise<ReadFile>;

  constructor(bundled: readonly BundledPack[], imported: ImportedPacks, readFile: (file: File) => Promise<ReadFile>) {
    this.#bundled = bundled;
    this.#imported = imported;
    this.#readFile = readFile;
  }

  async list(): Promise<Stored<readonly PackSummary[]>> {
    const imported = await this.#sources();
    // Without storage the packs that come with the app can still be read.
    if (!imported.ok)
      return this.#bundled.length > 0 ? { ok: true, value: this.#bundled.map((pack) => pack.summary) } : imported;
    const own = imported.value.map((source) => summarise(source, 'imported', null));
    const newest = new Map<string, PackSummary>();
    for (const summary of [...this.#bundled.map((pack) => pack.summary), ...own]) {
      if ((newest.get(summary.id)?.version ?? -1) < summary.version) newest.set(summary.id, summary);
    }
    return { ok: true, value: [...newest.values()] };
  }

  async read(file: File): Promise<Awaited<ReturnType<PackShelf['read']>>> {
    const read = await this.#readFile(file);
    if (!read.ok) return read;
    return { ok: true, pack: { summary: summarise(read.source, 'imported', null), source: read.source } };
  }

  install({ source }: ReadPack): Promise<Stored<null>> {
    return this.#imported.put({ id: source.id, version: source.version, document: source });
  }

  remove(id: string): Promise<Stored<null>> {
    return this.#imported.remove(id);
  }

  /** A pack's summary and document; null where there is no such pack. */
  async open(id: string): Promise<Stored<OpenedPack | null>> {
    const imported = await this.#sources();
    const bundled = this.#bundled.find((pack) => pack.summary.id === id);
    const own = imported.ok ? imported.value.find((source) => source.id === id) : undefined;
    if (own !== undefined && own.version > (bundled?.summary.version ?? -1))
      return { ok: true, value: { summary: summarise(own, 'imported', null), source: own, areas: {}, found: null } };
    if (bundled === undefined) return imported.ok ? { ok: true, value: null } : imported;
    try {
      return { ok: true, value: { summary: bundled.summary, ...(await bundled.load()) } };
    } catch (error) {
      return { ok: false, problem: notLoaded(error) };
    }
  }

  async #sources(): Promise<Stored<readonly PackSource[]>> {
    const stored = await this.#imported.all();
    // They were checked when they came in.
    return stored.ok ? { ok: true, value: stored.value.map((pack) => pack.document as PackSource) } : stored;
  }
}

/** A chunk that does not come: offline before the first visit was complete, or a new version took the place of the old files. */
function notLoaded(error: unknown): StorageProblem {
  return { kind: 'unavailable', detail: error instanceof Error ? error.message : String(error) };
}
