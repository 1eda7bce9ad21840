import type { Sheet } from './canvas-stage';
import type { Palette } from './palette';
import { widthOf } from './text-width';

/** A place with something on it that day. Units of the sheet. */
export interface Spot {
  readonly id: string;
  readonly name: string;
  readonly x: number;
  readonly y: number;
  /** How exact the point is, in units; less than a dot is not drawn. */
  readonly radius: number;
  readonly count: number;
  /** Something of it is certain to have been on that day. */
  readonly sure: boolean;
  /** Nothing of it is more than a claim or a report. */
  readonly claim: boolean;
  /** Sources disagree on the date of something of it. */
  readonly quarrel: boolean;
  /** All of it is only shown, never asked. */
  readonly quiet: boolean;
  /** Something begins on that day. */
  readonly begins: boolean;
}

/** Where something was before: `age` 0 just now … 1 long ago. */
export interface Trace {
  readonly x: number;
  readonly y: number;
  readonly age: number;
}

/** A dot with one event, and by how much it grows with more. */
const DOT = 6;
const GROWTH = 2.6;

/** Paints a day: traces, then places, the fullest at last, then their names as far as they have room. */
export function paintMap(
  { context, width, height, palette }: Sheet,
  spots: readonly Spot[],
  traces: readonly Trace[],
): void {
  context.fillStyle = palette.soft;
  for (const { x, y, age } of traces) {
    context.globalAlpha = 0.75 - 0.5 * age;
    context.beginPath();
    context.arc(x, y, 2.5, 0, 7);
    context.fill();
  }
  context.globalAlpha = 1;
  const ordered = spots.filter(({ x, y }) => x > -20 && y > -20 && x < width + 20 && y < height + 20);
  for (const spot of ordered.toSorted((a, b) => a.count - b.count)) paintSpot(context, palette, spot);
  names(context, palette, ordered, width);
}

/** Units from the middle of a spot to its rim. */
export function rimOf({ count }: Spot): number {
  return DOT + GROWTH * Math.log2(count);
}

function paintSpot(context: CanvasRenderingContext2D, palette: Palette, spot: Spot): void {
  const { x, y, radius, count, sure, claim, quarrel, quiet, begins } = spot;
  const rim = rimOf(spot);
  const colour = quarrel ? palette.quarrel : quiet ? palette.soft : palette.accent;
  context.strokeStyle = colour;
  context.fillStyle = colour;
  if (radius > rim + 3) {
    context.globalAlpha = 0.12;
    disc(context, x, y, radius);
    context.fill();
    context.globalAlpha = 1;
  }
  if (begins && sure && !quiet) {
    context.globalAlpha = 0.25;
    disc(context, x, y, rim + 6);
    context.fill();
    context.globalAlpha = 1;
  }
  context.lineWidth = 1.75;
  context.setLineDash(sure ? [] : [3, 2.5]);
  disc(context, x, y, rim);
  const full = sure && !claim;
  context.fillStyle = full ? colour : palette.land;
  context.fill();
  context.stroke();
  context.setLineDash([]);
  if (count > 1) {
    context.fillStyle = full ? palette.onAccent : colour;
    if (palette.accent === 'Highlight' && !full) context.fillStyle = palette.ink;
    context.font = `600 ${String(Math.round(rim * 1.15 + 2))}px ${palette.sans}`;
    context.textAlign = 'center';
    context.textBaseline = 'middle';
    context.fillText(String(count), x, y + 0.5);
  } else if (claim) {
    context.fillStyle = colour;
    disc(context, x, y, 1.75);
    context.fill();
  }
  if (quarrel) prongs(context, x, y - rim);
}

/** A small fork: sources disagree. */
function prongs(context: CanvasRenderingContext2D, x: number, y: number): void {
  context.beginPath();
  context.moveTo(x, y);
  context.lineTo(x, y - 4);
  context.moveTo(x - 4, y - 9);
  context.lineTo(x - 4, y - 4);
  context.lineTo(x + 4, y - 4);
  context.lineTo(x + 4, y - 9);
  context.stroke();
}

function disc(context: CanvasRenderingContext2D, x: number, y: number, radius: number): void {
  context.beginPath();
  context.arc(x, y, radius, 0, 7);
}

type Box = readonly [left: number, top: number, right: number, bottom: number];

/** Names of the fullest places first, each on the side that is free; one without room is left out. */
function names(context: CanvasRenderingContext2D, palette: Palette, spots: readonly Spot[], width: number): void {
  const font = `600 13px ${palette.serif}`;
  context.font = font;
  context.textBaseline = 'middle';
  context.lineJoin = 'round';
  const taken: Box[] = spots.map((spot) => around(spot, rimOf(spot)));
  for (const spot of spots.toSorted((a, b) => b.count - a.count)) {
    const long = widthOf(context, font, spot.name);
    const off = rimOf(spot) + 5;
    const sides = [
      { x: spot.x + off, y: spot.y },
      { x: spot.x - off - long, y: spot.y },
      { x: spot.x - long / 2, y: spot.y - off - 7 },
      { x: spot.x - long / 2, y: spot.y + off + 7 },
    ];
    const free = sides.find(({ x, y }) => {
      const box: Box = [x, y - 8, x + long, y + 8];
      return x > 2 && x + long < width - 2 && !taken.some((other) => overlap(other, box));
    });
    if (free === undefined) continue;
    taken.push([free.x, free.y - 8, free.x + long, free.y + 8]);
    context.textAlign = 'left';
    context.strokeStyle = palette.land;
    context.lineWidth = 4;
    context.strokeText(spot.name, free.x, free.y);
    context.fillStyle = spot.quiet ? palette.soft : palette.ink;
    context.fillText(spot.name, free.x, free.y);
  }
}

function around({ x, y }: Spot, by: number): Box {
  return [x - by, y - by, x + by, y + by];
}

function overlap(a: Box, b: Box): boolean {
  return a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
}
