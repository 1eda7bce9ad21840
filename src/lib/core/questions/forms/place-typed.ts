import type { Request } from '../assemble';
import type { Objection } from '../eligibility';
import type { Question } from '../question';
import type { Foresight } from '../foresight';
import { acceptedNames, sharedNameOf } from '../place-names';
import { placeOutline, readPlaceToProduce, type PlaceFact } from './place';
import { assemblePlace } from './place-produced';

/** The same question with nothing to choose from: the place's name is typed (rule C7). */
export function placeTyped(request: Request<PlaceFact>): Question | Objection {
  const asked = readPlaceToProduce(request);
  if ('reason' in asked) return asked;
  const accept = acceptedNames(request.context, asked.key);
  return 'reason' in accept ? accept : assemblePlace(request, 'place/typed', asked, accept);
}

/** Whether it can be asked: all but the names that are accepted is in the outline. */
export function foreseePlaceTyped(request: Request<PlaceFact>): Foresight {
  const asked = readPlaceToProduce(request);
  return 'reason' in asked ? asked : (sharedNameOf(request.context, asked.key) ?? placeOutline(asked));
}
