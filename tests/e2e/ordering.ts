import type { Page } from '@playwright/test';
import { addPack, madePack } from './made-pack';
import { SessionScreen } from './session-screen';
import { expect } from './site';
import { answersOf, readStored } from './stored-data';
import { words, wordsLike, type Language } from './words';

/** What tells the rows of the ordering apart, from the earliest to the latest. */
export const ORDER = ['the fleet', 'the walls', 'the gate', 'the bridge', 'relief column'];

/**
 * Leads to an ordering of five events. A chain is first asked for its earliest event; once that is learnt, and its day has come,
 * the whole of it is to be put in order.
 */
export async function openOrdering(page: Page, language: Language = 'en'): Promise<SessionScreen> {
  await page.clock.install({ time: new Date('2026-03-02T09:00:00Z') });
  await addPack(page, madePack({ events: 5, ask: ['sequence'] }), language);
  const session = new SessionScreen(page, language);
  await session.open('siege');
  await session.answerRightly();
  await page.getByRole('button', { name: words(language, 'too_easy') }).click();
  await expect.poll(async () => answersOf(await readStored(page)).some(({ easy }) => easy)).toBe(true);
  await session.next.click();
  await expect(session.done).toBeVisible();
  await page.clock.fastForward(60 * 86_400_000);
  await session.open('siege');
  await expect(session.check).toBeVisible();
  await expect(session.rows).toHaveCount(ORDER.length);
  return session;
}

export function rowTexts(session: SessionScreen): Promise<string[]> {
  return session.rows.locator('p').allInnerTexts();
}

/** Brings the rows into the order of these words, by their buttons. */
export async function arrange(
  session: SessionScreen,
  order: readonly string[],
  language: Language = 'en',
): Promise<void> {
  for (const [place, word] of order.entries()) {
    const up = session.rows.filter({ hasText: word }).getByRole('button', { name: wordsLike(language, 'order_up') });
    for (let at = (await rowTexts(session)).findIndex((text) => text.includes(word)); at > place; at -= 1) {
      await up.click();
      await expect(session.rows.nth(at - 1)).toContainText(word);
    }
  }
}
