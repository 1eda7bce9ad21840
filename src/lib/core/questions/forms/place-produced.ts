import { assemble, citedSources, explain, type Request } from '../assemble';
import { difficultyOfProducing, fameOf } from '../difficulty';
import type { Accept, Question } from '../question';
import { placeOutline, type AskedPlace, type PlaceFact } from './place';

/** Puts together a place question that is answered by a name or a point. */
export function assemblePlace(
  request: Request<PlaceFact>,
  form: 'place/typed' | 'place/map',
  asked: AskedPlace,
  accept: Accept,
): Question {
  const { event, key } = asked;
  const { context } = request;
  return assemble(request, form, {
    ...placeOutline(asked),
    options: [],
    key: [],
    accept,
    explanation: explain(context, event, true),
    sources: citedSources(context, event),
    proof: { key: [{ rule: 'located', event: event.id, place: key.id }], others: {} },
    difficulty: difficultyOfProducing(fameOf(context, event)),
  });
}
