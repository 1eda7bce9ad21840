import { bundledMaps, bundledPacks } from 'virtual:packs';
import { Database } from '$lib/adapters/database';
import { breathe, deviceClock, entryIdStart, wakeAt, whenIdle, whenLeft } from '$lib/adapters/device';
import { watchForInstalling } from '$lib/adapters/installing';
import { PackDatabase } from '$lib/adapters/pack-store';
import { devicePersistence } from '$lib/adapters/persistence';
import { SettingsDatabase } from '$lib/adapters/settings-store';
import { StudyDatabase } from '$lib/adapters/study-store';
import { openTabChannel } from '$lib/adapters/tab-channel';
import { watchForUpdates } from '$lib/adapters/updates';
import { findBaseMap, loadBaseMap, shapesOf } from '$lib/app/base-maps';
import type { AnkiExchange } from '$lib/app/anki-exchange.svelte';
import type { CareDesk } from '$lib/app/care-desk';
import type { DataSafety } from '$lib/app/data-safety.svelte';
import type { Extras } from '$lib/app/extras';
import type { Fitting } from '$lib/app/fitting.svelte';
import { inPauses } from '$lib/app/in-pauses';
import { Library } from '$lib/app/library.svelte';
import { Shelf } from '$lib/app/pack-shelf';
import type { Exploring } from '$lib/app/explore/exploring';
import type { ExamPage } from '$lib/app/exam-page.svelte';
import type { MemoryModel } from '$lib/app/memory-model';
import type { PackPage } from '$lib/app/pack-page.svelte';
import type { Reports } from '$lib/app/reports.svelte';
import type { PackAtHand } from '$lib/app/open-source';
import type { PackSummary, QuestionSource, Stored } from '$lib/app/ports';
import type { StudyWish } from '$lib/app/scope';
import { Settings } from '$lib/app/settings.svelte';
import type { PackMethod } from '$lib/app/sources-page';
import type { Statistics } from '$lib/app/statistics.svelte';
import type { Studying } from '$lib/app/studying.svelte';
import type { StudyingParts } from '$lib/app/studying-parts';
import type { WorkloadComparison } from '$lib/app/workload.svelte';
import type { SharedStudy, SharedWish } from './compose/shared-study';
import type { Teaching, TeachingParts } from './compose/teaching';
import type { PackIndex } from '$lib/core/packs/pack-index';
import type { PackSource } from '$lib/core/packs/pack-source';
import type { BaseMap } from '$lib/core/places/packed-map';
import type { Language } from '$lib/core/questions/question';

export interface DatelineOptions {
  /** Version of the app, for the log. */
  readonly app: string;
  /** The interface's language until the settings are read. */
  readonly language: Language;
  /** Another tab brought a newer version: this one can no longer store anything and asks to be reloaded. */
  readonly onSuperseded: () => void;
}

/**
 * The whole app on one device: one a tab. What only some pages need is loaded when they ask for it, so that the home page
 * stays light: it loads neither the generator nor the memory model.
 */
export class Dateline {
  readonly settings: Settings;
  readonly #app: string;
  readonly #database: Database;
  readonly #shelf: Shelf;
  #store: Promise<StudyDatabase> | null = null;
  #ready: Promise<void> | null = null;
  #extras: Promise<Extras> | null = null;
  /** Packs that were read in this tab, by their document. */
  readonly #indexes = new WeakMap<PackSource, PackIndex>();

  constructor({ app, language, onSuperseded }: DatelineOptions) {
    this.#app = app;
    watchForInstalling();
    this.#database = new Database(undefined, { onSuperseded });
    // WebKit keeps a page's connection with the page: what was begun on it would hold up whatever page comes next.
    whenLeft(() => {
      this.#database.close();
    });
    this.settings = new Settings(new SettingsDatabase(this.#database), deviceClock, language);
    this.#shelf = new Shelf(bundledPacks, new PackDatabase(this.#database), async (file) => {
      const { readPackFile } = await import('$lib/adapters/pack-file');
      return readPackFile(file);
    });
  }

  /** Resolves when the settings have been read: pages wait for it. What could not be read shows in `settings`. */
  ready(): Promise<void> {
    this.#ready ??= this.settings.load().then(() => {
      // The badge is counted from here on.
      whenIdle(() => void this.extras());
    });
    return this.#ready;
  }

  /** The home page. Call `load`, and `close` when it goes. */
  async library(): Promise<Library> {
    const [store, { settings }] = [await this.#opened(), this];
    return new Library({
      shelf: this.#shelf,
      store,
      examDay: async (...of) =>
        (await import('./compose/exam-today')).examToday({ store, settings, memory: this.#memoryModel(of[0]) }, of),
      clock: deviceClock,
      rolloverHour: this.settings.values.rolloverHour,
      settingsOf: (pack) => this.settings.ofPack(pack),
    });
  }

  /** Brings what a session needs into this tab while nobody waits for it, so that the big button answers at once. */
  prepareStudy(packId: string): void {
    whenIdle(() => {
      void Promise.all([
        import('$lib/app/studying.svelte'),
        import('$lib/app/question-source'),
        import('$lib/app/pack-lore'),
        import('$lib/app/remembered-facts'),
        import('$lib/core/answers/judge'),
        this.#memoryModel(packId),
        this.#openPack(packId),
      ]);
    });
  }

  /** A session with one pack; null: there is no such pack. Call `open`, and `close` when it goes. `shared`: only what came by a link. */
  async study(
    packId: string,
    { mode, ...scope }: StudyWish,
    shared: SharedWish | null = null,
  ): Promise<Stored<Studying | null>> {
    const [{ Studying }, { factsWithin, isWhole, sayScope }, { createLore }, { judge }, memory, pack] =
      await Promise.all([
        import('$lib/app/studying.svelte'),
        import('$lib/app/scope'),
        import('$lib/app/pack-lore'),
        import('$lib/core/answers/judge'),
        this.#memoryModel(packId),
        this.#openPack(packId),
      ]);
    if (!pack.ok) return pack;
    if (!memory.ok) return memory;
    if (pack.value === null) return { ok: true, value: null };
    const language = shared?.language ?? this.settings.values.language;
    const { index } = pack.value;
    const source = await this.#sourceOf(pack.value, language);
    if (!source.ok) return source;
    await breathe();
    const parts: StudyingParts = {
      source: source.value,
      lore: createLore(index, language),
      leechLapses: this.settings.values.leechLapses,
      store: await this.#opened(),
      judge,
      clock: deviceClock,
      persistence: devicePersistence,
      whenIdle,
      breathe,
      wakeAt,
      mode,
      scope,
      about: sayScope(index, scope, language),
      within: isWhole(scope) ? null : factsWithin(index, scope),
      ...memory.value,
      settings: this.settings.ofPack(packId),
      app: this.#app,
    };
    return { ok: true, value: new Studying(shared === null ? parts : shared.narrow(parts)) };
  }

  /** A session with the questions of a link. Call `open` on it, and `close` when it goes. */
  async studyShared(code: string): Promise<Stored<SharedStudy>> {
    const { studyShared } = await import('./compose/shared-study');
    return studyShared(code, {
      openPack: (id) => this.#openPack(id),
      study: (id, shared) => this.study(id, { mode: 'study', storyline: null, place: null }, shared),
    });
  }

  /** The teacher's desk. */
  async teaching(): Promise<Teaching> {
    const { Teaching } = await import('./compose/teaching');
    const openPack: TeachingParts['openPack'] = (id) => this.#openPack(id);
    return new Teaching({ database: this.#database, shelf: this.#shelf, settings: this.settings, openPack });
  }

  /** The way of a pack's memory to Anki and back; null: there is no such pack. */
  async ankiExchange(packId: string): Promise<Stored<AnkiExchange | null>> {
    const { openAnkiExchange } = await import('./compose/anki');
    const openPack = (id: string): Promise<Stored<PackAtHand | null>> => this.#openPack(id);
    const [database, shelf, settings] = [this.#database, this.#shelf, this.settings];
    return openAnkiExchange(packId, { database, shelf, settings, openPack, store: await this.#opened() });
  }

  /** What the device does beside the pages. */
  extras(): Promise<Extras> {
    this.#extras ??= this.#makeExtras();
    return this.#extras;
  }

  /** A pack's page; null: there is no such pack. Call `load`. */
  async packPage(packId: string): Promise<Stored<PackPage | null>> {
    const [{ PackPage }, { studyPlaces }, { createQuestionSource }, { outlineOf }, desk, memory, pack] =
      await Promise.all([
        import('$lib/app/pack-page.svelte'),
        import('$lib/app/scope'),
        import('$lib/app/question-source'),
        import('$lib/app/outline'),
        this.#careDesk(),
        this.#memoryModel(packId),
        this.#openPack(packId),
      ]);
    if (!pack.ok) return pack;
    if (!memory.ok) return memory;
    if (pack.value === null) return { ok: true, value: null };
    const { rolloverHour, language } = this.settings.values;
    const { summary, index, map, found } = pack.value;
    const facts = createQuestionSource(index, summary, language, { map, found }).facts();
    const { scheduler } = memory.value;
    const value = new PackPage({
      pack: summary,
      outline: outlineOf(index, language),
      facts,
      places: () => studyPlaces(index, facts, language),
      store: await this.#opened(),
      desk,
      clock: deviceClock,
      scheduler,
      rolloverHour,
    });
    return { ok: true, value };
  }

  /** The map that a pack's questions are drawn on, fetched when one is asked. Null: there is none, or it did not come. */
  async baseMap(packId: string): Promise<BaseMap | null> {
    const [{ readPackedMap }, pack] = await Promise.all([
      import('$lib/core/places/packed-map'),
      this.#openPack(packId),
    ]);
    const file = pack.ok ? (pack.value?.index.pack.map?.file ?? null) : null;
    const drawn = findBaseMap(bundledMaps, file);
    return drawn === null ? null : loadBaseMap(drawn, readPackedMap);
  }

  /** The page of a pack's exam; null: there is no such pack. Call `close` when it goes. */
  async examPage(packId: string): Promise<Stored<ExamPage | null>> {
    const [{ ExamPage }, memory, opened] = await Promise.all([
      import('$lib/app/exam-page.svelte'),
      this.#memoryModel(packId),
      this.#openPack(packId),
    ]);
    if (!memory.ok) return memory;
    if (!opened.ok || opened.value === null) return opened.ok ? { ok: true, value: null } : opened;
    const source = await this.#sourceOf(opened.value);
    if (!source.ok) return source;
    const [store, { settings }, { scheduler }] = [await this.#opened(), this, memory.value];
    const parts = { source: source.value, store, settings, scheduler, clock: deviceClock, breathe };
    return { ok: true, value: new ExamPage(parts) };
  }

  /** A walk through a pack's events; null: there is no such pack. */
  async exploring(packId: string): Promise<Stored<Exploring | null>> {
    const [{ openExploring }, opened] = await Promise.all([import('./compose/exploring'), this.#openPack(packId)]);
    if (!opened.ok || opened.value === null) return opened.ok ? { ok: true, value: null } : opened;
    const [store, pack, { language, rolloverHour }] = [await this.#opened(), opened.value, this.settings.values];
    const [source, memory] = [() => this.#sourceOf(pack), () => this.#memoryModel(packId)];
    const lent = { pack, store, language, rolloverHour, source, memory, baseMap: () => this.baseMap(packId) };
    return { ok: true, value: openExploring(lent) };
  }

  /** A pack's own account of its sources and of how it was made; null: there is no such pack. */
  async packMethod(packId: string): Promise<Stored<PackMethod | null>> {
    const [{ methodOf }, pack] = await Promise.all([import('$lib/app/sources-page'), this.#openPack(packId)]);
    if (!pack.ok || pack.value === null) return pack.ok ? { ok: true, value: null } : pack;
    return { ok: true, value: methodOf(pack.value.index, this.settings.values.language) };
  }

  /** What was learnt, in figures. Call `load`, and `close` when it goes. */
  async statistics(): Promise<Stored<Statistics>> {
    const [{ openStatistics }, memory] = await Promise.all([import('./compose/statistics'), this.#memoryModel(null)]);
    if (!memory.ok) return memory;
    const [store, shelf, { settings }] = [await this.#opened(), this.#shelf, this];
    const openPack = (id: string): Promise<Stored<PackAtHand | null>> => this.#openPack(id);
    const sourceOf = (pack: PackAtHand): Promise<Stored<QuestionSource>> => this.#sourceOf(pack);
    return { ok: true, value: openStatistics({ store, shelf, settings, memory: memory.value, openPack, sourceOf }) };
  }

  /** Fitting the memory model to the learner. Call `load`. */
  async fitting(): Promise<Fitting> {
    const { openFitting } = await import('./compose/long-work');
    return openFitting(await this.#opened(), this.settings);
  }

  /** What another desired retention would cost and bring. */
  async workloads(): Promise<WorkloadComparison> {
    const { openWorkloads } = await import('./compose/long-work');
    return openWorkloads(await this.#opened(), this.settings, () => this.packs());
  }

  /** Backup, restore, erasing. Call `load`. */
  async dataSafety(): Promise<DataSafety> {
    const { openDataSafety } = await import('./compose/data-safety');
    return openDataSafety(this.#database, this.#app);
  }

  /** The list of reported questions. Call `load`. */
  async reports(): Promise<Reports> {
    const [{ Reports }, { deviceFiles }, desk] = await Promise.all([
      import('$lib/app/reports.svelte'),
      import('$lib/adapters/files'),
      this.#careDesk(),
    ]);
    return new Reports({ desk, files: deviceFiles, clock: deviceClock, app: this.#app });
  }

  async #makeExtras(): Promise<Extras> {
    const { makeExtras } = await import('$lib/compose/extras');
    return makeExtras({
      settings: this.settings,
      store: await this.#opened(),
      library: () => this.library(),
      shelf: this.#shelf,
      openPack: (packId) => this.#openPack(packId),
    });
  }

  /** Packs at hand, without what is due. */
  packs(): Promise<Stored<readonly PackSummary[]>> {
    return this.#shelf.list();
  }

  async #sourceOf(pack: PackAtHand, language = this.settings.values.language): Promise<Stored<QuestionSource>> {
    const { openSource } = await import('$lib/app/open-source');
    return openSource(await this.#opened(), pack, language, this.#app);
  }

  async #openPack(id: string): Promise<Stored<PackAtHand | null>> {
    const [{ reviveInTurns }, { indexPack }, opened] = await Promise.all([
      import('$lib/core/packs/revive-pack'),
      import('$lib/core/packs/index-pack'),
      this.#shelf.open(id),
    ]);
    if (!opened.ok || opened.value === null) return opened.ok ? { ok: true, value: null } : opened;
    const { summary, source, areas, found } = opened.value;
    let index = this.#indexes.get(source);
    if (index === undefined) {
      // All at once these would hold up whoever taps meanwhile.
      await breathe();
      const pack = await inPauses(reviveInTurns(source), breathe);
      await breathe();
      index = this.#indexes.get(source) ?? indexPack(pack);
      this.#indexes.set(source, index);
    }
    const drawn = findBaseMap(bundledMaps, index.pack.map?.file ?? null);
    return { ok: true, value: { summary, index, map: drawn === null ? null : shapesOf(areas), found } };
  }

  async #careDesk(): Promise<CareDesk> {
    const { CareDesk } = await import('$lib/app/care-desk');
    const { rolloverHour } = this.settings.values;
    return new CareDesk({ store: await this.#opened(), clock: deviceClock, rolloverHour, app: this.#app });
  }

  async #memoryModel(packId: string | null): Promise<Stored<MemoryModel>> {
    const { memoryModel } = await import('$lib/app/memory-model');
    return memoryModel(await this.#opened(), this.settings, packId);
  }

  #opened(): Promise<StudyDatabase> {
    this.#store ??= entryIdStart(this.#database).then(
      (start) => new StudyDatabase(this.#database, openTabChannel(), start),
    );
    return this.#store;
  }
}

export { watchForUpdates };
export type { Updates } from '$lib/adapters/updates';
