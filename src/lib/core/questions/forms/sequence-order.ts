import { assemble, hashOf, lettered, type Request } from '../assemble';
import { MOST } from '../chains';
import type { Objection } from '../eligibility';
import type { Foresight } from '../foresight';
import { drawFrom } from '../hash';
import type { Question } from '../question';
import { variantOf } from '../stems/variety';
import { phrasesOf } from '../telling';
import {
  foreseeSequence,
  neighbourSteps,
  readSequence,
  sequenceBasics,
  type Sequence,
  type SequenceFact,
} from './sequence';

/** "In which order did these events happen, earliest first?" */
export function sequenceOrder(request: Request<SequenceFact>): Question | Objection {
  const { context } = request;
  const sequence = readSequence(context, request.fact, MOST);
  if ('reason' in sequence) return sequence;
  const { events, texts } = sequence;
  const draw = drawFrom(hashOf(request, 'sequence/order'));
  let shown = draw.shuffle(events);
  // Shown in the right order already, it would ask nothing.
  while (shown.every((event, i) => event === events[i])) shown = draw.shuffle(events);
  const options = lettered(shown.map((event) => ({ text: texts.get(event.id) ?? '', value: event.id, why: 'key' })));
  return assemble(request, 'sequence/order', {
    ...sequenceBasics(context, sequence),
    stem: stemOf(request, sequence),
    options,
    key: events.flatMap((event) => options.filter(({ value }) => value === event.id).map(({ id }) => id)),
    proof: { key: neighbourSteps(events), others: {} },
  });
}

/** Whether it can be asked: all but the order in which it is shown is in the outline. */
export function foreseeSequenceOrder(request: Request<SequenceFact>): Foresight {
  return foreseeSequence(readSequence(request.context, request.fact, MOST), (sequence) => stemOf(request, sequence));
}

function stemOf(request: Request<SequenceFact>, { title, statements }: Sequence): string {
  return phrasesOf(request.context).askOrder(title, statements, variantOf(request, 'order'));
}
