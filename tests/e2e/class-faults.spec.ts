import type { Page } from '@playwright/test';
import { builtSite } from './built-site';
import { answer, ClassRoom, classBrowser, counts, onward, pinOf, seated, soundsOf } from './class-room';
import { copySite, makeNextVersion } from './next-version';
import { waitUntilOfflineReady } from './offline-readiness';
import { kilobytes, packedSize, packedSum } from './script-weight';
import { ServedFolder } from './served-folder';
import { expect, test } from './site';
import { expectWaiting, lookForUpdate, updatePrompt } from './updating';

// What live quizzes are known to get wrong, as far as only a browser can show that it cannot happen here. The others: src/server/rooms/faults.test.ts.

test.use(classBrowser);
test.setTimeout(180_000);

/** gzip -9, kB = 1000 bytes: all that is fetched from the door to the first explanation, socket.io's client among it. */
const PHONE_MOST = 50_000;

test("a pupil's phone is sent at most 50 kB of script up to the first explanation", async ({ browser, ownSite }) => {
  const room = await ClassRoom.open(browser, ownSite);
  const host = await room.host();
  const fetched = new Set<string>();
  const phone = await room.phone(await pinOf(host), (page) =>
    page.on('request', (request) => {
      const { pathname } = new URL(request.url());
      if (pathname.endsWith('.js')) fetched.add(pathname);
    }),
  );
  await seated(phone);
  await onward(host);
  await answer(phone, 'choice');
  await onward(host);
  await expect(phone.getByText('SECRET-EXPLANATION', { exact: false })).toBeVisible();
  const weights = [...fetched].map((path) => `  ${kilobytes(packedSize(builtSite, path))}  ${path}`);
  process.stdout.write(`player: ${kilobytes(packedSum(builtSite, fetched))}\n${weights.join('\n')}\n`);
  expect(fetched.size).toBeGreaterThan(2);
  expect(packedSum(builtSite, fetched)).toBeLessThanOrEqual(PHONE_MOST);
  await room.close();
});

test('a version that comes in mid-game is taken into use by nobody: no page of the class reloads itself', async ({
  browser,
}, info) => {
  const folder = info.outputPath('site');
  await copySite(folder);
  const site = await ServedFolder.start(folder);
  try {
    const room = await ClassRoom.open(browser, site);
    const host = await room.host();
    await waitUntilOfflineReady(host);
    const wall = await room.wall(host);
    const phone = await room.phone(await pinOf(host));
    await seated(phone);
    await onward(host);
    await phone.getByRole('button', { name: '9 March 2022' }).click();
    await counts(phone);

    // A reload would wipe the mark off.
    const mark = (page: Page) => page.evaluate(() => void Object.assign(window, { marked: true }));
    const isMarked = (page: Page): Promise<boolean> => page.evaluate(() => 'marked' in window);
    const pages = [host, wall, phone];
    await Promise.all(pages.map(mark));
    await makeNextVersion(folder);
    await site.restart();
    await lookForUpdate(host);
    await expectWaiting(host);

    await expect(host.getByText('Paused: the server has started again.', { exact: false })).toBeVisible();
    await onward(host);
    await phone.getByRole('button', { name: '2 March 2022' }).click();
    await counts(phone);
    await onward(host);
    await expect(phone.getByRole('heading', { name: 'Right' })).toBeVisible();
    await expect(wall.getByText('SECRET-EXPLANATION', { exact: false })).toBeVisible();
    await expect(updatePrompt(host), 'a lesson is not asked about it either').toBeHidden();
    expect(await Promise.all(pages.map(isMarked)), 'nobody was reloaded').toEqual([true, true, true]);
    await room.close();
  } finally {
    await site.kill();
  }
});

for (const tone of ['plain', 'grave'] as const)
  test(`a lesson makes no sound, and no phone shakes: ${tone}`, async ({ browser, ownSite }) => {
    const wanted = { scoring: 'accuracy-speed', standings: 'podium', limitMs: 30_000 } as const;
    const room = await ClassRoom.open(browser, ownSite, wanted, (lesson) => ({ ...lesson, tone }));
    const host = await room.host();
    const wall = await room.wall(host);
    const phone = await room.phone(await pinOf(host));
    const name = await seated(phone);
    await onward(host);
    await phone.getByRole('button', { name: '2 March 2022' }).click();
    await counts(phone);
    await host.keyboard.press('t');
    await onward(host);
    await expect(phone.getByText('SECRET-EXPLANATION', { exact: false })).toBeVisible();
    await onward(host);
    await expect(phone.getByRole('heading', { name: 'So far' })).toBeVisible();
    await host.keyboard.press('e');
    await host.getByRole('dialog').getByRole('button', { name: 'End the lesson' }).click();
    await expect(phone.getByRole('heading', { name: 'The lesson is over' })).toBeVisible();
    await expect(wall.getByRole('heading', { name: 'The lesson is over' })).toBeVisible();
    // A grave pack has no podium and no place in it, whatever the teacher wished.
    const podium = wall.getByRole('listitem').filter({ hasText: name });
    await expect(podium).toHaveCount(tone === 'grave' ? 0 : 1);
    for (const page of [host, wall, phone]) expect(await soundsOf(page)).toEqual([]);
    await room.close();
  });
