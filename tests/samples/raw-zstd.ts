/** A frame of Zstandard (RFC 8878) whose blocks are stored as they are: enough to test a reader without a writer. */
export function rawZstd(bytes: Uint8Array): Uint8Array {
  const MOST = 100_000;
  const head = [0x28, 0xb5, 0x2f, 0xfd, 0xa0];
  const size = [0, 8, 16, 24].map((shift) => (bytes.length >>> shift) & 0xff);
  const pieces: number[] = [...head, ...size];
  for (let at = 0; at < bytes.length || at === 0; at += MOST) {
    const block = bytes.subarray(at, at + MOST);
    const isLast = at + MOST >= bytes.length;
    const mark = (block.length << 3) | (isLast ? 1 : 0);
    pieces.push(mark & 0xff, (mark >>> 8) & 0xff, (mark >>> 16) & 0xff, ...block);
  }
  return Uint8Array.from(pieces);
}
