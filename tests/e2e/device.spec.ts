import type { Page } from '@playwright/test';
import { addPack, madePack } from './made-pack';
import { PACK, PACK_TITLE } from './routes';
import { SessionScreen } from './session-screen';
import { expect, test } from './site';
import { answersOf, memoryOf, readStored } from './stored-data';

/** What the made-up device was asked to do, in order. */
interface Asked {
  readonly asked: string[];
}

/** A device that has everything and notes what it is asked. */
async function fakeDevice(page: Page): Promise<() => Promise<readonly string[]>> {
  await page.addInitScript(() => {
    const asked: string[] = [];
    Object.assign(globalThis, { asked });
    const define = (name: string, value: unknown): void => {
      Object.defineProperty(navigator, name, { configurable: true, value });
    };
    define('setAppBadge', (count: number) => Promise.resolve(void asked.push(`badge ${String(count)}`)));
    define('clearAppBadge', () => Promise.resolve(void asked.push('no badge')));
    define('canShare', () => true);
    define('share', (data: ShareData) =>
      Promise.resolve(void asked.push(`share ${data.text ?? ''} ${data.url ?? ''}`)),
    );
    define('wakeLock', {
      request: () => {
        asked.push('awake');
        return Promise.resolve({ released: false, release: () => Promise.resolve(void asked.push('asleep')) });
      },
    });
    const voice = { lang: 'en-GB', localService: true, default: true, name: 'Made up', voiceURI: 'made-up' };
    class Utterance extends EventTarget {
      voice = null;
      lang = '';
      constructor(readonly text: string) {
        super();
      }
    }
    Object.assign(globalThis, { SpeechSynthesisUtterance: Utterance });
    Object.defineProperty(globalThis, 'speechSynthesis', {
      configurable: true,
      value: Object.assign(new EventTarget(), {
        getVoices: () => [voice],
        speak: (utterance: Utterance) => {
          asked.push(`say ${utterance.text}`);
          queueMicrotask(() => utterance.dispatchEvent(new Event('end')));
        },
        cancel: () => asked.push('silence'),
      }),
    });
  });
  return () => page.evaluate(() => (globalThis as unknown as Asked).asked);
}

const said = (asked: readonly string[]): readonly string[] => asked.filter((each) => each.startsWith('say '));

test('the screen stays on during a session and nothing is read unless it is wanted', async ({ page }) => {
  const asked = await fakeDevice(page);
  const session = new SessionScreen(page);
  await session.open(PACK);
  await expect.poll(asked).toContain('awake');
  await session.answer('pass');
  expect(said(await asked())).toEqual([]);
  await session.leave.click();
  await expect.poll(asked).toContain('asleep');
});

test('once wanted, questions and answers are read aloud, and leaving silences the voice', async ({ page }) => {
  const asked = await fakeDevice(page);
  await page.goto('/settings/');
  await page.getByRole('checkbox', { name: 'Read aloud' }).check();
  await expect
    .poll(async () => JSON.stringify((await readStored(page)).settings), 'stored, before the page is left')
    .toContain('"aloud":true');
  const session = new SessionScreen(page);
  await session.open(PACK);
  await expect.poll(async () => said(await asked()).length).toBe(1);
  await session.answer('pass');
  await expect.poll(async () => said(await asked()).length).toBe(2);
  await session.leave.click();
  await expect.poll(async () => (await asked()).at(-1)).toMatch(/silence|badge/);
});

test('listening goes on by itself and changes nothing', async ({ page }) => {
  const asked = await fakeDevice(page);
  await page.clock.install();
  await page.goto(`/pack/?pack=${PACK}`);
  await page.getByRole('link', { name: 'Listen to this pack' }).click();
  await page.getByRole('button', { name: 'Play' }).click();
  await expect(page.getByText('1 of 60')).toBeVisible();
  await expect.poll(async () => said(await asked()).length).toBe(1);
  await page.clock.runFor(5100);
  await expect.poll(async () => said(await asked()).length).toBe(2);
  await page.clock.runFor(2600);
  await expect(page.getByText('2 of 60')).toBeVisible();
  await page.getByRole('button', { name: 'Pause' }).click();
  await page.clock.runFor(20_000);
  await expect(page.getByText('2 of 60')).toBeVisible();
});

test('a pack is passed on by the sheet of the device', async ({ page }) => {
  const asked = await fakeDevice(page);
  await page.goto(`/pack/?pack=${PACK}`);
  await page.getByRole('button', { name: 'Share this pack' }).click();
  await expect.poll(asked).toContainEqual(expect.stringMatching(/^share .*a pack for Dateline/));
});

test('a result is passed on with its count and the address of the app, and the icon bears what is due days later', async ({
  page,
  baseURL,
}) => {
  const asked = await fakeDevice(page);
  await page.clock.install({ time: new Date('2026-03-02T09:00:00Z') });
  await addPack(page, madePack({ ask: ['date'] }));
  const session = new SessionScreen(page);
  await session.open('siege');
  await session.study();
  await expect(session.done).toBeVisible();
  const answers = answersOf(await readStored(page));
  const right = answers.filter(({ grade }) => grade > 1).length;
  await page.getByRole('button', { name: 'Share this result' }).click();
  const told = `share ${String(right)} of ${String(answers.length)} right in Dateline: when, where and in what order. ${String(baseURL)}/`;
  await expect.poll(asked).toContain(told);

  await page.clock.fastForward(20 * 86_400_000);
  await page.goto('/');
  const due = new Set(memoryOf(await readStored(page)).map(({ asked: fact }) => fact)).size;
  expect(due).toBeGreaterThan(2);
  await expect.poll(asked).toContain(`badge ${String(due)}`);
});

test('without a sheet a pack is saved as a file that can be added elsewhere', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'canShare', { configurable: true, value: () => false });
  });
  await page.goto(`/pack/?pack=${PACK}`);
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Share this pack' }).click();
  const file = await saving;
  expect(file.suggestedFilename()).toBe(`${PACK}.json`);
  await expect(page.getByText('Saved as a file.')).toBeVisible();
});

test('a reminder is saved as a calendar file', async ({ page }) => {
  await page.goto('/settings/');
  await page.getByRole('radio', { name: 'Once a week' }).check();
  await page.getByLabel('Day', { exact: true }).selectOption({ label: 'Saturday' });
  await page.getByLabel('Time', { exact: true }).fill('07:45');
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save calendar file' }).click();
  const file = await saving;
  expect(file.suggestedFilename()).toBe('dateline-reminder.ics');
  const text = Buffer.concat(await (await file.createReadStream()).toArray()).toString('utf8');
  expect(text).toMatch(/RRULE:FREQ=WEEKLY;BYDAY=SA\r\n/);
  expect(text).toMatch(/DTSTART:\d{8}T074500\r\n/);
});

test('without a connection it says so, and nothing else changes', async ({ page, context }) => {
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1, name: PACK_TITLE })).toBeVisible();
  await expect(page.getByText(/No connection/)).toHaveCount(0);
  await context.setOffline(true);
  await expect(page.getByText(/No connection\. Everything works/)).toBeVisible();
  await context.setOffline(false);
  await expect(page.getByText(/No connection/)).toHaveCount(0);
});

test('beside a question it is said in few words that there is no connection, and answers go on being kept', async ({
  page,
  context,
}) => {
  const session = new SessionScreen(page);
  await session.open(PACK);
  const sign = page.getByText('Offline. Your answers are kept here.');
  await expect(session.choices.first()).toBeVisible();
  await expect(sign).toHaveCount(0);
  await page.waitForLoadState('networkidle');
  await context.setOffline(true);
  await expect(sign).toBeVisible();
  await session.answer('pass');
  await expect(sign).toBeVisible();
  expect(answersOf(await readStored(page))).toHaveLength(1);
  await context.setOffline(false);
  await expect(sign).toHaveCount(0);
});

test('the icon bears what is due, and nothing once that is not wanted', async ({ page }) => {
  const asked = await fakeDevice(page);
  await page.goto('/settings/');
  await expect.poll(asked).toContain('no badge');
  const before = (await asked()).length;
  await page.getByRole('checkbox', { name: /Number of due questions/ }).uncheck();
  await expect.poll(async () => (await asked()).length).toBeGreaterThan(before);
});

test('the browser’s offer to install is kept, though it comes before the app', async ({ page }) => {
  await page.addInitScript(() => {
    document.addEventListener('readystatechange', () => {
      if (document.readyState !== 'interactive') return;
      const offer = Object.assign(new Event('beforeinstallprompt', { cancelable: true }), {
        prompt: () => {
          document.title = 'asked';
          return Promise.resolve({ outcome: 'dismissed' });
        },
      });
      Object.assign(globalThis, { early: !globalThis.dispatchEvent(offer) });
    });
  });
  await page.goto('/settings/');
  expect(
    await page.evaluate((): unknown => Reflect.get(globalThis, 'early')),
    'the browser is told not to ask by itself',
  ).toBe(true);
  const install = page.getByRole('button', { name: 'Install', exact: true });
  await install.click();
  await expect(page).toHaveTitle('asked');
  await expect(install, 'an offer is taken up once').toBeHidden();
});
