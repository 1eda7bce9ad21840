import type { PackSource } from '$lib/core/packs/pack-source';
import { keepBadge } from './badge-count';
import type { Library } from './library.svelte';
import type { Listening } from './listening.svelte';
import type { Badge, Files, Installing, ScreenLock, Shared, SharingOutcome, Voice } from './device-ports';
import type { Clock, QuestionSource, Stored, StudyStore } from './ports';
import type { ReminderChoice } from './reminding';
import { SessionAids } from './session-aids';
import type { Settings } from './settings.svelte';

export interface ExtrasParts {
  readonly badge: Badge;
  readonly files: Files;
  readonly installing: Installing;
  readonly screenLock: ScreenLock;
  readonly sharing: { share(shared: Shared): Promise<SharingOutcome> };
  readonly voice: Voice;
  readonly onLeave: (callback: () => void) => void;
  readonly wait: (ms: number) => Promise<void>;
  readonly clock: Clock;
  readonly settings: Settings;
  readonly store: Pick<StudyStore, 'recordsOf'>;
  readonly library: () => Promise<Library>;
  /** The document of a pack; null: there is no such pack. */
  readonly document: (packId: string) => Promise<Stored<PackSource | null>>;
  readonly questions: (packId: string) => Promise<Stored<QuestionSource | null>>;
}

/** What the device does beside the pages, one a tab. */
export class Extras {
  readonly installing: Installing;
  readonly #parts: ExtrasParts;
  /** Counts what is due again, for the icon: a setting has changed. */
  readonly recountBadge: () => Promise<void>;

  constructor(parts: ExtrasParts) {
    const { badge, settings, onLeave } = parts;
    this.#parts = parts;
    this.installing = parts.installing;
    this.recountBadge = keepBadge({
      badge,
      onLeave,
      wanted: () => settings.values.device.badge,
      due: () => this.#due(),
    });
  }

  /** What this device is able to do. */
  get abilities() {
    const { badge, screenLock, voice } = this.#parts;
    return { badge: badge.available, awake: screenLock.available, aloud: voice.available };
  }

  /** Beside a session. Call `follow` with each phase, and `close` when it goes. */
  sessionAids(): SessionAids {
    const { screenLock, voice, settings } = this.#parts;
    return new SessionAids({ screenLock, voice, wanted: settings.values.device });
  }

  /** A pack to listen to; null: there is no such pack. Call `open`, and `close` when it goes. */
  async listening(packId: string): Promise<Stored<Listening | null>> {
    const { store, voice, screenLock, wait, questions } = this.#parts;
    const source = await questions(packId);
    if (!source.ok || source.value === null) return source.ok ? { ok: true, value: null } : source;
    const { Listening } = await import('./listening.svelte');
    return { ok: true, value: new Listening({ source: source.value, store, voice, screenLock, wait, seed: 1 }) };
  }

  /** Passes words or a file on, by the device's own sheet or what comes closest to it. */
  share(shared: Shared): Promise<SharingOutcome> {
    return this.#parts.sharing.share(shared);
  }

  /** A pack as the file from which it can be added elsewhere; null: there is no such pack. */
  async packFile(id: string): Promise<Shared['file'] | null> {
    const document = await this.#parts.document(id);
    if (!document.ok || document.value === null) return null;
    return { name: `${id}.json`, type: 'application/json', content: JSON.stringify(document.value) };
  }

  /** Saves a repeating reminder as a calendar file; `url` is the address that it leads to. */
  async saveReminder(choice: ReminderChoice, url: string): Promise<void> {
    const { files, clock } = this.#parts;
    const { saveReminder } = await import('./reminding');
    saveReminder({ files, clock, url }, choice);
  }

  /** As the first page counts it, in all packs; new questions are not due. */
  async #due(): Promise<Stored<number>> {
    const library = await this.#parts.library();
    await library.load();
    library.close();
    const { phase } = library;
    if (phase.is === 'failed') return { ok: false, problem: phase.problem };
    const packs = phase.is === 'ready' ? phase.packs : [];
    return { ok: true, value: packs.reduce((sum, { due, changed }) => sum + due + changed, 0) };
  }
}
