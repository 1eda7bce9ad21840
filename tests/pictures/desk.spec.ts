// The teacher's desk for docs/screenshots: a set being built, an edit that is warned about, and what a target will get of the set.
import { DeskScreen } from '../e2e/desk-screen';
import { expect, test } from '../e2e/site';
import { words } from '../e2e/words';
import { evening, open, take } from './picture';
import type { Look } from './picture';

const LOOKS: readonly Look[] = [
  { device: 'phone', theme: 'light', language: 'en' },
  { device: 'phone', theme: 'dark', language: 'uk' },
  { device: 'wide', theme: 'light', language: 'uk' },
  { device: 'wide', theme: 'dark', language: 'en' },
];

for (const look of LOOKS) {
  const { device, theme, language } = look;
  const path = (name: string): string =>
    `docs/screenshots/${device}-${name}-${theme}${language === 'en' ? '' : `-${language}`}.png`;

  test(`the desk: ${device}, ${theme}, ${language}`, async ({ browser, baseURL }) => {
    const page = await open(browser, look, baseURL ?? '');
    // A new set is drawn by luck: here always by the same.
    await page.addInitScript(() => {
      crypto.getRandomValues = (bytes) => bytes;
    });
    await page.clock.setFixedTime(evening(0));
    const desk = new DeskScreen(page, language);
    await desk.make(20);
    await page.getByRole('checkbox', { name: words(language, 'set_answers') }).check();
    await page.evaluate(() => {
      scrollTo({ top: 0 });
    });
    await take(page, path('builder'));
    await desk.openExport('Kahoot! (XLSX)');
    await take(page, path('preflight'));
    await desk.close();
    await desk.act(0, 'edit').click();
    await desk.sheet.getByRole('textbox', { name: words(language, 'edit_stem') }).fill(language === 'en' ? 'What came first in March 2022?' : 'Що було першим у березні 2022 року?'); // prettier-ignore
    await expect(desk.sheet).toContainText(words(language, 'warn_proof'));
    await take(page, path('edit'));
    await page.context().close();
  });
}
