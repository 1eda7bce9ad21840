import type { Locator, Page } from '@playwright/test';
import { PACK } from './routes';
import { SessionScreen } from './session-screen';
import { expect, test } from './site';
import { words } from './words';

const say = (name: string): string => words('en', name);
const open = async (page: Page, event: string): Promise<Locator> => {
  await page.goto(`/explore/?pack=${PACK}&event=${event}`);
  const card = page.getByRole('dialog').getByRole('article');
  await expect(card).toBeVisible();
  return card;
};

test('a card tells what, when in words, where on a small map, its source with section, what came before, and what is remembered', async ({
  page,
}) => {
  const card = await open(page, 'ivankiv-captured');
  await expect(page.getByRole('dialog', { name: 'Ivankiv and Dymer' })).toBeVisible();
  await expect(card.getByRole('heading', { name: 'Russian forces captured Ivankiv.' })).toBeVisible();
  await expect(card.getByText('Ivankiv, 2 March 2022 —')).toBeVisible();
  const map = card.getByRole('img', { name: 'Map: Ivankiv' });
  await expect(map.locator('circle.dot')).toHaveCount(1);
  await expect(map.locator('path.oblast').first()).toBeAttached();
  await expect(card.getByText(/“Fall of Ivankiv and Dymer”/)).toBeVisible();
  await expect(card.getByText(say('event_before'))).toBeVisible();
  await expect(card.getByRole('link', { name: /museum in Ivankiv was destroyed/ })).toBeVisible();
  await expect(card.getByText(say('explore_remembered'))).toBeVisible();
  await expect(card.getByText(say('explore_no_answer'))).toBeVisible();
  await expect(card.getByRole('link', { name: say('explore_study_this') })).toBeVisible();
  await expect(card.getByRole('link', { name: say('explore_read_storyline') })).toHaveAttribute('href', /storyline=ivankiv/);
}); // prettier-ignore

test('a date known between two days is said so; where sources disagree all their dates stand; a claim has its claimant', async ({
  page,
}) => {
  const shelled = await open(page, 'ivankiv-shelled');
  await expect(shelled.getByText(/some time between 24 February and 2 March 2022 —/)).toBeVisible();
  await expect(shelled.getByText(say('explore_never_asked'))).toBeVisible();
  await expect(shelled.getByRole('link', { name: say('explore_study_this') })).toHaveCount(0);

  const disputed = await open(page, 'makariv-retaken-22');
  await expect(disputed.locator('.conflict li')).toHaveText(['22 March 2022', '3 March 2022', '25 March 2022']);

  await page.goto(`/explore/?pack=${PACK}&view=list&status=attributed`);
  const line = page.locator('.tales button').first();
  const claimant = await line.locator('.mark').last().innerText();
  expect(claimant).toMatch(/^According to: ./);
  await line.click();
  await expect(page.getByRole('article').getByText(claimant)).toBeVisible();
});

test('after an answer the card says when it was, whether it was right, and how well it sits', async ({ page }) => {
  const session = new SessionScreen(page);
  let card = await open(page, 'ivankiv-captured');
  await expect(card.locator('.chips')).toContainText('when: new');
  await card.getByRole('link', { name: say('explore_study_this') }).click();
  await session.answerRightly();
  await session.next.click();
  await expect(session.dontKnow.or(session.done).first()).toBeVisible();
  card = await open(page, 'ivankiv-captured');
  await expect(card.getByText(/^Last asked on .*: right\.$/)).toBeVisible();
  expect((await card.locator('.chips').innerText()).match(/: new/g)?.length ?? 0).toBeLessThan(4);
});
