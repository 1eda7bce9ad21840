import type { LessonChoice, Opening } from '$lib/app/rooms/opening.svelte';
import type { Lesson } from '$lib/core/room/lesson';
import type { Language } from '$lib/core/questions/question';
import { drawSeed, readLessonFile } from './lesson-file';

/** What the teacher has chosen to be played, as the fields of the page have it. */
export class LessonSource {
  /** `set:id` or `pack:id`; null: what comes first. */
  chosen = $state<string | null>(null);
  /** Of a lesson that is drawn from a pack: how many questions, of which storyline (empty: all), and whether others than tapped ones. */
  count = $state(12);
  storyline = $state('');
  withTyping = $state(true);
  /** A lesson from a file, which comes before all else; null: none. */
  lesson = $state.raw<Lesson | null>(null);
  /** The last file was no lesson. */
  unreadable = $state(false);
  /** What is known of the pack; null until it is read. */
  outline = $state.raw<Awaited<ReturnType<Opening['outline']>>>(null);

  readonly #opening: Opening;
  /** A set that the address names; null: none. */
  readonly #wanted: () => string | null;

  constructor(opening: Opening, wanted: () => string | null) {
    this.#opening = opening;
    this.#wanted = wanted;
  }

  /** The set that the address names is not on this device. */
  get isGone(): boolean {
    const wanted = this.#wanted();
    return wanted !== null && this.#opening.packs.length > 0 && !this.#opening.sets.some(({ id }) => id === wanted);
  }

  /** What stands in the list: the set of the address, else the latest set, else a pack. */
  get from(): string {
    const { sets, packs } = this.#opening;
    const named = sets.find(({ id }) => id === this.#wanted()) ?? sets[0];
    return this.chosen ?? (named === undefined ? `pack:${packs[0]?.id ?? ''}` : `set:${named.id}`);
  }

  /** The pack that something is drawn from on the spot; null: a set or a file is played. */
  get drawnFrom(): string | null {
    return this.lesson === null && this.from.startsWith('pack:') ? this.from.slice(5) : null;
  }

  /** The pack that the questions of a set or of the spot come from; empty: it is not known yet. */
  get pack(): string {
    const set = this.#opening.sets.find(({ id }) => `set:${id}` === this.from);
    return set?.pack.id ?? this.from.replace(/^\w+:/, '');
  }

  /** Whether no race may be offered: not of a grave pack, and of none before it is known. */
  get isGrave(): boolean {
    return (this.lesson ?? this.outline)?.tone !== 'plain';
  }

  /** Finds out about the pack; call it whenever that, or the language, has changed. */
  async look(pack: string, language: Language): Promise<void> {
    this.outline = null;
    this.storyline = '';
    if (pack === '') return;
    const found = await this.#opening.outline(pack, language);
    if (pack === this.pack) this.outline = found;
  }

  async read(file: File | undefined): Promise<void> {
    if (file === undefined) return;
    this.lesson = await readLessonFile(file);
    this.unreadable = this.lesson === null;
  }

  choice(language: Language): LessonChoice {
    const { lesson, drawnFrom, storyline, count } = this;
    if (lesson !== null) return { from: 'file', lesson };
    if (drawnFrom === null) return { from: 'set', id: this.from.slice(4) };
    const forms = this.withTyping ? [] : ['choice', 'first', 'last', 'between'];
    const storylines = storyline === '' ? [] : [storyline];
    return { from: 'pack', id: drawnFrom, language, wish: { count, storylines, kinds: [], forms, seed: drawSeed() } };
  }
}
