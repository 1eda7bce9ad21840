import { AR } from 'js-aruco2';
import { CARD_CODES, CARD_ERRORS_MOST, CARD_SIDE, sideUp } from '$lib/core/room/cards';

/** A picture as a canvas has it. */
export interface CardPicture {
  readonly width: number;
  readonly height: number;
  /** RGBA, rows from the top. */
  readonly data: Uint8ClampedArray;
}

/** A card that was read, and the side that it is held up with: 0 … 3, clockwise from its own top. */
export interface ReadCard {
  readonly card: number;
  readonly side: number;
}

const NAME = 'DATELINE';

/** Reads the printed cards in pictures. A card held by its corner is not read, nor one that is seen twice with different sides up. */
export function createCardReader(): (picture: CardPicture) => readonly ReadCard[] {
  // The library takes what is less than `tau` bits away.
  AR.DICTIONARIES[NAME] = { nBits: CARD_SIDE * CARD_SIDE, tau: CARD_ERRORS_MOST + 1, codeList: CARD_CODES };
  const detector = new AR.Detector({ dictionaryName: NAME });
  return (picture) => {
    const sides = new Map<number, number | null>();
    for (const { id, corners } of detector.detect(picture)) {
      const side = sideUp({ card: id, corners: corners.map(({ x, y }) => [x, y]) });
      sides.set(id, sides.has(id) && sides.get(id) !== side ? null : side);
    }
    return [...sides].flatMap(([card, side]) => (side === null ? [] : [{ card, side }]));
  };
}

/** The picture as a mirror shows it: cameras that face their user may send it that way. */
export function mirrored({ width, height, data }: CardPicture): CardPicture {
  const flipped = new Uint8ClampedArray(data.length);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const [from, to] = [(y * width + x) * 4, (y * width + width - 1 - x) * 4];
      flipped.set(data.subarray(from, from + 4), to);
    }
  return { width, height, data: flipped };
}
