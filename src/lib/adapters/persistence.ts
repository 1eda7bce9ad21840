/** The browser's storage manager, where there is one: WebKitGTK and insecure origins have none. */
function manager(): Partial<StorageManager> | null {
  return typeof navigator !== 'undefined' && 'storage' in navigator ? navigator.storage : null;
}

/** Whether the browser promised to keep the data; null where it cannot say. */
export const devicePersistence = {
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
