/** Something to pass on: words with a link, or a file. */
export interface Shared {
  readonly title: string;
  readonly text: string;
  readonly url?: string;
  readonly file?: { readonly name: string; readonly type: string; readonly content: string };
}

/** What became of it. `dismissed`: the learner changed their mind. */
export type SharingOutcome = 'shared' | 'copied' | 'saved' | 'dismissed' | 'failed';

/**
 * Passes something on by what the device has: its own sheet, else the clipboard for words and a download for a file. It goes where the learner sends it and nowhere
 * else.
 */
export const deviceSharing = {
  async share({ title, text, url, file }: Shared): Promise<SharingOutcome> {
    const data: ShareData = {
      title,
      text,
      ...(url === undefined ? {} : { url }),
      ...(file === undefined ? {} : { files: [new File([file.content], file.name, { type: file.type })] }),
    };
    if (canShare(data)) {
      try {
        await navigator.share(data);
        return 'shared';
      } catch (error) {
        if (error instanceof DOMException && error.name === 'AbortError') return 'dismissed';
        // Refused for another reason, such as a kind of file: there are other ways.
      }
    }
    if (file !== undefined) {
      const { deviceFiles } = await import('./files');
      deviceFiles.download(file.name, file.content, file.type);
      return 'saved';
    }
    return copy([text, url].filter((part) => part !== undefined).join('\n'));
  },
};

function canShare(data: ShareData): boolean {
  if (typeof navigator === 'undefined' || !('share' in navigator)) return false;
  return 'canShare' in navigator ? navigator.canShare(data) : data.files === undefined;
}

async function copy(text: string): Promise<SharingOutcome> {
  try {
    await navigator.clipboard.writeText(text);
    return 'copied';
  } catch {
    return 'failed';
  }
}
