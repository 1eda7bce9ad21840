import { answer, ClassRoom, classBrowser, counts, endLesson, onward, pinOf, seated } from './class-room';
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
  await expect(host.getByLabel('Link for pupils')).toHaveValue(new RegExp(`/join/\\?room=${pin}#[\\w-]{22}$`));
  const [quick, slow] = [await room.phone(pin), await room.phone(pin)];
  await Promise.all([seated(quick), seated(slow)]);
  await onward(host);
  // The day is told, not two thousand minutes.
  for (const page of [quick, host]) await expect(page.getByText(/^Until \d+ \w+, \d\d:\d\d$/)).toBeVisible();
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
  await endLesson(host);
  await host.getByRole('link', { name: 'Report of the lesson' }).click();
  const saving = host.waitForEvent('download');
  await host.getByRole('button', { name: 'Lesson file, to play against this class' }).click();
  const file = await (await saving).path();

  await host.goto(`${ownSite.url}/host/`);
  await host.getByLabel('Play against another class: its lesson file').setInputFiles(file);
  await expect(host.getByText(/^Ready to play/)).toBeVisible();
  await host.getByRole('button', { name: 'Play something else' }).click();
  await expect(host.getByText(/^Ready to play/)).toBeHidden();
  await expect(host.getByLabel('Questions from')).toBeEnabled();
  await host.getByLabel('Play against another class: its lesson file').setInputFiles(file);
  await expect(host.getByText(/^Ready to play/)).toBeVisible();
  // The made lesson is no grave one: a race may be wished for.
  await expect(host.getByText('Right, a little for speed')).toBeVisible();
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

test('teams, and names that pupils type: what is meant to run stays text on every page', async ({
  browser,
  ownSite,
}) => {
  const teams = ['Reds', 'Blues'];
  const room = await ClassRoom.open(browser, ownSite, { names: 'own', scoring: 'teams', teams });
  const host = await room.host();
  const wall = await room.wall(host);
  const pin = await pinOf(host);
  const typed = '<img src=x onerror=alert>';
  const shown = '<img src=x onerror=alert';
  const phones = [await room.phone(pin), await room.phone(pin)] as const;
  for (const page of [host, wall, ...phones])
    page.on('dialog', (dialog) => {
      throw new Error(`something ran: ${dialog.message()}`);
    });
  const lost = await room.phone('');
  await expect(lost.getByLabel('Number of the class')).toBeVisible();
  await expectGoodLooks(lost, 'the door');
  for (const [at, phone] of phones.entries()) {
    await phone.getByLabel('Your name in this class').fill(typed);
    await phone.getByText(teams[at] ?? '', { exact: true }).click();
    await expectGoodLooks(phone, 'name and team');
    await phone.getByRole('button', { name: 'Join' }).click();
    await expect(phone.getByRole('radio', { name: teams[at] ?? '' })).toBeChecked();
  }
  expect(await seated(phones[0])).toBe(shown);
  await expectGoodLooks(phones[0], 'in the lobby with a name of one’s own');
  await expect(wall.getByText(shown, { exact: true })).toBeVisible();
  await expect(host.getByRole('button', { name: shown }).first()).toBeVisible();
  for (const page of [host, wall, ...phones]) await expect(page.locator('img[src="x"]')).toHaveCount(0);

  // Who pressed the wrong team presses the other; the teacher can move them too, and give another name instead of sending somebody out.
  await phones[1].getByText('Reds', { exact: true }).click();
  await host.locator('.seats > li > button').nth(1).click();
  await expect(host.getByRole('combobox', { name: 'Team' })).toHaveValue('0');
  await host.getByRole('combobox', { name: 'Team' }).selectOption('Blues');
  await expect(phones[1].getByRole('radio', { name: 'Blues' })).toBeChecked();
  const name = host.getByRole('textbox', { name: 'Name', exact: true });
  // A name of nothing is told by the browser, and changes nothing.
  await name.fill('  ');
  await host.getByRole('button', { name: 'Rename' }).click();
  expect(await name.evaluate((input: HTMLInputElement) => input.validity.valid)).toBe(false);
  expect(await seated(phones[1])).not.toBe('');
  await name.fill('Calm Otter');
  await expectGoodLooks(host, 'a seat opened by the teacher');
  await host.getByRole('button', { name: 'Rename' }).click();
  await expect.poll(() => seated(phones[1])).toBe('Calm Otter');
  await expect(wall.getByText('Calm Otter', { exact: true })).toBeVisible();

  await onward(host);
  await phones[0].getByRole('button', { name: '2 March 2022' }).click();
  await phones[1].getByRole('button', { name: '9 March 2022' }).click();
  await Promise.all(phones.map(counts));
  await onward(host);
  await onward(host);
  const of = (team: string) => wall.locator('dl > div').filter({ hasText: team });
  await expect(of('Reds')).toContainText('+100 points');
  await expect(of('Blues')).toContainText('0%');
  await expectGoodLooks(wall, 'teams on the wall');
  await room.close();
});

test('a phone of the class tries whether thirty could play, and is told what to do where they could not', async ({
  browser,
  ownSite,
}) => {
  const room = await ClassRoom.open(browser, ownSite);
  const phone = await room.phone('000000');
  await phone.goto(room.address('/host/doctor/'));
  await expect(phone.getByText('The live connection works.', { exact: false })).toBeVisible();
  await phone.getByRole('button', { name: 'Try thirty phones' }).click();
  await expect(phone.getByText('Connected: 30 of 30.', { exact: false })).toBeVisible({ timeout: 15_000 });
  for (const advice of ['guest network', 'firewall', 'client isolation', 'hotspot', 'by cable'])
    await expect(phone.getByRole('listitem').filter({ hasText: advice }).first()).toBeVisible();
  await phone.getByText('A code that takes phones into the Wi-Fi').click();
  await phone.getByLabel('Name of the Wi-Fi').fill('Class 9-A');
  await phone.getByLabel('Its password; empty: none').fill('open; sesame');
  await expect(phone.getByRole('img', { name: 'Code that takes a phone into the Wi-Fi Class 9-A' })).toBeVisible();
  await expectGoodLooks(phone, 'the connection doctor on a phone');
  await room.close();
});
