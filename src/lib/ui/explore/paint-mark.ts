import type { PlacedMark } from '$lib/core/packs/timeline/scene';
import type { Palette } from './palette';

/** Half the height of a bar, the size of a point. */
const BAR = 5;
const DOT = 4.5;

/**
 * Paints the mark of one date. A day is a point; months and years are a bar; "once between" is a bar with ends; what lasted is
 * full; an open side runs out; "about" has soft edges; several dates are a fork. A claim is hollow, what is doubtful dashed, what is sensitive grey.
 */
export function paintMark(
  context: CanvasRenderingContext2D,
  palette: Palette,
  placed: PlacedMark,
  width: number,
): void {
  const { mark, x, y } = placed;
  const { event } = mark;
  const quiet = event.sensitive;
  const claim = event.status !== 'stated';
  const colour = mark.disagree ? palette.quarrel : quiet ? palette.soft : palette.accent;
  context.strokeStyle = colour;
  context.fillStyle = colour;
  context.lineWidth = 1.5;
  context.setLineDash(mark.doubtful ? [3, 2.5] : []);
  switch (mark.shape) {
    case 'point':
      if (mark.about) fade(context, placed.begin, placed.end, y, 'both');
      dot(context, palette, x, y, claim || mark.doubtful, quiet);
      break;
    case 'until':
    case 'since':
      fade(context, placed.begin, placed.end, y, mark.shape === 'until' ? 'left' : 'right');
      cap(context, x, y);
      if (claim) dot(context, palette, x, y, true, quiet);
      break;
    case 'either':
      fork(context, palette, placed, width);
      break;
    default:
      bar(context, palette, placed, Math.max(placed.left, -20), Math.min(placed.right, width + 20), claim);
  }
  context.setLineDash([]);
}

function dot(
  context: CanvasRenderingContext2D,
  palette: Palette,
  x: number,
  y: number,
  hollow: boolean,
  quiet: boolean,
): void {
  context.beginPath();
  context.arc(x, y, quiet ? DOT - 1 : DOT, 0, 7);
  if (hollow) {
    const colour = context.fillStyle;
    context.fillStyle = palette.sheet;
    context.fill();
    context.fillStyle = colour;
    context.stroke();
  } else context.fill();
}

function bar(
  context: CanvasRenderingContext2D,
  palette: Palette,
  placed: PlacedMark,
  left: number,
  right: number,
  claim: boolean,
): void {
  const { mark, y } = placed;
  const wide = Math.max(right - left, 3);
  const middle = left + wide / 2;
  if (mark.about) {
    fade(context, placed.begin, placed.end, y, 'both');
    if (claim) dot(context, palette, middle, y, true, mark.event.sensitive);
    return;
  }
  context.globalAlpha = mark.shape === 'lasted' && !claim ? 0.85 : 0.22;
  context.beginPath();
  context.roundRect(left, y - BAR, wide, 2 * BAR, mark.shape === 'within' ? 0 : 3);
  context.fill();
  context.globalAlpha = 1;
  if (mark.shape === 'within') {
    cap(context, left, y);
    cap(context, left + wide, y);
  } else if (claim || mark.doubtful) context.stroke();
  if (claim && mark.shape === 'within') dot(context, palette, middle, y, true, mark.event.sensitive);
}

/** An upright line: here it ends for certain. */
function cap(context: CanvasRenderingContext2D, x: number, y: number): void {
  context.beginPath();
  context.moveTo(x, y - 7);
  context.lineTo(x, y + 7);
  context.stroke();
}

/** How far a soft edge takes to run out, in pixels. */
const FADING = 26;

/** A bar that runs out into nothing: on one side, or on both, full where there is room between. */
function fade(
  context: CanvasRenderingContext2D,
  left: number,
  right: number,
  y: number,
  open: 'left' | 'right' | 'both',
): void {
  const { fillStyle: colour } = context;
  // A gradient is made of a colour, never of another gradient.
  if (typeof colour !== 'string') return;
  const share = Math.min(open === 'both' ? 0.5 : 1, FADING / (right - left));
  const gradient = context.createLinearGradient(left, 0, right, 0);
  gradient.addColorStop(0, open === 'right' ? colour : 'transparent');
  if (open !== 'right') gradient.addColorStop(share, colour);
  if (open !== 'left') gradient.addColorStop(1 - share, colour);
  gradient.addColorStop(1, open === 'left' ? colour : 'transparent');
  context.fillStyle = gradient;
  context.globalAlpha = 0.6;
  context.fillRect(left, y - BAR, right - left, 2 * BAR);
  context.globalAlpha = 1;
  context.fillStyle = colour;
}

/** One stem, and a prong for each date. */
function fork(context: CanvasRenderingContext2D, palette: Palette, placed: PlacedMark, width: number): void {
  const { mark, x, y, left } = placed;
  const { core, tines } = mark;
  const scale = (placed.right - left) / (core.last + 1 - core.first);
  const xs = tines.map(({ first, last }) => left + ((first + last + 1) / 2 - core.first) * scale);
  const [from, to] = [Math.min(...xs), Math.max(...xs)];
  if (!Number.isFinite(from) || !Number.isFinite(to)) {
    cap(context, x, y);
    return;
  }
  context.beginPath();
  context.moveTo(Math.max(from, -10), y - 6);
  context.lineTo(Math.min(to, width + 10), y - 6);
  for (const at of xs) {
    context.moveTo(at, y - 6);
    context.lineTo(at, y + 1);
  }
  context.stroke();
  for (const at of xs) {
    context.beginPath();
    context.moveTo(at, y);
    context.lineTo(at + 4, y + 4);
    context.lineTo(at, y + 8);
    context.lineTo(at - 4, y + 4);
    context.closePath();
    const colour = context.fillStyle;
    context.fillStyle = mark.disagree || mark.event.status !== 'stated' ? palette.sheet : colour;
    context.fill();
    context.fillStyle = colour;
    context.stroke();
  }
}
