import type { Request } from '../assemble';
import type { Objection } from '../eligibility';
import type { Foresight } from '../foresight';
import { locate, neighbourTooNear, type MapTarget } from '../map-targets';
import type { Question } from '../question';
import { placeOutline, readPlaceToProduce, type AskedPlace, type PlaceFact } from './place';
import { assemblePlace } from './place-produced';

/** The same question on a map: a point inside the place's radius or area answers it (rule C6). */
export function placeMap(request: Request<PlaceFact>): Question | Objection {
  const asked = readOnMap(request);
  return 'reason' in asked ? asked : assemblePlace(request, 'place/map', asked, asked.target);
}

/** Whether it can be asked: all but what is accepted is in the outline. */
export function foreseePlaceMap(request: Request<PlaceFact>): Foresight {
  const asked = readOnMap(request);
  return 'reason' in asked ? asked : placeOutline(asked);
}

function readOnMap(request: Request<PlaceFact>): (AskedPlace & { readonly target: MapTarget }) | Objection {
  const { context } = request;
  const asked = readPlaceToProduce(request, (key) => {
    const target = locate(context, key);
    return 'reason' in target ? target : null;
  });
  if ('reason' in asked) return asked;
  const target = locate(context, asked.key);
  if ('reason' in target) return target;
  return neighbourTooNear(context, asked.key, target) ?? { ...asked, target };
}
