import { m } from '$lib/paraglide/messages.js';

/** Days from which an interval is told in months: the day is no longer what one plans by. */
const MONTHS_FROM = 60;
const DAYS_A_MONTH = 30.44;

/** When a fact comes next, as a sentence. Days count study days from today. */
export function nextWords(
  next: { readonly days: number } | { readonly minutes: number } | null,
  inThisSession: boolean,
): string {
  if (inThisSession) return m.next_in_session();
  if (next === null) return m.next_never();
  if ('minutes' in next) return m.next_in_minutes({ minutes: next.minutes });
  if (next.days <= 0) return m.next_today();
  if (next.days === 1) return m.next_tomorrow();
  if (next.days >= MONTHS_FROM) return m.next_in_months({ months: Math.round(next.days / DAYS_A_MONTH) });
  return m.next_in_days({ days: next.days });
}
