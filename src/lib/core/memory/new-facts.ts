import { fraction } from './hash';
import { eventsOfFact } from './memory-key';
import type { StudyFact } from './queue';
import type { NewOrder } from './study-settings';

/** One chain is offered after so many facts of single events. */
const SINGLES_TO_A_CHAIN = 4;

/**
 * New facts in the order in which they are offered: each event by one of its facts first, and a chain after every few of them; events as
 * the pack tells them or at random.
 *
 * @param accept whether a fact may be asked today; called once for each that is looked at, and what it accepts is picked
 */
export function pickNew(
  facts: readonly StudyFact[],
  order: NewOrder,
  seed: number,
  count: number,
  accept: (item: StudyFact) => boolean,
): readonly string[] {
  if (count === 0) return [];
  const isChain = (item: StudyFact): boolean => eventsOfFact(item.fact).length > 1;
  const eventOf = (item: StudyFact): string => eventsOfFact(item.fact)[0] ?? item.fact;
  const chains = facts.filter(isChain);
  const place = new Map<string, number>();
  for (const [index, item] of facts.entries()) {
    if (isChain(item) || place.has(eventOf(item))) continue;
    place.set(eventOf(item), order === 'pack' ? index : fraction('event', seed, eventOf(item)));
  }
  if (order === 'random') sortBy(chains, (item) => [fraction('chain', seed, item.fact)]);
  const singles = facts.filter((item) => !isChain(item));
  sortBy(singles, (item) => [place.get(eventOf(item)) ?? 0, fraction('new', seed, item.fact)]);

  const picked: string[] = [];
  const pickChain = (): boolean => {
    const index = chains.findIndex(accept);
    const [chain] = index === -1 ? [] : chains.splice(index, 1);
    if (chain) picked.push(chain.fact);
    return chain !== undefined;
  };
  let sinceChain = 0;
  for (const item of singles) {
    if (picked.length < count && sinceChain === SINGLES_TO_A_CHAIN) {
      pickChain();
      sinceChain = 0;
    }
    if (picked.length >= count) return picked;
    if (!accept(item)) continue;
    picked.push(item.fact);
    sinceChain += 1;
  }
  while (picked.length < count && pickChain());
  return picked;
}

/** Sorts in place by numbers that are worked out once for each item. */
function sortBy<T>(items: T[], rankOf: (item: T) => readonly number[]): void {
  const ranked = items.map((item) => ({ item, rank: rankOf(item) }));
  ranked.sort((a, b) => {
    for (const [i, value] of a.rank.entries()) if (value !== b.rank[i]) return value - (b.rank[i] ?? 0);
    return 0;
  });
  for (const [i, { item }] of ranked.entries()) items[i] = item;
}
