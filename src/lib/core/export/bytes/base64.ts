const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Bytes in base 64 (RFC 4648, with padding). */
export function base64(bytes: Uint8Array): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += 3) {
    const left = bytes.length - i;
    const three = ((bytes[i] ?? 0) << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0);
    text += DIGITS.charAt(three >>> 18) + DIGITS.charAt((three >>> 12) & 63);
    text += left > 1 ? DIGITS.charAt((three >>> 6) & 63) : '=';
    text += left > 2 ? DIGITS.charAt(three & 63) : '=';
  }
  return text;
}
