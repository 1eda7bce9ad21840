import { assemble, hashOf, lettered, type Request } from '../assemble';
import { MOST_FOR_FIRST } from '../chains';
import type { Objection } from '../eligibility';
import { drawFrom } from '../hash';
import type { Question } from '../question';
import { phrasesOf, shownDate } from '../telling';
import { readSequence, sequenceBasics, type SequenceFact } from './sequence';

/** "Which of these events happened first?" */
export function sequenceFirst(request: Request<SequenceFact>): Question | Objection {
  const { context } = request;
  const phrases = phrasesOf(context);
  const sequence = readSequence(context, request.fact, MOST_FOR_FIRST);
  if ('reason' in sequence) return sequence;
  const { events, texts, statements, title } = sequence;
  const first = events[0];
  if (first === undefined) return { reason: 'no-order', detail: 'no events' };
  const draw = drawFrom(hashOf(request, 'sequence/first'));
  const options = lettered(
    draw.shuffle(events).map((event) => ({
      text: texts.get(event.id) ?? '',
      value: event.id,
      why: event === first ? 'key' : phrases.dated(shownDate(context, event)?.on ?? null),
    })),
  );
  return assemble(request, 'sequence/first', {
    ...sequenceBasics(context, sequence),
    stem: phrases.askFirst(title, statements),
    options,
    key: options.filter(({ value }) => value === first.id).map(({ id }) => id),
    proof: {
      key: events.slice(1).map((event) => ({ rule: 'before', earlier: first.id, later: event.id })),
      others: Object.fromEntries(
        options
          .filter(({ value }) => value !== first.id)
          .map(({ id, value }) => [id, [{ rule: 'before', earlier: first.id, later: value } as const]]),
      ),
    },
  });
}
