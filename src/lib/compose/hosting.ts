import { bundledMaps, bundledPacks } from 'virtual:packs';
import { Database } from '$lib/adapters/database';
import { localHomeAddress } from '$lib/adapters/home-address';
import { LocalHostKeys } from '$lib/adapters/host-keys';
import { PackDatabase } from '$lib/adapters/pack-store';
import { deviceFiles } from '$lib/adapters/files';
import { drawQr } from '$lib/adapters/qr';
import { deviceLuck, SocketLine } from '$lib/adapters/room-line';
import { HttpOffice } from '$lib/adapters/room-office';
import { LocalRosters } from '$lib/adapters/rosters';
import { SetDatabase } from '$lib/adapters/set-store';
import { openSetChannel } from '$lib/adapters/tab-channel';
import { findBaseMap, shapesOf } from '$lib/app/base-maps';
import { Shelf } from '$lib/app/pack-shelf';
import { Checking } from '$lib/app/rooms/checking.svelte';
import type { HostKey } from '$lib/app/rooms/host-ports';
import { Hosting } from '$lib/app/rooms/hosting.svelte';
import { LessonReport } from '$lib/app/rooms/lesson-report.svelte';
import { LessonShelf } from '$lib/app/rooms/lesson-shelf';
import { Opening } from '$lib/app/rooms/opening.svelte';
import { Watching } from '$lib/app/rooms/watching.svelte';
import { indexPack } from '$lib/core/packs/index-pack';
import { revivePack } from '$lib/core/packs/revive-pack';

/** The teacher's side. @param base what every path of the site begins with, without a slash at its end. @param site its address, with one */
export class HostRooms {
  readonly #base: string;
  readonly #site: string;
  readonly #keys = new LocalHostKeys();
  readonly #rosters = new LocalRosters();

  constructor(base: string, site: string) {
    this.#base = base;
    this.#site = site;
  }

  /** Choosing what to play. */
  opening(): Opening {
    const { shelf, sets } = this.#store();
    const lessons = new LessonShelf({
      packs: () => shelf.list(),
      sets,
      openPack: async (id) => {
        const opened = await shelf.open(id);
        if (!opened.ok || opened.value === null) return opened.ok ? { ok: true, value: null } : opened;
        const index = indexPack(revivePack(opened.value.source));
        const drawn = findBaseMap(bundledMaps, index.pack.map?.file ?? null);
        return { ok: true, value: { index, map: drawn === null ? null : shapesOf(opened.value.areas) } };
      },
    });
    const office = new HttpOffice(this.#base);
    return new Opening({
      lessons,
      office,
      keys: this.#keys,
      luck: deviceLuck,
      home: localHomeAddress,
      line: () => new SocketLine(this.#base),
      now: () => Date.now(),
    });
  }

  /** The room that this device is the host of; null: it is not. Call `open`, and `close` when the page goes. */
  host(room: string): Hosting | null {
    const key = this.#keys.all().find((one) => one.room === room);
    return key === undefined ? null : this.#hosting(key);
  }

  /** What stands on the wall. Call `open`, and `close` when the page goes. */
  watch(room: string, secret: string): Watching {
    const { line, office, site } = this.#world();
    return new Watching({ room, secret, line, office, site, qr: drawQr });
  }

  /** The connection doctor. Call `open`, and `close` when the page goes. */
  check(): Checking {
    return new Checking({
      ...this.#world(),
      another: () => new SocketLine(this.#base),
      qr: drawQr,
      ticks: () => performance.now(),
      wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    });
  }

  /** The report of a lesson that this device hosted; null: it did not. Call `open`, and `close` when the page goes. */
  report(room: string): LessonReport | null {
    const hosting = this.host(room);
    if (hosting === null) return null;
    const { sets } = this.#store();
    return new LessonReport({
      hosting,
      sets,
      files: deviceFiles,
      draw: () => deviceLuck.number(),
      now: () => Date.now(),
    });
  }

  #hosting(key: HostKey): Hosting {
    return new Hosting({
      key,
      keys: this.#keys,
      luck: deviceLuck,
      qr: drawQr,
      rosters: this.#rosters,
      ...this.#world(),
    });
  }

  #store() {
    const database = new Database();
    const shelf = new Shelf(bundledPacks, new PackDatabase(database), async (file) => {
      const { readPackFile } = await import('$lib/adapters/pack-file');
      return readPackFile(file);
    });
    return { shelf, sets: new SetDatabase(database, openSetChannel()) };
  }

  #world() {
    return { line: new SocketLine(this.#base), office: new HttpOffice(this.#base), site: this.#site };
  }
}
