import { utf8 } from '../bytes/utf8';
import { fullCredit } from '../credit';
import type { ExportEvent, ExportSet } from '../export-set';
import type { ExportFormat } from '../format';
import { clean } from '../text/clean';
import { html } from '../text/markup';
import { asksNothing, tellingOf, timelineSpan } from '../timeline';

/** TimelineJS 3 JSON: the events behind the questions, each with its date in numbers and in words. */
export const timelinejs: ExportFormat = {
  id: 'timelinejs',
  label: 'TimelineJS (JSON)',
  extension: 'json',
  mimeType: 'application/json',
  limits: 'shows the events, asks nothing',
  carries: { shapes: [], drops: ['questions'] },
  printsVersions: false,
  write: (set) => {
    const events = set.events.flatMap((event) => slideOf(set, event) ?? []);
    const title = { text: { headline: html(set.title), text: html(fullCredit(set)) } };
    const document = JSON.stringify({ title, events }, null, 2);
    return Promise.resolve({ bytes: utf8(`${document}\n`), losses: asksNothing(set) });
  },
};

/** Numbers only in dates: a year in words would stop the whole timeline; words stand in `display_date`. */
function slideOf(set: ExportSet, event: ExportEvent): object | null {
  const span = timelineSpan(event.when);
  if (span === null) return null;
  const { start, end } = span;
  return {
    unique_id: event.id,
    start_date: start,
    ...(end === null ? {} : { end_date: end }),
    display_date: clean(event.date),
    text: { headline: html(event.headline), text: tellingOf(set, event).map((text) => `<p>${html(text)}</p>`).join('') },
    ...(event.storyline === null ? {} : { group: clean(event.storyline) }),
  };
} // prettier-ignore
