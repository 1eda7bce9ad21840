import { dayOf, densityOf, replayOf, type DayOnMap, type Replay } from '$lib/core/packs/replay';
import type { PackTales, TaleFilter } from './pack-tales';

/** The replay begins where the shortest time with so many of all days begins: a straggler years before is no beginning. */
const MOST_SHARE = 0.8;

/** Where a learner is in the days of a pack. */
export class ReplayState {
  /** Null: nothing of what is looked at has a day. */
  replay: Replay | null = $state.raw(null);
  /** Day number. */
  day: number = $state(0);
  playing: boolean = $state(false);
  readonly now: DayOnMap | null = $derived(this.replay === null ? null : dayOf(this.replay, this.day));
  readonly #tales: PackTales;

  constructor(tales: PackTales) {
    this.#tales = tales;
  }

  /** Looks at other events; the day stays as long as it is one of theirs. */
  show(filter: TaleFilter, day: number | null): void {
    const replay = replayOf(this.#tales.index, this.#tales.chosen(filter));
    const before = this.replay;
    this.replay = replay;
    if (replay === null) this.playing = false;
    else if (before === null) this.day = day === null ? beginOf(replay) : this.#within(day);
    else this.day = this.#within(this.day);
  }

  /** How full each of equal parts of the time is. */
  density(parts: number): readonly number[] {
    return this.replay === null ? [] : densityOf(this.replay, parts);
  }

  go(day: number): void {
    this.day = this.#within(day);
  }

  /** The next day on which something begins; at the end it stops. */
  next(): void {
    const next = this.replay?.stops.find((stop) => stop > this.day);
    if (next === undefined) this.playing = false;
    else this.day = next;
  }

  previous(): void {
    this.day = this.replay?.stops.findLast((stop) => stop < this.day) ?? this.day;
  }

  /** Plays from here, from the beginning where this is the end, or pauses. */
  toggle(): void {
    const { replay } = this;
    if (replay === null) return;
    if (!this.playing && this.day >= (replay.stops.at(-1) ?? 0)) this.day = beginOf(replay);
    this.playing = !this.playing;
  }

  #within(day: number): number {
    const { replay } = this;
    return replay === null ? day : Math.min(Math.max(day, replay.first), replay.last);
  }
}

function beginOf({ stops, first, last }: Replay): number {
  const held = Math.max(1, Math.ceil(stops.length * MOST_SHARE));
  let best = { first, last };
  for (let from = 0; from + held <= stops.length; from += 1) {
    const [begin, end] = [stops[from] ?? first, stops[from + held - 1] ?? last];
    if (end - begin < best.last - best.first) best = { first: begin, last: end };
  }
  return best.first;
}
