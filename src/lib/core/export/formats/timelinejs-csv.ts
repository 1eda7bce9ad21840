import { csv } from '../bytes/csv';
import { utf8WithBom } from '../bytes/utf8';
import { fullCredit } from '../credit';
import type { ExportEvent, ExportSet } from '../export-set';
import type { ExportFormat } from '../format';
import { oneLine } from '../text/clean';
import { html } from '../text/markup';
import { asksNothing, tellingOf, timelineSpan, type TimelineDate } from '../timeline';

const HEADER = [
  'Year', 'Month', 'Day', 'Time', 'End Year', 'End Month', 'End Day', 'End Time', 'Display Date', 'Headline', 'Text', 'Media', 'Media Credit',
  'Media Caption', 'Media Thumbnail', 'Type', 'Group', 'Background',
]; // prettier-ignore

/** The spreadsheet of TimelineJS 3, with exactly the columns of its template. */
export const timelinejsCsv: ExportFormat = {
  id: 'timelinejs-csv',
  label: 'TimelineJS (spreadsheet)',
  extension: 'csv',
  mimeType: 'text/csv',
  limits: 'shows the events, asks nothing',
  carries: { shapes: [], drops: ['questions'] },
  printsVersions: false,
  write: (set) => {
    const rows = [titleRow(set), ...set.events.flatMap((event) => rowOf(set, event) ?? [])];
    return Promise.resolve({ bytes: utf8WithBom(csv([HEADER, ...rows])), losses: asksNothing(set) });
  },
};

function titleRow(set: ExportSet): string[] {
  const text = ['', '', '', '', '', '', '', '', '', html(oneLine(set.title)), html(fullCredit(set))];
  return [...text, '', '', '', '', 'title', '', ''];
}

function rowOf(set: ExportSet, event: ExportEvent): [string[]] | null {
  const span = timelineSpan(event.when);
  if (span === null) return null;
  const text = tellingOf(set, event).map((line) => html(oneLine(line))).join('<br>'); // prettier-ignore
  const words = [oneLine(event.date), html(oneLine(event.headline)), text, '', '', '', '', ''];
  return [[...cells(span.start), ...cells(span.end), ...words, oneLine(event.storyline ?? ''), '']];
}

function cells(date: TimelineDate | null): string[] {
  const number = (value: number | undefined): string => (value === undefined ? '' : String(value));
  return [number(date?.year), number(date?.month), number(date?.day), ''];
}
