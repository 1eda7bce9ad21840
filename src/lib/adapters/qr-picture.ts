import { encode } from 'uqr';

/** A QR code as the outline of its dark squares, each a unit wide, in a square `size` wide with its quiet zone. */
export interface QrPicture {
  readonly size: number;
  readonly path: string;
}

/** Longest address that still makes a picture which a phone reads from a projector: version 25, 117 squares wide, error correction L. */
export const MOST_LETTERS = 1200;
/** Light squares around it that a reader needs (ISO/IEC 18004). */
const QUIET = 4;

/** An address as a QR code; null where it is too long to be read by a phone. */
export function qrPicture(text: string): QrPicture | null {
  if (text.length > MOST_LETTERS) return null;
  const { data, size } = encode(text, { ecc: 'L', boostEcc: true, border: QUIET });
  const path = data.flatMap((row, y) => runsIn(row).map(([from, to]) => `M${String(from)} ${String(y)}h${String(to - from)}v1H${String(from)}z`)); // prettier-ignore
  return { size, path: path.join('') };
}

/** From and to of the dark runs of a row. */
function runsIn(row: readonly boolean[]): readonly (readonly [number, number])[] {
  const runs: [number, number][] = [];
  for (const [x, dark] of row.entries()) {
    if (!dark) continue;
    const last = runs.at(-1);
    if (last?.[1] === x) last[1] = x + 1;
    else runs.push([x, x + 1]);
  }
  return runs;
}
