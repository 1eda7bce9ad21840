import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { strFromU8 } from 'fflate';
import { parse as parseGift } from 'gift-pegjs';
import { readSheet } from 'read-excel-file/node';
import { DeskScreen } from './desk-screen';
import { expect, test } from './site';
import { words } from './words';

const say = (name: string): string => words('en', name);

/** What a teacher may paste without a thought, and importers choke on. A field of a page lets no U+000B in by itself. */
const TITLE = '=HYPERLINK("http://evil.example") / {week} :: <b>two</b>';
const STEM = '{1914*} -> A. J. P. Taylor: <script>alert(1)</script> & =E=mc2 \u202Eمرحبا 👩‍👩‍👧 ~ # \\ "їжак"';
const OPTION = '=1+1 -> {or} 100% & <i>Їжак</i> 👩‍👩‍👧';

test('hostile words typed into a set arrive in Moodle, GIFT, Kahoot! and on paper as they are, and nothing in them runs', async ({
  page,
}) => {
  page.on('dialog', (dialog) => {
    throw new Error(`something ran: ${dialog.message()}`);
  });
  const desk = new DeskScreen(page);
  await desk.make(2, ['When it was', 'Choosing an answer']);
  await desk.title.fill(TITLE);
  await desk.act(0, 'edit').click();
  await desk.sheet.getByRole('textbox', { name: say('edit_stem') }).fill(STEM);
  await desk.sheet.getByRole('textbox', { name: /^Option [A-D]$/u }).first().fill(OPTION); // prettier-ignore
  await desk.close();
  await expect(desk.cards.first()).toContainText('<script>alert(1)</script>');
  await expect(desk.saved).toBeVisible();

  const take = async (label: string): Promise<Uint8Array> => {
    await desk.openExport(label);
    const { name, bytes } = await desk.download(() => desk.save.click());
    expect(name, 'a name that every system takes').toMatch(/^[\p{L}\p{N}-]+\.\w+$/u);
    await desk.close();
    return bytes;
  };

  const xml = strFromU8(await take('Moodle XML'));
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- its successor is a package of its own, for this one call
  expect(XMLValidator.validate(xml)).toBe(true);
  const parser = new XMLParser({ ignoreAttributes: false, parseTagValue: false, trimValues: false });
  const { quiz } = parser.parse(xml) as {
    quiz: { question: { name?: { text: string }; answer?: { text: string }[] }[] };
  };
  expect(quiz.question.map(({ name }) => name?.text)).toContain(STEM);
  const answers = quiz.question.flatMap(({ answer = [] }) => answer.map(({ text }) => text));
  expect(answers).toContain(OPTION.replace('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;'));

  const gift = parseGift(strFromU8(await take('GIFT'))).filter(({ type }) => type !== 'Category');
  expect(gift.map(({ type }) => type)).toEqual(['MC', 'MC']);

  const rows = await readSheet(Buffer.from(await take('Kahoot!')));
  expect(rows[8]?.[1]).toBe(STEM);
  expect(rows[8]?.slice(2, 6)).toContain(OPTION);

  await page.getByRole('link', { name: say('set_print') }).click();
  const sheet = page.locator('[data-version="A"]').first();
  await expect(sheet).toContainText('<script>alert(1)</script>');
  await expect(sheet).toContainText(OPTION);
  await expect(sheet.getByRole('heading', { name: TITLE })).toBeVisible();
});
