import type { AnswerEntry, Mistaken } from './log';
import { eventsOfFact } from './memory-key';

/** So often must one thing be taken for another before the two are kept apart and asked side by side. */
export const CONFUSED_FROM = 2;

/** The value of a confusion about a pair: its two events were put the wrong way round. */
export const SWAPPED = 'swapped';

/** Something that a learner takes for the answer of a fact. */
export interface Confusion {
  /** As an option's value: an EDTF date, a place id, an event id; `swapped` for a pair put the wrong way round. */
  readonly value: string;
  /** The event that it belongs to, where the pack has one such. */
  readonly event: string | null;
  /** How often it was taken for the answer since the two were last told apart. */
  readonly times: number;
  /** How often altogether. */
  readonly ever: number;
}

/** Whether two things must be kept apart and told apart. */
export function isOpen(confusion: Confusion): boolean {
  return confusion.times >= CONFUSED_FROM;
}

/** The open confusion met most often; null: none. */
export function openConfusion(confusions: readonly Confusion[]): Confusion | null {
  return confusions.filter(isOpen).reduce<Confusion | null>(moreOften('times'), null);
}

/** What a fact is most often taken for, told apart since or not; null: nothing twice. */
export function commonestConfusion(confusions: readonly Confusion[]): Confusion | null {
  return confusions.filter(({ ever }) => ever >= CONFUSED_FROM).reduce<Confusion | null>(moreOften('ever'), null);
}

/**
 * The confusions of a fact after an answer that touched it: a wrong answer that stands for something adds to it; a right one settles
 * whatever it was told apart from: all that was shown beside it, or everything, where the answer was produced and not chosen.
 */
export function misread(confusions: readonly Confusion[], entry: AnswerEntry, fact: string): readonly Confusion[] {
  const mark = entry.marks.find((one) => one.fact === fact);
  if (mark === undefined) return confusions;
  if (entry.credit >= 1) {
    // Right after a hint is no proof that the two are told apart.
    if (entry.hints > 0) return confusions;
    const settles = ({ value }: Confusion): boolean =>
      value === SWAPPED || entry.values.length === 0 || entry.values.includes(value);
    return confusions.map((one) => (settles(one) ? { ...one, times: 0 } : one));
  }
  const taken = takenFor(entry, fact);
  if (taken === null) return confusions;
  const known = confusions.find(({ value }) => value === taken.value);
  const next: Confusion = {
    value: taken.value,
    event: taken.event ?? known?.event ?? null,
    times: (known?.times ?? 0) + 1,
    ever: (known?.ever ?? 0) + 1,
  };
  return [...confusions.filter((one) => one !== known), next].sort((a, b) => (a.value < b.value ? -1 : 1));
}

/** What a wrong answer took for the answer of a fact; null: it says nothing of that ("don't know", a near miss, a word nobody knows). */
function takenFor(entry: AnswerEntry, fact: string): Mistaken | null {
  const { chosen, form, options, values, mistaken } = entry;
  if (chosen === null || (entry.credit > 0 && form !== 'order')) return null;
  if (form === 'order') return { value: SWAPPED, event: null };
  const value = mistaken?.value ?? (typeof chosen === 'string' ? values[options.indexOf(chosen)] : undefined);
  if (value === undefined) return null;
  const pair = fact.endsWith(':before') ? eventsOfFact(fact) : [];
  if (pair.includes(value)) return { value: SWAPPED, event: null };
  return { value, event: pair.length > 0 ? value : (mistaken?.event ?? null) };
}

/** The first of those with the highest count. */
function moreOften(count: 'times' | 'ever') {
  return (best: Confusion | null, one: Confusion): Confusion =>
    best === null || one[count] > best[count] ? one : best;
}
