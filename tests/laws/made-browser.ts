import { deleteDB } from 'idb';
import { afterEach, beforeEach, expect } from 'vitest';
import { rebuildCare } from '$lib/core/memory/care';
import { FakeClock, FakeTabs, openTab, stored } from './study-kit';
import type { Tab, TabOptions } from './study-kit';

/**
 * The made-up browser of one test file: before each test its storage is empty and its clock as at the beginning, after each its tabs are closed.
 *
 * @param name of its storage, of no other file's
 */
export function madeUpBrowser(name: string) {
  const clock = new FakeClock();
  const tabs = new FakeTabs();
  const begin = clock.now();
  const opened = new Set<Tab>();

  const open = (options: Partial<TabOptions> = {}): Tab => {
    const tab = openTab({ name, clock, tabs, ...options });
    opened.add(tab);
    return tab;
  };
  const close = (tab: Tab): void => {
    tab.studying.close();
    tab.database.close();
    opened.delete(tab);
  };
  beforeEach(async () => {
    Object.assign(clock, begin);
    tabs.forget();
    await deleteDB(name);
  });
  afterEach(() => {
    opened.forEach(close);
  });
  return {
    clock,
    open,
    close,
    /** A tab whose session is open. */
    begun: async (options: Partial<TabOptions> = {}): Promise<Tab> => {
      const tab = open(options);
      await tab.studying.open();
      return tab;
    },
  };
}

/** The fact of the question or the verdict on the screen. */
export function askedIn(tab: Tab): string {
  const { phase } = tab.studying;
  if (phase.is !== 'question' && phase.is !== 'verdict') throw new Error(`nothing is asked: ${phase.is}`);
  return phase.question.fact;
}

/** What is stored, of which memory and decisions must be what the log says. */
export async function checked(tab: Tab) {
  const data = await stored(tab);
  expect(data.memory).toEqual(data.derived);
  const derived = [...rebuildCare(data.log).values()].sort((a, b) => (a.key < b.key ? -1 : 1));
  expect(data.care).toEqual(derived);
  return data;
}
