import type { Page } from '@playwright/test';
import { addPack, madePack, type MadePack } from './made-pack';
import { SessionScreen } from './session-screen';
import { expect } from './site';
import { answersOf, readStored } from './stored-data';
import { words, type Language } from './words';

const DAY_MS = 86_400_000;
/** Where the towns of the made pack lie once it has a map: inside the frame, further apart than a finger is wide. */
export const FRAME = [28.5, 49.7, 32.2, 51.6] as const;
export const POINTS = { arden: [30.4, 50.9], birk: [29.2, 50.2], corva: [31.4, 50.2], dorn: [29.3, 51.2], elm: [31.5, 51.2], farrow: [30.4, 50.0] } as const; // prettier-ignore

/** The made pack on the base map that comes with the app, which it names as the bundled pack does. */
export function mappedPack(made: MadePack = {}): string {
  const towns = Object.entries(POINTS).map(([id, point]) => {
    const line = `  - { id: ${id}, name: ${id.charAt(0).toUpperCase()}${id.slice(1)}, kind: town, within: [land] }`;
    return [line, line.replace(' }', `, point: [${point.join(', ')}], radiusKm: 5 }`)] as const;
  });
  const map = `map: { file: ../map/region.topo.json, frames: { north: [${FRAME.join(', ')}] } }`;
  return madePack({ ...made, instead: [['tone: plain', `tone: plain\n${map}`], ...towns, ...(made.instead ?? [])] });
}

async function setNewPerDay(page: Page, count: number, language: Language, base: string): Promise<void> {
  await page.goto(`${base}/settings/`);
  const field = page.getByLabel(words(language, 'settings_new'));
  await field.fill(String(count));
  await field.blur();
}

/** Answers one new question rightly and calls it too easy: its stability is 8.3 days then. */
export async function learnOne(page: Page, text: string, language: Language = 'en', base = ''): Promise<SessionScreen> {
  await page.clock.install({ time: new Date('2026-03-02T09:00:00Z') });
  await addPack(page, text, language, base);
  await setNewPerDay(page, 1, language, base);
  const session = new SessionScreen(page, language);
  await session.open('siege', base);
  await expect(session.choices.first(), 'recognition comes first').toBeVisible();
  await session.answerRightly();
  await page.getByRole('button', { name: words(language, 'too_easy') }).click();
  await expect.poll(async () => answersOf(await readStored(page)).some(({ easy }) => easy)).toBe(true);
  await setNewPerDay(page, 0, language, base);
  return session;
}

/** Opens the next session so many days later, 24 at most: beyond 2³¹ ms the clock of the test goes on, but its timers do not. */
export async function openLater(page: Page, session: SessionScreen, days: number, base = ''): Promise<void> {
  await page.clock.fastForward(days * DAY_MS);
  await session.open('siege', base);
}
