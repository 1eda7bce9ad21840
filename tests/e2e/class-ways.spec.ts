import { answer, ClassRoom, classBrowser, counts, onward, pinOf, seated } from './class-room';
import { expectGoodLooks } from './looks';
import { expect, test } from './site';

// Other ways to play than all together with phones.

test.use(classBrowser);
test.setTimeout(120_000);

const DAY_MS = 86_400_000;

test('homework: each at their own pace, kept over a reload, until the last is done', async ({ browser, ownSite }) => {
  const room = await ClassRoom.open(browser, ownSite, { mode: 'own-pace', deadline: Date.now() + 2 * DAY_MS });
  const host = await room.host();
  const pin = await pinOf(host);
  const [quick, slow] = [await room.phone(pin), await room.phone(pin)];
  await Promise.all([seated(quick), seated(slow)]);
  await onward(host);
  for (const [at, form] of ['choice', 'date', 'map', 'place', 'order', 'choice'].entries()) {
    await expect(quick.getByText(`${String(at + 1)} of 6`)).toBeVisible();
    await answer(quick, form, 'alone');
    await expect(quick.getByText('SECRET-EXPLANATION', { exact: false })).toBeVisible();
    if (at === 1) {
      await expectGoodLooks(quick, 'homework, explained');
      await quick.reload();
      await expect(quick.getByText('2 of 6')).toBeVisible();
      await expect(quick.getByText('SECRET-EXPLANATION', { exact: false })).toBeVisible();
    }
    await quick.getByRole('button', { name: 'Next' }).click();
  }
  await expect(quick.getByRole('heading', { name: 'The lesson is over' })).toBeVisible();
  await expect(quick.getByRole('link', { name: 'Study what I missed' })).toBeVisible();
  await expect(slow.getByText('1 of 6'), 'nobody is waited for').toBeVisible();
  await expectGoodLooks(host, 'the host of homework');
  await room.close();
});

test('printed cards in a photo and a phone answer one question in one room', async ({ browser, ownSite }) => {
  const room = await ClassRoom.open(browser, ownSite);
  const host = await room.host();
  const pin = await pinOf(host);
  const wall = await room.wall(host);
  const phone = await room.phone(pin);
  await seated(phone);
  await host.getByRole('button', { name: 'Add printed cards: 32' }).click();
  await expect(host.getByRole('heading', { name: 'Pupils: 33' })).toBeVisible();

  // The page that is printed, held up to the camera as it is: every card with its top up, which is the first option.
  const printed = await host.context().newPage();
  await printed.goto(`${ownSite.url}/host/cards/`);
  const photo = await printed.locator('ul.cards').screenshot();
  await printed.close();

  await onward(host);
  await phone.getByRole('button', { name: '2 March 2022' }).click();
  await counts(phone);
  await host.getByRole('button', { name: 'Read cards by camera' }).click();
  await host
    .getByLabel('A photo of the class with its cards')
    .setInputFiles({ name: 'class.png', mimeType: 'image/png', buffer: photo });
  await expect(host.getByText('Read: 32.')).toBeVisible();
  await expect(wall.getByText('33 of 33 answered')).toBeVisible();
  await expectGoodLooks(host, 'cards that were read');
  await onward(host);
  await expect(phone.getByRole('heading', { name: 'Right' })).toBeVisible();
  await expectGoodLooks(wall, 'the wall at the reveal');
  await room.close();
});

test('a class plays against another class, from a file', async ({ browser, ownSite }) => {
  const room = await ClassRoom.open(browser, ownSite);
  const host = await room.host();
  const phone = await room.phone(await pinOf(host));
  await seated(phone);
  await onward(host);
  await answer(phone, 'choice');
  await onward(host);
  await expect(phone.getByText('SECRET-EXPLANATION', { exact: false })).toBeVisible();
  await host.getByRole('button', { name: 'End the lesson' }).click();
  await host.getByRole('dialog').getByRole('button', { name: 'End the lesson' }).click();
  await host.getByRole('link', { name: 'Report of the lesson' }).click();
  const saving = host.waitForEvent('download');
  await host.getByRole('button', { name: 'Lesson file, to play against this class' }).click();
  const file = await (await saving).path();

  await host.goto(`${ownSite.url}/host/`);
  await host.getByLabel('Play against another class: its lesson file').setInputFiles(file);
  await expect(host.getByText(/^Ready to play/)).toBeVisible();
  await host.getByRole('button', { name: 'Open the class' }).click();
  const other = await room.phone(await pinOf(host));
  await seated(other);
  await onward(host);
  await onward(host);
  await expect(other.getByRole('group', { name: 'Answers' })).toBeVisible();
  await other.getByRole('button', { name: '2 March 2022' }).click();
  await counts(other);
  await host.getByRole('button', { name: 'Show the answer' }).click();
  await onward(host);
  await expect(other.getByText('The class you play against')).toBeVisible();
  await expectGoodLooks(other, 'against another class');
  await room.close();
});
