import type { Language } from '$lib/core/questions/question';
import type { SavedSet } from '$lib/core/questions/saved-set/saved-set';
import type { RefusalReason } from '$lib/core/room/protocol';
import type { Lesson } from '$lib/core/room/lesson';
import { readAppAddress } from '$lib/core/room/app-address';
import { DEFAULT_SETTINGS, settle, type RoomSettings } from '$lib/core/room/settings';
import type { PackSummary, StorageProblem } from '../ports';
import type { HomeAddress, HostKey, HostKeys, NotMade, RoomOffice } from './host-ports';
import type { LessonWish } from './lesson-making';
import type { LessonShelf, PackOutline } from './lesson-shelf';
import type { Luck, RoomLine } from './ports';

/** What is to be played. */
export type LessonChoice =
  | { readonly from: 'set'; readonly id: string }
  | { readonly from: 'pack'; readonly id: string; readonly language: Language; readonly wish: LessonWish }
  /** A lesson that another class played, from its file. */
  | { readonly from: 'file'; readonly lesson: Lesson };

interface Parts {
  readonly lessons: LessonShelf;
  readonly office: RoomOffice;
  readonly keys: HostKeys;
  readonly luck: Luck;
  readonly home: HomeAddress;
  /** A line for taking a room over. */
  readonly line: () => RoomLine;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** Choosing what a class plays, and how, until there is a room. */
export class Opening {
  packs = $state.raw<readonly PackSummary[]>([]);
  sets = $state.raw<readonly SavedSet[]>([]);
  settings = $state.raw<RoomSettings>(DEFAULT_SETTINGS);
  problem = $state.raw<StorageProblem | null>(null);
  /** Why there is no room; null: nothing went wrong. */
  refused = $state.raw<NotMade | 'no-lesson' | RefusalReason | null>(null);
  busy = $state(false);

  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
    // Whatever has been stored is an address or nothing.
    this.settings = { ...DEFAULT_SETTINGS, app: readAppAddress(parts.home.read() ?? '') };
  }

  async load(): Promise<void> {
    const [packs, sets] = await Promise.all([this.#parts.lessons.packs(), this.#parts.lessons.sets()]);
    if (packs.ok) this.packs = packs.value;
    else this.problem = packs.problem;
    // Without storage there are no sets, and the packs that come with the app can still be played.
    if (sets.ok) this.sets = sets.value;
  }

  /** Rooms that this device is the host of, the latest first. */
  get mine(): readonly HostKey[] {
    return this.#parts.keys.all();
  }

  /** Null: there is no such pack. */
  outline(pack: string, language: Language): Promise<PackOutline | null> {
    return this.#parts.lessons.outline(pack, language);
  }

  /** Makes the room. Null: it was not made, and `refused` says why. */
  async start(choice: LessonChoice): Promise<string | null> {
    if (this.busy) return null;
    this.busy = true;
    this.refused = null;
    try {
      const lesson = await this.#lesson(choice);
      if (lesson === null || lesson.questions.length === 0) {
        this.refused = 'no-lesson';
        return null;
      }
      this.#parts.home.keep(this.settings.app);
      const secret = this.#parts.luck.secret();
      const made = await this.#parts.office.make({ secret, lesson, settings: settle(this.settings, lesson) });
      if (!made.ok) {
        this.refused = made.why;
        return null;
      }
      this.#parts.keys.keep({ room: made.room, secret, title: lesson.title, madeMs: this.#parts.now() });
      return made.room;
    } finally {
      this.busy = false;
    }
  }

  /** Takes a room over from another device, with the code that stands there. Null: it was not given. */
  takeOver(pin: string, recovery: string): Promise<string | null> {
    const secret = this.#parts.luck.secret();
    const line = this.#parts.line();
    this.refused = null;
    return new Promise((resolve) => {
      line.listen({
        onmessage: () => undefined,
        onreach: (reach) => {
          if (reach === 'here' || reach === 'connecting') return;
          this.refused = 'unreachable';
          line.close();
          resolve(null);
        },
        onconnect: () => {
          void line.ask({ kind: 'take-over', id: this.#parts.luck.id(), pin, recovery, secret }).then((reply) => {
            line.close();
            if (reply?.ok === true)
              this.#parts.keys.keep({ room: reply.room, secret, title: '', madeMs: this.#parts.now() });
            else this.refused = reply?.reason ?? 'unreachable';
            resolve(reply?.ok === true ? reply.room : null);
          });
        },
      });
    });
  }

  async #lesson(choice: LessonChoice): Promise<Lesson | null> {
    if (choice.from === 'file') return choice.lesson;
    const made =
      choice.from === 'set'
        ? await this.#parts.lessons.fromSet(choice.id)
        : await this.#parts.lessons.fromPack(choice.id, choice.language, choice.wish);
    return made.ok ? made.value : null;
  }
}
