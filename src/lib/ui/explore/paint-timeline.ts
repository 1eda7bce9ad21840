import type { Mark } from '$lib/core/packs/timeline/mark';
import type { Cluster, PlacedMark, Scene } from '$lib/core/packs/timeline/scene';
import type { Scale } from '$lib/core/packs/timeline/ticks';
import type { Sheet } from './canvas-stage';
import { paintMark } from './paint-mark';
import type { Palette } from './palette';
import { fittedText, widthOf } from './text-width';

/** How high the scale above the lanes is. */
export const SCALE_HEIGHT = 46;
const LABEL = 12.5;
const SMALL = 11;

export interface TimelinePicture {
  readonly scene: Scene;
  readonly scale: Scale;
  readonly labelOf: (mark: Mark) => string;
  /** The mark that the keys are on, and the one whose card is open. */
  readonly current: string | null;
  readonly open: string | null;
}

/** Paints a timeline: lanes below, the scale above them, so that what scrolls goes under it. */
export function paintTimeline(sheet: Sheet, picture: TimelinePicture): void {
  const { context, width, height, palette } = sheet;
  context.save();
  context.translate(0, SCALE_HEIGHT);
  grid(sheet, picture.scale);
  lanes(sheet, picture.scene);
  for (const placed of picture.scene.marks) {
    const { id } = placed.mark.event;
    if (id === picture.current || id === picture.open) halo(context, palette, placed);
    paintMark(context, palette, placed, width);
  }
  // After all bars, so that none of them strikes words out.
  for (const placed of picture.scene.marks) label(sheet, placed, picture.labelOf);
  for (const cluster of picture.scene.clusters) crowd(context, palette, cluster);
  titles(sheet, picture.scene);
  context.restore();
  scaleBand(sheet, picture.scale);
  context.strokeStyle = palette.rule;
  context.strokeRect(-1, -1, width + 2, height + 2);
}

function grid({ context, height, palette }: Sheet, { fine }: Scale): void {
  context.strokeStyle = palette.rule;
  context.lineWidth = 1;
  context.beginPath();
  for (const { x, label } of fine) {
    if (label === null) continue;
    context.moveTo(Math.round(x) + 0.5, 0);
    context.lineTo(Math.round(x) + 0.5, height);
  }
  context.globalAlpha = 0.7;
  context.stroke();
  context.globalAlpha = 1;
}

function lanes({ context, width, palette }: Sheet, scene: Scene): void {
  context.fillStyle = palette.edge;
  for (const { y } of scene.lanes) {
    context.globalAlpha = 0.55;
    context.fillRect(0, Math.round(y), width, 1);
  }
  context.globalAlpha = 1;
}

/** Stand still while time moves below them. */
function titles({ context, width, palette }: Sheet, scene: Scene): void {
  const font = `600 13px ${palette.serif}`;
  context.font = font;
  context.textBaseline = 'middle';
  context.textAlign = 'left';
  context.lineJoin = 'round';
  for (const { lane, y } of scene.lanes) {
    const text = fittedText(context, font, lane.title, width - 24);
    context.strokeStyle = palette.sheet;
    context.lineWidth = 5;
    context.strokeText(text, 10, y + 14);
    context.fillStyle = palette.ink;
    context.fillText(text, 10, y + 14);
  }
}

function label({ context, width, palette }: Sheet, placed: PlacedMark, labelOf: (mark: Mark) => string): void {
  const { mark, y, until } = placed;
  const { event } = mark;
  const font = `${event.sensitive ? 'italic ' : ''}400 ${String(LABEL)}px ${palette.sans}`;
  context.font = font;
  const whole = labelOf(mark);
  const x = labelStart(placed, widthOf(context, font, whole));
  // At the edge of the window too a name ends with a sign that it goes on.
  const text = fittedText(context, font, whole, Math.min(until, width - 6) - x);
  if (text === '') return;
  context.textBaseline = 'middle';
  context.textAlign = 'left';
  // Words in a pale bar stand on it; around them it would break into pieces.
  const onPale = x < placed.right && (mark.shape === 'coarse' || mark.shape === 'within');
  if (!onPale || mark.about) {
    context.strokeStyle = palette.sheet;
    context.lineWidth = 3;
    context.lineJoin = 'round';
    context.strokeText(text, x, y + 0.5);
  }
  context.fillStyle = event.sensitive ? palette.soft : palette.ink;
  context.fillText(text, x, y + 0.5);
}

/** Inside a bar that is long enough for it, else behind its end, so that no end stands in the middle of words; inside where no room is there. */
function labelStart({ mark, x, left, end, until }: PlacedMark, width: number): number {
  const behind = Math.max(x, end) + 5;
  if (mark.shape === 'point' || mark.shape === 'until' || mark.shape === 'since') return behind;
  const inside = Math.max(left, 0) + 9;
  const isLong = behind - inside >= 60;
  return isLong && (inside + width + 14 <= behind || until - behind < Math.min(width, 60)) ? inside : behind;
}

function halo(context: CanvasRenderingContext2D, palette: Palette, { x, y }: PlacedMark): void {
  context.strokeStyle = palette.accent;
  context.lineWidth = 2.5;
  context.beginPath();
  context.arc(Math.max(6, x), y, 10, 0, 7);
  context.stroke();
}

function crowd(context: CanvasRenderingContext2D, palette: Palette, { x, y, members }: Cluster): void {
  const text = String(members.length);
  const radius = Math.min(17, 9 + Math.sqrt(members.length) * 0.9);
  context.beginPath();
  context.arc(x, y, radius, 0, 7);
  context.fillStyle = palette.accentSoft;
  context.fill();
  context.strokeStyle = palette.accent;
  context.lineWidth = 1.25;
  context.stroke();
  context.fillStyle = palette.accent === 'Highlight' ? palette.ink : palette.accent;
  context.font = `600 ${String(SMALL)}px ${palette.sans}`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillText(text, x, y + 0.5);
}

function scaleBand({ context, width, palette }: Sheet, { fine, coarse }: Scale): void {
  context.fillStyle = palette.paper;
  context.fillRect(0, 0, width, SCALE_HEIGHT);
  context.fillStyle = palette.ink;
  context.fillRect(0, SCALE_HEIGHT - 1, width, 1);
  context.textBaseline = 'middle';
  context.textAlign = 'left';
  const small = `400 ${String(SMALL)}px ${palette.sans}`;
  context.font = small;
  context.fillStyle = palette.soft;
  for (const { x, label: text } of fine) {
    context.fillRect(Math.round(x), SCALE_HEIGHT - (text === null ? 5 : 9), 1, text === null ? 5 : 9);
    // Half a number at an edge would be another number.
    if (text !== null && x > -2 && x + 6 + widthOf(context, small, text) < width) context.fillText(text, x + 4, 32);
  }
  const font = `600 12px ${palette.sans}`;
  context.font = font;
  context.fillStyle = palette.ink;
  // The name of what has begun before the edge stands at the edge, as much of it as fits before the next one.
  for (const [index, { x, label: text }] of coarse.entries()) {
    const next = coarse[index + 1]?.x ?? Infinity;
    const at = Math.max(x + 4, 10);
    const fits = (words: string): boolean => widthOf(context, font, words) <= next - 8 - at;
    // A month without its year still says where one is; half a month does not.
    context.fillText([text ?? '', text?.split(' ')[0] ?? ''].find(fits) ?? '', at, 13);
    if (x > 0) context.fillRect(Math.round(x), 4, 1, 18);
  }
}
