import type { CDPSession, Page } from '@playwright/test';
import { makePack } from '../samples/made-pack';
import { packDocument } from '../samples/pack-document';
import { percentile, printFigures, type Figure } from './figures';
import { launch } from './study-page';

// The timeline and the map of a pack of 20,000 events on a phone at 4× throttle: what the page's own work takes of each frame, from the
// move to the picture, while it is zoomed, moved and replayed; and how long a letter typed into the search takes to be answered.
// A thousand storylines over 2,500 years would be the easy case: here all of it happened in two years, in twenty storylines.
const EVENTS = 20_000;
const STORYLINES = 20;
const FRAMES = 120;
const THROTTLE = 4;
const FRAME_MS = 16;

const made = makePack({ seed: 1, events: EVENTS, years: [2020, 2022] });
const storylines = made.storylines.slice(0, STORYLINES);
const pack = {
  ...made,
  id: 'made-crowd',
  title: 'A crowd',
  storylines,
  events: made.events.map((event, at) => ({ ...event, storyline: storylines[at % STORYLINES]?.id ?? event.storyline })),
};

const { browser, url } = await launch();
try {
  const page = await browser.newPage({
    viewport: { width: 360, height: 740 },
    deviceScaleFactor: 3,
    isMobile: true,
    hasTouch: true,
    serviceWorkers: 'block',
  });
  await page.addInitScript(timeFrames);
  await page.goto(`${url}/pack/`);
  const buffer = Buffer.from(packDocument(pack));
  await page.locator('input[type=file]').setInputFiles({ name: 'crowd.json', mimeType: 'application/json', buffer });
  await page.locator(`a[href*="${pack.id}"]`).first().waitFor({ timeout: 300_000 });
  const devtools = await page.context().newCDPSession(page);
  const figures = [...(await timeline(page, devtools)), ...(await map(page, devtools))];
  printFigures(figures);
} finally {
  await browser.close();
}

async function timeline(page: Page, devtools: CDPSession): Promise<readonly Figure[]> {
  await page.goto(`${url}/explore/?pack=${pack.id}`);
  await page.locator('[role=application] canvas').waitFor({ timeout: 120_000 });
  await throttle(devtools, THROTTLE);
  const zoomed = await page.evaluate(moveTimeline, { frames: FRAMES, by: 'zoom' as const });
  const moved = await page.evaluate(moveTimeline, { frames: FRAMES, by: 'pan' as const });
  const { first, whole, later } = await page.evaluate(search, ['m', 'ma', 'mar', 'mari']);
  await throttle(devtools, 1);
  return [
    ...frames('timeline, zooming', zoomed),
    ...frames('timeline, moving', moved),
    { name: 'search of 20,000 events, the first letter to its first answer', value: first, unit: 'ms' },
    { name: 'search of 20,000 events, the first letter until all are looked through', value: whole, unit: 'ms' },
    { name: 'search of 20,000 events, a letter to its answer', value: percentile(later, 0.5), unit: 'ms' },
  ];
}

async function map(page: Page, devtools: CDPSession): Promise<readonly Figure[]> {
  await page.goto(`${url}/explore/?pack=${pack.id}&view=map`);
  await page.locator('.window canvas').waitFor({ timeout: 120_000 });
  await throttle(devtools, THROTTLE);
  const days = await page.evaluate(replay, FRAMES);
  await throttle(devtools, 1);
  return frames('map, a day each frame', days);
}

function frames(name: string, taken: readonly number[]): readonly Figure[] {
  return [
    { name: `${name}: median of a frame`, value: percentile(taken, 0.5), unit: 'ms', target: { atMost: FRAME_MS } },
    { name: `${name}: 95 of 100 frames`, value: percentile(taken, 0.95), unit: 'ms', target: { atMost: FRAME_MS } },
  ];
}

async function throttle(devtools: CDPSession, rate: number): Promise<void> {
  await devtools.send('Emulation.setCPUThrottlingRate', { rate });
}

/** Runs in the page before all else: adds up what callbacks of frames take. */
function timeFrames(): void {
  const ask = window.requestAnimationFrame.bind(window);
  const spent = { milliseconds: 0 };
  Object.assign(window, { spent });
  window.requestAnimationFrame = (callback) =>
    ask((time) => {
      const start = performance.now();
      callback(time);
      spent.milliseconds += performance.now() - start;
    });
}

/** Runs in the page. Milliseconds of the page's work in each frame. */
async function moveTimeline({ frames: count, by }: { frames: number; by: 'zoom' | 'pan' }): Promise<number[]> {
  const canvas = document.querySelector('[role=application] canvas');
  const { spent } = window as unknown as { spent: { milliseconds: number } };
  const taken: number[] = [];
  for (let frame = 0; frame < count; frame += 1) {
    spent.milliseconds = 0;
    const way = frame % 60 < 30 ? 1 : -1;
    const move = by === 'zoom' ? { deltaY: -40 * way } : { deltaX: 30 * way };
    const start = performance.now();
    canvas?.dispatchEvent(new WheelEvent('wheel', { ...move, clientX: 180, clientY: 500, cancelable: true }));
    await Promise.resolve();
    const handled = performance.now() - start;
    await new Promise((resolve) => requestAnimationFrame(resolve));
    taken.push(handled + spent.milliseconds);
  }
  return taken;
}

/**
 * Runs in the page. Milliseconds from a letter to what was found: for the first one, whose index is yet to be built, to the first answer
 * and to the last.
 */
async function search(texts: readonly string[]): Promise<{ first: number; whole: number; later: number[] }> {
  const field = document.querySelector<HTMLInputElement>('input[type=search]');
  if (field === null) throw new Error('no search');
  field.focus();
  // What readers of the screen are told: how many were found, or that nothing was; empty with an empty field.
  const told = document.querySelector('.search [role=status]');
  if (told === null) throw new Error('nothing tells what was found');
  // The same answers to another word would change nothing that could be seen: each word is typed into an empty field.
  const typed = async (text: string): Promise<void> => {
    field.value = text;
    const isTold = (): boolean => (told.textContent.trim() !== '') === (text !== '');
    const changed = new Promise<void>((resolve) => {
      const observer = new MutationObserver(() => {
        if (!isTold()) return;
        observer.disconnect();
        resolve();
      });
      observer.observe(told, { childList: true, characterData: true, subtree: true });
    });
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await changed;
  };
  const list = document.querySelector('.search [role=listbox]');
  const [letter = '', ...others] = texts;
  const begin = performance.now();
  await typed(letter);
  const first = performance.now() - begin;
  while (list?.ariaBusy === 'true') await new Promise((resolve) => setTimeout(resolve));
  const whole = performance.now() - begin;
  const later: number[] = [];
  for (const text of others) {
    await typed('');
    const start = performance.now();
    await typed(text);
    later.push(performance.now() - start);
  }
  return { first, whole, later };
}

/** Runs in the page: one day after the other, as fast as frames come. */
async function replay(count: number): Promise<number[]> {
  const slider = document.querySelector<HTMLInputElement>('input[type=range]');
  if (slider === null) throw new Error('no slider');
  const { spent } = window as unknown as { spent: { milliseconds: number } };
  const taken: number[] = [];
  for (let frame = 0; frame < count; frame += 1) {
    spent.milliseconds = 0;
    const start = performance.now();
    slider.valueAsNumber += 1;
    slider.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await Promise.resolve();
    const handled = performance.now() - start;
    await new Promise((resolve) => requestAnimationFrame(resolve));
    taken.push(handled + spent.milliseconds);
  }
  return taken;
}
