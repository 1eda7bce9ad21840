import { DeskScreen } from './desk-screen';
import { expectGoodLooks } from './looks';
import { expect, test } from './site';
import { words, type Language } from './words';

test.setTimeout(180_000);

const LOCALES = { en: 'en-GB', uk: 'uk-UA' } as const;

for (const language of ['en', 'uk'] as const satisfies readonly Language[]) {
  const say = (name: string, values: Readonly<Record<string, string>> = {}): string => words(language, name, values);

  test.describe(language, () => {
    test.use({ locale: LOCALES[language] });

    test('the desk: no sets, a new one, a set with its answers, a list of sets', async ({ page }) => {
      const desk = new DeskScreen(page, language);
      await page.goto('/teach/');
      await expect(page.getByText(say('teach_none'), { exact: true })).toBeVisible();
      await expectGoodLooks(page, 'no sets');
      await page.getByRole('link', { name: say('teach_new') }).click();
      await expect(page.getByRole('button', { name: say('wish_draw'), exact: true })).toBeEnabled();
      await page.getByText(say('wish_more'), { exact: true }).click();
      await expectGoodLooks(page, 'a new set, all choices open');
      await page.goto('/teach/?new=');
      await desk.draw(12);
      await page.getByRole('checkbox', { name: say('set_answers') }).check();
      await desk.act(1, 'lock').click();
      await expectGoodLooks(page, 'a set with its answers');
      await page.getByRole('link', { name: say('teach_back') }).click();
      await page.getByRole('button', { name: new RegExp(say('teach_delete'), 'u') }).click();
      await expect(page.getByRole('button', { name: say('teach_put_back') })).toBeVisible();
      await page.getByRole('button', { name: say('teach_put_back') }).click();
      await expect(page.getByRole('main').getByRole('article')).toBeVisible();
      await expectGoodLooks(page, 'a list of sets');
    });

    test('what lies over a set: an edit with warnings, a try, formats, a preflight, a file saved, a link, edits coming home', async ({
      page,
    }) => {
      const desk = new DeskScreen(page, language);
      await desk.make(12);
      await desk.act(0, 'edit').click();
      await desk.sheet.getByRole('textbox', { name: say('edit_stem') }).fill('2022?');
      await expect(desk.sheet).toContainText(say('warn_proof'));
      await expectGoodLooks(page, 'an edit with warnings');
      await desk.close();
      await desk.act(1, 'preview').click();
      await expect(desk.sheet.getByRole('heading', { level: 1 })).toBeAttached();
      await expectGoodLooks(page, 'as pupils see it');
      await desk.close();
      await page.getByRole('button', { name: say('set_export') }).click();
      await expect(desk.sheet.getByRole('button', { name: 'Anki (.apkg)' })).toBeVisible();
      await expectGoodLooks(page, 'where to');
      await desk.sheet.getByRole('button', { name: 'Kahoot!' }).click();
      await expect(desk.save).toBeVisible();
      await expectGoodLooks(page, 'a preflight');
      await desk.download(() => desk.save.click());
      await expect(desk.sheet.getByRole('button', { name: say('export_report') })).toBeVisible();
      await expectGoodLooks(page, 'a file saved');
      await desk.close();
      await page.getByRole('button', { name: say('set_share') }).click();
      await expect(desk.sheet.getByRole('img', { name: say('share_set_qr') })).toBeVisible();
      await expectGoodLooks(page, 'a link and its code');
      await desk.close();
      await page.getByRole('button', { name: say('set_return') }).click();
      await expectGoodLooks(page, 'edits coming home');
      await desk.close();
      await page.getByRole('button', { name: say('set_change') }).click();
      await expect(desk.sheet.getByRole('button', { name: say('wish_draw_again') })).toBeEnabled();
      await expectGoodLooks(page, 'choosing anew');
    });
  });
}
