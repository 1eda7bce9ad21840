import type { Request } from '../assemble';
import type { Objection } from '../eligibility';
import type { Question } from '../question';
import { acceptedNames } from '../place-names';
import { readPlaceToProduce, type PlaceFact } from './place';
import { assemblePlace } from './place-produced';

/** The same question with nothing to choose from: the place's name is typed (rule C7). */
export function placeTyped(request: Request<PlaceFact>): Question | Objection {
  const asked = readPlaceToProduce(request);
  if ('reason' in asked) return asked;
  const accept = acceptedNames(request.context, asked.key);
  return 'reason' in accept ? accept : assemblePlace(request, 'place/typed', asked, accept);
}
