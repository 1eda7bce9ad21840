/** The browser's storage manager, where there is one: WebKitGTK and insecure origins have none. */
function manager(): Partial<StorageManager> | null {
  return typeof navigator !== 'undefined' && 'storage' in navigator ? navigator.storage : null;
}

/** Whether the browser promised to keep the data; null where it cannot say. */
export const devicePersistence = {
  surroundings(): 'webkit-tab' | 'webkit-app' | 'other' {
    // Every browser of an iPhone is WebKit; the vendor is the one thing that it says of itself everywhere.
    if (typeof navigator === 'undefined' || !navigator.vendor.startsWith('Apple')) return 'other';
    const installed = 'standalone' in navigator && navigator.standalone === true;
    return installed || matchMedia('(display-mode: standalone)').matches ? 'webkit-app' : 'webkit-tab';
  },
  async persisted(): Promise<boolean | null> {
    return (
      (await manager()
        ?.persisted?.()
        .catch(() => null)) ?? null
    );
  },
  async ask(): Promise<boolean | null> {
    return (
      (await manager()
        ?.persist?.()
        .catch(() => null)) ?? null
    );
  },
  async estimate(): Promise<{ readonly used: number; readonly quota: number } | null> {
    const estimate = await manager()
      ?.estimate?.()
      .catch(() => null);
    const { usage, quota } = estimate ?? {};
    return usage === undefined || quota === undefined ? null : { used: usage, quota };
  },
};
