/** The ways that `ports.ts` of the app names. */
export type InstallWay =
  'installed' | 'prompt' | 'ios' | 'firefox-android' | 'firefox-desktop' | 'safari-desktop' | 'menu';

/** What Chromium hands to the page when it could install it; not in the standard types. */
interface InstallPrompt extends Event {
  prompt(): Promise<{ readonly outcome: 'accepted' | 'dismissed' }>;
}

/** The browser's offer, which it makes once a page: kept until it is taken up. */
let kept: InstallPrompt | null = null;
const listeners = new Set<() => void>();

function tell(): void {
  for (const listener of listeners) listener();
}

/** Keeps the browser's offer: one that was made before the app was there, which the page has kept (app.html), and any from now on. */
export function watchForInstalling(): void {
  const keep = (event: Event): void => {
    kept = 'prompt' in event ? (event as InstallPrompt) : null;
  };
  if (window.installOffer !== undefined) keep(window.installOffer);
  addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault();
    keep(event);
    tell();
  });
  addEventListener('appinstalled', () => {
    kept = null;
    tell();
  });
}

export interface Browser {
  readonly userAgent: string;
  readonly maxTouchPoints: number;
  readonly standalone: boolean;
  readonly canPrompt: boolean;
}

/** The way of a browser, by what it says of itself. iPads say that they are Macs, and have fingers. */
export function wayOf({ userAgent, maxTouchPoints, standalone, canPrompt }: Browser): InstallWay {
  if (standalone) return 'installed';
  if (canPrompt) return 'prompt';
  const says = (word: string): boolean => userAgent.includes(word);
  if (/iPhone|iPad|iPod/.test(userAgent) || (says('Macintosh') && maxTouchPoints > 1)) return 'ios';
  if (says('Firefox/')) return says('Android') ? 'firefox-android' : 'firefox-desktop';
  return says('Macintosh') && says('Safari/') && !says('Chrom') ? 'safari-desktop' : 'menu';
}

export const deviceInstalling = {
  way(): InstallWay {
    const { userAgent, maxTouchPoints } = navigator;
    const standalone =
      matchMedia('(display-mode: standalone)').matches || ('standalone' in navigator && navigator.standalone === true);
    return wayOf({ userAgent, maxTouchPoints, standalone, canPrompt: kept !== null });
  },

  /** Has the browser ask. Each prompt asks once. */
  async prompt(): Promise<void> {
    const event = kept;
    kept = null;
    await event?.prompt().catch(() => undefined);
  },

  /** Calls back when the way may have changed; returns what stops it. */
  onChange(callback: () => void): () => void {
    listeners.add(callback);
    return () => listeners.delete(callback);
  },
};
