import type { PackEvent } from '../../packs/pack';
import { coarsen, PRECISIONS } from '../../time/date-part';
import { spanOfDate } from '../../time/read-span';
import type { Language } from '../../time/language';
import type { Span } from '../../time/span';
import { sayDate, sayOn, sayWhen } from '../../time/words';
import type { Case } from './case';

/** The time that a dateline shows. */
export interface ShownTime {
  readonly span: Span;
  readonly label: string;
  /** The ways in which a sentence may say it. */
  readonly said: readonly string[];
}

/** The event's date as the dateline shows it: as known, or coarser; null where it shows another time, or none. */
export function shownTime({ question, events: [event] }: Case): ShownTime | null {
  const label = question.dispatch?.date ?? null;
  return timesOf(event, question.language).find((time) => time.label === label) ?? null;
}

/** The ways in which an event's date may be shown, the most exact first; none where it is not certain. */
export function timesOf({ when }: PackEvent, language: Language): readonly ShownTime[] {
  if (when === null || when.approximate || when.uncertain) return [];
  if (when.form.kind === 'interval') {
    const said = sayWhen(when, language);
    return [{ span: when.span, label: said, said: [said] }];
  }
  if (when.form.kind !== 'date') return [];
  const { date } = when.form;
  // A day in an unknown calendar may not be shown as one (rule K5).
  const parts = PRECISIONS.filter((precision) => precision !== 'day' || when.calendar !== 'unknown').map((precision) =>
    coarsen(date, precision),
  );
  return parts.map((part) => {
    const label = sayDate(part, language);
    return { span: spanOfDate(part, when.calendar), label, said: [label, sayOn(part, language)] };
  });
}
