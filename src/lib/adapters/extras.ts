import { deviceBadge } from './badge';
import { deviceFiles } from './files';
import { deviceInstalling } from './installing';
import { screenLock } from './screen-lock';
import { deviceSharing } from './sharing';
import { deviceVoice } from './voice';

/** What a device can do beside showing pages, loaded in one piece when the pages stand. */
export const deviceExtras = {
  badge: deviceBadge,
  files: deviceFiles,
  installing: deviceInstalling,
  screenLock,
  sharing: deviceSharing,
  voice: deviceVoice,
  /** Calls back whenever the learner leaves the app for another, or comes back. */
  onLeave(callback: () => void): void {
    document.addEventListener('visibilitychange', callback);
  },
  wait(ms: number): Promise<void> {
    return new Promise((resolve) => setTimeout(resolve, ms));
  },
};
