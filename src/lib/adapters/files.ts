/** Files of the device, by link and by picker: both work in every browser. */
export const deviceFiles = {
  /** Saves a text under a name where the browser puts downloads. */
  download(name: string, text: string, type = 'application/json'): void {
    save(name, new Blob([text], { type }));
  },
  /** The same with bytes; `type` as in a `Content-Type`. */
  downloadBytes(name: string, bytes: Uint8Array, type: string): void {
    // Bytes of a file are never shared between threads.
    save(name, new Blob([bytes as Uint8Array<ArrayBuffer>], { type }));
  },
  readText(file: File): Promise<string> {
    return file.text();
  },
};

function save(name: string, content: Blob): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The download has begun with the click; a minute covers browsers that read the blob later.
  setTimeout(() => {
    URL.revokeObjectURL(url);
  }, 60_000);
}
