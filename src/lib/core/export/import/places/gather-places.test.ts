import { expect, it } from 'vitest';
import type { Point } from '../../../packs/pack';
import type { DraftPlace } from '../pack/draft';
import { draftPlace } from './draft-place';
import { gatherPlaces, type Found } from './gather-places';

const SPOT = { line: 1, column: 1, path: 'p' };

function place(name: string | null, point: Point | null = null): DraftPlace {
  const foreign = { spot: SPOT, name, kind: null, region: null, country: null, point };
  return draftPlace(foreign, (field) => field?.text ?? null);
}

/** What becomes of places in a row of their own each: the ids of the pack's, and what could not be told. */
function gather(places: readonly DraftPlace[]): { readonly ids: readonly string[]; readonly all: readonly string[] } {
  const gathered = gatherPlaces(places);
  const resolved = places.map((each) => gathered.resolve(each));
  const used = new Set<Found>(resolved.flatMap((each) => ('found' in each ? [each.found] : [])));
  const { places: list, idOf } = gathered.list(used);
  const all = list.map(({ id, within = [] }) => [id, ...within].join(' < '));
  return { ids: resolved.map((each) => ('found' in each ? idOf(each.found) : each.message)), all };
}

const PARIS: Point = [2.35, 48.86];
const TEXAN: Point = [-95.55, 33.66];

it.each<[string, readonly DraftPlace[], readonly string[], readonly string[]]>([
  ['a name in two spellings', [place('Kyiv'), place('Київ')], ['kyiv', 'kyiv'], ['kyiv']],
  ['a name with a point and without', [place('Paris'), place('Paris', PARIS)], ['paris', 'paris'], ['paris']],
  ['points near each other', [place('Paris', PARIS), place('Paris', [2.352, 48.857])], ['paris', 'paris'], ['paris']],
  ['a container, twice', [place('Paris, France'), place('Paris, France', PARIS)], ['paris', 'paris'], ['france', 'paris < france']],
  ['a region and its state', [place('Austin, Texas'), place('Dallas, Texas, United States')], ['austin', 'dallas'], ['united-states', 'texas < united-states', 'austin < texas', 'dallas < texas']],
  ['a state by itself', [place('France'), place('Paris, France')], ['france', 'paris'], ['france', 'paris < france']],
  ['a city with the name of its state', [place('Luxembourg, Luxembourg')], ['luxembourg-2'], ['luxembourg', 'luxembourg-2 < luxembourg']],
  ['a comma that says nothing sure', [place('Tbilisi, Georgia'), place('Hall 3, left')], ['tbilisi-georgia', 'hall-3-left'], ['tbilisi-georgia', 'hall-3-left']],
  ['namesakes in two containers', [place('Paris, France'), place('Paris, Texas')], ['paris', 'paris-2'], ['france', 'texas', 'paris < france', 'paris-2 < texas']],
  ['namesakes that only points tell apart', [place('Paris', PARIS), place('Paris', TEXAN)], ['paris', 'is the name of another place too, 7783 km away'], ['paris']],
  ['a bare name beside a contained one', [place('London, Ontario'), place('London')], ['london', 'is named elsewhere with what it lies in, and here without'], ['ontario', 'london < ontario']],
  ['only a point', [place(null, PARIS), place(null, PARIS)], ['48-86-n-2-35-e', '48-86-n-2-35-e'], ['48-86-n-2-35-e']],
  ['the point of a named place', [place(null, PARIS), place('Paris', PARIS)], ['paris', 'paris'], ['paris']],
])('%s', (_, places, ids, all) => {
  expect(gather(places)).toEqual({ ids, all });
}); // prettier-ignore
