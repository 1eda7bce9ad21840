import type { Moment } from '$lib/core/time/study-day';
import type { Database } from './database';

const DEVICE = 'device';

/** The device's clock and zone, as they stand at the moment. */
export const deviceClock = {
  now(): Moment {
    const now = new Date();
    // JavaScript counts minutes west; the log counts minutes east.
    return { utcMs: now.getTime(), utcOffsetMinutes: -now.getTimezoneOffset() };
  },
};

/** Runs work when the page is at rest; Safari has no idle callback, and waits a moment instead. Milliseconds. */
export function whenIdle(work: () => void): void {
  if (typeof requestIdleCallback === 'function') requestIdleCallback(work);
  else setTimeout(work, 200);
}

/** Milliseconds that long work may take before painting and input have their turn: half a frame. */
const A_BREATH = 8;
let breathed = 0;

/** Lets painting and input have their turn in the middle of long work, if they did not have it just now: work may ask as often as it likes. */
export function breathe(): Promise<void> {
  if (performance.now() - breathed < A_BREATH) return Promise.resolve();
  return new Promise((resolve) => {
    // A timer of zero is held back to four milliseconds after a few; a message is not.
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      breathed = performance.now();
      resolve();
    };
    port2.postMessage(null);
  });
}

/**
 * Calls back at a moment in UTC milliseconds, within a day from now. A device that slept then does it when it wakes.
 *
 * @returns what calls it off
 */
export function wakeAt(utcMs: number, call: () => void): () => void {
  const timer = setTimeout(call, Math.max(0, utcMs - Date.now()));
  return () => {
    clearTimeout(timer);
  };
}

/**
 * Calls when the page is left: for another, or by being closed. A browser may keep a page that is left, frozen with all that it holds, and
 * show it again.
 */
export function whenLeft(call: () => void): void {
  addEventListener('pagehide', call);
}

/** Random bytes in hexadecimal, for ids. */
export function randomHex(bytes: number): string {
  return [...crypto.getRandomValues(new Uint8Array(bytes))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * What this tab's entry ids begin with: the device's id, made once and kept, and an id of this tab's life. Without storage the device's
 * is made for the moment: nothing can be written then anyway. An id that is there is only read: WebKit may leave a page's last transaction
 * open for the page after it, which then waits for ever for its turn to write.
 */
export async function entryIdStart(database: Database): Promise<string> {
  const known = await database.run(['meta'], 'readonly', (transaction) => transaction.objectStore('meta').get(DEVICE));
  const device = known.ok && typeof known.value === 'string' ? known.value : await makeDeviceId(database);
  return `${device}-${randomHex(6)}`;
}

/** Two tabs may begin at once: the first to write has the say. */
async function makeDeviceId(database: Database): Promise<string> {
  const fresh = randomHex(8);
  const made = await database.run(['meta'], 'readwrite', async (transaction) => {
    const meta = transaction.objectStore('meta');
    const known = await meta.get(DEVICE);
    if (typeof known === 'string') return known;
    await meta.put(fresh, DEVICE);
    return fresh;
  });
  return made.ok ? made.value : fresh;
}
