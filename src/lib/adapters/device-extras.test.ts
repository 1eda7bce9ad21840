import { afterEach, describe, expect, it, vi } from 'vitest';
import { deviceBadge } from './badge';
import { screenLock } from './screen-lock';
import { deviceSharing } from './sharing';
import { voiceFor } from './voice';

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('the badge', () => {
  it('is set, and taken away at nought', async () => {
    const calls: (number | string | undefined)[] = [];
    vi.stubGlobal('navigator', {
      setAppBadge: (count: number) => Promise.resolve(void calls.push(count)),
      clearAppBadge: () => Promise.resolve(void calls.push('clear')),
    });
    expect(deviceBadge.available).toBe(true);
    await deviceBadge.show(7);
    await deviceBadge.show(0);
    expect(calls).toEqual([7, 'clear']);
  });

  it('is not there in other browsers, and a refusal is no error', async () => {
    vi.stubGlobal('navigator', {});
    expect(deviceBadge.available).toBe(false);
    await expect(deviceBadge.show(3)).resolves.toBeUndefined();
    vi.stubGlobal('navigator', { setAppBadge: () => Promise.reject(new Error('not installed')) });
    await expect(deviceBadge.show(3)).resolves.toBeUndefined();
  });
});

describe('the screen', () => {
  function madeUpPage() {
    const page = Object.assign(new EventTarget(), { visibilityState: 'visible' });
    const held = new Set<{ released: boolean; release: () => Promise<void> }>();
    let requests = 0;
    vi.stubGlobal('document', page);
    vi.stubGlobal('navigator', {
      wakeLock: {
        request: () => {
          requests += 1;
          const lock = {
            released: false,
            release: () => {
              lock.released = true;
              held.delete(lock);
              return Promise.resolve();
            },
          };
          held.add(lock);
          return Promise.resolve(lock);
        },
      },
    });
    const turn = async (state: string): Promise<void> => {
      page.visibilityState = state;
      // The system lets go of every lock of a hidden page.
      if (state === 'hidden') for (const lock of held) void lock.release();
      page.dispatchEvent(new Event('visibilitychange'));
      await Promise.resolve();
      await Promise.resolve();
    };
    return { held, turn, requests: () => requests };
  }
  const settled = async (): Promise<void> => {
    for (let i = 0; i < 4; i += 1) await Promise.resolve();
  };

  it('stays on until let go of, also after the page was hidden', async () => {
    const { held, turn } = madeUpPage();
    const letGo = screenLock.hold();
    await settled();
    expect(held.size).toBe(1);
    await turn('hidden');
    expect(held.size).toBe(0);
    await turn('visible');
    await settled();
    expect(held.size).toBe(1);
    await turn('visible');
    await settled();
    expect(held.size, 'taken once').toBe(1);
    letGo();
    await settled();
    expect(held.size).toBe(0);
    await turn('visible');
    await settled();
    expect(held.size, 'nothing takes it again').toBe(0);
  });

  it('is let go of when it comes after the session has ended', async () => {
    const { held } = madeUpPage();
    screenLock.hold()();
    await settled();
    expect(held.size).toBe(0);
  });

  it('is left alone where it cannot be held', () => {
    vi.stubGlobal('navigator', {});
    expect(screenLock.available).toBe(false);
    expect(() => {
      screenLock.hold()();
    }).not.toThrow();
  });
});

describe('sharing', () => {
  const words = { title: 'Dateline', text: '8 of 10 right', url: 'https://example.org/' };
  const clipboard = { writeText: vi.fn(() => Promise.resolve()) };

  it('uses the sheet of the device', async () => {
    const share = vi.fn(() => Promise.resolve());
    vi.stubGlobal('navigator', { share, canShare: () => true, clipboard });
    expect(await deviceSharing.share(words)).toBe('shared');
    expect(share).toHaveBeenCalledWith(words);
  });

  it('says so when the learner closes the sheet, and copies nothing', async () => {
    clipboard.writeText.mockClear();
    const share = (): Promise<void> => Promise.reject(new DOMException('closed', 'AbortError'));
    vi.stubGlobal('navigator', { share, canShare: () => true, clipboard });
    expect(await deviceSharing.share(words)).toBe('dismissed');
    expect(clipboard.writeText).not.toHaveBeenCalled();
  });

  it.each([
    ['has no sheet', {}],
    ['refuses', { share: () => Promise.reject(new DOMException('no', 'NotAllowedError')), canShare: () => true }],
    ['cannot share that', { share: () => Promise.resolve(), canShare: () => false }],
  ])('copies words where the device %s', async (_, navigator) => {
    clipboard.writeText.mockClear();
    vi.stubGlobal('navigator', { ...navigator, clipboard });
    expect(await deviceSharing.share(words)).toBe('copied');
    expect(clipboard.writeText).toHaveBeenCalledWith('8 of 10 right\nhttps://example.org/');
  });

  it('says when nothing works', async () => {
    vi.stubGlobal('navigator', {});
    expect(await deviceSharing.share(words)).toBe('failed');
  });
});

describe('a voice', () => {
  const voice = (lang: string, localService = true, isDefault = false) => ({ lang, localService, default: isDefault });
  it.each([
    ['speaks the language', [voice('en-US'), voice('uk-UA')], 'uk', 'uk-UA'],
    ['is of the device before the network', [voice('uk-UA', false, true), voice('uk')], 'uk', 'uk'],
    ['is the one that the learner chose', [voice('en-US'), voice('en-GB', true, true)], 'en', 'en-GB'],
    ['may write its language with a line below', [voice('uk_UA')], 'uk', 'uk_UA'],
    ['is none where none speaks it', [voice('en-US'), voice('ru-RU')], 'uk', undefined],
    ['is not taken for a longer name', [voice('enm')], 'en', undefined],
  ])('%s', (_, all, language, expected) => {
    expect(voiceFor(all, language)?.lang).toBe(expected);
  });
});
