import type { Language } from '../../time/language';
import { ticksOf, type Tick } from './timeline-ticks';

/** First and last day of something on an axis, as day numbers. */
export interface Stretch {
  readonly first: number;
  readonly last: number;
}

/** An axis of time from top to bottom, broken where nothing happened for long. */
export interface Axis {
  /** Where a day stands, 0 (top) … 1. */
  readonly at: (day: number) => number;
  /** Where it is broken: from … to, 0 … 1. */
  readonly breaks: readonly { readonly from: number; readonly to: number }[];
  readonly ticks: readonly Tick[];
}

/** What of an axis a break takes. */
const BREAK = 0.05;
const MOST_BREAKS = 4;
/** An axis is broken where more of it than this would be empty, and emptier by so many times than elsewhere. */
const EMPTY = 0.3;
const EMPTIER = 4;
/** A part of the axis gets at least so much of what its words take. */
const LEAST = 0.7;

interface Part extends Stretch {
  /** Of the words beside it. */
  readonly lines: number;
}

/** The axis of a page: everything on it in the order of time, with the lines of words that it takes. */
export function axisOf(shown: readonly (Stretch & { readonly lines: number })[], language: Language): Axis {
  const parts = partsOf(shown);
  const room = 1 - BREAK * (parts.length - 1);
  const days = parts.reduce((sum, { first, last }) => sum + last - first, 0);
  const lines = parts.reduce((sum, part) => sum + part.lines, 0);
  const weights = parts.map((part) => Math.max(days === 0 ? 0 : (part.last - part.first) / days, (LEAST * part.lines) / lines));
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  let top = 0;
  const placed = parts.map((part, i) => {
    const from = top;
    const to = from + ((weights[i] ?? 0) / all) * room;
    top = to + BREAK;
    return { ...part, from, to };
  });
  const at = (day: number): number => {
    const part = placed.findLast(({ first }) => first <= day) ?? placed[0];
    if (part === undefined) return 0;
    const { first, last, from, to } = part;
    return last === first ? (from + to) / 2 : from + (Math.min(1, Math.max(0, (day - first) / (last - first))) * (to - from));
  };
  return {
    at,
    breaks: placed.slice(1).map(({ from }) => ({ from: from - BREAK, to: from })),
    ticks: placed.flatMap(({ first, last, from, to }) =>
      ticksOf(first, last, language, Math.max(2, Math.round(10 * (to - from)))).map((tick) => ({ ...tick, at: at(tick.day) })),
    ),
  };
} // prettier-ignore

/** Parts the axis at its longest empty stretches, until none takes too much of what is left. */
function partsOf(shown: readonly (Stretch & { readonly lines: number })[]): Part[] {
  let parts: Part[] = [];
  for (const { first, last, lines } of shown) {
    const before = parts.at(-1);
    // Everything stands apart at first; what overlaps belongs together.
    if (before !== undefined && first <= before.last)
      parts = [...parts.slice(0, -1), { first: before.first, last: Math.max(before.last, last), lines: before.lines + lines }];
    else parts.push({ first, last, lines });
  }
  const gaps = parts.slice(1).map((part, i) => ({ after: i, days: part.first - (parts[i]?.last ?? part.first) }));
  const sorted = gaps.toSorted((a, b) => b.days - a.days);
  const whole = (parts.at(-1)?.last ?? 0) - (parts[0]?.first ?? 0);
  const broken = new Set<number>();
  let left = whole;
  for (const [i, { after, days }] of sorted.entries()) {
    const others = sorted.slice(i + 1);
    const usual = others.reduce((sum, gap) => sum + gap.days, 0) / others.length;
    // Without another gap there is nothing usual: NaN compares with nothing.
    if (broken.size >= MOST_BREAKS || days <= EMPTY * left || !(days > EMPTIER * usual)) break;
    broken.add(after);
    left -= days;
  }
  return parts.reduce<Part[]>((joined, part, i) => {
    const before = joined.at(-1);
    if (before === undefined || broken.has(i - 1)) return [...joined, part];
    return [...joined.slice(0, -1), { first: before.first, last: part.last, lines: before.lines + part.lines }];
  }, []);
} // prettier-ignore
