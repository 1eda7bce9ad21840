import type { Lane } from '$lib/core/packs/timeline/lanes';

/** What of a timeline stands on one page: from how far down, and how high, in units. */
export interface Piece {
  readonly top: number;
  readonly height: number;
}

/** Whole lanes, as many as a page takes, and at least one: no lane is cut in two. */
export function piecesOf(lanes: readonly Pick<Lane, 'top' | 'height'>[], most: number): readonly Piece[] {
  const pieces: Piece[] = [];
  for (const { top, height } of lanes) {
    const piece = pieces.at(-1);
    const grown = piece === undefined ? Infinity : top + height - piece.top;
    if (piece === undefined || grown > most) pieces.push({ top, height });
    else pieces[pieces.length - 1] = { top: piece.top, height: grown };
  }
  return pieces;
}
