/** The columns of a plain table, each with the other names it may have. In docs/import.md they are explained. */
export const CSV_COLUMNS: Readonly<Record<string, readonly string[]>> = {
  id: [],
  name: ['title', 'headline', 'event'],
  clause: ['sentence'],
  placeless: [],
  when: ['date'],
  start: ['start date', 'from', 'begin'],
  end: ['end date', 'to', 'until'],
  calendar: [],
  place: ['location', 'where'],
  kind: ['place kind', 'kind of place'],
  region: [],
  country: [],
  lat: ['latitude'],
  lon: ['longitude', 'lng', 'long'],
  storyline: ['group', 'category', 'series'],
  source: ['source title'],
  url: ['link', 'source url'],
  status: [],
  according: ['according to', 'claimant'],
  sensitive: [],
  note: ['notes', 'description', 'text'],
};

/** The column that a header cell names, in lower case with single blanks; null: none that is read. */
export function csvColumn(written: string): string | null {
  for (const [name, others] of Object.entries(CSV_COLUMNS)) {
    if (name === written || others.includes(written)) return name;
  }
  return null;
}
