import type { IndexedPicture, Colour } from '../bytes/png';

/** Points of the canvas in pixels, not rounded. */
export type PixelPoint = readonly [x: number, y: number];

/** Every pixel is drawn as two by two, which are then blended: edges come out smooth. */
const FINER = 2;

/** A picture that shapes are drawn into, one above the other, in few flat colours. */
export interface Raster {
  /** Fills what lies inside an odd number of the rings. */
  fill(rings: readonly (readonly PixelPoint[])[], colour: number): void;
  /** Draws a line so many pixels thick. */
  stroke(line: readonly PixelPoint[], thickness: number, colour: number): void;
  picture(): IndexedPicture;
}

/** @param colours at most five, so that all their blends fit into a palette of 256; the first is the ground */
export function createRaster(width: number, height: number, colours: readonly Colour[]): Raster {
  const [wide, high] = [width * FINER, height * FINER];
  const cells = new Uint8Array(wide * high);
  return {
    fill(rings, colour) {
      for (let row = 0; row < high; row++) {
        const crossings = crossingsOf(rings, (row + 0.5) / FINER);
        for (let i = 0; i + 1 < crossings.length; i += 2) {
          const from = Math.max(0, Math.ceil((crossings[i] ?? 0) * FINER - 0.5));
          const to = Math.min(wide, Math.ceil((crossings[i + 1] ?? 0) * FINER - 0.5));
          if (to > from) cells.fill(colour, row * wide + from, row * wide + to);
        }
      }
    },
    stroke(line, thickness, colour) {
      const reach = (thickness * FINER) / 2;
      for (let i = 1; i < line.length; i++) {
        const [[ax = 0, ay = 0] = [], [bx = 0, by = 0] = []] = [line[i - 1], line[i]];
        if (Math.max(ax, bx) < -9 || Math.min(ax, bx) > width + 9 || Math.max(ay, by) < -9 || Math.min(ay, by) > height + 9) continue;
        const steps = Math.max(1, Math.ceil(Math.max(Math.abs(bx - ax), Math.abs(by - ay)) * FINER));
        for (let step = 0; step <= steps; step++) {
          const x = (ax + ((bx - ax) * step) / steps) * FINER;
          const y = (ay + ((by - ay) * step) / steps) * FINER;
          const [left, right] = [Math.max(0, Math.round(x - reach)), Math.min(wide, Math.round(x + reach))];
          const bottom = Math.min(high, Math.round(y + reach));
          for (let row = Math.max(0, Math.round(y - reach)); row < bottom && right > left; row++)
            cells.fill(colour, row * wide + left, row * wide + right);
        }
      }
    },
    picture: () => blended(cells, width, height, colours),
  };
} // prettier-ignore

/** Where a horizontal line crosses the rings, from left to right. */
function crossingsOf(rings: readonly (readonly PixelPoint[])[], y: number): number[] {
  const crossings: number[] = [];
  for (const ring of rings) {
    let previous = ring.at(-1);
    for (const point of ring) {
      if (previous !== undefined && previous[1] <= y !== point[1] <= y) {
        crossings.push(previous[0] + ((y - previous[1]) / (point[1] - previous[1])) * (point[0] - previous[0]));
      }
      previous = point;
    }
  }
  return crossings.sort((a, b) => a - b);
}

function blended(cells: Uint8Array, width: number, height: number, colours: readonly Colour[]): IndexedPicture {
  const pixels = new Uint8Array(width * height);
  const palette: Colour[] = [];
  const known = new Map<number, number>();
  const wide = width * FINER;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = y * FINER * wide + x * FINER;
      const four = [cells[at] ?? 0, cells[at + 1] ?? 0, cells[at + wide] ?? 0, cells[at + wide + 1] ?? 0].sort();
      const [a = 0, b = 0, c = 0, d = 0] = four;
      const code = ((a * 8 + b) * 8 + c) * 8 + d;
      let index = known.get(code);
      if (index === undefined) {
        index = palette.length;
        known.set(code, index);
        palette.push(mean(four.map((colour) => colours[colour] ?? [0, 0, 0])));
      }
      pixels[y * width + x] = index;
    }
  }
  return { width, height, pixels, palette };
}

function mean(colours: readonly Colour[]): Colour {
  const of = (channel: 0 | 1 | 2): number => Math.round(colours.reduce((sum, each) => sum + each[channel], 0) / colours.length);
  return [of(0), of(1), of(2)];
} // prettier-ignore
