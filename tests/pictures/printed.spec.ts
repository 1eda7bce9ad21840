// The pictures of what is printed: docs/screenshots/printed-*.png. See screenshots.spec.ts.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../../src/build/root.js';
import { openPrint } from '../e2e/teacher-sets';
import { expect, test } from '../e2e/site';
import { teacherSet } from '../samples/teacher-set';
import { open, take } from './picture';
import { smallPng } from './small-png.js';

const FOLDER = 'docs/screenshots';

test('what is printed of a set', async ({ browser, baseURL }) => {
  const page = await open(browser, { device: 'wide', theme: 'light', language: 'en' }, baseURL ?? '');
  const { set } = await teacherSet('en', 14);
  await openPrint(page, baseURL ?? '', { ...set, title: 'The first weeks' });
  await take(page, `${FOLDER}/wide-print-light.png`);
  const sheet = async (selector: string, name: string): Promise<void> => {
    await expect(page.locator(selector).first()).toBeVisible();
    const picture = await page.locator(selector).first().screenshot({ animations: 'disabled' });
    await mkdir(join(root, FOLDER), { recursive: true });
    await writeFile(join(root, FOLDER, name), smallPng(picture));
  };
  await sheet('[data-version="A"]', 'printed-test.png');
  await sheet('[data-key="A"]', 'printed-key.png');
  const what = page.getByRole('combobox').first();
  await what.selectOption('flashcards');
  await sheet('[data-side="front"]', 'printed-flashcards.png');
  await what.selectOption('timeline');
  await sheet('.poster', 'printed-timeline.png');
  await page.context().close();
});
