import { answer, ClassRoom, classBrowser, counts, onward, pinOf, seated } from './class-room';
import { expectGoodLooks } from './looks';
import { expect, test } from './site';

test.use(classBrowser);
test.setTimeout(180_000);

test('a full lesson with every form: one host, one wall, six phones, no secure context', async ({
  browser,
  ownSite,
}) => {
  const room = await ClassRoom.open(browser, ownSite);
  const host = await room.host();
  const pin = await pinOf(host);
  const wall = await room.wall(host);
  const phones = await Promise.all(Array.from({ length: 6 }, () => room.phone(pin)));
  const [first] = phones;
  if (first === undefined) throw new Error('there are six');
  const names = await Promise.all(phones.map(seated));
  expect(new Set(names).size, 'no two names alike').toBe(6);
  for (const name of names) await expect(wall.getByText(name, { exact: true })).toBeVisible();
  await expectGoodLooks(first, 'phone in the lobby');
  await expectGoodLooks(host, 'the host in the lobby');

  for (const [at, form] of ['choice', 'date', 'map', 'place', 'order', 'choice'].entries()) {
    await onward(host);
    await expect(first.getByText(`${String(at + 1)} of 6`)).toBeVisible();
    await Promise.all(phones.map((phone) => answer(phone, form)));
    await expect(wall.getByText('6 of 6 answered')).toBeVisible();
    await expect(wall.getByText(/SECRET-(ANSWER|EXPLANATION|WHY)/), 'nothing is told before the reveal').toHaveCount(0);
    await expectGoodLooks(first, `phone asked ${form}`);
    await onward(host);
    await expect(first.getByText('SECRET-EXPLANATION', { exact: false })).toBeVisible();
    await expect(wall.getByText('SECRET-EXPLANATION', { exact: false })).toBeVisible();
    await expectGoodLooks(first, `phone told ${form}`);
    await expectGoodLooks(host, `host told ${form}`);
    await onward(host);
    await expect(first.getByRole('heading', { name: 'So far' })).toBeVisible();
  }
  await onward(host);
  await host.getByRole('dialog').getByRole('button', { name: 'End the lesson' }).click();
  await expect(first.getByRole('heading', { name: 'The lesson is over' })).toBeVisible();
  await expect(first.getByRole('link', { name: 'Study what I missed' })).toHaveAttribute('href', /pack=made&fact=/);
  await host.getByRole('link', { name: 'Report of the lesson' }).click();
  await expect(host.getByRole('row')).toHaveCount(7);
  await expectGoodLooks(host, 'the report');
  await room.close();
});

test('sleep, reload, another tab, late joining, a lock and a kick', async ({ browser, ownSite }) => {
  const room = await ClassRoom.open(browser, ownSite);
  const host = await room.host();
  const pin = await pinOf(host);
  const phone = await room.phone(pin);
  const name = await seated(phone);
  await onward(host);
  await phone.getByRole('button', { name: '1 March 2022' }).click();
  await counts(phone);

  // The network goes, the pupil changes their mind, the network comes back.
  await phone.context().setOffline(true);
  await expect(phone.getByText('This device has no network.', { exact: false })).toBeVisible();
  await phone.getByRole('button', { name: '9 March 2022' }).click();
  await expect(phone.getByText('Kept on this phone.', { exact: false })).toBeVisible();
  await phone.context().setOffline(false);
  await counts(phone);

  await phone.reload();
  await expect(phone.getByRole('button', { name: '9 March 2022' })).toHaveAttribute('aria-pressed', 'true');
  const twin = await phone.context().newPage();
  await twin.goto(room.address(`/join/?room=${pin}`));
  await expect(twin.getByText(name)).toBeVisible();
  await expect(twin.getByRole('button', { name: '9 March 2022' })).toHaveAttribute('aria-pressed', 'true');
  await twin.close();

  const late = await room.phone(pin);
  await expect(late.getByRole('button', { name: '1 March 2022' })).toBeVisible();
  await host.keyboard.press('l');
  const shut = await room.phone(pin);
  await expect(shut.getByText('The teacher has locked this class.', { exact: false })).toBeVisible();

  await host.getByRole('button', { name }).click();
  await host.getByRole('button', { name: 'Send out' }).click();
  await expect(phone.getByRole('heading', { name: 'You are no longer in this class' })).toBeVisible();
  await expect(late.getByRole('button', { name: '1 March 2022' })).toBeVisible();
  await room.close();
});

test('a phone that sleeps while a question ends and the next begins wakes up in step; what it had answered counts', async ({
  browser,
  ownSite,
}) => {
  const room = await ClassRoom.open(browser, ownSite);
  const host = await room.host();
  const phone = await room.phone(await pinOf(host));
  const name = await seated(phone);
  await onward(host);
  await phone.getByRole('button', { name: '2 March 2022' }).click();
  await counts(phone);

  // As a phone does in a pocket: nothing of the page runs, and its connection is gone.
  const device = await phone.context().newCDPSession(phone);
  await device.send('Page.setWebLifecycleState', { state: 'frozen' });
  await phone.context().setOffline(true);
  await onward(host);
  await onward(host);
  await onward(host);
  await expect(host.getByText('2 of 6', { exact: false })).toBeVisible();
  await phone.context().setOffline(false);
  await device.send('Page.setWebLifecycleState', { state: 'active' });

  await expect(phone.getByText('2 of 6')).toBeVisible();
  await expect(phone.getByText(name)).toBeVisible();
  await phone.getByRole('textbox').fill('2 March');
  // Not sent yet: a reload finds what was typed so far.
  await phone.reload();
  await expect(phone.getByRole('textbox')).toHaveValue('2 March');
  await onward(host);
  await onward(host);
  await expect(phone.getByText('1 of 2')).toBeVisible();
  await room.close();
});

test('the host moves to another device in the middle of a question', async ({ browser, ownSite }) => {
  const room = await ClassRoom.open(browser, ownSite);
  const host = await room.host();
  const pin = await pinOf(host);
  await host.getByText('Recovery code, to go on', { exact: false }).click();
  const code = await host.locator('.recovery').innerText();
  const phone = await room.phone(pin);
  await seated(phone);
  await onward(host);
  await phone.getByRole('button', { name: '2 March 2022' }).click();
  await counts(phone);

  const tablet = await room.tablet();
  await tablet.getByText('Take a lesson over from another device').click();
  await tablet.getByLabel('Number of the class').fill(pin);
  await tablet.getByLabel('Recovery code').fill(code);
  await tablet.getByRole('button', { name: 'Take over' }).click();
  await expect(tablet.getByText('1 of 1 answered', { exact: false })).toBeVisible();
  await expect(host.getByText('Another device is the host now.')).toBeVisible();
  await tablet.getByRole('button', { name: 'Show the answer' }).click();
  await expect(phone.getByRole('heading', { name: 'Right' })).toBeVisible();
  await room.close();
});

test('the server is killed in the middle of a question and comes back: everybody goes on by themselves', async ({
  browser,
  ownSite,
}) => {
  const room = await ClassRoom.open(browser, ownSite);
  const host = await room.host();
  const pin = await pinOf(host);
  const phones = await Promise.all([room.phone(pin), room.phone(pin)]);
  await Promise.all(phones.map(seated));
  await onward(host);
  const [answered, waiting] = phones;
  await answered.getByRole('button', { name: '2 March 2022' }).click();
  await counts(answered);

  await ownSite.kill();
  await expect(waiting.getByText('Dateline is not running on it.', { exact: false })).toBeVisible();
  await waiting.getByRole('button', { name: '9 March 2022' }).click();
  await ownSite.restart();
  await expect(host.getByText('Paused: the server has started again.', { exact: false })).toBeVisible();
  await expect(answered.getByText('The server has started again.', { exact: false })).toBeVisible();
  await onward(host);
  await waiting.getByRole('button', { name: '9 March 2022' }).click();
  await counts(waiting);
  await onward(host);
  await expect(answered.getByRole('heading', { name: 'Right' })).toBeVisible();
  await expect(waiting.getByRole('heading', { name: 'Not right' })).toBeVisible();
  await room.close();
});

test('a question is voted on twice, and hands are counted with it', async ({ browser, ownSite }) => {
  const room = await ClassRoom.open(browser, ownSite, { afterTime: 'wait' });
  const host = await room.host();
  const pin = await pinOf(host);
  const wall = await room.wall(host);
  const phone = await room.phone(pin);
  await seated(phone);
  await onward(host);
  await phone.getByRole('button', { name: '9 March 2022' }).click();
  await counts(phone);
  await host.getByRole('button', { name: 'Count raised hands' }).click();
  await host.getByRole('button', { name: 'One more: 2 March 2022' }).click();
  await host.keyboard.press('d');
  await expect(phone.getByText('Talk about it with your neighbours.', { exact: false })).toBeVisible();
  await expectGoodLooks(phone, 'phone in a discussion');
  await onward(host);
  await expect(phone.getByText('Second vote', { exact: false })).toBeVisible();
  await phone.getByRole('button', { name: '2 March 2022' }).click();
  await expect(phone.getByRole('button', { name: '2 March 2022' })).toHaveAttribute('aria-pressed', 'true');
  await counts(phone);
  // A key that comes before the host has seen what the last one did is refused: each is pressed when the host shows it.
  await host.keyboard.press('p');
  await expect(phone.getByText('Paused.', { exact: false })).toBeVisible();
  await expect(host.getByText('Paused.', { exact: false }).first()).toBeVisible();
  await host.keyboard.press('p');
  await expect(phone.getByText('Paused.', { exact: false })).toBeHidden();
  await expect(host.getByText('Paused.', { exact: false })).toHaveCount(0);
  await host.keyboard.press('t');
  await onward(host);
  await expect(phone.getByRole('heading', { name: 'Right' })).toBeVisible();
  await expect(wall.getByText('✓')).toBeVisible();
  await room.close();
});

test('a set that the link names and that is not here is said, before something else is played', async ({
  browser,
  ownSite,
}) => {
  const page = await browser.newPage();
  await page.goto(`${ownSite.url}/host/?set=nowhere`);
  await expect(page.getByText('The set that the link names is not on this device.', { exact: false })).toBeVisible();
  await page.close();
});

test('nothing of a wordy question is below the edge of the wall, asked or told', async ({ browser, ownSite }) => {
  const wordy = (text: string): string =>
    `${text}, ${'as the longest of all the sentences of a pack might put it, '.repeat(2)}and so on`;
  const room = await ClassRoom.open(browser, ownSite, {}, (lesson) => ({
    ...lesson,
    questions: lesson.questions.map((question) => ({
      ...question,
      explanation: `${'One more sentence that an explanation may have. '.repeat(8)}The last of them.`,
      options: question.options.map((option) => ({ ...option, text: wordy(option.text), why: wordy(option.why) })),
    })),
  }));
  const host = await room.host();
  const wall = await room.wall(host);
  const phone = await room.phone(await pinOf(host));
  await seated(phone);
  const overflow = () => wall.locator('.wall').evaluate((node) => node.scrollHeight - node.clientHeight);
  await onward(host);
  await expect(wall.getByText('0 of 1 answered')).toBeVisible();
  await expect.poll(overflow, 'asked').toBeLessThanOrEqual(0);
  await answer(phone, 'choice');
  await onward(host);
  await expect(wall.getByText('The last of them.', { exact: false })).toBeVisible();
  await expect.poll(overflow, 'told').toBeLessThanOrEqual(0);
  await expect(wall.getByText('The last of them.', { exact: false })).toBeInViewport({ ratio: 1 });
  expect(await wall.locator('.wall').evaluate((node) => getComputedStyle(node).getPropertyValue('--fit'))).not.toBe(
    '1',
  );
  await room.close();
});
