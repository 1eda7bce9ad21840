import type { Page } from '@playwright/test';
import { ClassRoom, classBrowser, endLesson, onward, pinOf, seated } from './class-room';
import { expectGoodLooks } from './looks';
import { SessionScreen } from './session-screen';
import { expect, test } from './site';

test.use(classBrowser);
test.setTimeout(120_000);

/** A class that a teacher opens as a teacher does, from a pack, on the laptop itself. */
async function openFromPack(host: Page, url: string, app: string | null): Promise<string> {
  await host.goto(`${url}/host/`);
  await host.getByLabel('Questions', { exact: true }).selectOption('6');
  if (app !== null) {
    await host.getByLabel('Dateline at home').fill(app);
    await host.getByLabel('Dateline at home').blur();
  }
  await host.getByRole('button', { name: 'Open the class' }).click();
  return pinOf(host);
}

test('what was missed is studied on the phone, and a link and a code take it to the app at home', async ({
  browser,
  ownSite,
}) => {
  const desk = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en-GB' });
  const host = await desk.newPage();
  // The copy at home is at another address than that of the class.
  const pin = await openFromPack(host, ownSite.url, ownSite.url);
  const { port } = new URL(ownSite.url);
  const pocket = await browser.newContext({ viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true });
  const phone = await pocket.newPage();
  await phone.goto(`http://class.test:${port}/join/?room=${pin}`);
  await seated(phone);
  for (let asked = 0; asked < 2; asked++) {
    await onward(host);
    await expect(phone.getByText(`${String(asked + 1)} of 6`)).toBeVisible();
    await expect(host.getByRole('button', { name: 'Show the answer' })).toBeVisible();
    await host.getByRole('button', { name: 'Show the answer' }).click();
    await expect(phone.getByRole('heading', { name: 'No answer' })).toBeVisible();
    await onward(host);
    await expect(phone.getByRole('heading', { name: 'So far' })).toBeVisible();
  }
  await endLesson(host);
  await expect(phone.getByRole('heading', { name: 'To go over again: 2' })).toBeVisible();
  await phone.getByText('Take it to your own Dateline').click();
  await expect(phone.getByRole('img', { name: 'Code with what you missed' })).toBeVisible();
  await expectGoodLooks(phone, 'after the lesson');
  const link = (await phone.getByRole('link', { name: 'Open them in my Dateline' }).getAttribute('href')) ?? '';
  expect(link.startsWith(`${ownSite.url}/study/?set=`), link).toBe(true);
  expect(await phone.getByLabel('Link').inputValue()).toBe(link);

  const home = await browser.newContext({ viewport: { width: 360, height: 740 } });
  const app = new SessionScreen(await home.newPage());
  await app.page.goto(link);
  await app.waitForQuestion();
  expect(await app.study(undefined, 'pass'), 'what is passed comes again').toBeGreaterThanOrEqual(2);

  await phone.getByRole('link', { name: 'Study what I missed' }).click();
  const here = new SessionScreen(phone);
  await here.waitForQuestion();
  await here.study(1, 'pass');
  for (const context of [desk, pocket, home]) await context.close();
});

test('a class list seats everybody by a slip, and the report has names that the server never had', async ({
  browser,
  ownSite,
}) => {
  const room = await ClassRoom.open(browser, ownSite);
  const host = await room.host();
  const sent: string[] = [];
  host.on('websocket', (socket) => socket.on('framesent', ({ payload }) => sent.push(String(payload))));
  host.on('request', (request) => sent.push(`${request.url()} ${request.postData() ?? ''}`));
  await host.reload();
  await host.getByText('Class list', { exact: true }).click();
  await host.getByLabel('A pupil a line').fill('Name,Mark\nKoval Olena,11\nMelnyk Taras,9');
  await host.getByRole('button', { name: 'Take the list (2)' }).click();
  await expectGoodLooks(host, 'a class list');
  await host.getByRole('button', { name: 'A seat and a slip for each' }).click();
  const slip = host.getByRole('listitem').filter({ hasText: 'Koval Olena' });
  // The seats of the teacher's page have the name as well: the slip is what has the code.
  await expect(slip).toContainText(/· [\w-]+/);
  const [, code = ''] = /· ([\w-]+)/.exec(await slip.innerText()) ?? [];
  await expectGoodLooks(host, 'slips');
  await host.getByRole('button', { name: 'Back to the lesson' }).click();
  const pin = await pinOf(host);
  const phone = await room.phone(`${pin}#c=${code}`);
  const friendly = await seated(phone);
  await expect(host.getByRole('button', { name: `Koval Olena ${friendly}` })).toBeVisible();

  await onward(host);
  await phone.getByRole('button', { name: '9 March 2022' }).click();
  await phone.getByRole('button', { name: 'I am sure' }).click();
  await expect(phone.getByRole('button', { name: 'I am sure' })).toHaveAttribute('aria-pressed', 'true');
  await expectGoodLooks(phone, 'sure of an answer');
  await onward(host);
  await expect(phone.getByRole('heading', { name: 'Not right' })).toBeVisible();
  await endLesson(host);
  await host.getByRole('link', { name: 'Report of the lesson' }).click();
  await expect(host.getByRole('rowheader', { name: `Koval Olena (${friendly})` })).toBeVisible();
  await expect(host.getByText('of them sure: 1')).toBeVisible();

  await host.getByText('The key was wrong?').first().click();
  await host.getByRole('button', { name: '9 March 2022' }).click();
  await expect(host.getByText('100%', { exact: true })).toBeVisible();
  await expectGoodLooks(host, 'a report with a corrected key');
  await host.getByText('Step through the lesson').click();
  await host.getByRole('slider').focus();
  await host.keyboard.press('End');
  await expect(host.getByRole('status').filter({ hasText: 'correct-key' })).toBeVisible();
  await expectGoodLooks(host, 'the lesson, step by step');
  expect(sent.length).toBeGreaterThan(5);
  expect(sent.filter((text) => /Koval|Melnyk/.test(text))).toEqual([]);
  await room.close();
});

test('the host moves to a tablet by a code that is scanned', async ({ browser, ownSite }) => {
  const room = await ClassRoom.open(browser, ownSite);
  const host = await room.host();
  const pin = await pinOf(host);
  await host.getByText('Recovery code, to go on', { exact: false }).click();
  await expect(host.getByRole('img', { name: 'Code that makes another device the host' })).toBeVisible();
  const code = await host.locator('.recovery').innerText();
  await onward(host);
  const tablet = await room.tablet();
  await tablet.goto(`${ownSite.url}/host/?over=${pin}#${code}`);
  await tablet.getByRole('button', { name: 'Take over' }).click();
  await expect(tablet.getByText('0 of 0 answered', { exact: false })).toBeVisible();
  await expect(host.getByText('Another device is the host now.')).toBeVisible();
  await room.close();
});
