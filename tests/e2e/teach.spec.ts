import { strFromU8, unzipSync } from 'fflate';
import { openSqlite } from '../samples/read-sqlite';
import { DeskScreen } from './desk-screen';
import { addPack, madePack } from './made-pack';
import { SessionScreen } from './session-screen';
import { expect, test } from './site';
import { words } from './words';

const say = (name: string, values: Readonly<Record<string, string>> = {}): string => words('en', name, values);

test('from the desk to an Anki deck of twenty questions in five taps and less than a minute', async ({ page }) => {
  const started = Date.now();
  const desk = new DeskScreen(page);
  await desk.make(20);
  await expect(desk.cards).toHaveCount(20);
  await desk.openExport('Anki (.apkg)');
  const { name, bytes } = await desk.download(() => desk.save.click());
  const milliseconds = Date.now() - started;
  process.stdout.write(`from /teach/ to the deck: ${String(milliseconds)} ms\n`);
  expect(milliseconds).toBeLessThan(60_000);
  expect(name).toMatch(/^kyiv-zhytomyr-and-kharkiv-2022\.apkg$/u);
  const ask = await openSqlite(unzipSync(bytes)['collection.anki2'] ?? new Uint8Array());
  // Twenty notes, one a question.
  expect(ask('select count(*) from notes')).toEqual([[20]]);
  expect(ask("select count(*) from notes where tags like '%ukraine-2022%' or flds like '%2022%'")).toEqual([[20]]);
});

test('nothing is lost by a reload or a closed tab: questions, their order, locks, edits and the name', async ({
  page,
  context,
}) => {
  const desk = new DeskScreen(page);
  await desk.make(6, ['When it was', 'Choosing an answer']);
  await desk.title.fill('Tomorrow');
  await desk.act(0, 'lock').click();
  await desk.act(2, 'up').click();
  await desk.act(5, 'remove').click();
  await expect(desk.cards).toHaveCount(5);
  await desk.act(1, 'edit').click();
  await desk.sheet.getByRole('textbox', { name: say('edit_stem') }).fill('When did that happen, do you think?');
  // The tab goes in the middle of it.
  await expect(desk.saved).toBeAttached();
  await page.reload();
  await expect(desk.cards).toHaveCount(5);
  await expect(desk.cards.nth(1)).toContainText('When did that happen, do you think?');
  const asked = await desk.asked();
  const address = page.url();
  await page.close();
  const again = new DeskScreen(await context.newPage());
  await again.page.goto('/teach/');
  await again.page.getByRole('link', { name: 'Tomorrow' }).click();
  await expect(again.cards).toHaveCount(5);
  expect(again.page.url()).toBe(address);
  await expect.poll(() => again.asked()).toEqual(asked);
  await expect(again.act(0, 'lock')).toHaveAttribute('aria-pressed', 'true');
});

test('another question, one more, a new draw around what is locked, and all of it undone and done again', async ({
  page,
}) => {
  const desk = new DeskScreen(page);
  await desk.make(8);
  const first = await desk.asked();
  await desk.act(3, 'replace').click();
  await expect.poll(async () => (await desk.asked())[3]).not.toBe(first[3]);
  const second = await desk.asked();
  expect(second.filter((_, i) => i !== 3)).toEqual(first.filter((_, i) => i !== 3));
  await page.getByRole('button', { name: say('set_add') }).click();
  await expect(desk.cards).toHaveCount(9);
  await desk.act(2, 'lock').click();
  await page.getByRole('button', { name: say('set_change') }).click();
  await desk.sheet.getByRole('button', { name: say('wish_draw_again') }).click();
  await expect(desk.sheet).toHaveCount(0);
  await expect.poll(async () => (await desk.asked()).length).toBe(8);
  const third = await desk.asked();
  expect(third[2]).toBe(first[2]);
  expect(third).not.toEqual(second.slice(0, 8));
  const undo = page.getByRole('button', { name: say('set_undo') });
  for (let i = 0; i < 4; i++) await undo.click();
  await expect.poll(() => desk.asked()).toEqual(first);
  const redo = page.getByRole('button', { name: say('set_redo') });
  for (let i = 0; i < 4; i++) await redo.click();
  await expect.poll(() => desk.asked()).toEqual(third);
});

test('a set is copied, deleted and put back', async ({ page }) => {
  const desk = new DeskScreen(page);
  await desk.make(3);
  await desk.title.fill('One');
  await expect(desk.saved).toBeVisible();
  await page.getByRole('link', { name: say('teach_back') }).click();
  await page.getByRole('button', { name: 'Duplicate: One' }).click();
  const sets = page.getByRole('main').getByRole('article');
  await expect(sets).toHaveCount(2);
  await expect(sets.first()).toContainText('One (copy)');
  await page.getByRole('button', { name: 'Delete: One', exact: true }).click();
  await expect(sets).toHaveCount(1);
  await page.getByRole('button', { name: say('teach_put_back') }).click();
  await expect(sets).toHaveCount(2);
});

test('an edit is warned about while it is typed: the proof, what leaks, what becomes right as well', async ({
  page,
}) => {
  const desk = new DeskScreen(page);
  await desk.make(2, ['When it was', 'Choosing an answer']);
  await desk.act(0, 'edit').click();
  const stem = desk.sheet.getByRole('textbox', { name: say('edit_stem') });
  await stem.fill('In March 2022, what happened when?');
  await expect(desk.sheet).toContainText(say('warn_proof'));
  await expect(desk.sheet).toContainText(say('warn_leak_stem', { word: 'March' }));
  const options = desk.sheet.getByRole('textbox', { name: /^Option [A-D]/u });
  const right = await desk.sheet.getByRole('textbox', { name: /the right one$/u }).inputValue();
  const labels = await options.evaluateAll((fields) => fields.map((field) => (field as HTMLTextAreaElement).labels[0]?.textContent ?? '')); // prettier-ignore
  const wrong = labels.findIndex((label) => !label.includes('right'));
  await options.nth(wrong).fill(right);
  await expect(desk.sheet).toContainText(say('warn_second_sure', { letter: labels[wrong]?.at(-1) ?? '' }));
  await options.nth(wrong).fill('one fine day');
  await expect(desk.sheet).toContainText(say('warn_unread', { letter: labels[wrong]?.at(-1) ?? '' }));
  await desk.sheet.getByRole('button', { name: say('edit_reset') }).click();
  await expect(desk.sheet).not.toContainText(say('warn_title'));
  await expect(stem).not.toHaveValue(/March 2022, what/u);
  await desk.close();
  await expect(desk.cards.first()).not.toContainText(say('card_edited'));
});

test('before an export it is told what the target cannot carry, a substitute is chosen, and the differences are a file', async ({
  page,
}) => {
  const desk = new DeskScreen(page);
  await desk.make(4, ['In what order', 'Putting in order']);
  await desk.openExport('Kahoot!');
  await expect(desk.sheet).toContainText('ordering became multiple choice');
  await desk.sheet.getByLabel(say('export_instead_order')).selectOption('leave-out');
  await expect(desk.sheet).toContainText(say('export_takes_none', { label: 'Kahoot! (XLSX)' }));
  await expect(desk.save).toBeDisabled();
  await desk.sheet.getByLabel(say('export_instead_order')).selectOption('choice');
  await expect(desk.save).toBeEnabled();
  const { name } = await desk.download(() => desk.save.click());
  expect(name).toMatch(/\.xlsx$/u);
  const report = await desk.download(() => desk.sheet.getByRole('button', { name: say('export_report') }).click());
  expect(report.name).toMatch(/-report\.txt$/u);
  expect(strFromU8(report.bytes)).toContain('ordering became multiple choice');
  await desk.sheet.getByRole('button', { name: say('export_other') }).click();
  await desk.sheet.getByRole('button', { name: 'Moodle XML' }).click();
  await expect(desk.save).toBeEnabled();
  await desk.sheet.getByLabel(say('export_instead_order')).selectOption('match');
  await expect(desk.sheet).toContainText('ordering became matching');
});

test('a test for Microsoft Forms has its answers behind the questions, one to be printed has a key', async ({
  page,
}) => {
  const desk = new DeskScreen(page);
  await desk.make(4, ['In what order', 'Putting in order']);
  await desk.openExport('Microsoft Forms');
  const textOf = (bytes: Uint8Array): string => strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array());
  const apart = textOf((await desk.download(() => desk.save.click())).bytes);
  expect(apart).toContain('Answer key');
  await desk.sheet.getByLabel(say('export_answers')).selectOption('inline');
  await expect(desk.save).toBeEnabled();
  const behind = textOf((await desk.download(() => desk.save.click())).bytes);
  expect(behind).not.toContain('Answer key');
  expect(behind).toContain('Answer:');
});

test('a link is studied on another phone: exactly its questions, with the edits', async ({
  page,
  browser,
  baseURL,
}) => {
  const desk = new DeskScreen(page);
  await desk.make(3, ['When it was', 'Choosing an answer']);
  await desk.title.fill('Three days');
  await desk.act(0, 'edit').click();
  await desk.sheet.getByRole('textbox', { name: say('edit_stem') }).fill('Which day do you remember?');
  await desk.close();
  await expect(desk.cards.first()).toContainText('Which day do you remember?');
  const link = await desk.link();
  expect(link.startsWith(baseURL ?? '')).toBe(true);

  const phone = await browser.newContext({ locale: 'en-GB', viewport: { width: 360, height: 740 } });
  const pupil = await phone.newPage();
  await pupil.goto(link);
  const session = new SessionScreen(pupil);
  await session.waitForQuestion();
  await expect(pupil.getByText(`${say('shared_title')}: Three days`)).toBeVisible();
  const stems = new Set<string>();
  for (let given = 0; given < 3; given++) {
    stems.add(await session.stem.innerText());
    await session.answer('pass');
    await session.next.click();
  }
  expect([...stems].some((stem) => stem.includes('Which day do you remember?'))).toBe(true);
  expect(stems.size).toBe(3);

  await pupil.goto(`${link.slice(0, -3)}AAA`);
  await expect(pupil.getByRole('heading', { name: say('shared_damaged_title') })).toBeVisible();
  await phone.close();
});

test('a link about a pack that is not there says which; once it is there, the same link works', async ({
  page,
  browser,
}) => {
  await addPack(page, madePack());
  const desk = new DeskScreen(page);
  await page.goto('/teach/?new=siege');
  await desk.draw(3);
  const link = await desk.link();
  const phone = await browser.newContext({ locale: 'en-GB', viewport: { width: 360, height: 740 } });
  const pupil = await phone.newPage();
  await pupil.goto(link);
  await expect(pupil.getByRole('heading', { name: say('shared_no_pack_title') })).toBeVisible();
  await expect(pupil.getByText('“siege”, version 1')).toBeVisible();
  await addPack(pupil, madePack());
  await pupil.goto(link);
  await new SessionScreen(pupil).waitForQuestion();
  await phone.close();
});

test('a set goes to another device as a file and is a set there', async ({ page, browser }) => {
  const desk = new DeskScreen(page);
  await desk.make(4);
  const asked = await desk.asked();
  await page.getByRole('button', { name: say('set_share') }).click();
  const { bytes } = await desk.download(() => desk.sheet.getByRole('button', { name: say('share_set_file') }).click());
  const other = await browser.newContext({ locale: 'en-GB', viewport: { width: 360, height: 740 } });
  const there = new DeskScreen(await other.newPage());
  await there.page.goto('/teach/');
  const file = there.page.getByLabel(say('teach_open_file'));
  await expect(file).toBeEnabled();
  await file.setInputFiles({ name: 'x.json', mimeType: 'application/json', buffer: Buffer.from('{"format":"x"}') });
  await expect(there.page.getByText(say('teach_no_set_file'))).toBeVisible();
  await file.setInputFiles({ name: 'set.json', mimeType: 'application/json', buffer: Buffer.from(bytes) });
  await expect(there.cards).toHaveCount(4);
  await expect.poll(() => there.asked()).toEqual(asked);
  await other.close();
});

test('edits made elsewhere come home from five formats, and what was changed here too is shown', async ({ page }) => {
  const desk = new DeskScreen(page);
  await desk.make(3, ['When it was', 'Choosing an answer']);
  const reword = async (card: number, stem: string): Promise<void> => {
    await desk.act(card, 'edit').click();
    await desk.sheet.getByRole('textbox', { name: say('edit_stem') }).fill(stem);
    await desk.close();
  };
  await reword(0, 'As it went out');
  await reword(1, 'The second as it went out');
  const files: (readonly [name: string, text: string])[] = [];
  for (const label of ['Moodle XML', 'GIFT (Moodle)', 'Anki (text)', 'Dateline JSON', 'CSV table']) {
    await desk.openExport(label);
    const { name, bytes } = await desk.download(() => desk.save.click());
    await desk.close();
    files.push([name, strFromU8(bytes)]);
  }
  // Since then the first question was changed here.
  await reword(0, 'My own words?');
  await page.getByRole('button', { name: say('set_return') }).click();
  const file = desk.sheet.getByLabel(say('return_choose'));
  await file.setInputFiles({ name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from('hello') });
  await expect(desk.sheet).toContainText(say('return_no_format'));
  await desk.close();
  const region = (number: string) => desk.sheet.getByRole('region', { name: say('return_part_stem', { number }) });
  for (const [i, [name, text]] of files.entries()) {
    if (i > 0) await desk.close();
    await page.getByRole('button', { name: say('set_return') }).click();
    expect(text, name).toContain('The second as it went out');
    const said = `in file ${String(i)}`;
    // Of its own in each, so that what is shown is what this file says.
    const changed = text
      .replaceAll('The second as it went out', `Second ${said}`)
      .replaceAll('As it went out', `First ${said}`);
    await file.setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(changed) });
    await expect(region('1'), name).toContainText(`First ${said}`);
    await expect(region('1')).toContainText(say('return_both'));
    await expect(region('1')).toContainText('My own words?');
    await expect(region('1').getByRole('checkbox')).not.toBeChecked();
    await expect(region('2')).toContainText(`Second ${said}`);
    await expect(region('2').getByRole('checkbox')).toBeChecked();
  }
  await desk.sheet.getByRole('button', { name: 'Take 1 change' }).click();
  await desk.sheet.getByRole('button', { name: say('edit_done') }).click();
  await expect(desk.cards.first()).toContainText('My own words?');
  await expect(desk.cards.filter({ hasText: 'Second in file 4' })).toHaveCount(1);
  await page.getByRole('button', { name: say('set_undo') }).click();
  await expect(desk.cards.filter({ hasText: 'Second in file 4' })).toHaveCount(0);
});

test.describe('at a real desk', () => {
  test.use({ viewport: { width: 1280, height: 800 }, isMobile: false, hasTouch: false, deviceScaleFactor: 1 });

  test('a set is made, moved about, undone and exported by keyboard alone', async ({ page }) => {
    const desk = new DeskScreen(page);
    await page.goto('/teach/');
    await page.getByRole('link', { name: say('teach_new') }).focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('button', { name: say('wish_draw'), exact: true })).toBeEnabled();
    await page.getByLabel(say('wish_count')).focus();
    await page.keyboard.press('Control+A');
    await page.keyboard.type('4');
    await page.keyboard.press('Enter');
    await expect(desk.cards).toHaveCount(4);
    const first = await desk.asked();
    await desk.act(0, 'down').focus();
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await desk.asked())[1]).toBe(first[0]);
    await expect(desk.act(1, 'down'), 'the button that moved it keeps the focus').toBeFocused();
    await page.keyboard.press('Control+z');
    await expect.poll(() => desk.asked()).toEqual(first);
    await page.getByRole('button', { name: say('set_export') }).focus();
    await page.keyboard.press('Enter');
    await desk.sheet.getByRole('button', { name: 'GIFT' }).focus();
    await page.keyboard.press('Enter');
    await expect(desk.save).toBeEnabled();
    await desk.save.focus();
    const { name } = await desk.download(() => page.keyboard.press('Enter'));
    expect(name).toMatch(/\.gift$/u);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('button', { name: say('set_export') }), 'Escape leads back').toBeFocused();
  });
});
