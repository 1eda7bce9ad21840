import { memoryKey } from '$lib/core/memory/memory-key';
import type { SessionState } from '$lib/core/memory/session';
import type { FactInfo, QuestionSource } from './ports';

/** The facts of a pack, and the memory keys behind them. */
export class SessionFacts {
  readonly all: readonly FactInfo[];
  readonly #pack: string;
  readonly #byId: ReadonlyMap<string, FactInfo>;

  constructor(source: QuestionSource) {
    this.all = source.facts();
    this.#pack = source.pack.id;
    this.#byId = new Map(this.all.map((info) => [info.fact, info]));
  }

  find(fact: string): FactInfo | null {
    return this.#byId.get(fact) ?? null;
  }

  /** Memories of a fact, without the pack; none for a fact that the pack asks no more. */
  memoriesOf(fact: string): readonly string[] {
    return this.find(fact)?.memories.map((memory) => memory.fact) ?? [];
  }

  keysOf(fact: string): readonly string[] {
    return this.memoriesOf(fact).map((memory) => memoryKey(this.#pack, memory));
  }

  /** Keys of everything that a session may still ask or take back. */
  keysOfSession({ current, upcoming, returning, answered }: SessionState): readonly string[] {
    const items = [
      ...(current === null ? [] : [current]),
      ...upcoming,
      ...returning,
      ...answered.map(({ item }) => item),
    ];
    return [...new Set(items.flatMap((item) => this.keysOf(item.fact)))];
  }

  /** Facts that any of these memories stands behind. */
  touchedBy(keys: readonly string[]): ReadonlySet<string> {
    const changed = new Set(keys);
    return new Set(
      this.all.filter((info) => this.keysOf(info.fact).some((key) => changed.has(key))).map((info) => info.fact),
    );
  }
}
