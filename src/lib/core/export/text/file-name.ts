/** Names that Windows keeps for devices, whatever their extension. */
const DEVICES = /^(?:con|prn|aux|nul|com\d|lpt\d)$/iu;

/**
 * A name for a file that every system takes: letters and digits of any script, hyphens between words, at most 60 characters; no path, no
 * leading dot, no device of Windows. `dateline` where nothing of the title is left.
 */
export function fileName(title: string, extension: string): string {
  const words =
    title
      .normalize('NFC')
      .replace(/['’ʼ]/gu, '')
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const name = Array.from(words.join('-')).slice(0, 60).join('').replace(/-+$/u, '').toLowerCase();
  return `${name === '' || DEVICES.test(name) ? `dateline${name === '' ? '' : `-${name}`}` : name}.${extension}`;
}
