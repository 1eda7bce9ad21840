import type { Point } from '../packs/pack';

/** Modules along a side of a card's code, without the black frame around it. */
export const CARD_SIDE = 5;

/**
 * Codes of the printed cards, 25 bits each, the first bit top left. No turn and no mirror image of one comes nearer than six bits to another
 * or to itself otherwise turned, so that two bits read wrongly change neither the card nor the side that is up (cards.test.ts proves it). Found
 * by drawing at random and keeping what is far enough from all that was kept before.
 */
export const CARD_CODES: readonly number[] = [
  0x1b861ae, 0x03bbd62, 0x169029c, 0x0697775, 0x0d9dc6a, 0x1c7a98c, 0x07800eb, 0x1d83765, 0x1a632d4, 0x0699cfb, 0x12b4d1f, 0x01658bc, 0x1381176,
  0x1cda45a, 0x1989c41, 0x0062dea, 0x0d5a81b, 0x10c5a61, 0x04e03af, 0x1455b3b, 0x06677f1, 0x0b35799, 0x08a0ee1, 0x06f3a11, 0x0e6d327, 0x1259c68,
  0x1e47a09, 0x1f2895a, 0x1e17b26, 0x0959a57, 0x15bc9aa, 0x0231ddf, 0x087573c, 0x08bd89a, 0x08be95c, 0x1be3c33, 0x0e4f276, 0x160b3e8, 0x0ab4b39,
  0x08d3d23, 0x16c74b9, 0x0341c67, 0x00a75ee, 0x1e56503, 0x08e143f, 0x02efec1, 0x1c4bba9, 0x0817839, 0x14f34ad, 0x1478c14, 0x0dee312, 0x12aa954,
  0x09552be, 0x183ad68, 0x0479987, 0x19acabe, 0x0cafc28, 0x074616d, 0x1610e7a, 0x165f0db,
]; // prettier-ignore

/** Bits that may be read wrongly without a doubt: less than half the distance. */
export const CARD_ERRORS_MOST = 2;

/** A card's modules, rows from the top: true is white. Empty: there is no such card. */
export function cardModules(card: number): readonly (readonly boolean[])[] {
  const code = CARD_CODES[card];
  if (code === undefined) return [];
  const bit = (at: number): boolean => ((code >>> (CARD_SIDE * CARD_SIDE - 1 - at)) & 1) === 1;
  return Array.from({ length: CARD_SIDE }, (_, row) =>
    Array.from({ length: CARD_SIDE }, (_, column) => bit(row * CARD_SIDE + column)),
  );
}

/** A card in a picture: its corners clockwise from its own top left. Pixels, y downwards. */
export interface SeenCard {
  readonly card: number;
  readonly corners: readonly Point[];
}

/**
 * Which of its sides a card is held up with: 0 the top, then clockwise. The side whose middle is highest in the picture; null where two are
 * about as high (a card held at 45 degrees says nothing).
 */
export function sideUp({ corners }: SeenCard): number | null {
  const middles = corners.map(([x, y], at) => {
    const [nextX, nextY] = corners[(at + 1) % corners.length] ?? [x, y];
    return { side: at, x: (x + nextX) / 2, y: (y + nextY) / 2 };
  });
  const [first, second] = middles.toSorted((a, b) => a.y - b.y);
  const lowest = Math.max(...middles.map(({ y }) => y));
  if (first === undefined || second === undefined || middles.length !== 4) return null;
  return second.y - first.y < (lowest - first.y) * LEAST_LEAD ? null : first.side;
}

/** Upright the second side is half the card's height below the first; turned by 45 degrees they are level. */
const LEAST_LEAD = 0.15;
