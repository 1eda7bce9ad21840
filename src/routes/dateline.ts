import { createContext, onMount } from 'svelte';
import type { Dateline } from '$lib/compose';

/** The app on this device, which a page can wait for. What it is made of comes after the page's first paint. */
export interface Device {
  /** Resolves once the settings are read; rejects when a part of the app cannot be loaded. Always the same one. */
  open(): Promise<Dateline>;
}

/** Something that may hold on to the world until it is closed. */
type Closable = object & { close?(): void };

/** The layout provides it, every page takes it. */
export const [useDevice, provideDevice] = createContext<Device>();

/**
 * Opens something when the page appears and closes it when the page goes, however long opening took. Call it while a component is
 * set up. A part that cannot be loaded is told by the layout.
 */
export function whileShown<T extends Closable>(
  open: (dateline: Dateline) => Promise<T | null>,
  take: (opened: T) => void,
): void {
  const device = useDevice();
  onMount(() => {
    let shown = true;
    let opened: T | null = null;
    device
      .open()
      .then(open)
      .then(
        (made) => {
          opened = made;
          if (made === null) return;
          if (shown) take(made);
          else made.close?.();
        },
        (error: unknown) => {
          if (shown) reportError(error);
        },
      );
    return () => {
      shown = false;
      opened?.close?.();
    };
  });
}
