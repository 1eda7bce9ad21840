import { assemble, citedSources, explain, type Request } from '../assemble';
import { difficultyOfProducing, fameOf } from '../difficulty';
import type { Accept, Question } from '../question';
import type { AskedPlace, PlaceFact } from './place';

/** Puts together a place question that is answered by a name or a point. */
export function assemblePlace(
  request: Request<PlaceFact>,
  form: 'place/typed' | 'place/map',
  { event, key, told, shown, stem }: AskedPlace,
  accept: Accept,
): Question {
  const { context } = request;
  return assemble(request, form, {
    stem,
    options: [],
    dispatch: { place: null, date: shown.label, text: told.text },
    key: [],
    accept,
    according: told.according,
    explanation: explain(context, event, true),
    sources: citedSources(context, event),
    proof: { key: [{ rule: 'located', event: event.id, place: key.id }], others: {} },
    difficulty: difficultyOfProducing(fameOf(context, event)),
  });
}
