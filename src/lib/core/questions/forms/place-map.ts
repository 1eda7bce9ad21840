import type { Request } from '../assemble';
import type { Objection } from '../eligibility';
import { locate, neighbourTooNear } from '../map-targets';
import type { Question } from '../question';
import { readPlaceToProduce, type PlaceFact } from './place';
import { assemblePlace } from './place-produced';

/** The same question on a map: a point inside the place's radius or area answers it (rule C6). */
export function placeMap(request: Request<PlaceFact>): Question | Objection {
  const { context } = request;
  const asked = readPlaceToProduce(request, (key) => {
    const target = locate(context, key);
    return 'reason' in target ? target : null;
  });
  if ('reason' in asked) return asked;
  const accept = locate(context, asked.key);
  if ('reason' in accept) return accept;
  const near = neighbourTooNear(context, asked.key, accept);
  return near ?? assemblePlace(request, 'place/map', asked, accept);
}
