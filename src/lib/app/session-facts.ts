import { eventsOfFact, factOfKey, memoryKey } from '$lib/core/memory/memory-key';
import type { SessionState } from '$lib/core/memory/session-state';
import type { FactInfo, QuestionSource } from './ports';

/** The facts of a pack, and the memory keys behind them. */
export class SessionFacts {
  readonly all: readonly FactInfo[];
  /** Those that a session may ask. */
  readonly asked: readonly FactInfo[];
  readonly #pack: string;
  /** Made when first needed: which memories an event has, and what asks them. */
  #ofEvent: EventMemories | null = null;
  readonly #byId: ReadonlyMap<string, FactInfo>;

  constructor(source: QuestionSource, within: ((info: FactInfo) => boolean) | null) {
    this.all = source.facts();
    this.asked = within === null ? this.all : this.all.filter(within);
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

  /** Keys of the other facts that are asked of a memory's events. The pairs of one chain are asked together, and no siblings. */
  siblingsOf(key: string): readonly string[] {
    const fact = factOfKey(key);
    const index = (this.#ofEvent ??= memoriesOfEvents(this.all));
    const own = index.askedBy.get(fact);
    const others = eventsOfFact(fact).flatMap((event) => index.memories.get(event) ?? []);
    return [...new Set(others)]
      .filter((other) => index.askedBy.get(other) !== own)
      .map((other) => memoryKey(this.#pack, other));
  }

  /** Facts that any of these memories stands behind. */
  touchedBy(keys: readonly string[]): ReadonlySet<string> {
    const changed = new Set(keys);
    return new Set(
      this.all.filter((info) => this.keysOf(info.fact).some((key) => changed.has(key))).map((info) => info.fact),
    );
  }
}

interface EventMemories {
  /** The fact that asks a memory. */
  readonly askedBy: ReadonlyMap<string, string>;
  /** The memories about an event. */
  readonly memories: ReadonlyMap<string, readonly string[]>;
}

function memoriesOfEvents(facts: readonly FactInfo[]): EventMemories {
  const askedBy = new Map<string, string>();
  const memories = new Map<string, string[]>();
  for (const info of facts) {
    for (const { fact } of info.memories) {
      askedBy.set(fact, info.fact);
      for (const event of eventsOfFact(fact)) {
        const there = memories.get(event);
        if (there === undefined) memories.set(event, [fact]);
        else there.push(fact);
      }
    }
  }
  return { askedBy, memories };
}
