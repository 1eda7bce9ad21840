import type { PackEvent } from '../packs/pack';
import { perContext, type Context } from './context';
import { isBound, objectionTo, type Objection } from './eligibility';
import { areKin } from './distractors/kin';
import { byCodeUnit } from './facts';
import { yearsIn } from './calendar-words';
import { cueWordIn } from './leaks';
import type { Told } from './stems/phrases';
import { chooseTelling, datesItself, isTold, phrasesOf } from './telling';

/** Fewest and most events of a sequence, and the most that a question about one of them (first, last, between) shows (formats.md §2). */
export const FEWEST = 3;
export const MOST = 6;
export const MOST_FOR_ONE = 4;

/** Why an event that could be ordered is in no sequence. */
const ALONE = 'no two events of its storyline that are left over are certainly before or after it and each other';

/** The chains of a storyline, disjoint, each in time order; and why its other events are in none. */
export interface Chains {
  readonly chains: readonly (readonly PackEvent[])[];
  readonly left: ReadonlyMap<string, Objection>;
}

const sequenceTellings = perContext(() => new Map<string, Told | Objection>());

/** How an event is told in a sequence, or why it is in none, its order to others aside. Worked out once an event. */
export function sequenceTelling(context: Context, event: PackEvent): Told | Objection {
  const kept = sequenceTellings(context);
  let told = kept.get(event.id);
  if (told === undefined) {
    told = tellInSequence(context, event);
    kept.set(event.id, told);
  }
  return told;
}

function tellInSequence(context: Context, event: PackEvent): Told | Objection {
  const objection = objectionTo(context.index, event, 'sequence');
  if (objection !== null) return objection;
  const told = chooseTelling(context, event, (one) => cueOrDate(context, one));
  if (!isTold(told)) return told;
  return noPlaceInTime(event) ?? told;
}

/** What in a wording gives away where its event stands in an order. */
export function cueOrDate(context: Context, told: Told): Objection | null {
  const cue = cueWordIn(told.text, context.language);
  if (cue !== null) return { reason: 'leak', detail: `“${cue}” tells its place in the order` };
  const year = yearsIn(told.text)[0];
  if (year !== undefined) return { reason: 'leak', detail: `“${String(year)}” tells when it happened` };
  return datesItself(told.text, context.language);
}

function noPlaceInTime(event: PackEvent): Objection | null {
  if (event.when === null) return { reason: 'no-order', detail: 'undated' };
  if (isBound(event)) return { reason: 'no-order', detail: `known only as ${event.when.text}` };
  if (event.dates === 'observation') return { reason: 'no-order', detail: 'a state seen on that day' };
  if (event.when.uncertain) return { reason: 'no-order', detail: `${event.when.text} is uncertain` };
  return null;
}

/**
 * Whether two events may stand in one sequence in this order: certainly one before the other, neither part nor twin of it (K3), and not
 * told in the same words, which would be one option twice.
 */
export function mayPrecede(context: Context, earlier: PackEvent, later: PackEvent): boolean {
  const { index } = context;
  return (
    (earlier.dates === 'statement') === (later.dates === 'statement') &&
    index.order(earlier.id, later.id) === 'before' &&
    !areKin(context, earlier, later) &&
    !earlier.avoid.events.includes(later.id) &&
    !later.avoid.events.includes(earlier.id) &&
    !soundAlike(sequenceTelling(context, earlier), sequenceTelling(context, later))
  );
}

function soundAlike(a: Told | Objection, b: Told | Objection): boolean {
  return isTold(a) && isTold(b) && a.text === b.text;
}

const allChains = perContext((context) => {
  const made = new Map<string, Chains>();
  for (const storyline of context.index.pack.storylines) made.set(storyline.id, makeChains(context, storyline.id));
  return made;
});

/** The chains of a storyline: they depend on the pack and the language, never on the seed. */
export function chainsOf(context: Context, storyline: string): Chains {
  return allChains(context).get(storyline) ?? { chains: [], left: new Map() };
}

function makeChains(context: Context, storyline: string): Chains {
  const left = new Map<string, Objection>();
  const events: PackEvent[] = [];
  for (const event of context.index.eventsOf(storyline)) {
    const told = sequenceTelling(context, event);
    if (isTold(told)) events.push(event);
    else left.set(event.id, told);
  }
  const chains = [false, true].flatMap((statements) =>
    partition(context, events.filter((event) => (event.dates === 'statement') === statements)),
  ); // prettier-ignore
  const placed = new Set(chains.flat());
  for (const event of events) {
    if (!placed.has(event)) left.set(event.id, { reason: 'no-order', detail: ALONE });
  }
  return { chains, left };
}

/** Events that are tried together in every number of chains: that costs their number squared, and an import may put 20,000 in one storyline. */
const BLOCK = 48;

/** Chains of events, in time order; many of them stretch by stretch. */
function partition(context: Context, events: readonly PackEvent[]): PackEvent[][] {
  const sorted = [...events].sort((a, b) => begin(context, a) - begin(context, b) || byCodeUnit(a.id, b.id));
  const size = Math.ceil(sorted.length / Math.ceil(sorted.length / BLOCK));
  const blocks = Array.from({ length: Math.ceil(sorted.length / size) || 0 }, (_, i) => sorted.slice(i * size, (i + 1) * size)); // prettier-ignore
  return blocks.flatMap((block) => partitionBlock(context, block));
}

/**
 * Splits events into disjoint chains of 3 to 6 that take in as many of them as this can find: for every number of chains, events are
 * dealt in time order, once filling a chain before the next is begun (neighbours stay together), once to the shortest; what is left
 * over is then put into chains with room. The best deal wins, first by events taken in, then by chains of at most four.
 */
function partitionBlock(context: Context, sorted: readonly PackEvent[]): PackEvent[][] {
  let best: PackEvent[][] = [];
  const precedes = pairsOnce(context, sorted);
  for (let count = Math.floor(sorted.length / FEWEST); count >= 1; count--) {
    // So many chains cannot do better any more: every event taken in, and every chain short.
    if (worth(best) >= most(sorted.length, count)) break;
    for (const fillFirst of [true, false]) {
      const dealt = deal(precedes, sorted, count, fillFirst);
      if (worth(dealt) > worth(best)) best = dealt;
    }
  }
  return best;
}

function begin(context: Context, event: PackEvent): number {
  return context.index.span(event)?.earliestStart ?? Infinity;
}

function worth(chains: readonly (readonly PackEvent[])[]): number {
  const taken = chains.flat().length;
  const short = chains.filter((chain) => chain.length <= MOST_FOR_ONE).length;
  return most(taken, short);
}

/** What chains are worth that take in so many events and are so many, none of them long. */
function most(taken: number, chains: number): number {
  return taken * 1000 + chains;
}

type Precedes = (earlier: PackEvent, later: PackEvent) => boolean;

/** `mayPrecede` among some events, asked once a pair: every deal asks again. */
function pairsOnce(context: Context, events: readonly PackEvent[]): Precedes {
  const numbers = new Map(events.map((event, i) => [event, i]));
  const known = new Int8Array(events.length * events.length).fill(-1);
  return (earlier, later) => {
    const at = (numbers.get(earlier) ?? 0) * events.length + (numbers.get(later) ?? 0);
    let answer = known[at] ?? -1;
    if (answer < 0) known[at] = answer = mayPrecede(context, earlier, later) ? 1 : 0;
    return answer === 1;
  };
}

function deal(precedes: Precedes, sorted: readonly PackEvent[], count: number, fillFirst: boolean): PackEvent[][] {
  const chains: PackEvent[][] = Array.from({ length: count }, () => []);
  const fits = (chain: readonly PackEvent[], event: PackEvent): boolean =>
    chain.every((earlier) => precedes(earlier, event));
  const left: PackEvent[] = [];
  for (const event of sorted) {
    const open = chains.filter((chain) => chain.length < MOST_FOR_ONE && fits(chain, event));
    open.sort((a, b) => (fillFirst ? b.length - a.length : a.length - b.length));
    if (open[0] === undefined) left.push(event);
    else open[0].push(event);
  }
  const long = chains.filter((chain) => chain.length >= FEWEST);
  const spare = [...left, ...chains.filter((chain) => chain.length < FEWEST).flat()];
  for (const event of spare) {
    const home = long.findIndex((chain) => chain.length < MOST && insert(precedes, chain, event) !== null);
    const chain = long[home];
    if (chain !== undefined) long[home] = insert(precedes, chain, event) ?? chain;
  }
  return long;
}

/** The chain with the event at its place, if it is certainly ordered to every member. */
export function withEvent(context: Context, chain: readonly PackEvent[], event: PackEvent): PackEvent[] | null {
  return insert((earlier, later) => mayPrecede(context, earlier, later), chain, event);
}

function insert(precedes: Precedes, chain: readonly PackEvent[], event: PackEvent): PackEvent[] | null {
  const at = chain.findIndex((member) => precedes(event, member));
  const cut = at < 0 ? chain.length : at;
  const before = chain.slice(0, cut);
  const after = chain.slice(cut);
  const ordered = before.every((member) => precedes(member, event)) && after.every((member) => precedes(event, member));
  return ordered ? [...before, event, ...after] : null;
}

/** Puts events into their certain order; null if two of them have none. */
export function inOrder(context: Context, events: readonly PackEvent[]): PackEvent[] | null {
  let chain: PackEvent[] | null = [];
  for (const event of events) chain = chain === null ? null : withEvent(context, chain, event);
  return chain;
}

const chainsByEvent = perContext((context) => {
  const byEvent = new Map<PackEvent, readonly PackEvent[]>();
  for (const { chains } of allChains(context).values()) {
    for (const chain of chains) for (const event of chain) byEvent.set(event, chain);
  }
  return byEvent;
});

/** The chain in which an event stands; null if it stands in none. */
export function chainOf(context: Context, event: PackEvent): readonly PackEvent[] | null {
  return chainsByEvent(context).get(event) ?? null;
}

/** Whether some chain of the pack holds one of the events and others besides. */
export function isPartOfChain(context: Context, events: readonly PackEvent[]): boolean {
  return events.some((event) => chainOf(context, event)?.every((one) => events.includes(one)) === false);
}

/** A sequence as an option list shows it. */
export function sequenceOption(context: Context, event: PackEvent): string | null {
  const told = sequenceTelling(context, event);
  return isTold(told) ? phrasesOf(context).option(told) : null;
}
