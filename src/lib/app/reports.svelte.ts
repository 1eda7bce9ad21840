import type { CareDesk, KeptReport } from './care-desk';
import { writeReports } from './reports-file';
import { fileName } from './restore-preview';
import type { Files } from './device-ports';
import type { Clock, StorageProblem } from './ports';

export type ReportsPhase =
  | { readonly is: 'loading' }
  | { readonly is: 'ready'; readonly reports: readonly KeptReport[] }
  | { readonly is: 'failed'; readonly problem: StorageProblem };

export interface ReportsParts {
  readonly desk: CareDesk;
  readonly files: Files;
  readonly clock: Clock;
  readonly app: string;
}

/** The learner's list of reported questions. */
export class Reports {
  phase: ReportsPhase = $state.raw({ is: 'loading' });
  readonly #parts: ReportsParts;

  constructor(parts: ReportsParts) {
    this.#parts = parts;
  }

  async load(): Promise<void> {
    const read = await this.#parts.desk.reports();
    this.phase = read.ok ? { is: 'ready', reports: read.value } : { is: 'failed', problem: read.problem };
  }

  /** Notes that it is dealt with, or that it is not after all. */
  async settle(report: KeptReport, resolved: boolean): Promise<void> {
    await this.#done(
      resolved
        ? this.#parts.desk.resolve(report)
        : this.#takeBack(report, { undo: 'resolve', report: report.entry.id }),
    );
  }

  /** Takes a report off the list. */
  async remove(report: KeptReport): Promise<void> {
    await this.#done(this.#takeBack(report, { undo: 'report', report: report.entry.id }));
  }

  /** Saves the list as a file: each question with its proof, so that the pack's author can check it again. */
  export(): void {
    if (this.phase.is !== 'ready') return;
    const { files, clock, app } = this.#parts;
    const moment = clock.now();
    files.download(fileName(moment, 'reports-'), writeReports(this.phase.reports, moment.utcMs, app));
  }

  #takeBack({ entry }: KeptReport, undoing: Parameters<CareDesk['takeBack']>[2]): Promise<StorageProblem | null> {
    return this.#parts.desk.takeBack({ id: entry.pack, version: entry.packVersion }, entry.fact, undoing);
  }

  async #done(writing: Promise<StorageProblem | null>): Promise<void> {
    const problem = await writing;
    if (problem === null) await this.load();
    else this.phase = { is: 'failed', problem };
  }
}
