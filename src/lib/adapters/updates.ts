/// <reference types="vite-plugin-pwa/vanillajs" />
/** A new version of the app. `waiting`: it takes over when told to. `in force`: another tab told it to; this one still runs the old. */
export interface Updates {
  readonly is: 'waiting' | 'in force';
  /** Takes the new version into use and reloads this tab. */
  apply(): void;
}

/**
 * Registers the service worker and calls back when a newer version is there. It takes over only through `apply`, and no tab is
 * ever reloaded but the one whose learner said so: another tab goes on with its version, whose files the worker keeps for it.
 * Does nothing where there is no worker to register (development, insecure origins).
 */
export async function watchForUpdates(onUpdate: (updates: Updates) => void, onOfflineReady: () => void): Promise<void> {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  const { registerSW } = await import('virtual:pwa-register');
  let wanted = false;
  let registration: ServiceWorkerRegistration | undefined;
  let told: ServiceWorker | null = null;
  const reload = (): void => {
    location.reload();
  };
  const takeOver = registerSW({
    immediate: true,
    onRegisteredSW: (_, registered) => {
      registration = registered;
    },
    onNeedRefresh: () => {
      // The library calls twice for a worker that was found in the first visit's tab, when it is installed and when it has waited:
      // "Later" in between must hold.
      const waiting = registration?.waiting ?? null;
      if (waiting !== null && waiting === told) return;
      told = waiting;
      onUpdate({
        is: 'waiting',
        apply: () => {
          wanted = true;
          void takeOver();
        },
      });
    },
    // The library takes the first visit's tab for one without an earlier version, and would not tell it: see below.
    onNeedReload: () => undefined,
    onOfflineReady,
  });
  // From here on a change of the worker is a change of version: the first worker takes its tab over before there is another.
  const container = navigator.serviceWorker;
  let controlled = container.controller !== null;
  container.addEventListener('controllerchange', () => {
    if (!controlled) controlled = true;
    else if (wanted) reload();
    else onUpdate({ is: 'in force', apply: reload });
  });
}
