import type { Moment } from '$lib/core/time/study-day';
import { reminderFile } from '$lib/core/memory/reminder-file';
import type { Files } from './device-ports';
import type { Clock } from './ports';

export interface ReminderChoice {
  readonly hour: number;
  readonly minute: number;
  /** 1 Monday … 7 Sunday. */
  readonly weekdays: readonly number[];
  readonly title: string;
  readonly text: string;
}

export interface RemindingParts {
  readonly files: Files;
  readonly clock: Clock;
  /** Address of the app. */
  readonly url: string;
}

/** The same for every reminder of one app, so that a new file replaces the old entry in calendars that go by it. */
const UID = 'reminder@dateline';

/** Saves a calendar file with a repeating reminder, for the learner to open. Nothing is sent anywhere. */
export function saveReminder({ files, clock, url }: RemindingParts, choice: ReminderChoice): void {
  const moment = clock.now();
  const file = reminderFile({ ...choice, from: localDay(moment), url, uid: UID, writtenMs: moment.utcMs });
  files.download('dateline-reminder.ics', file, 'text/calendar');
}

function localDay({ utcMs, utcOffsetMinutes }: Moment): string {
  return new Date(utcMs + utcOffsetMinutes * 60_000).toISOString().slice(0, 10).replaceAll('-', '');
}
