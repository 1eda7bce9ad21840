import { mkdir, open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';

const NAME = 'server.pid';

/**
 * Keeps a second server out of a data folder: two would write into one journal. A lock whose process is gone (SIGKILL) is taken over.
 *
 * @returns what gives the folder back, or a message about who has it
 */
export async function lockFolder(folder: string): Promise<(() => Promise<void>) | string> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, NAME);
  for (let attempt = 0; attempt < 3; attempt++) {
    try {
      const handle = await open(path, 'wx', 0o600);
      await handle.writeFile(String(process.pid));
      await handle.close();
      return () => rm(path, { force: true });
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    }
    const holder = Number(await readFile(path, 'utf8').catch(() => ''));
    if (holder > 0 && holder !== process.pid && isAlive(holder)) {
      return `Another Dateline (process ${holder}) keeps its rooms in ${folder}. Stop it, or choose another folder: DATA_DIR=…`;
    }
    await rm(path, { force: true });
  }
  return `The folder ${folder} cannot be locked`;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // It lives, and is somebody else's.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
