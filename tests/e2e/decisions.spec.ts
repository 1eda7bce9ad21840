import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { expectGoodLooks } from './looks';
import { addPack, madePack } from './made-pack';
import { SessionScreen } from './session-screen';
import { expect, test } from './site';
import { expectMemoryOfLog, logOf, readStored } from './stored-data';
import { words } from './words';

const say = (name: string): string => words('en', name);
const sheet = (page: Page): Locator => page.getByRole('dialog');

async function siege(page: Page): Promise<SessionScreen> {
  await addPack(page, madePack({ ask: ['date', 'place'] }));
  const session = new SessionScreen(page);
  await session.open('siege');
  return session;
}

async function menu(page: Page): Promise<void> {
  await page.getByRole('button', { name: say('care_title') }).click();
  await expect(sheet(page)).toBeVisible();
}

async function decisions(page: Page): Promise<readonly string[]> {
  const stored = await readStored(page);
  expectMemoryOfLog(stored);
  return logOf(stored).map(({ type }) => type);
}

test('a question is asked no more, comes back by undo, and by the page of its pack', async ({ page }) => {
  const session = await siege(page);
  const stem = await session.stem.innerText();
  await menu(page);
  await expectGoodLooks(page, 'the menu of a question');
  await sheet(page)
    .getByRole('button', { name: say('care_suspend') })
    .click();
  await expect(page.getByText(say('decided_suspend'))).toBeVisible();
  await expect(session.stem).not.toHaveText(stem);
  await page.getByRole('button', { name: say('undo'), exact: true }).click();
  await expect(page.getByText(say('decided_undone'))).toBeVisible();
  await expect(session.stem).toHaveText(stem);

  await menu(page);
  await sheet(page)
    .getByRole('button', { name: say('care_suspend') })
    .click();
  await expect(session.stem).not.toHaveText(stem);
  await page.reload();
  await session.waitForQuestion();
  await expect(session.stem, 'a reload does not bring it back').not.toHaveText(stem);

  await page.goto('/pack/?pack=siege');
  const aside = page.getByRole('region', { name: say('aside_title') });
  await expect(aside.getByText(say('aside_suspended'))).toBeVisible();
  await expectGoodLooks(page, 'a pack with something put aside');
  await aside.getByRole('button', { name: say('aside_again') }).click();
  await expect(aside).toBeHidden();
  expect([...(await decisions(page))].sort()).toEqual(['revoke', 'revoke', 'suspend', 'suspend']);
});

test('what waits until tomorrow is there tomorrow, and not today', async ({ page }) => {
  await page.clock.install({ time: new Date('2026-03-10T18:00:00Z') });
  const session = await siege(page);
  const [, event = ''] = /: (.*)[.?]$/.exec(await session.stem.innerText()) ?? [];
  await menu(page);
  await sheet(page)
    .getByRole('button', { name: say('care_bury_all') })
    .click();
  await expect(page.getByText(say('decided_bury'))).toBeVisible();
  await session.study();
  await page.goto('/pack/?pack=siege');
  const aside = page.getByRole('region', { name: say('aside_title') });
  await expect(aside.getByRole('listitem')).toHaveCount(2);
  await expect(aside.getByText(event).first()).toBeVisible();
  await page.clock.setFixedTime(new Date('2026-03-11T18:00:00Z'));
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: 'The siege' })).toBeVisible();
  await expect(aside).toBeHidden();
});

test('flags go on and off, show on the pack’s page, and sort what is listed there', async ({ page }) => {
  const session = await siege(page);
  await page.keyboard.press('f');
  await expect(sheet(page).getByRole('button', { name: say('flag_red') })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(sheet(page).getByRole('button', { name: say('flag_red') })).toHaveAttribute('aria-pressed', 'true');
  await sheet(page)
    .getByRole('button', { name: say('flag_blue') })
    .click();
  await sheet(page)
    .getByRole('button', { name: say('flag_red') })
    .click();
  await expect(sheet(page).getByRole('button', { name: say('flag_red') })).toHaveAttribute('aria-pressed', 'false');
  await page.keyboard.press('Escape');
  await session.answer('pass');
  await session.next.click();
  await menu(page);
  await sheet(page)
    .getByRole('button', { name: say('flag_green') })
    .click();
  await page.keyboard.press('Escape');
  await page.goto('/pack/?pack=siege');
  const aside = page.getByRole('region', { name: say('aside_title') });
  await expect(aside.getByRole('listitem')).toHaveCount(2);
  await aside.getByRole('radio', { name: say('flag_green') }).check();
  await expect(aside.getByRole('listitem')).toHaveCount(1);
  await aside.getByRole('listitem').getByRole('button').click();
  await expect(aside.getByRole('listitem')).toHaveCount(1);
  await expect(aside.getByRole('button', { name: new RegExp(say('flag_blue')) })).toBeVisible();
});

test('a report keeps the question with its proof, is exported, dealt with and taken off the list', async ({ page }) => {
  const session = await siege(page);
  const stem = await session.stem.innerText();
  await page.keyboard.press('r');
  await expectGoodLooks(page, 'the report form');
  await sheet(page)
    .getByRole('radio', { name: say('report_giveaway') })
    .check();
  await sheet(page).getByLabel(say('report_note')).fill('zmbrs0 <b>not a key</b>');
  await sheet(page)
    .getByRole('button', { name: say('report_keep') })
    .click();
  await expect(page.getByText(say('decided_report'))).toBeVisible();
  await expect(session.stem).toHaveText(stem);

  await page.goto('/settings/');
  const list = page.getByRole('region', { name: say('reports_title') });
  await expect(list.getByText(stem)).toBeVisible();
  await expect(list.getByText('zmbrs0 <b>not a key</b>')).toBeVisible();
  await expectGoodLooks(page, 'a list of reports');
  const saving = page.waitForEvent('download');
  await list.getByRole('button', { name: say('reports_export') }).click();
  const download = await saving;
  expect(download.suggestedFilename()).toMatch(/^dateline-reports-\d{4}-\d\d-\d\d\.json$/);
  const file = JSON.parse(await readFile(await download.path(), 'utf8')) as {
    format: string;
    reports: { question: { stem: string; proof: { key: unknown[] } } }[];
  };
  expect(file).toMatchObject({
    format: 'dateline-reports/1',
    reports: [{ reason: 'giveaway', resolved: false, pack: 'siege', packVersion: 1, question: { stem, type: 'question' } }],
  }); // prettier-ignore
  expect(file.reports[0]?.question.proof.key.length).toBeGreaterThan(0);

  await list.getByRole('button', { name: say('reports_resolve') }).click();
  await expect(list.getByRole('button', { name: say('reports_resolve') })).toBeHidden();
  await list.locator('summary').click();
  await list.getByRole('button', { name: say('reports_remove') }).click();
  await expect(list.getByText(say('reports_none'))).toBeVisible();
});

test('keys: help, leaving until tomorrow, never again, and back with z', async ({ page }) => {
  const session = await siege(page);
  const stem = await session.stem.innerText();
  await page.keyboard.press('?');
  await expect(sheet(page).getByRole('heading', { name: say('keys_title') })).toBeVisible();
  await expectGoodLooks(page, 'the list of keys');
  // A key pressed in the sheet does nothing to the question below.
  await page.keyboard.press('s');
  await page.keyboard.press('Escape');
  await expect(session.stem).toHaveText(stem);
  for (const key of ['s', 'b']) {
    await page.keyboard.press(key);
    await expect(session.stem).not.toHaveText(stem);
    await page.keyboard.press('z');
    await expect(session.stem).toHaveText(stem);
  }
  await session.answer('pass');
  await page.keyboard.press('s');
  await expect(page.getByText(say('decided_suspend'))).toBeVisible();
  await expect(session.verdict, 'a verdict stays to be read').toBeVisible();
});

test('what is taken for something else twice is told, and asked side by side', async ({ page }) => {
  await addPack(page, madePack({ ask: ['date'], events: 4 }));
  const session = new SessionScreen(page);
  await session.open('siege');
  const told = page.getByRole('heading', { name: say('mixed_title') });
  /** The wording of the question changes, the event told does not. */
  const eventText = page.locator('.dispatch .text');
  /** Which dates were chosen wrongly, by event: the same one is chosen again. */
  const mistakes = new Map<string, string>();
  for (let given = 0; given < 20 && !(await told.isVisible()); given += 1) {
    const event = await eventText.innerText();
    const texts = await session.choices.locator('[lang]').allInnerTexts();
    const wanted = mistakes.get(event);
    await session.choices.nth(wanted === undefined ? 0 : Math.max(0, texts.indexOf(wanted))).click();
    await expect(session.verdict).toBeVisible();
    if (!(await session.isRight())) mistakes.set(event, texts[wanted === undefined ? 0 : texts.indexOf(wanted)] ?? '');
    if (await told.isVisible()) break;
    await session.next.click();
    await session.waitForQuestion();
  }
  await expect(told).toBeVisible();
  await expectGoodLooks(page, 'a confusion told');
  for (let given = 0; given < 8; given += 1) {
    await session.next.click();
    await session.waitForQuestion();
    if (await page.getByText(say('answer_contrast')).isVisible()) break;
    await session.answer('as learnt');
  }
  await expect(page.getByText(say('answer_contrast'))).toBeVisible();
  const texts = await session.choices.locator('[lang]').allInnerTexts();
  expect(texts).toContain(mistakes.get(await eventText.innerText()));
});

test('the log is saved as a table', async ({ page }) => {
  const session = await siege(page);
  await session.study(3, 'any');
  await page.goto('/settings/');
  await expect(page.getByText('Memory and log agree')).toBeVisible();
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: say('log_csv') }).click();
  const download = await saving;
  expect(download.suggestedFilename()).toMatch(/^dateline-log-\d{4}-\d\d-\d\d\.csv$/);
  const text = await readFile(await download.path(), 'utf8');
  expect(text.startsWith('\u{FEFF}entry,type,stands,utc,')).toBe(true);
  expect(text.trimEnd().split('\r\n')).toHaveLength(4);
});

test.describe('in Safari', () => {
  test.beforeEach(async ({ page }) => {
    await page.addInitScript(() => {
      Object.defineProperty(navigator, 'vendor', { value: 'Apple Computer, Inc.' });
    });
  });

  test('the hand-over file is offered before installing, and brings everything into the installed app', async ({
    page,
    browser,
  }) => {
    const session = await siege(page);
    await session.study(2, 'any');
    await page.goto('/settings/');
    await expect(page.getByRole('heading', { name: say('handover_title') })).toBeVisible();
    await expectGoodLooks(page, 'before installing');
    const saving = page.waitForEvent('download');
    await page.getByRole('button', { name: say('handover_button') }).click();
    const text = await readFile(await (await saving).path(), 'utf8');

    const app = await (await browser.newContext()).newPage();
    await app.addInitScript(() => {
      Object.defineProperty(navigator, 'vendor', { value: 'Apple Computer, Inc.' });
      Object.defineProperty(navigator, 'standalone', { value: true });
    });
    await app.goto('/settings/');
    await expect(app.getByRole('heading', { name: say('handover_here_title') })).toBeVisible();
    await app
      .getByLabel(say('backup_restore'))
      .setInputFiles({ name: 'dateline.json', mimeType: 'application/json', buffer: Buffer.from(text) });
    await app.getByRole('button', { name: say('restore_merge') }).click();
    await expect(app.getByText('Memory and log agree')).toBeVisible();
    await expect(app.getByRole('heading', { name: say('handover_here_title') })).toBeHidden();
    await expect(app.getByText('never', { exact: true }), 'the file is a backup of what is here').toBeHidden();
    expect(logOf(await readStored(app))).toEqual(logOf(await readStored(page)));
    await app.context().close();
  });
});
