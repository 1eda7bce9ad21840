import type { Returning as Returned } from '$lib/core/export/desk/desk-task';
import type { Change } from '$lib/core/export/back/reconcile';
import type { SavedSet, SetItem } from '$lib/core/questions/saved-set/saved-set';
import type { Files } from './device-ports';
import type { Bench } from './ports';

export type ReturningPhase =
  | { readonly is: 'choosing' }
  | { readonly is: 'reading' }
  | { readonly is: 'read'; readonly name: string; readonly back: Extract<Returned, { ok: true }> }
  | { readonly is: 'refused'; readonly name: string; readonly back: Extract<Returned, { ok: false }> }
  | { readonly is: 'done'; readonly taken: number; readonly left: number };

export interface ReturningParts {
  readonly bench: Bench;
  readonly files: Files;
  readonly set: () => SavedSet;
  readonly take: (items: readonly SetItem[]) => Promise<void>;
}

/** Taking edits home that were made elsewhere: which file, what was changed in it, which of it is taken. */
export class Returning {
  phase: ReturningPhase = $state.raw({ is: 'choosing' });
  /** Changes that are not wanted. */
  refused: readonly Change[] = $state.raw([]);
  readonly #parts: ReturningParts;

  constructor(parts: ReturningParts) {
    this.#parts = parts;
  }

  async read(file: File): Promise<void> {
    this.phase = { is: 'reading' };
    const text = await this.#parts.files.readText(file);
    const set = this.#parts.set();
    const base = set.exported === null ? null : { ...set, items: set.exported, exported: null };
    const back = await this.#parts.bench.ask('back', { set: { ...set, exported: null }, base, text });
    if (!back.ok) {
      this.phase = { is: 'refused', name: file.name, back };
      return;
    }
    // What was changed here as well is not taken unless somebody says so.
    this.refused = conflicting(back);
    this.phase = { is: 'read', name: file.name, back };
  }

  toggle(change: Change): void {
    const { refused } = this;
    this.refused = refused.includes(change) ? refused.filter((one) => one !== change) : [...refused, change];
  }

  /** Every change that can be taken: those made there, and those of texts that were changed here too. */
  get changes(): readonly Change[] {
    return this.phase.is === 'read' ? [...this.phase.back.changes, ...conflicting(this.phase.back)] : [];
  }

  async apply(): Promise<void> {
    const wanted = this.changes.filter((change) => !this.refused.includes(change));
    const set = { ...this.#parts.set(), exported: null };
    const { items, left } = await this.#parts.bench.ask('changed', { set, changes: wanted });
    await this.#parts.take(items);
    this.phase = { is: 'done', taken: wanted.length - left, left };
  }

  again(): void {
    this.phase = { is: 'choosing' };
  }
}

function conflicting({ conflicts }: Extract<Returned, { ok: true }>): readonly Change[] {
  return conflicts.flatMap((conflict) => (conflict.why === 'changed-here-too' ? [conflict.theirs] : []));
}
