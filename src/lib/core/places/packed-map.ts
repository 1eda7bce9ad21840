import type { Point } from './point';

/**
 * A base map as the app carries it: TopoJSON's arcs in steps large enough to be drawn by, and written as text that compresses well.
 * Made by `packMap` at build.
 */
export interface PackedMap {
  /** Degrees of a step, and of step 0, eastwards and northwards. */
  readonly scale: Point;
  readonly translate: Point;
  /** Of every arc the number of its points and then their steps from the one before, x and y, in the digits of `DIGITS`. */
  readonly arcs: string;
  /** Layer → shapes: name and lines; a line is a list of arcs, a negative one (the complement of its index) runs backwards. */
  readonly layers: Readonly<Record<string, readonly (readonly [string | null, readonly (readonly number[])[]])[]>>;
  /** `layer/name` → language → the name as people read it. */
  readonly names: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** A shape to be drawn: for an area its rings, holes and islands alike (even-odd rule); for a river its lines. */
export interface DrawnShape {
  /** As the file names it; null where it has no name. */
  readonly name: string | null;
  readonly lines: readonly (readonly Point[])[];
}

/** A base map in degrees, layer by layer. */
export interface BaseMap {
  readonly layers: Readonly<Record<string, readonly DrawnShape[]>>;
  readonly names: PackedMap['names'];
}

/** Digits of the numbers in `arcs`: none that a string of JavaScript has to escape. */
export const DIGITS = '!#%&()*+,-./0123456789:;=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_abcdefghijklmnopqrstuvwxyz{|}~';
/** The lower half ends a number, the upper half goes on. */
export const HALF = DIGITS.length / 2;

/** Unpacks a base map. What `packMap` did not write throws a RangeError. */
export function readPackedMap(packed: PackedMap): BaseMap {
  const { scale, translate, layers, names } = packed;
  const numbers = numbersOf(packed.arcs);
  const arcs: (readonly Point[])[] = [];
  for (let i = 0; i < numbers.length;) {
    const count = numbers[i++] ?? 0;
    const line: Point[] = [];
    let [x, y] = [0, 0];
    for (let k = 0; k < count; k++) {
      x += numbers[i++] ?? 0;
      y += numbers[i++] ?? 0;
      line.push([translate[0] + x * scale[0], translate[1] + y * scale[1]]);
    }
    arcs.push(line);
  }
  const arcOf = (index: number): readonly Point[] => {
    const arc = arcs[index < 0 ? ~index : index];
    if (arc === undefined) throw new RangeError(`the packed map has no arc ${String(index)}`);
    return index < 0 ? arc.toReversed() : arc;
  };
  // Each arc begins where the one before it ended.
  const lineOf = (indices: readonly number[]): readonly Point[] =>
    indices.flatMap((index, at) => (at === 0 ? arcOf(index) : arcOf(index).slice(1)));
  return {
    names,
    layers: Object.fromEntries(
      Object.entries(layers).map(([layer, shapes]) => [
        layer,
        shapes.map(([name, lines]) => ({ name, lines: lines.map(lineOf) })),
      ]),
    ),
  };
}

function numbersOf(text: string): readonly number[] {
  const numbers: number[] = [];
  let [value, unit] = [0, 1];
  for (const sign of text) {
    const digit = DIGITS.indexOf(sign);
    if (digit < 0) throw new RangeError(`no digit of a packed map: ${sign}`);
    value += (digit % HALF) * unit;
    if (digit >= HALF) {
      unit *= HALF;
      continue;
    }
    // Odd numbers stand for negative ones.
    numbers.push(value % 2 === 1 ? -(value + 1) / 2 : value / 2);
    [value, unit] = [0, 1];
  }
  return numbers;
}
