import type { PackEvent } from '../../packs/pack';
import { citedForAll, explain, type Filled } from '../assemble';
import { FEWEST, inOrder, sequenceOption, sequenceTelling } from '../chains';
import { yearsIn } from '../calendar-words';
import type { Context } from '../context';
import { closenessOfUnits, difficultyOf, fameOf } from '../difficulty';
import type { Objection } from '../eligibility';
import type { Fact } from '../facts';
import type { Foresight } from '../foresight';
import type { ProofStep } from '../question';
import { datesItself, isTold, noWording } from '../telling';
import { readDifferently } from '../text';
import { spokenStoryline } from '../wording';

export type SequenceFact = Extract<Fact, { kind: 'sequence' }>;

/** The events of a sequence, proved to be a strict chain, and what every form over them shares. */
export interface Sequence {
  /** Earliest first. */
  readonly events: readonly PackEvent[];
  /** Event id → its words as an option. */
  readonly texts: ReadonlyMap<string, string>;
  readonly statements: boolean;
  /** The storyline's title, where the language has one that does not tell when it was. */
  readonly title: string | null;
}

/** Proves the order of a sequence fact's events, or says what stands against it. */
export function readSequence(context: Context, fact: SequenceFact, most: number): Sequence | Objection {
  const { index } = context;
  const events = fact.events.map((id) => index.event(id));
  const texts = new Map<string, string>();
  for (const event of events) {
    const told = sequenceTelling(context, event);
    if (!isTold(told)) return { ...told, detail: `${event.id}: ${told.detail}` };
    const text = sequenceOption(context, event);
    if (text === null) return noWording(context.language);
    texts.set(event.id, text);
  }
  const size = `${String(events.length)} events; ${String(FEWEST)} to ${String(most)} are shown`;
  if (events.length < FEWEST) return { reason: 'too-few-distractors', detail: size };
  if (events.length > most) return { reason: 'no-order', detail: size };
  const ordered = inOrder(context, events);
  if (ordered === null) return { reason: 'no-order', detail: 'two of the events have no certain order' };
  if (new Set(texts.values()).size < texts.size)
    return { reason: 'not-unique', detail: 'two events are told in the same words' };
  const title = spokenStoryline(index.pack, index.storyline(fact.storyline), context.language);
  return {
    events: ordered,
    texts,
    statements: ordered[0]?.dates === 'statement',
    // The Winter War is asked without its name rather than not at all (L1).
    title: title === null || yearsIn(title).length > 0 || datesItself(title, context.language) !== null ? null : title,
  };
}

/** What is known of a question over a sequence before it is made; null where two events read the same but for stops and capitals. */
export function foreseeSequence(sequence: Sequence | Objection, ask: (sequence: Sequence) => string): Foresight {
  if ('reason' in sequence) return sequence;
  const { events, texts } = sequence;
  const options = events.map(({ id }) => ({ text: texts.get(id) ?? '', value: id }));
  if (!readDifferently(options.map(({ text }) => text))) return null;
  return { stem: ask(sequence), dispatch: null, according: null, options };
}

/** What the forms of a sequence have in common once it is proved. */
export function sequenceBasics(
  context: Context,
  { events }: Sequence,
): Pick<Filled, 'dispatch' | 'according' | 'explanation' | 'sources' | 'difficulty'> {
  const gaps = events.slice(1).map((event, i) => daysBetween(context, events[i] ?? event, event));
  const fame = events.reduce((sum, event) => sum + fameOf(context, event), 0) / events.length;
  return {
    dispatch: null,
    // Each option names its own claimant (rule K8).
    according: null,
    explanation: events.map((event) => explain(context, event, false)).join(' '),
    sources: citedForAll(context, events),
    difficulty: difficultyOf(gaps.map(closenessOfUnits), fame),
  };
}

function daysBetween(context: Context, earlier: PackEvent, later: PackEvent): number {
  const from = context.index.span(earlier)?.latestEnd ?? 0;
  const to = context.index.span(later)?.earliestStart ?? 0;
  return Math.max(1, to - from);
}

/** The order of every pair that the key rests on: each event before its neighbour. */
export function neighbourSteps(events: readonly PackEvent[]): ProofStep[] {
  return events.slice(1).map((event, i) => ({ rule: 'before', earlier: events[i]?.id ?? '', later: event.id }));
}
