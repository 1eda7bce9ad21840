import type { MapShapes } from '$lib/core/places/map-shapes';
import type { BaseMap } from '$lib/core/places/packed-map';
import type { Scheduler } from '$lib/core/memory/fsrs';
import { studyDayAfter } from '$lib/core/time/study-day';
import type { Language } from '$lib/core/questions/question';
import type { PackIndex } from '$lib/core/packs/pack-index';
import type { Breathe } from '../in-pauses';
import type { Clock, FactInfo, Judge, PackSummary, QuestionSource, Stored, StudyStore } from '../ports';
import type { ClosingQuiz } from './closing-quiz.svelte';
import type { EventCard, Recalled } from './event-card';
import { Finder } from './finder';
import { PackTales } from './pack-tales';

/** What the learner's memory is read with: fetched when the first card is opened. */
export interface RecallTools {
  readonly facts: readonly FactInfo[];
  readonly scheduler: Scheduler;
  readonly rolloverHour: number;
}

export interface ExploringParts {
  readonly pack: PackSummary;
  readonly index: PackIndex;
  readonly shapes: MapShapes | null;
  readonly language: Language;
  readonly store: StudyStore;
  readonly clock: Clock;
  readonly breathe: Breathe;
  readonly recallTools: () => Promise<Stored<RecallTools>>;
  readonly baseMap: () => Promise<BaseMap | null>;
  readonly source: () => Promise<Stored<QuestionSource>>;
  readonly judge: () => Promise<Judge>;
}

const DAY_MS = 86_400_000;

/** Walking through one pack: its events in time and on the map, and what the learner knows of each. */
export class Exploring {
  readonly pack: PackSummary;
  readonly tales: PackTales;
  readonly finder: Finder;
  readonly #parts: ExploringParts;
  #map: Promise<BaseMap | null> | null = null;

  constructor(parts: ExploringParts) {
    this.#parts = parts;
    this.pack = parts.pack;
    this.tales = new PackTales(parts.index, parts.language);
    this.finder = new Finder(this.tales, parts.breathe);
  }

  /** All that is told of an event; null: the pack has no such event. A twin leads to the event that stands for it. */
  async card(eventId: string): Promise<EventCard | null> {
    const { index, shapes, language } = this.#parts;
    const { cardOf } = await import('./event-card');
    if (!index.hasEvent(eventId)) return null;
    const [stands] = index.event(eventId).sameAs;
    return cardOf(index, index.event(stands ?? eventId), shapes, language);
  }

  /** What the learner remembers of an event. */
  async recall(card: EventCard): Promise<Stored<Recalled>> {
    const { index, store, clock, recallTools } = this.#parts;
    const [{ recallOf }, tools, lastDay] = await Promise.all([import('./event-card'), recallTools(), store.lastDay()]);
    if (!tools.ok) return tools;
    if (!lastDay.ok) return lastDay;
    const { facts, scheduler, rolloverHour } = tools.value;
    const { day } = studyDayAfter(lastDay.value, clock.now(), rolloverHour);
    return recallOf(card, { index, facts, store, scheduler, day });
  }

  /** A few questions about a storyline that was read; null: nothing of it is asked. */
  async closing(storyline: string): Promise<Stored<ClosingQuiz | null>> {
    const { source, judge, clock } = this.#parts;
    const [{ ClosingQuiz, closingQuestions }, questions, judging] = await Promise.all([
      import('./closing-quiz.svelte'),
      source(),
      judge(),
    ]);
    if (!questions.ok) return questions;
    // Other questions on another day.
    const asked = closingQuestions(questions.value, storyline, Math.floor(clock.now().utcMs / DAY_MS));
    return { ok: true, value: asked.length === 0 ? null : new ClosingQuiz(asked, judging) };
  }

  /** The map that the pack is drawn on; null: there is none, or it did not come and may the next time. */
  async baseMap(): Promise<BaseMap | null> {
    this.#map ??= this.#parts.baseMap();
    const drawn = await this.#map;
    if (drawn === null) this.#map = null;
    return drawn;
  }
}
