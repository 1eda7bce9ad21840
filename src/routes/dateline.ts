import { createContext, onMount } from 'svelte';
import type { Dateline } from '$lib/compose';

/** Something that may hold on to the world until it is closed. */
type Closable = object & { close?(): void };

/** The app on this device: the layout provides it, every page takes it. */
export const [useDateline, provideDateline] = createContext<Dateline>();

/**
 * Opens something when the page appears, once the settings are read, and closes it when the page goes, however long opening took.
 * Call it while a component is set up.
 */
export function whileShown<T extends Closable>(
  dateline: Dateline,
  open: () => Promise<T | null>,
  take: (opened: T) => void,
): void {
  onMount(() => {
    let shown = true;
    let opened: T | null = null;
    void dateline
      .ready()
      .then(open)
      .then((made) => {
        opened = made;
        if (made === null) return;
        if (shown) take(made);
        else made.close?.();
      });
    return () => {
      shown = false;
      opened?.close?.();
    };
  });
}
