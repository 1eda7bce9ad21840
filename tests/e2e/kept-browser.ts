import { chromium, type BrowserContext, type TestInfo } from '@playwright/test';

/** A phone's browser with a profile on the disk: closing it is closing the browser, and the next one finds what was stored. `zone`: where the phone is. */
export async function openKeptBrowser(profile: string, { project }: TestInfo, zone?: string): Promise<BrowserContext> {
  const { viewport, deviceScaleFactor, isMobile, hasTouch, locale, launchOptions } = project.use;
  const timezoneId = zone ?? project.use.timezoneId;
  return chromium.launchPersistentContext(profile, {
    ...launchOptions,
    ...(viewport === undefined ? {} : { viewport }),
    ...(deviceScaleFactor === undefined ? {} : { deviceScaleFactor }),
    ...(isMobile === undefined ? {} : { isMobile }),
    ...(hasTouch === undefined ? {} : { hasTouch }),
    ...(locale === undefined ? {} : { locale }),
    ...(timezoneId === undefined ? {} : { timezoneId }),
  });
}
