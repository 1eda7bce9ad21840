import { readFile } from 'node:fs/promises';
import type { BrowserContext, TestInfo } from '@playwright/test';
import { readBackup } from '../../src/lib/core/memory/backup';
import type { AnswerEntry } from '../../src/lib/core/memory/log';
import { openKeptBrowser } from './kept-browser';
import { copySite, makeNextVersion } from './next-version';
import { waitUntilOfflineReady } from './offline-readiness';
import { PACK } from './routes';
import { ServedFolder } from './served-folder';
import { SessionScreen } from './session-screen';
import { expect, test } from './site';
import { answersOf, expectMemoryOfLog, logOf, readStored } from './stored-data';
import { expectWaiting, lookForUpdate, updatePrompt } from './updating';
import { words } from './words';

// Thirty days of one learner's autumn: from Kyiv, where the clocks go back on 25 October, to Tokyo and home again. What the log holds is
// counted against what the learner did.
const DAYS = 30;
const FIRST_MORNING = Date.UTC(2026, 9, 12, 6);
const DAY_MS = 86_400_000;
const HOME = { zone: 'Europe/Kyiv', summer: 180, winter: 120, clocksGoBack: 13 };
const AWAY = { zone: 'Asia/Tokyo', offset: 540, from: 18, until: 23 };
const WITHOUT_SERVER = new Set([2, 3, 19, 20]);
const ANSWERS_A_DAY = 4;

interface Phone {
  readonly context: BrowserContext;
  readonly site: ServedFolder;
  readonly folder: string;
}

/** What goes wrong on which day, in a tab of its own. Returns how many answers the log must hold because of it. */
const MISHAPS: Readonly<Record<number, (phone: Phone) => Promise<number>>> = {
  4: phoneSleeps,
  7: tabIsKilled,
  10: diskIsFull,
  15: oldVersionStaysOpen,
};

test('thirty days with a change of the clocks, a flight and every mishap lose no answer and count none twice', async ({
  browserName,
}, info) => {
  test.setTimeout(300_000);
  expect(browserName).toBe('chromium');
  const folder = info.outputPath('site');
  await copySite(folder);
  const site = await ServedFolder.start(folder);
  let context = await openPhone(info, 0);
  let known: readonly string[] = [];
  try {
    for (let day = 0; day < DAYS; day += 1) {
      // On most days the app was left open overnight; a flight and a dead battery end the browser.
      if (day > 0 && (day === AWAY.from || day === AWAY.until || day % 10 === 0)) {
        await context.close();
        context = await openPhone(info, day);
      } else if (day > 0) {
        await context.clock.fastForward(FIRST_MORNING + day * DAY_MS - (await nowOf(context)));
      }
      if (WITHOUT_SERVER.has(day)) await site.kill();
      known = await studyDay({ context, site, folder }, day, known);
      if (WITHOUT_SERVER.has(day)) await site.restart();
    }
    const page = context.pages()[0] ?? (await context.newPage());
    expectFrozenDays(answersOf(await readStored(page)));
    await page.goto(`${site.url}/settings/`);
    await expect(page.getByText('Memory and log agree')).toBeVisible();
  } finally {
    await context.close();
    await site.kill();
  }
});

async function openPhone(info: TestInfo, day: number): Promise<BrowserContext> {
  const away = day >= AWAY.from && day < AWAY.until;
  const context = await openKeptBrowser(info.outputPath('profile'), info, away ? AWAY.zone : HOME.zone);
  await context.clock.install({ time: FIRST_MORNING + day * DAY_MS });
  return context;
}

async function nowOf(context: BrowserContext): Promise<number> {
  const page = context.pages()[0] ?? (await context.newPage());
  return page.evaluate(() => Date.now());
}

/** Returns the ids of all answers up to the evening. */
async function studyDay(phone: Phone, day: number, known: readonly string[]): Promise<readonly string[]> {
  const { context, site } = phone;
  const page = context.pages()[0] ?? (await context.newPage());
  await page.goto(`${site.url}/`);
  if (day === 0) await waitUntilOfflineReady(page);
  const before = answersOf(await readStored(page)).map(({ id }) => id);
  expect([...before].sort(), `day ${String(day)}: what was answered before is still there`).toEqual([...known].sort());

  const mishap = (await MISHAPS[day]?.(phone)) ?? 0;
  await page.goto(`${site.url}/study/?pack=${PACK}`);
  const given = await new SessionScreen(page).study(ANSWERS_A_DAY);

  const stored = await readStored(page);
  const after = answersOf(stored).map(({ id }) => id);
  expect(after.length - before.length, `day ${String(day)}: each answer stands once`).toBe(mishap + given);
  expect(given, `day ${String(day)}: there is something to study`).toBeGreaterThan(0);
  expectMemoryOfLog(stored);
  return after;
}

/** The phone goes into a pocket with a question open and comes out five hours later. */
async function phoneSleeps({ context, site }: Phone): Promise<number> {
  const screen = new SessionScreen(await context.newPage());
  await screen.open(PACK, site.url);
  const device = await context.newCDPSession(screen.page);
  await device.send('Page.setWebLifecycleState', { state: 'frozen' });
  await screen.page.clock.fastForward('05:00:00');
  await device.send('Page.setWebLifecycleState', { state: 'active' });
  const given = await screen.study(1);
  await screen.page.close();
  return given;
}

/** The finger has just been lifted when the system takes the tab away: the answer reached the disk, or it did not, but not twice or by half. */
async function tabIsKilled({ context, site }: Phone): Promise<number> {
  const screen = new SessionScreen(await context.newPage());
  await screen.open(PACK, site.url);
  const witness = context.pages()[0] ?? screen.page;
  const count = async (): Promise<number> => answersOf(await readStored(witness)).length;
  const before = await count();
  await screen.dontKnow.dispatchEvent('click');
  await screen.page.close();
  const stored = (await count()) - before;
  expect([0, 1]).toContain(stored);
  expectMemoryOfLog(await readStored(witness));
  return stored;
}

/** No byte is free any more: the answer is kept in memory, the learner is told, and it is stored once there is room. */
async function diskIsFull({ context, site }: Phone): Promise<number> {
  // Chromium asks how much is left when a database is opened, and keeps the answer for half a minute.
  for (const open of context.pages()) await open.goto('about:blank');
  const screen = new SessionScreen(await context.newPage());
  const { page } = screen;
  const device = await context.newCDPSession(page);
  const { origin } = new URL(site.url);
  await device.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 });
  await screen.open(PACK, site.url);
  await screen.answer('pass');
  const retry = page.getByRole('button', { name: words('en', 'unsaved_retry') });
  await expect(retry).toBeVisible();
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: words('en', 'unsaved_export') }).click();
  const file = await saving;
  expect(file.suggestedFilename()).toMatch(/^dateline-unsaved-.*\.json$/);
  const read = readBackup(await readFile(await file.path(), 'utf8'));
  const asked = await screen.stem.innerText();
  expect(read.ok && read.backup.log.length, `a backup with the answer to “${asked}”`).toBe(
    logOf(await readStored(page)).length + 1,
  );
  await device.send('Storage.overrideQuotaForOrigin', { origin });
  await retry.click();
  await expect(retry).toBeHidden();
  await page.close();
  return 1;
}

/** A tab with a question open stays on the old version while another takes the new one into use. */
async function oldVersionStaysOpen({ context, site, folder }: Phone): Promise<number> {
  const old = new SessionScreen(await context.newPage());
  await old.open(PACK, site.url);
  await makeNextVersion(folder);
  await site.restart();
  const page = context.pages()[0] ?? (await context.newPage());
  await page.goto(`${site.url}/`);
  await lookForUpdate(page);
  await expectWaiting(page);
  await updatePrompt(page).getByRole('button', { name: 'Update' }).click();
  await expect(updatePrompt(page)).toBeHidden();
  const fresh = new SessionScreen(await context.newPage());
  await fresh.open(PACK, site.url);
  const given = (await old.study(1, 'pass')) + (await fresh.study(1, 'pass'));
  await old.page.close();
  await fresh.page.close();
  return given;
}

/** Each answer keeps the day and the offset of the place where it was given; days follow each other without a gap or a step back. */
function expectFrozenDays(answers: readonly AnswerEntry[]): void {
  const first = answers[0]?.day ?? NaN;
  for (const { day, utcMs, utcOffsetMinutes } of answers) {
    const since = Math.floor((utcMs - FIRST_MORNING) / DAY_MS);
    expect(day - first, new Date(utcMs).toISOString()).toBe(since);
    const home = since < HOME.clocksGoBack ? HOME.summer : HOME.winter;
    expect(utcOffsetMinutes).toBe(since >= AWAY.from && since < AWAY.until ? AWAY.offset : home);
  }
  expect(new Set(answers.map(({ day }) => day)).size).toBe(DAYS);
}
