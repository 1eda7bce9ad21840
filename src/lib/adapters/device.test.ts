import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { Database } from './database';
import { entryIdStart } from './device';

let made = 0;
const name = (): string => `device-test-${String((made += 1))}`;

/** The id of the device; what follows it is the tab's. */
const deviceOf = (start: string): string => start.split('-')[0] ?? '';

it('the id of a device is made once; each tab has another behind it', async () => {
  const here = name();
  const [one, other] = [new Database(here), new Database(here)];
  const both = await Promise.all([entryIdStart(one), entryIdStart(other)]);
  const later = await entryIdStart(new Database(here));
  expect(new Set([...both, later].map(deviceOf)).size).toBe(1);
  expect(new Set([...both, later]).size).toBe(3);
  expect(later).toMatch(/^[0-9a-f]{16}-[0-9a-f]{12}$/);
});

it('a known id waits for no other tab that reads: it is not written again', async () => {
  const here = name();
  const first = await entryIdStart(new Database(here));
  let [read, over] = [0, false];
  // What another page began and does not end, as WebKit leaves it behind: it reads on and on.
  const lingering = new Database(here).run(['meta'], 'readonly', async (transaction) => {
    while (!over) {
      await transaction.objectStore('meta').get('device');
      read += 1;
    }
  });
  await expect.poll(() => read).toBeGreaterThan(0);
  const second = await Promise.race([entryIdStart(new Database(here)), lingering.then(() => 'waited')]);
  over = true;
  await lingering;
  expect(deviceOf(second)).toBe(deviceOf(first));
});
