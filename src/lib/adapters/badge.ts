/** What a browser has that can mark the icon of an installed app. */
interface Badging {
  setAppBadge?: (count?: number) => Promise<void>;
  clearAppBadge?: () => Promise<void>;
}

function badging(): Badging {
  return typeof navigator === 'undefined' ? {} : navigator;
}

/** The number on the app's icon. Only an installed app has one, and not on every system. */
export const deviceBadge = {
  get available(): boolean {
    return badging().setAppBadge !== undefined;
  },
  /** 0 takes it away. What a system refuses is no loss: the number stands on the first page too. */
  async show(count: number): Promise<void> {
    const { setAppBadge, clearAppBadge } = badging();
    await (count > 0 ? setAppBadge?.call(navigator, count) : clearAppBadge?.call(navigator))?.catch(() => undefined);
  },
};
