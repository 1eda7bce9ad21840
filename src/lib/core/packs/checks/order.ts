import { compareSpans } from '../../time/span';
import { orderingSpan } from '../date-bounds';
import { byId, problemIn, textIn, textsIn, type Draft, type DraftItem } from '../draft';
import type { Problem } from '../problem';
import type { CheckedDates } from './dates';

/** `after` and `partOf` against the dates and against each other. Circles are another check's business. */
export function checkOrder({ lists: { events } }: Draft, { dates }: CheckedDates): readonly Problem[] {
  const known = byId(events);
  const spanOf = (event: DraftItem) => {
    const read = dates.get(event);
    return read === undefined ? null : orderingSpan(read);
  };
  return [
    ...afterAgainstDates(events, known, spanOf),
    ...partsAgainstDates(events, known, spanOf),
    ...afterKin(events, known),
  ];
}

type Known = ReadonlyMap<string, DraftItem>;
type SpanOf = (event: DraftItem) => ReturnType<typeof orderingSpan>;

/** The earliest day on which an event can have ended, from its date and all that came before it, and whose date says so. */
interface Earliest {
  readonly end: number;
  readonly because: string;
}

/**
 * Carries the earliest possible end of every event along `after`. An event that would then have to begin after its own
 * latest start contradicts the dates, however long the way. The same day is no contradiction: that is what `after` is for.
 */
function afterAgainstDates(events: readonly DraftItem[], known: Known, spanOf: SpanOf): readonly Problem[] {
  const problems: Problem[] = [];
  const earliest = new Map<DraftItem, Earliest>();
  for (const event of behindWhatTheyFollow(events, known)) {
    const span = spanOf(event);
    let { end, because }: Earliest = { end: span?.earliestEnd ?? -Infinity, because: event.id ?? '' };
    for (const { text, path } of textsIn(event, 'after')) {
      const other = known.get(text);
      const bound = other === undefined ? undefined : earliest.get(other);
      if (bound === undefined) continue;
      if (span !== null && bound.end > span.latestStart) {
        const why = bound.because === text ? 'its date' : `${bound.because}, which came before it,`;
        const when = textIn(known.get(bound.because) ?? event, 'when') ?? '';
        const message = `contradicts the dates: ${text} ended no earlier than ${why} (${when}), and this one began by ${textIn(event, 'when') ?? ''}`;
        problems.push(problemIn(event, path, { message, expected: 'an event that ended before this one began' }));
        continue; // one contradiction is said once, not handed on
      }
      if (bound.end > end) ({ end, because } = bound);
    }
    earliest.set(event, { end, because });
  }
  return problems;
}

function partsAgainstDates(events: readonly DraftItem[], known: Known, spanOf: SpanOf): readonly Problem[] {
  return events.flatMap((event) => {
    const parent = known.get(textIn(event, 'partOf') ?? '');
    const span = spanOf(event);
    const whole = parent === undefined ? null : spanOf(parent);
    if (parent === undefined || span === null || whole === null) return [];
    const order = compareSpans(span, whole);
    if (order !== 'before' && order !== 'after') return [];
    const message = `contradicts the dates: this one (${textIn(event, 'when') ?? ''}) was ${order === 'before' ? 'over before' : 'only after'} the whole (${textIn(parent, 'when') ?? ''})`;
    return [problemIn(event, ['partOf'], { message, expected: 'a longer event that contains this one' })];
  });
}

/** Nothing comes after what contains it, after its own part, or after another telling of itself. */
function afterKin(events: readonly DraftItem[], known: Known): readonly Problem[] {
  return events.flatMap((event) =>
    textsIn(event, 'after').flatMap(({ text, path }) => {
      const other = known.get(text);
      if (other === undefined || other === event) return [];
      const twin = names(event, 'sameAs', other) || names(other, 'sameAs', event);
      if (!twin && !isPart(event, other, known) && !isPart(other, event, known)) return [];
      const message = twin
        ? 'is after another telling of the same event'
        : 'is after an event of which one is a part of the other';
      return [problemIn(event, path, { message, expected: 'an event that ended before this one began' })];
    }),
  );
}

function names(event: DraftItem, key: string, other: DraftItem): boolean {
  return textsIn(event, key).some(({ text }) => text === other.id);
}

function isPart(part: DraftItem, whole: DraftItem, known: Known): boolean {
  const seen = new Set<DraftItem>();
  for (let each = known.get(textIn(part, 'partOf') ?? ''); each !== undefined && !seen.has(each);) {
    if (each === whole) return true;
    seen.add(each);
    each = known.get(textIn(each, 'partOf') ?? '');
  }
  return false;
}

/** Every event behind those its `after` names; those in a circle in some order. */
function behindWhatTheyFollow(events: readonly DraftItem[], known: Known): Iterable<DraftItem> {
  const entered = new Set<DraftItem>();
  const placed = new Set<DraftItem>();
  const open = events.toReversed();
  for (let event = open.at(-1); event !== undefined; event = open.at(-1)) {
    const waiting = entered.has(event) ? [] : textsIn(event, 'after').flatMap(({ text }) => known.get(text) ?? []);
    entered.add(event);
    const unplaced = waiting.filter((each) => !placed.has(each) && !entered.has(each));
    if (unplaced.length > 0) {
      open.push(...unplaced);
      continue;
    }
    open.pop();
    placed.add(event);
  }
  return placed;
}
