import { allowedBy } from '$lib/core/memory/apart';
import { SIBLING_SPREAD_DAYS } from '$lib/core/memory/due-facts';
import { keysOfFacts } from '$lib/core/memory/memory-key';
import { estimateMinutes, limitOn, planDay } from '$lib/core/memory/queue';
import type { ExamDay, StudyFact } from '$lib/core/memory/queue';
import { NO_EXTRA, WHOLE_PACK, countSession, extraOf, isKind } from '$lib/core/memory/session-state';
import { easesOf } from '$lib/core/memory/study-settings';
import type { SettingsOfPack } from '$lib/core/memory/study-settings';
import { answersByDay } from '$lib/core/memory/study-days';
import type { DayCount } from '$lib/core/memory/study-days';
import type { Problem } from '$lib/core/packs/problem';
import { studyDayAfter } from '$lib/core/time/study-day';
import { examAhead, questionsToday } from './exam-day';
import type { Clock, PackShelf, PackSummary, ReadPack, StorageProblem, Stored, StudyStore } from './ports';

/** A pack and what it holds for today. */
export interface LibraryPack {
  readonly summary: PackSummary;
  readonly due: number;
  readonly changed: number;
  readonly fresh: number;
  /** Minutes that today's questions take. */
  readonly minutes: number;
  /** Questions left in a session begun today; null: none is open. */
  readonly sessionLeft: number | null;
  /** UTC milliseconds of the next learning step when nothing else is due; null: none today. */
  readonly nextLearningMs: number | null;
  /** Nothing of it was studied yet. */
  readonly untouched: boolean;
}

export type LibraryPhase =
  | { readonly is: 'loading' }
  | { readonly is: 'ready'; readonly packs: readonly LibraryPack[] }
  | { readonly is: 'failed'; readonly problem: StorageProblem };

/** A pack on its way in from a file. */
export type Adding =
  | { readonly is: 'idle' }
  | { readonly is: 'reading'; readonly file: string }
  | { readonly is: 'refused'; readonly file: string; readonly problems: readonly Problem[] }
  | { readonly is: 'added'; readonly file: string; readonly summary: PackSummary; readonly replaced: number | null }
  | { readonly is: 'failed'; readonly file: string; readonly problem: StorageProblem };

export interface LibraryParts {
  readonly shelf: PackShelf;
  readonly store: StudyStore;
  readonly clock: Clock;
  readonly rolloverHour: number;
  /** Settings as they hold for a pack. */
  readonly settingsOf: (pack: string) => SettingsOfPack;
  /** What the plan for a pack's exam has for today, which needs the memory model: asked only where there is an exam to come. */
  readonly examDay: (
    pack: string,
    facts: readonly StudyFact[],
    day: number,
    extra: number,
  ) => Promise<Stored<ExamDay | null>>;
}

const MOST_DUE = 1000;
/** Days that `history` looks back: six weeks. */
const HISTORY_DAYS = 42;

/** The packs on this device. Loads no questions, and the memory model only for an exam: what is due is in the store's index. */
export class Library {
  phase: LibraryPhase = $state.raw({ is: 'loading' });
  adding: Adding = $state.raw({ is: 'idle' });
  /** Answers a study day over the last six weeks, today last; empty until it is read. Read after the rest: it may be long. */
  history: readonly DayCount[] = $state.raw([]);

  readonly #parts: LibraryParts;
  readonly #stopListening: () => void;

  constructor(parts: LibraryParts) {
    this.#parts = parts;
    this.#stopListening = parts.store.onChange(() => void this.load());
  }

  /** Reads the packs and what is due; again whenever another tab has written. */
  async load(): Promise<void> {
    const listed = await this.#parts.shelf.list();
    const packs: LibraryPack[] = [];
    for (const summary of listed.ok ? listed.value : []) {
      const counted = await this.#count(summary);
      if (!counted.ok) {
        this.phase = { is: 'failed', problem: counted.problem };
        return;
      }
      packs.push(counted.value);
    }
    this.phase = listed.ok ? { is: 'ready', packs } : { is: 'failed', problem: listed.problem };
    await this.#readHistory();
  }

  /** Adds a pack from a file, or updates the one with the same id if the file's version is higher. Memory stays. */
  async add(file: File): Promise<void> {
    this.adding = { is: 'reading', file: file.name };
    const read = await this.#parts.shelf.read(file);
    if (!read.ok) {
      this.adding = { is: 'refused', file: file.name, problems: read.problems };
      return;
    }
    const listed = await this.#parts.shelf.list();
    if (!listed.ok) {
      this.adding = { is: 'failed', file: file.name, problem: listed.problem };
      return;
    }
    const present = listed.value.find((summary) => summary.id === read.pack.summary.id) ?? null;
    if (present !== null && present.version >= read.pack.summary.version) {
      this.adding = { is: 'refused', file: file.name, problems: [notNewer(file.name, present, read.pack)] };
      return;
    }
    const installed = await this.#parts.shelf.install(read.pack);
    this.adding = installed.ok
      ? { is: 'added', file: file.name, summary: read.pack.summary, replaced: present?.version ?? null }
      : { is: 'failed', file: file.name, problem: installed.problem };
    await this.load();
  }

  /** Forgets what became of the last file. */
  dismiss(): void {
    this.adding = { is: 'idle' };
  }

  /** Removes an imported pack. What was learnt stays in the log, in case the pack comes back. */
  async remove(id: string): Promise<void> {
    const removed = await this.#parts.shelf.remove(id);
    if (removed.ok) await this.load();
    else this.phase = { is: 'failed', problem: removed.problem };
  }

  close(): void {
    this.#stopListening();
  }

  /** A history that cannot be read stays as it was: whatever is wrong with the store shows elsewhere. */
  async #readHistory(): Promise<void> {
    const { store, clock, rolloverHour } = this.#parts;
    const lastDay = await store.lastDay();
    if (!lastDay.ok) return;
    const { day } = studyDayAfter(lastDay.value, clock.now(), rolloverHour);
    const from = day - HISTORY_DAYS + 1;
    const entries = await store.logBetween(from, day);
    if (entries.ok) this.history = answersByDay(entries.value, from, day);
  }

  async #count(summary: PackSummary): Promise<Stored<LibraryPack>> {
    const { store, clock, rolloverHour, settingsOf } = this.#parts;
    const settings = settingsOf(summary.id);
    const lastDay = await store.lastDay();
    if (!lastDay.ok) return lastDay;
    const moment = clock.now();
    const { day } = studyDayAfter(lastDay.value, moment, rolloverHour);
    const facts = await store.factsOf(summary.id);
    if (!facts.ok) return facts;
    const opened = await store.openDay(summary.id, day, day - SIBLING_SPREAD_DAYS + 1, MOST_DUE);
    if (!opened.ok) return opened;
    const { due, recent, care, session } = opened.value;
    const ease = easesOf(settings)(day);
    const limit = limitOn(ease, settings.newPerDay);
    const extra = session?.day === day ? extraOf(session) : NO_EXTRA;
    const ahead = examAhead(settings, day) !== null;
    // Never opened here, a pack has not said yet what it asks: memories that came with a backup say what is due nevertheless.
    const learnt = facts.value === null ? await store.memoryCount(summary.id) : ({ ok: true, value: 0 } as const);
    if (!learnt.ok) return learnt;
    const asked = facts.value?.facts ?? [];
    const known = await store.knownKeys(summary.id, keysOfFacts(summary.id, asked));
    if (!known.ok) return known;
    const exam =
      ahead && facts.value !== null
        ? await this.#parts.examDay(summary.id, asked, day, extra.reviews)
        : ({ ok: true, value: null } as const);
    if (!exam.ok) return exam;
    const plan = planDay({
      pack: summary.id,
      facts: asked,
      due,
      recent,
      isKnown: (key) => known.value.has(key),
      day,
      nowMs: moment.utcMs,
      rules: settings,
      ease,
      extra,
      exam: exam.value,
      ...allowedBy(care, summary.id, asked, day),
      seed: day,
    });
    const room =
      ahead && settings.exam !== null && ease !== 'none'
        ? questionsToday(settings.exam.minutes, summary.facts, recent, day) - plan.due
        : limit;
    const unmet = (summary.facts ?? Infinity) - learnt.value;
    const fresh = facts.value === null ? Math.max(0, Math.min(room, unmet)) : plan.fresh;
    const kind = { pack: summary.id, day, mode: 'study', scope: WHOLE_PACK } as const;
    const open =
      session !== null && isKind(session, kind) && session.current !== null ? countSession(session).left : null;
    const value: LibraryPack = {
      summary,
      due: plan.due,
      changed: plan.changed,
      fresh,
      minutes: estimateMinutes(plan.due + plan.changed + fresh),
      sessionLeft: open,
      nextLearningMs: plan.nextLearningMs,
      untouched: facts.value === null && learnt.value === 0,
    };
    return { ok: true, value };
  }
}

function notNewer(file: string, present: PackSummary, read: ReadPack): Problem {
  const message =
    present.version === read.summary.version
      ? `version ${String(present.version)} of this pack is already here`
      : 'a newer version of this pack is already here';
  return {
    file,
    line: 1,
    column: 1,
    path: 'version',
    message,
    expected: `more than ${String(present.version)}`,
    received: String(read.summary.version),
  };
}
