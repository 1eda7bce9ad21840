import type { Item, ItemOf } from './item';

/** The item as the choice that preflight made sure it is. @throws {Error} for another */
export function choiceOf(item: Item): ItemOf<'choice'> {
  if (item.shape === 'choice') return item;
  throw new Error(`${item.id}: preflight let ${item.shape} through`);
}

/** Position of the right option, counted from 1. */
export function rightNumber({ options }: ItemOf<'choice'>): number {
  return options.findIndex(({ right }) => right) + 1;
}

/** The texts of the options, and empty ones up to so many. */
export function filledUp({ options }: ItemOf<'choice'>, length: number): string[] {
  return Array.from({ length }, (_, i) => options[i]?.text ?? '');
}

/** The right option first, then the others in their order, and empty ones up to so many. */
export function rightFirst({ options }: ItemOf<'choice'>, length: number): string[] {
  const texts = [...options.filter(({ right }) => right), ...options.filter(({ right }) => !right)].map(({ text }) => text);
  return Array.from({ length }, (_, i) => texts[i] ?? '');
} // prettier-ignore

/** Seconds to read and answer, of those that a platform offers: about 15 characters a second, and ten seconds to think. */
export function seconds(item: ItemOf<'choice'>, offered: readonly number[]): number {
  const characters = item.stem.length + item.options.reduce((sum, { text }) => sum + text.length, 0);
  const needed = 10 + characters / 15;
  return offered.find((each) => each >= needed) ?? offered.at(-1) ?? 60;
}

/** What every game of multiple choice has no room for. */
export const GAME_DROPS = ['sources', 'reasons', 'picture'] as const;
