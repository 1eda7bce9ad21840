import type { DatePart, When } from '../time/when';
import type { ExportEvent, ExportSet } from './export-set';
import type { Loss } from './loss';
import { citation } from './credit';
import { EXPORT_WORDS } from './words';

/** A date in numbers, as coarse as it is known. The year as history counts it: −31 is 31 BC, and there is no year 0. */
export interface TimelineDate {
  readonly year: number;
  readonly month?: number;
  readonly day?: number;
}

/** Begin and end of an event on a timeline; what the numbers cannot say stands in `ExportEvent.date`, which is shown instead of them. */
export interface TimelineSpan {
  readonly start: TimelineDate;
  readonly end: TimelineDate | null;
}

/** Where an event stands on a timeline: a bound stands where it bounds, a choice of dates from its first to its last. */
export function timelineSpan({ form }: When): TimelineSpan | null {
  switch (form.kind) {
    case 'date':
      return { start: numbers(form.date), end: endOf(form.date) };
    case 'interval':
      return { start: numbers(form.from), end: endOf(form.to) ?? numbers(form.to) };
    case 'until':
      return { start: numbers(form.to), end: null };
    case 'since':
      return { start: numbers(form.from), end: null };
    case 'within': {
      const [first, last] = [form.from ?? form.to, form.from === null ? null : form.to];
      return first === null ? null : { start: numbers(first), end: last === null ? null : numbers(last) };
    }
    case 'oneOf': {
      const [first, ...more] = form.dates;
      const last = more.at(-1);
      return first === undefined ? null : { start: numbers(first), end: last === undefined ? null : numbers(last) };
    }
  }
}

function numbers({ year, month, day, season, precision }: DatePart): TimelineDate {
  const counted = year <= 0 ? year - 1 : year;
  if (precision === 'season') return { year: counted, month: (season ?? 1) === 4 ? 12 : (season ?? 1) * 3 };
  if (month === null) return { year: counted };
  return day === null ? { year: counted, month } : { year: counted, month, day };
}

/** What a decade or century ends with; null for what is shorter. */
function endOf({ year, precision }: DatePart): TimelineDate | null {
  if (precision === 'decade') return { year: year + 9 };
  return precision === 'century' ? { year: year + 99 } : null;
}

/** What is told of an event beside its headline: its note, its claimant, where it is told. */
export function tellingOf(set: ExportSet, { note, sources }: ExportEvent): readonly string[] {
  const words = EXPORT_WORDS[set.language];
  return [note ?? '', ...sources.map((source) => `${words.source}: ${citation(source)}`)].filter((text) => text !== '');
}

/** Timelines and calendars show events and ask nothing. */
export function asksNothing({ questions }: ExportSet): readonly Loss[] {
  return questions.length === 0 ? [] : [{ kind: 'dropped', part: 'questions', questions: questions.length }];
}
