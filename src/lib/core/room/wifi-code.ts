/** What a phone's camera joins a network by (the ZXing project's `WIFI:` form, which iOS and Android read). An empty password: an open network. */
export function wifiCode(name: string, password: string): string {
  const kind = password === '' ? 'T:nopass;' : `T:WPA;P:${escaped(password)};`;
  return `WIFI:S:${escaped(name)};${kind};`;
}

/** Signs that mean something in the form, and quotes, which would make it hexadecimal. */
function escaped(text: string): string {
  return text.replace(/[\\;,:"]/g, (sign) => `\\${sign}`);
}
