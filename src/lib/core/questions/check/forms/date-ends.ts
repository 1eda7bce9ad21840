import type { PackEvent } from '../../../packs/pack';
import { coarsen, writeDate } from '../../../time/date-part';
import type { DatePart, Precision } from '../../../time/when';
import type { End } from '../fact';

/** The dates that can be asked: one, or two where the event outlasted the unit. Null: none. */
export function endsOf({ when }: PackEvent, unit: Precision): Partial<Record<End, DatePart>> | null {
  const form = when?.form;
  if (form?.kind === 'date') return { whole: form.date };
  if (form?.kind !== 'interval') return null;
  const [from, to] = [coarsen(form.from, unit), coarsen(form.to, unit)];
  return writeDate(from) === writeDate(to) ? { whole: form.from } : { began: form.from, ended: form.to };
}
