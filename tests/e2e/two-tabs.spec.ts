import type { Page } from '@playwright/test';
import { PACK } from './routes';
import { SessionScreen } from './session-screen';
import { expect, test } from './site';
import { answersOf, expectMemoryOfLog, memoryOf, readStored } from './stored-data';

async function expectAgreement(page: Page, answers: number): Promise<void> {
  await page.goto('/settings/');
  await expect(page.getByText('Memory and log agree')).toBeVisible();
  await expect(page.getByRole('definition').filter({ hasText: new RegExp(`^${String(answers)}$`) })).not.toHaveCount(0);
}

test('two tabs that study one pack by turns lose nothing', async ({ context }) => {
  const tabs = [new SessionScreen(await context.newPage()), new SessionScreen(await context.newPage())] as const;
  for (const tab of tabs) await tab.open(PACK);

  let given = 0;
  for (let turn = 0; turn < 6; turn += 1) {
    for (const tab of tabs) given += await tab.study(1, turn % 3 === 2 ? 'pass' : 'as learnt');
  }
  expect(given).toBe(12);

  const stored = await readStored(tabs[0].page);
  expect(answersOf(stored)).toHaveLength(given);
  expectMemoryOfLog(stored);
  await expectAgreement(tabs[1].page, given);
});

test('two tabs that answer the same question at the same moment both stand in the log', async ({ context }) => {
  const tabs = [new SessionScreen(await context.newPage()), new SessionScreen(await context.newPage())] as const;
  await tabs[0].open(PACK);
  await tabs[1].open(PACK);
  await expect(tabs[1].stem).toHaveText(await tabs[0].stem.innerText());
  for (let turn = 0; turn < 4; turn += 1) await Promise.all(tabs.map((tab) => tab.study(1, 'any')));

  const stored = await readStored(tabs[0].page);
  expect(answersOf(stored)).toHaveLength(8);
  expectMemoryOfLog(stored);
  const reps = memoryOf(stored).map(({ reps }) => reps);
  expect(Math.max(...reps), 'the fact that both tabs answered was answered twice').toBeGreaterThanOrEqual(2);
  await expectAgreement(tabs[0].page, 8);
});

test('an undo in one tab leaves what the other answered', async ({ context }) => {
  const tabs = [new SessionScreen(await context.newPage()), new SessionScreen(await context.newPage())] as const;
  for (const tab of tabs) await tab.open(PACK);
  await tabs[0].answer('pass');
  await tabs[1].answer('any');
  await tabs[0].undo.click();
  await tabs[0].waitForQuestion();

  const stored = await readStored(tabs[1].page);
  expect(answersOf(stored)).toHaveLength(2);
  expectMemoryOfLog(stored);
  expect(memoryOf(stored).length).toBeGreaterThanOrEqual(1);
  await expectAgreement(tabs[0].page, 3);
});
