import { describe, expect, it } from 'vitest';
import { CARD_CODES, CARD_ERRORS_MOST, CARD_SIDE, cardModules, sideUp } from './cards';

type Modules = readonly (readonly boolean[])[];

const turned = (modules: Modules): Modules =>
  modules.map((row, y) => row.map((_, x) => modules[CARD_SIDE - 1 - x]?.[y] ?? false));
const mirrored = (modules: Modules): Modules => modules.map((row) => row.toReversed());

/** A card as it may be seen: in four turns, and in four of its mirror image. */
function sights(card: number): readonly Modules[] {
  const upright = cardModules(card);
  return [upright, mirrored(upright)].flatMap((start) => {
    const right = turned(start);
    const down = turned(right);
    return [start, right, down, turned(down)];
  });
}

function distance(a: Modules, b: Modules): number {
  return a.flatMap((row, y) => row.filter((white, x) => white !== b[y]?.[x])).length;
}

describe('the codes of the cards', () => {
  it('are enough for a class', () => {
    expect(CARD_CODES.length).toBeGreaterThanOrEqual(40);
    expect(new Set(CARD_CODES).size).toBe(CARD_CODES.length);
  });

  it('differ by six bits at least, however two cards are turned or mirrored', () => {
    let nearest = Infinity;
    for (const [card] of CARD_CODES.entries()) {
      const upright = cardModules(card);
      for (const [other] of CARD_CODES.entries()) {
        const seen = other === card ? sights(other).slice(1) : sights(other);
        for (const sight of seen) nearest = Math.min(nearest, distance(upright, sight));
      }
    }
    expect(nearest).toBeGreaterThanOrEqual(6);
    expect(2 * CARD_ERRORS_MOST).toBeLessThan(nearest);
  });
});

describe('the side that is up', () => {
  const square = (degrees: number) => {
    const turn = (degrees * Math.PI) / 180;
    return [[-1, -1], [1, -1], [1, 1], [-1, 1]].map(([x = 0, y = 0]) => [
      100 + 40 * (x * Math.cos(turn) - y * Math.sin(turn)),
      100 + 40 * (x * Math.sin(turn) + y * Math.cos(turn)),
    ] as const); // prettier-ignore
  };

  it.each([
    [0, 0],
    [20, 0],
    [-20, 0],
    [90, 3],
    [180, 2],
    [270, 1],
    [110, 3],
  ])('of a card turned by %i degrees is %i', (degrees, side) => {
    expect(sideUp({ card: 0, corners: square(degrees) })).toBe(side);
  });

  it('is none where a card is held by its corner', () => {
    expect(sideUp({ card: 0, corners: square(45) })).toBeNull();
  });
});
