/** Keeps the screen on, where the browser can. */
export const screenLock = {
  get available(): boolean {
    return typeof navigator !== 'undefined' && 'wakeLock' in navigator;
  },

  /**
   * Holds the screen on until what it returns is called. The system lets go of it when the page is hidden; it is taken again when the page is back. A
   * refusal (an empty battery) is accepted.
   */
  hold(): () => void {
    if (!screenLock.available) return () => undefined;
    let held: WakeLockSentinel | null = null;
    let wanted = true;
    const take = async (): Promise<void> => {
      if (document.visibilityState !== 'visible' || (held !== null && !held.released)) return;
      const taken = await navigator.wakeLock.request('screen').catch(() => null);
      // Let go of meanwhile, or taken twice.
      if (taken !== null && (!wanted || (held !== null && !held.released))) await taken.release();
      else held = taken;
    };
    const back = (): void => void take();
    document.addEventListener('visibilitychange', back);
    void take();
    return () => {
      wanted = false;
      document.removeEventListener('visibilitychange', back);
      void held?.release();
    };
  },
};
