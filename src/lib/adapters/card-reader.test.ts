import { describe, expect, it } from 'vitest';
import { CARD_CODES, cardModules } from '$lib/core/room/cards';
import { createCardReader, mirrored, type CardPicture } from './card-reader';

const MODULE = 12;
const read = createCardReader();

/** A printed card on grey, turned by quarter turns to the right, with its black frame and white edge. */
function picture(card: number, quarters: number): CardPicture {
  const modules = cardModules(card);
  const side = 7 + 2 + 8;
  const size = side * MODULE;
  const data = new Uint8ClampedArray(size * size * 4);
  for (let y = 0; y < size; y++)
    for (let x = 0; x < size; x++) {
      let [u, v] = [Math.floor(x / MODULE) - 5, Math.floor(y / MODULE) - 5];
      for (let i = 0; i < quarters; i++) [u, v] = [v, 6 - u];
      const inside = u >= -1 && v >= -1 && u <= 7 && v <= 7;
      const framed = u >= 0 && v >= 0 && u <= 6 && v <= 6;
      const white = framed ? modules[v - 1]?.[u - 1] === true : inside;
      const light = white ? 235 : framed ? 25 : 130;
      data.set([light, light, light, 255], (y * size + x) * 4);
    }
  return { width: size, height: size, data };
}

/** The mean of a square around each pixel, `radius` to each side. */
function blurred({ width, height, data }: CardPicture, radius: number): CardPicture {
  const out = new Uint8ClampedArray(data.length);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      let [sum, count] = [0, 0];
      for (let dy = -radius; dy <= radius; dy++)
        for (let dx = -radius; dx <= radius; dx++) {
          const [px, py] = [x + dx, y + dy];
          if (px < 0 || py < 0 || px >= width || py >= height) continue;
          sum += data[(py * width + px) * 4] ?? 0;
          count++;
        }
      const light = sum / count;
      out.set([light, light, light, 255], (y * width + x) * 4);
    }
  return { width, height, data: out };
}

describe('the reader of cards', () => {
  it('reads every card, upright', () => {
    for (const [card] of CARD_CODES.entries())
      expect(read(picture(card, 0)), String(card)).toEqual([{ card, side: 0 }]);
  });

  it.each([0, 1, 2, 3])('tells which side is up after %i quarter turns to the right', (quarters) => {
    expect(read(picture(7, quarters))).toEqual([{ card: 7, side: (4 - quarters) % 4 }]);
  });

  it('reads a blurred card, or none, and never another', () => {
    for (const card of [0, 11, 42]) {
      expect(read(blurred(picture(card, 1), 3))).toEqual([{ card, side: 3 }]);
      for (const radius of [5, 7, 9]) for (const seen of read(blurred(picture(card, 1), radius))) expect(seen).toEqual({ card, side: 3 }); // prettier-ignore
    }
  });

  it('takes the mirror image of a card for no card, and reads it once it is mirrored back', () => {
    for (const card of [0, 11, 42]) {
      expect(read(mirrored(picture(card, 0)))).toEqual([]);
      expect(read(mirrored(mirrored(picture(card, 0))))).toEqual([{ card, side: 0 }]);
    }
  });
});
