import { assemble, hashOf, lettered, proveOthers, type Request } from '../assemble';
import { MOST_FOR_ONE } from '../chains';
import type { Objection } from '../eligibility';
import type { Foresight } from '../foresight';
import { drawFrom } from '../hash';
import type { ProofStep, Question } from '../question';
import { phrasesOf, toldDate } from '../telling';
import { variantOf } from '../stems/variety';
import { foreseeSequence, readSequence, sequenceBasics, type Sequence, type SequenceFact } from './sequence';

/** "Which of these events happened first?" */
export function sequenceFirst(request: Request<SequenceFact>): Question | Objection {
  return sequenceEnd(request, 'first');
}

/** "Which of these events happened last?" */
export function sequenceLast(request: Request<SequenceFact>): Question | Objection {
  return sequenceEnd(request, 'last');
}

/** Whether the one or the other can be asked: all but the order in which the events are shown is in the outline. */
export function foreseeSequenceFirst(request: Request<SequenceFact>): Foresight {
  return foreseeEnd(request, 'first');
}

export function foreseeSequenceLast(request: Request<SequenceFact>): Foresight {
  return foreseeEnd(request, 'last');
}

function foreseeEnd(request: Request<SequenceFact>, end: 'first' | 'last'): Foresight {
  const sequence = readSequence(request.context, request.fact, MOST_FOR_ONE);
  return foreseeSequence(sequence, (read) => stemOf(request, read, end));
}

function stemOf(request: Request<SequenceFact>, { title, statements }: Sequence, end: 'first' | 'last'): string {
  const phrases = phrasesOf(request.context);
  const variant = variantOf(request, end);
  return end === 'first' ? phrases.askFirst(title, statements, variant) : phrases.askLast(title, statements, variant);
}

function sequenceEnd(request: Request<SequenceFact>, end: 'first' | 'last'): Question | Objection {
  const { context } = request;
  const phrases = phrasesOf(context);
  const sequence = readSequence(context, request.fact, MOST_FOR_ONE);
  if ('reason' in sequence) return sequence;
  const { events, texts } = sequence;
  const key = end === 'first' ? events[0] : events.at(-1);
  if (key === undefined) return { reason: 'no-order', detail: 'no events' };
  const why = (on: string | null): string => (end === 'first' ? phrases.dated(on) : phrases.datedEarlier(on));
  const step = (other: string): ProofStep =>
    end === 'first'
      ? { rule: 'before', earlier: key.id, later: other }
      : { rule: 'before', earlier: other, later: key.id };
  const draw = drawFrom(hashOf(request, `sequence/${end}`));
  const options = lettered(
    draw.shuffle(events).map((event) => ({
      text: texts.get(event.id) ?? '',
      value: event.id,
      why: event === key ? 'key' : why(toldDate(context, event)?.on ?? null),
    })),
  );
  return assemble(request, `sequence/${end}`, {
    ...sequenceBasics(context, sequence),
    stem: stemOf(request, sequence, end),
    options,
    key: options.filter(({ value }) => value === key.id).map(({ id }) => id),
    proof: {
      key: events.filter((event) => event !== key).map((event) => step(event.id)),
      others: proveOthers(options, ({ value }) => (value === key.id ? null : [step(value)])),
    },
  });
}
