import { parseWhen } from '../../time/parse-when';
import type { Calendar, When } from '../../time/when';
import { problemIn, textIn, textsIn, type Draft, type DraftItem, type DraftText } from '../draft';
import type { Problem } from '../problem';

/** The dates of an event that could be read. */
export interface DraftDates {
  readonly when: When | null;
  readonly conflicts: readonly When[];
}

export interface CheckedDates {
  readonly problems: readonly Problem[];
  /** Only events all of whose dates could be read. */
  readonly dates: ReadonlyMap<DraftItem, DraftDates>;
}

/** Reads every date: `when`, `conflicts`, `avoid.dates`. */
export function checkDates({ lists: { events } }: Draft): CheckedDates {
  const problems: Problem[] = [];
  const dates = new Map<DraftItem, DraftDates>();
  for (const event of events) {
    const before = problems.length;
    const calendar = calendarOf(event);
    const read = ({ text, path }: DraftText): readonly When[] => {
      const parsed = parseWhen(text, calendar);
      if (parsed.ok) return [parsed.value];
      problems.push(problemIn(event, path, parsed.problem));
      return [];
    };
    const text = textIn(event, 'when');
    const [when = null] = text === null ? [] : read({ text, path: ['when'] });
    const conflicts = textsIn(event, 'conflicts').flatMap(read);
    if (problems.length === before) dates.set(event, { when, conflicts });
    textsIn(event, 'avoid', 'dates').forEach(read);
    problems.push(...repeated(event, text));
  }
  return { problems, dates };
}

/** A conflict that is the date itself, or stands twice, is none. */
function repeated(event: DraftItem, when: string | null): readonly Problem[] {
  const seen = new Set(when === null ? [] : [when]);
  return textsIn(event, 'conflicts').flatMap(({ text, path }) => {
    if (!seen.has(text)) {
      seen.add(text);
      return [];
    }
    const message = text === when ? 'is the date itself, not another one' : 'stands twice';
    return [problemIn(event, path, { message, expected: 'the other dates that sources give, each once' })];
  });
}

function calendarOf(event: DraftItem): Calendar | null {
  const text = textIn(event, 'calendar');
  return text === 'gregorian' || text === 'julian' || text === 'unknown' ? text : null;
}
