import { factsFromAnki, learnerPackage } from '$lib/core/export/anki/learner-package';
import { readPackage } from '$lib/core/export/anki/read-package';
import type { DrawMap } from '$lib/core/export/export-set';
import { questionsOfFacts } from '$lib/core/export/questions-of-facts';
import { setOfQuestions } from '$lib/core/export/set-of-questions';
import { fileName } from '$lib/core/export/text/file-name';
import type { LearnerData } from '$lib/core/memory/backup';
import type { Scheduler } from '$lib/core/memory/fsrs';
import type { AnswerEntry } from '$lib/core/memory/log';
import type { Schedulers } from '$lib/core/memory/rebuild';
import type { Generator } from '$lib/core/questions/generator';
import { entriesFromAnki, factsIn, learntOf } from './anki-answers';
import type { Backups, Clock, FactInfo, PackSummary, SafetyStore, StorageProblem } from './ports';

/** What a package from Anki would bring. Nothing has been changed yet. */
export interface AnkiPreview {
  readonly file: string;
  /** Cards of facts of the pack, and cards of something else. */
  readonly cards: number;
  readonly others: number;
  /** Answers that are not in the log. */
  readonly answers: number;
  /** Facts that they are about; memories that will be others than now. */
  readonly facts: number;
  /** UTC milliseconds of the first and the last of the answers. */
  readonly span: readonly [first: number, last: number] | null;
}

export type AnkiPhase =
  | { readonly is: 'idle' }
  | { readonly is: 'working' }
  /** `left`: memories of facts that the pack asks no more. */
  | { readonly is: 'saved'; readonly facts: number; readonly left: number }
  | { readonly is: 'nothing' }
  | { readonly is: 'refused'; readonly file: string; readonly message: string }
  | { readonly is: 'preview'; readonly preview: AnkiPreview }
  | { readonly is: 'done'; readonly answers: number }
  | { readonly is: 'failed'; readonly problem: StorageProblem };

export interface AnkiExchangeParts {
  readonly pack: PackSummary;
  readonly generator: Generator;
  /** What the pack asks. */
  readonly infos: () => readonly FactInfo[];
  readonly drawMap: DrawMap | null;
  readonly store: SafetyStore;
  readonly merge: Backups['merge'];
  readonly clock: Clock;
  readonly scheduler: Scheduler;
  readonly schedulers: Schedulers;
  readonly save: (name: string, bytes: Uint8Array) => void;
}

/** A learner's memory of one pack goes to Anki and comes back: as answers, since the log is the truth of a memory. */
export class AnkiExchange {
  phase: AnkiPhase = $state.raw({ is: 'idle' });

  readonly #parts: AnkiExchangeParts;
  #found: readonly AnswerEntry[] = [];

  constructor(parts: AnkiExchangeParts) {
    this.#parts = parts;
  }

  /** Saves what is remembered of the pack as a package for Anki: a card a fact, with its schedule, its FSRS state and the answers behind it. */
  async take(): Promise<void> {
    const data = await this.#data();
    if (data === null) return;
    const { pack, generator, drawMap, save } = this.#parts;
    const { learnt, answers } = learntOf(data, pack.id);
    if (learnt.length === 0) {
      this.phase = { is: 'nothing' };
      return;
    }
    const questions = questionsOfFacts(generator, learnt.map(({ fact }) => fact), 1); // prettier-ignore
    const set = setOfQuestions(generator, questions, { id: `memory-${pack.id}`, seed: 1, drawMap });
    save(fileName(`${set.title} Anki`, 'apkg'), learnerPackage(set, learnt, answers).bytes);
    this.phase = { is: 'saved', facts: questions.length, left: learnt.length - questions.length };
  }

  /** Reads a package that Anki exported and says what it would bring. */
  async check(file: { readonly name: string; readonly arrayBuffer: () => Promise<ArrayBuffer> }): Promise<void> {
    this.#found = [];
    const data = await this.#data();
    if (data === null) return;
    const read = await readPackage(new Uint8Array(await file.arrayBuffer()));
    if (!read.ok) {
      this.phase = { is: 'refused', file: file.name, message: read.message };
      return;
    }
    const { pack, generator, infos, scheduler, schedulers } = this.#parts;
    const asked = infos();
    const names = asked.flatMap(({ memories }) => memories.map(({ fact }) => fact));
    const facts = factsFromAnki(pack.id, names, read.cards, read.began);
    const { minutesWest, rolloverHour } = read.began;
    this.#found = entriesFromAnki({
      pack,
      language: generator.context.language,
      infos: asked,
      facts,
      clock: { utcOffsetMinutes: -minutesWest, rolloverHour },
      data,
      scheduler,
      schedulers,
    });
    const times = this.#found.map(({ utcMs }) => utcMs);
    this.phase = {
      is: 'preview',
      preview: {
        file: file.name,
        cards: facts.size,
        others: read.cards.length - facts.size,
        answers: this.#found.length,
        facts: factsIn(this.#found),
        span: times.length === 0 ? null : [Math.min(...times), Math.max(...times)],
      },
    };
  }

  /** Adds the answers that `check` found to the log; memory follows from it. A snapshot of what was is kept. */
  async bringBack(): Promise<void> {
    const found = this.#found;
    if (this.phase.is !== 'preview' || found.length === 0) return;
    const here = await this.#data();
    if (here === null) return;
    const { store, merge, clock, scheduler } = this.#parts;
    const theirs: LearnerData = { log: found, memory: [], care: [], parameters: [scheduler.parameters], settings: {}, packs: [], sets: null }; // prettier-ignore
    const written = await store.replace(merge(here, theirs), clock.now().utcMs);
    this.#found = [];
    this.phase = written.ok ? { is: 'done', answers: found.length } : { is: 'failed', problem: written.problem };
  }

  cancel(): void {
    this.#found = [];
    this.phase = { is: 'idle' };
  }

  /** All that is on the device; null after it was said why not. */
  async #data(): Promise<LearnerData | null> {
    this.phase = { is: 'working' };
    const data = await this.#parts.store.dump();
    if (!data.ok) this.phase = { is: 'failed', problem: data.problem };
    return data.ok ? data.value : null;
  }
}
