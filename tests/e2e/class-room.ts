import type { Browser, BrowserContext, Page } from '@playwright/test';
import { chromiumFlags, findChromium } from '../../src/build/chromium.js';
import type { Creation } from '../../src/lib/core/room/creation';
import { madeCreation } from '../samples/made-lesson';
import { expect } from './site';

type Lesson = Creation['lesson'];

/** Whatever serves the app and the rooms. */
interface Served {
  readonly url: string;
}

/** A name that is no secure context, as the laptop's address in a class is none; it leads to this machine. */
const NAME = 'class.test';
const executablePath = findChromium();

/** For `test.use`: a browser that finds the laptop by that name. */
export const classBrowser = {
  launchOptions: {
    args: [...chromiumFlags(), `--host-resolver-rules=MAP ${NAME} 127.0.0.1`],
    ...(executablePath === null ? {} : { executablePath }),
  },
};

/** A class in real browsers: one host, a wall, and as many phones as join. Close it at the end. */
export class ClassRoom {
  readonly #browser: Browser;
  readonly #site: Served;
  readonly #contexts: BrowserContext[] = [];
  readonly #creation: Creation;
  readonly room: string;

  private constructor(browser: Browser, site: Served, creation: Creation, room: string) {
    this.#browser = browser;
    this.#site = site;
    this.#creation = creation;
    this.room = room;
  }

  /** A room with a question of every form; `adapt` makes another lesson of it. */
  static async open(
    browser: Browser,
    site: Served,
    settings: Partial<Creation['settings']> = {},
    adapt: (lesson: Lesson) => Lesson = (lesson) => lesson,
  ): Promise<ClassRoom> {
    const made = madeCreation({ limitMs: 120_000, ...settings });
    const creation = { ...made, lesson: adapt(made.lesson) };
    const response = await fetch(`${site.url}/rooms`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(creation),
    });
    const { room } = (await response.json()) as { room: string };
    return new ClassRoom(browser, site, creation, room);
  }

  /** The address of a page by the laptop's name in the network. */
  address(path: string): string {
    const { port } = new URL(this.#site.url);
    return `http://${NAME}:${port}${path}`;
  }

  /** The teacher's page, on the laptop itself. */
  async host(): Promise<Page> {
    const page = await this.#page({ width: 1280, height: 800 });
    const { secret, lesson } = this.#creation;
    const key = { room: this.room, secret, title: lesson.title, madeMs: 0 };
    await page.addInitScript((stored) => localStorage.setItem('dateline-hosting', stored), JSON.stringify([key]));
    await page.goto(`${this.#site.url}/host/?room=${this.room}`);
    await expect(page.getByRole('button', { name: 'Start', exact: true })).toBeVisible();
    return page;
  }

  /** Another device of the teacher's, which has hosted nothing. */
  async tablet(): Promise<Page> {
    const page = await this.#page({ width: 820, height: 1180 });
    await page.goto(`${this.#site.url}/host/`);
    return page;
  }

  async wall(host: Page): Promise<Page> {
    const page = await this.#page({ width: 1920, height: 1080 });
    const link = await host.getByRole('link', { name: 'Projector view' }).getAttribute('href');
    await page.goto(`${this.#site.url}/host/${link ?? ''}`);
    return page;
  }

  /** @param prepare what is done before the page is opened */
  async phone(pin: string, prepare: (page: Page) => void = () => undefined): Promise<Page> {
    const page = await this.#page({ width: 360, height: 740 }, true);
    prepare(page);
    await page.goto(this.address(`/join/?room=${pin}`));
    expect(await page.evaluate(() => isSecureContext), 'a phone in a class has no secure context').toBe(false);
    return page;
  }

  async close(): Promise<void> {
    for (const context of this.#contexts) await context.close();
  }

  async #page(viewport: { width: number; height: number }, isMobile = false): Promise<Page> {
    const context = await this.#browser.newContext({ viewport, isMobile, hasTouch: isMobile, locale: 'en-GB' });
    await context.addInitScript(countSounds);
    this.#contexts.push(context);
    return context.newPage();
  }
}

/** The number that stands on the teacher's page. */
export async function pinOf(host: Page): Promise<string> {
  const text = await host.getByText(/^\d{3} \d{3}$/).first().innerText(); // prettier-ignore
  return text.replace(' ', '');
}

/** Waits until a phone has its seat; the name that it got. */
export async function seated(phone: Page): Promise<string> {
  await expect(phone.getByRole('heading', { name: 'You are in' })).toBeVisible();
  return phone.locator('.name').innerText();
}

/** One step of the lesson's usual way, by key; done when the host's page shows the step after it, or asks whether it is meant. */
export async function onward(host: Page): Promise<void> {
  const main = host.locator('.steps .main');
  const before = await main.innerText();
  await host.keyboard.press('n');
  await expect(host.locator('.steps .main', { hasNotText: before }).or(host.getByRole('dialog'))).toBeVisible();
}

/** Ends the lesson, and says that it is meant. */
export async function endLesson(host: Page): Promise<void> {
  await host.getByRole('button', { name: 'End the lesson' }).click();
  await host.getByRole('dialog').getByRole('button', { name: 'End the lesson' }).click();
  await expect(host.getByRole('link', { name: 'Report of the lesson' })).toBeVisible();
}

export const counts = (phone: Page) => expect(phone.getByText('Your answer counts.', { exact: false })).toBeVisible();

/** Answers whatever is asked, as a pupil would: the first that comes to hand. `alone`: it is explained at once. */
export async function answer(phone: Page, form: string, pace: 'together' | 'alone' = 'together'): Promise<void> {
  if (form === 'choice') await phone.getByRole('group', { name: 'Answers' }).getByRole('button').first().click();
  else if (form === 'map') {
    const map = phone.getByRole('application');
    await map.focus();
    for (let i = 0; i < 3; i++) await phone.keyboard.press('ArrowRight');
    await phone.getByRole('button', { name: 'Send' }).click();
  } else if (form === 'order') await phone.getByRole('button', { name: 'Send' }).click();
  else {
    const field = phone.getByRole('textbox');
    await field.fill(form === 'date' ? '2 March 2022' : 'Hostomel');
    await field.press('Enter');
  }
  if (pace === 'together') await counts(phone);
}

/** Runs in the page, before its own scripts: whatever could be heard or felt is counted instead. */
function countSounds(): void {
  const made: string[] = [];
  Object.assign(window, { soundsMade: made });
  const count = (of: object, name: string): void => {
    Object.defineProperty(of, name, { value: () => made.push(name), configurable: true });
  };
  count(HTMLMediaElement.prototype, 'play');
  count(SpeechSynthesis.prototype, 'speak');
  count(Navigator.prototype, 'vibrate');
  for (const name of ['AudioContext', 'OfflineAudioContext', 'Audio']) {
    const silent = function (): void {
      made.push(name);
    };
    Object.defineProperty(window, name, { value: silent });
  }
}

/** What this page would have let be heard or felt, since it was loaded. */
export function soundsOf(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => (window as unknown as { readonly soundsMade: readonly string[] }).soundsMade);
}
