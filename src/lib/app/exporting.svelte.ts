import { DEFAULT_OPTIONS } from '$lib/core/export/format';
import type { FormatId, Shape, Substitute, WriteOptions } from '$lib/core/export/format';
import type { DeskFile, FormatInfo, PreflightView } from '$lib/core/export/desk/desk-task';
import type { Language } from '$lib/core/questions/question';
import type { SavedSet } from '$lib/core/questions/saved-set/saved-set';
import type { Files } from './device-ports';
import type { Bench } from './ports';

export type ExportPhase =
  | { readonly is: 'choosing' }
  | { readonly is: 'checking'; readonly format: FormatInfo }
  | { readonly is: 'checked' | 'writing'; readonly format: FormatInfo; readonly check: PreflightView }
  | {
      readonly is: 'done';
      readonly format: FormatInfo;
      readonly check: PreflightView;
      readonly files: readonly DeskFile[];
    };

export interface ExportingParts {
  readonly bench: Bench;
  readonly files: Files;
  readonly set: () => SavedSet;
  /** The language of the interface. */
  readonly words: Language;
  /** The set went out. */
  readonly onwritten: () => void;
} // prettier-ignore

/** Taking a set elsewhere: which program, what it will get of the set, the file. */
export class Exporting {
  phase: ExportPhase = $state.raw({ is: 'choosing' });
  formats: readonly FormatInfo[] = $state.raw([]);
  options: WriteOptions = $state.raw(DEFAULT_OPTIONS);
  readonly #parts: ExportingParts;
  #run = 0;

  constructor(parts: ExportingParts) {
    this.#parts = parts;
  }

  async open(): Promise<void> {
    this.formats = await this.#parts.bench.ask('formats', {});
  }

  /** Looks at what a format will get. */
  async choose(id: FormatId): Promise<void> {
    const format = this.formats.find((one) => one.id === id);
    if (format === undefined) return;
    this.options = DEFAULT_OPTIONS;
    await this.#check(format);
  }

  back(): void {
    this.#run += 1;
    this.phase = { is: 'choosing' };
  }

  /** @param by null: what the format does by itself */
  async substitute(shape: Shape, by: Substitute | null): Promise<void> {
    const substitutes = Object.fromEntries(Object.entries(this.options.substitutes).filter(([one]) => one !== shape));
    await this.#set({ ...this.options, substitutes: by === null ? substitutes : { ...substitutes, [shape]: by } });
  }

  async cut(tooLong: WriteOptions['tooLong']): Promise<void> {
    await this.#set({ ...this.options, tooLong });
  }

  async print(versions: readonly string[]): Promise<void> {
    await this.#set({ ...this.options, versions });
  }

  async answer(answers: WriteOptions['answers']): Promise<void> {
    await this.#set({ ...this.options, answers });
  }

  /** Writes the file and saves it on the device. */
  async write(): Promise<void> {
    const { phase } = this;
    if (phase.is !== 'checked' && phase.is !== 'done') return;
    const { format, check } = phase;
    const run = (this.#run += 1);
    this.phase = { is: 'writing', format, check };
    const files = await this.#parts.bench.ask('write', { set: this.#sent(), format: format.id, options: this.options });
    if (run !== this.#run) return;
    for (const { name, bytes, mimeType } of files) this.#parts.files.downloadBytes(name, bytes, mimeType);
    this.phase = { is: 'done', format, check, files };
    this.#parts.onwritten();
  }

  /** The losses as a file to be kept beside it. */
  saveReport(): void {
    if (this.phase.is !== 'done') return;
    const [file] = this.phase.files;
    if (file === undefined) return;
    this.#parts.files.download(`${file.name.replace(/\.[^.]+$/u, '')}-report.txt`, file.report, 'text/plain;charset=utf-8');
  } // prettier-ignore

  async #set(options: WriteOptions): Promise<void> {
    this.options = options;
    if (this.phase.is !== 'choosing') await this.#check(this.phase.format);
  }

  async #check(format: FormatInfo): Promise<void> {
    const run = (this.#run += 1);
    // What was seen before stays until the new one is there, so that nothing jumps.
    if (!('check' in this.phase) || this.phase.format !== format) this.phase = { is: 'checking', format };
    const about = { set: this.#sent(), format: format.id, options: this.options, words: this.#parts.words };
    const check = await this.#parts.bench.ask('preflight', about);
    if (run === this.#run) this.phase = { is: 'checked', format, check };
  }

  #sent(): SavedSet {
    return { ...this.#parts.set(), exported: null };
  }
}
