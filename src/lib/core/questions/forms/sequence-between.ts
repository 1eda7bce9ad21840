import type { PackEvent } from '../../packs/pack';
import { assemble, citedForAll, explain, hashOf, lettered, proveOthers, type Request } from '../assemble';
import { boundsFor, type Bound } from '../bounds';
import { isPartOfChain, MOST_FOR_ONE, mayPrecede } from '../chains';
import type { Context } from '../context';
import type { Objection } from '../eligibility';
import { drawFrom } from '../hash';
import type { ProofStep, Question } from '../question';
import { chooseStem, variantOf } from '../stems/variety';
import { phrasesOf, toldDate } from '../telling';
import { foldText } from '../text';
import { readSequence, sequenceBasics, type Sequence, type SequenceFact } from './sequence';

/** One member of the chain, the two events that it lies between, and the stem that says so. */
interface Bounded {
  readonly key: PackEvent;
  readonly after: PackEvent;
  readonly before: PackEvent;
  readonly stem: string;
  readonly inChain: boolean;
  /** Both bounds are of the storyline that the stem names. */
  readonly inStory: boolean;
}

/**
 * "Which of these events happened between … and …?" The fact names the options; the two bounds are other events of the pack, of
 * the same storyline where it has some, with exactly one of the options between them.
 */
export function sequenceBetween(request: Request<SequenceFact>): Question | Objection {
  const { context } = request;
  const sequence = readSequence(context, request.fact, MOST_FOR_ONE);
  if ('reason' in sequence) return sequence;
  const { events, texts } = sequence;
  const draw = drawFrom(hashOf(request, 'sequence/between'));
  const variant = variantOf(request, 'between');
  // Bounds out of the chain itself ask for what is learnt of it; only a part of a chain can have them.
  const isPart = isPartOfChain(context, events);
  const tried: (Bounded | Objection | null)[] = [];
  for (const at of draw.shuffle(events.map((_, i) => i))) {
    const one = boundAt(context, sequence, at, variant);
    tried.push(one);
    if (isBounded(one) && one.inStory && (one.inChain || !isPart)) break;
  }
  const possible = tried.filter(isBounded);
  const bounded = possible.find(({ inChain }) => inChain) ?? possible.find(({ inStory }) => inStory) ?? possible[0];
  if (bounded === undefined) {
    const none = { reason: 'no-order', detail: 'no two other events certainly lie around one of them alone' } as const;
    return tried.find(isObjection) ?? none;
  }
  const { key, after, before, stem } = bounded;
  const phrases = phrasesOf(context);
  const options = lettered(
    draw.shuffle(events).map((event) => ({
      text: texts.get(event.id) ?? '',
      value: event.id,
      why: event === key ? 'key' : phrases.datedOutside(toldDate(context, event)?.on ?? null),
    })),
  );
  const outside = (id: string): ProofStep =>
    events.findIndex((event) => event.id === id) < events.indexOf(key)
      ? { rule: 'before', earlier: id, later: after.id }
      : { rule: 'before', earlier: before.id, later: id };
  const basics = sequenceBasics(context, sequence);
  const shown = [...events.slice(0, events.indexOf(key)), after, key, before, ...events.slice(events.indexOf(key) + 1)];
  return assemble(request, 'sequence/between', {
    ...basics,
    explanation: shown.map((event) => explain(context, event, false)).join(' '),
    sources: citedForAll(context, shown),
    stem,
    options,
    key: options.filter(({ value }) => value === key.id).map(({ id }) => id),
    bounds: [after.id, before.id],
    proof: {
      key: [
        { rule: 'before', earlier: after.id, later: key.id },
        { rule: 'before', earlier: key.id, later: before.id },
      ],
      others: proveOthers(options, ({ value }) => (value === key.id ? null : [outside(value)])),
    },
  });
}

function isObjection(tried: Bounded | Objection | null): tried is Objection {
  return tried !== null && 'reason' in tried;
}

function isBounded(tried: Bounded | Objection | null): tried is Bounded {
  return tried !== null && 'key' in tried;
}

/** The best bounds around a member whose stem can be read; an objection where all are too long, null where there are none. */
function boundAt(context: Context, sequence: Sequence, at: number, variant: number): Bounded | Objection | null {
  const { events, texts, statements, title } = sequence;
  const key = events[at];
  if (key === undefined) return null;
  const around = boundsFor(context, events, at);
  const said = new Set([...texts.values()].map(foldText));
  const fresh = (bound: Bound): boolean => !said.has(foldText(phrasesOf(context).option(bound.told)));
  let objection: Objection | null = null;
  for (const first of around.after.filter(fresh)) {
    for (const second of around.before.filter(fresh)) {
      if (!mayPrecede(context, first.event, second.event)) continue;
      // Without the storyline's title the stem may still be short enough.
      for (const shown of title === null ? [null] : [title, null]) {
        const stem = chooseStem(variant, (one) =>
          phrasesOf(context).askBetween(shown, statements, first.told, second.told, one),
        );
        if (typeof stem === 'string') {
          const [after, before] = [first.event, second.event];
          const inStory = after.storyline === key.storyline && before.storyline === key.storyline;
          return { key, after, before, stem, inChain: first.inChain && second.inChain, inStory };
        }
        objection ??= stem;
      }
    }
  }
  return objection;
}
