import { documentOfValue } from '../../../packs/document-of-value';
import { checkSchema } from '../../../packs/schema/check-schema';
import { parseWhen } from '../../../time/parse-when';
import type { RowFault, Spot } from '../foreign';
import type { RowDraft } from './draft';

/** The keys that a row's own spots are known for. */
const PROBE = 'probe';

/**
 * What a pack would say against a row, had it nothing but this one: the schema of packs judges it before it is one of many,
 * so that whatever a foreign file holds ends as a problem of its row and never as a broken pack.
 */
export function probe(draft: RowDraft): readonly RowFault[] {
  const { row, date } = draft;
  const faults: RowFault[] = [];
  const say = (spot: Spot, message: string, expected: string | null, received: string | null): void => {
    faults.push({ spot, message, expected, received });
  };
  const value = probePack(draft);
  for (const { path, message, expected, received } of checkSchema(documentOfValue(value))) {
    const spot = path.startsWith('sources') ? (row.source?.spot ?? row.spot) : (spotsOf(draft).find(([key]) => path.startsWith(key))?.[1] ?? row.spot);
    say(spot, `${path.replace(/^.*[.\]]/, '') || path} ${message}`, expected, received);
  }
  if (draft.status === 'attributed' && draft.according === null) say(row.spot, 'is attributed, but nobody is named', '`according` with the claimant', null);
  if (date !== null) {
    const parsed = parseWhen(date.when, date.calendar);
    if (!parsed.ok) say(row.spot, parsed.problem.message, parsed.problem.expected, parsed.problem.received);
  }
  return faults;
} // prettier-ignore

function spotsOf({ row }: RowDraft): readonly (readonly [path: string, spot: Spot])[] {
  const at = (key: string, spot: Spot | null): readonly (readonly [string, Spot])[] =>
    spot === null ? [] : [[`events[0].${key}`, spot]];
  return [
    ...at('id', row.id),
    ...at('name', row.headline),
    ...at('clause', row.clause ?? row.headline),
    ...at('placeless', row.placeless),
    ...at('according', row.according),
    ...at('note', row.note),
    ...(row.storyline === null ? [] : [['storylines', row.storyline] as const]),
    ...row.places.map((place, index) => [`places[${String(index)}]`, place.spot] as const),
  ];
}

function probePack(draft: RowDraft): unknown {
  const { row, source } = draft;
  return {
    format: 'dateline-pack/1',
    id: PROBE,
    version: 1,
    title: PROBE,
    language: 'en',
    licence: PROBE,
    sources: [{ id: PROBE, title: source?.title ?? PROBE, url: source?.url ?? null }],
    storylines: [{ id: PROBE, title: draft.storyline ?? PROBE }],
    places: draft.places.flatMap((place) => [
      { id: PROBE, name: place.name ?? PROBE, kind: place.kind ?? 'site', point: place.point },
      ...place.containers.map(({ name, kind }) => ({ id: PROBE, name, kind })),
    ]),
    events: [
      {
        id: row.id?.text.trim() ?? PROBE,
        name: draft.name,
        clause: draft.clause,
        placeless: draft.placeless,
        according: draft.according,
        note: draft.note,
        storyline: PROBE,
        status: draft.status,
        sources: [{ source: PROBE, section: row.section }],
      },
    ],
  };
}
