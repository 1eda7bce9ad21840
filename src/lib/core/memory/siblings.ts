import { eventsOfFact } from './memory-key';

/** Which events were asked about when: facts of one event are not asked on one day. */
export class Siblings {
  readonly #day: number;
  readonly #apart: (fact: string) => readonly string[];
  readonly #today = new Set<string>();
  readonly #taken = new Map<string, { readonly fact: string; readonly day: number }[]>();

  constructor(day: number, apart: (fact: string) => readonly string[]) {
    this.#day = day;
    this.#apart = apart;
  }

  take(fact: string, on: number): void {
    if (on === this.#day) this.#today.add(fact);
    for (const event of eventsOfFact(fact)) {
      const asked = this.#taken.get(event);
      if (asked === undefined) this.#taken.set(event, [{ fact, day: on }]);
      else asked.push({ fact, day: on });
    }
  }

  /**
   * Whether another fact of one of its events was taken less than `within` days from today, or one that it is confused with today. What a clock
   * that was set ahead wrote into days to come holds up only what is near them.
   */
  clash(fact: string, within: number): boolean {
    return (
      this.isConfusedToday(fact) ||
      eventsOfFact(fact).some((event) =>
        (this.#taken.get(event) ?? []).some((other) => other.fact !== fact && Math.abs(this.#day - other.day) < within),
      )
    );
  }

  /** Whether a fact that it is confused with is asked today. */
  isConfusedToday(fact: string): boolean {
    return this.#apart(fact).some((other) => this.#today.has(other));
  }
}
