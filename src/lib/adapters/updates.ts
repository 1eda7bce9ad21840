/// <reference types="vite-plugin-pwa/vanillajs" />
/** A new version of the app, waiting. */
export interface Updates {
  /** Takes the new version into use and reloads this tab. */
  apply(): Promise<void>;
}

/**
 * Registers the service worker and calls back when a newer version waits. It takes over only through `apply`: never by itself,
 * and a tab in which a session runs keeps its version until then. Does nothing where there is no worker to register (development,
 * insecure origins).
 */
export async function watchForUpdates(
  onWaiting: (updates: Updates) => void,
  onOfflineReady: () => void,
): Promise<void> {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  const { registerSW } = await import('virtual:pwa-register');
  const takeOver = registerSW({
    onNeedRefresh: () => {
      onWaiting({ apply: () => takeOver(true) });
    },
    onOfflineReady,
  });
}
