import { xlsx } from '$lib/core/export/bytes/xlsx';
import { SAVED_SET_VERSION, type SavedSet } from '$lib/core/questions/saved-set/saved-set';
import type { HostCommand } from '$lib/core/room/protocol';
import type { JournalEntry } from '$lib/core/room/replay';
import type { Report } from '$lib/core/room/report';
import type { SetStore } from '../ports';
import type { Hosting } from './hosting.svelte';
import { momentsOf, type LessonMoment } from './lesson-steps';
import { asCsv, pupilRows, questionRows, type TableWords } from './report-tables';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** What was right after all. */
export type RightAfterAll = Extract<HostCommand, { kind: 'correct-key' }>['right'];

interface Parts {
  readonly hosting: Hosting;
  readonly sets: Pick<SetStore, 'put'>;
  readonly files: {
    readonly download: (name: string, text: string, type?: string) => void;
    readonly downloadBytes: (name: string, bytes: Uint8Array, type: string) => void;
  };
  /** 0 … 2³²−1. */
  readonly draw: () => number;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** A lesson afterwards: what it came to, its files, its key corrected, and the next lesson from what was missed. */
export class LessonReport {
  report = $state.raw<Report | null>(null);
  /** The server does not have it: erased, or another host's. */
  missing = $state(false);
  /** The lesson step by step; null: not asked for. */
  journal = $state.raw<readonly JournalEntry[] | null>(null);
  readonly moments: readonly LessonMoment[] = $derived(this.journal === null ? [] : momentsOf(this.journal));
  readonly hosting: Hosting;
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.hosting = parts.hosting;
  }

  open(): void {
    this.hosting.open();
    void this.load();
  }

  close(): void {
    this.hosting.close();
  }

  async load(): Promise<void> {
    const text = await this.hosting.file('report');
    this.missing = text === null;
    if (text !== null) this.report = this.#named(JSON.parse(text) as Report); // our own server's words
  }

  /** With the pupils' own names, which this device alone has. */
  #named(report: Report): Report {
    const pupils = report.pupils.map((pupil) => {
      const own = this.hosting.roster.nameOf(pupil.seat);
      return own === null ? pupil : { ...pupil, name: `${own} (${pupil.name})` };
    });
    return { ...report, pupils };
  }

  async loadJournal(): Promise<void> {
    const text = await this.hosting.file('journal');
    if (text === null) return;
    const lines = text.split('\n').filter((line) => line !== '');
    this.journal = lines.map((line) => JSON.parse(line) as JournalEntry); // our own server's words
  }

  saveTable(table: 'pupils' | 'questions', type: 'csv' | 'xlsx', words: TableWords): void {
    const { report } = this;
    if (report === null) return;
    const rows = table === 'pupils' ? pupilRows(report, words) : questionRows(report, words);
    const name = `${fileName(report.title)}-${table}.${type}`;
    if (type === 'csv') this.#parts.files.download(name, `\uFEFF${asCsv(rows)}`, 'text/csv;charset=utf-8');
    else {
      const book = xlsx({ sheet: table, rows, title: report.title, credit: 'Dateline' });
      this.#parts.files.downloadBytes(name, book, XLSX);
    }
  }

  /** The lesson as a file for another class to play against, without names. */
  async saveGhost(): Promise<void> {
    const text = await this.hosting.file('lesson');
    if (text !== null) this.#parts.files.download(`${fileName(this.report?.title ?? 'lesson')}-class.json`, text);
  }

  /** Judges everything given to a question again, and reads what came of it. */
  async correct(question: number, right: RightAfterAll): Promise<boolean> {
    const done = await this.hosting.wish({ kind: 'correct-key', question, right });
    if (done) await this.load();
    return done;
  }

  /** A set of what the class missed, kept on this device. Null: there is nothing, or it could not be stored. */
  async nextLesson(title: string): Promise<string | null> {
    const set =
      this.report === null
        ? null
        : setOfWeak(this.report, {
            title,
            language: this.hosting.view?.about.language ?? 'en',
            seed: this.#parts.draw(),
            now: this.#parts.now(),
          });
    if (set === null) return null;
    const stored = await this.#parts.sets.put(set);
    return stored.ok ? set.id : null;
  }
}

/** The questions that went badly, each with another choice of wrong answers. Null: none did. */
export function setOfWeak(
  { pack, weak, questions }: Report,
  { title, language, seed, now }: Pick<SavedSet, 'title' | 'language' | 'seed'> & { readonly now: number },
): SavedSet | null {
  const items = weak.flatMap((index) => {
    const question = questions.find((one) => one.index === index);
    return question === undefined
      ? []
      : [{ fact: question.fact, form: question.form, seed, locked: false, edit: null }];
  });
  if (items.length === 0) return null;
  return {
    format: SAVED_SET_VERSION,
    id: `lesson-${now.toString(36)}-${seed.toString(36)}`,
    title,
    pack,
    language,
    seed,
    revision: 0,
    wish: { count: items.length, storylines: [], kinds: [], forms: [], difficulty: null },
    items,
    exported: null,
    createdMs: now,
    changedMs: now,
  };
}

function fileName(title: string): string {
  const plain = title.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-+|-+$/g, '').slice(0, 40); // prettier-ignore
  return plain === '' ? 'lesson' : plain;
}
