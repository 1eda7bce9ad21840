import type { Page } from '@playwright/test';
import { addPack, madePack, packFile } from './made-pack';
import { SessionScreen } from './session-screen';
import { expect, test } from './site';
import { expectMemoryOfLog, logOf, memoryOf, readStored } from './stored-data';

async function offer(page: Page, text: string, name?: string): Promise<void> {
  await page.goto('/pack/');
  await page.getByLabel('Add a pack from a file').setInputFiles(packFile(text, name));
}

test('a pack from a file is added, studied, updated, and removed; what was learnt stays', async ({ page }) => {
  const dates = { ask: ['date'] } as const;
  await offer(page, madePack(dates));
  await expect(page.getByText('The siege has been added.')).toBeVisible();
  const entry = page.getByRole('article').filter({ hasText: 'The siege' });
  await expect(entry).toContainText('6 events · 1 storyline');
  await expect(entry).toContainText('version 1');
  await page.getByRole('link', { name: 'The siege' }).click();
  await page.getByRole('link', { name: 'Study this pack' }).click();

  const session = new SessionScreen(page);
  await session.study();
  await expect(session.done).toBeVisible();
  const before = await readStored(page);
  expect(memoryOf(before).map(({ key }) => key)).toContain('siege:gate-shelled:date');
  expect(memoryOf(before)).toHaveLength(6);

  // A higher version with another answer to one question.
  await offer(page, madePack({ ...dates, version: 2, dates: { 'gate-shelled': '1822-04-19' } }));
  await expect(page.getByText('The siege has been updated to version 2.')).toBeVisible();
  await session.open('siege');
  const updated = await readStored(page);
  const others = memoryOf(before).filter(({ key }) => key !== 'siege:gate-shelled:date');
  expect(memoryOf(updated)).toEqual(expect.arrayContaining([...others]));
  const [changed] = memoryOf(updated).filter(({ key }) => key === 'siege:gate-shelled:date');
  expect(changed).toMatchObject({ state: 'changed', answer: '1822-04-19', memory: null });
  expect(logOf(updated)).toHaveLength(logOf(before).length + 1);
  expectMemoryOfLog(updated);

  // It says so, and comes anew.
  const remark = page.getByText('The answer to this one has changed since you learnt it');
  await expect(async () => {
    if (!(await session.stem.innerText()).includes('the gate of Corva')) await session.study(1);
    await expect(session.stem).toContainText('the gate of Corva', { timeout: 100 });
  }).toPass();
  await expect(remark).toBeVisible();
  await session.answer('pass');
  await expect(page.locator('.line.right')).toContainText('19 April 1822');
  await session.next.click();

  await page.goto('/pack/');
  await page.getByRole('button', { name: 'Remove The siege' }).click();
  const dialog = page.getByRole('dialog', { name: 'Remove this pack?' });
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(entry).toBeVisible();
  await page.getByRole('button', { name: 'Remove The siege' }).click();
  const learnt = await readStored(page);
  await dialog.getByRole('button', { name: 'Remove' }).click();
  await expect(entry).toBeHidden();
  const removed = await readStored(page);
  expect(removed.packs).toEqual([]);
  expect(removed.log).toEqual(learnt.log);
  expect(removed.memory).toEqual(learnt.memory);
  await page.goto('/study/?pack=siege');
  await expect(page.getByRole('heading', { name: 'There is no such pack on this device' })).toBeVisible();

  await addPack(page, madePack({ ...dates, version: 2, dates: { 'gate-shelled': '1822-04-19' } }));
  await page.goto('/');
  await expect(page.getByRole('main')).toContainText('The siege');
  expect((await readStored(page)).memory).toEqual(learnt.memory);
});

test('the version that is here, and an older one, are refused with the reason', async ({ page }) => {
  await addPack(page, madePack({ version: 3 }));
  const problems = page.getByRole('alert');
  await offer(page, madePack({ version: 3 }));
  await expect(problems).toContainText('siege.yaml:1:1 version');
  await expect(problems).toContainText('version 3 of this pack is already here');
  await expect(problems).toContainText('Expected: more than 3');
  await offer(page, madePack({ version: 2, title: 'The old siege' }));
  await expect(problems).toContainText('a newer version of this pack is already here');
  await expect(page.getByRole('link', { name: 'The siege' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'The old siege' })).toBeHidden();
});

test('a broken file lists each of its problems by line and column, and adds nothing', async ({ page }) => {
  const broken = madePack({
    instead: [
      ['kind: town, within: [land] }', 'kind: hamlet, within: [land] }'],
      ['when: "1822-03-09"', 'when: "1822-02-30"'],
      ['where: [corva]', 'where: [corvo]'],
      ['  - id: bridge-burnt', '  - id: gate-shelled'],
    ],
  });
  const at = (part: string): string => {
    const before = broken.slice(0, broken.indexOf(part));
    const line = before.split('\n').length;
    return `broken.yaml:${String(line)}:${String(before.length - before.lastIndexOf('\n'))}`;
  };
  await offer(page, broken, 'broken.yaml');
  await expect(page.getByText('broken.yaml was not added')).toBeVisible();
  const problems = page.getByRole('alert').getByRole('listitem');
  await expect(problems.filter({ hasText: at('hamlet') })).toBeVisible();
  await expect(problems.filter({ hasText: at('"1822-02-30"') })).toBeVisible();
  await expect(problems.filter({ hasText: `${at('corvo')} events[2].where[0]` })).toContainText('perhaps corva');
  await expect(problems.filter({ hasText: 'is defined a second time' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'The siege' })).toBeHidden();

  for (const [name, text] of [
    ['no-pack.yaml', 'just: a file'],
    ['cut.yaml', 'events: [{ id: a'],
    ['empty.json', ''],
    ['picture.yaml', '\u0000\u0001\u0002PNG'],
  ] as const) {
    await offer(page, text, name);
    await expect(page.getByText(`${name} was not added`)).toBeVisible();
    await expect(problems.first()).toContainText(new RegExp(`^${name.replace('.', '\\.')}:\\d+:\\d+ `));
  }
  expect((await readStored(page)).packs).toEqual([]);
});

test('markup and script in a pack stay text wherever it is shown', async ({ page }) => {
  const trap = '<img src=x onerror=globalThis.ran=1>';
  const dialogs: string[] = [];
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  const clean = async (): Promise<void> => {
    await expect(page.getByText('onerror').first()).toBeVisible();
    expect(await page.evaluate(() => document.querySelectorAll('main img, main script, main iframe').length)).toBe(0);
    expect(await page.evaluate(() => 'ran' in globalThis)).toBe(false);
  };
  const text = madePack({
    title: `'Siege ${trap}'`,
    ask: ['date'],
    instead: [
      ['title: The siege and its end', `title: 'End ${trap}'`],
      ['title: A book of sieges', `title: 'Book ${trap}'`],
      ['name: Arden', `name: 'Arden ${trap}'`],
      ...['lookouts sighted the fleet off Arden', 'guns shelled the gate of Corva'].map(
        (clause) => [`clause: ${clause}`, `clause: '${clause} ${trap}'`] as const,
      ),
      ['note: A note on fleet-sighted.', `note: 'A <script>globalThis.ran=1</script> ${trap}.'`],
    ],
  });
  await offer(page, text, `${trap.replaceAll('/', '')}.yaml`);
  await expect(page.getByText(/ has been added\.$/)).toBeVisible();
  await clean();
  await page.goto('/');
  await clean();
  await page.goto('/pack/?pack=siege');
  await page.getByRole('group').filter({ hasText: 'End' }).locator('summary').click();
  await expect(page.getByText('globalThis.ran=1</script>')).toBeVisible();
  await clean();
  const session = new SessionScreen(page);
  await session.open('siege');
  for (let asked = 0; asked < 6; asked += 1) {
    await session.answer('pass');
    await clean();
    await session.next.click();
  }

  await offer(
    page,
    madePack({ instead: [['"https://example.org/book"', '"javascript:globalThis.ran=1"']] }),
    `${trap}.yaml`,
  );
  await expect(page.getByRole('alert')).toContainText('is no web address');
  await clean();
  expect(dialogs).toEqual([]);
});
