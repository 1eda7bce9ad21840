/** Files of the device, by link and by picker: both work in every browser. */
export const deviceFiles = {
  /** Saves a text under a name where the browser puts downloads. */
  download(name: string, text: string, type = 'application/json'): void {
    const url = URL.createObjectURL(new Blob([text], { type }));
    const link = document.createElement('a');
    link.href = url;
    link.download = name;
    link.click();
    // The download has begun with the click; a minute covers browsers that read the blob later.
    setTimeout(() => {
      URL.revokeObjectURL(url);
    }, 60_000);
  },
  readText(file: File): Promise<string> {
    return file.text();
  },
};
